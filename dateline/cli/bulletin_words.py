"""What the commands of `dateline bulletin` share: their options, the doors of the desk, what they say."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import read_now

if TYPE_CHECKING:
    from dateline.model.editions import Edition
    from dateline.pipeline import Doors
    from dateline.pipeline.editions.checking import Checked

EXIT_UNSUPPORTED = 1
OPENING = 70  # code points of a sentence by which it is known again

FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="First day.", show_default="the desk's period")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Last day, included.", show_default="today")
]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who does this.", show_default="your login name"),
]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept and printed.")]
DraftOption = Annotated[
    str | None,
    typer.Option(
        "--draft", metavar="ID", help="The draft's id or its beginning.", show_default="the open one"
    ),
]
NumberArgument = Annotated[int, typer.Argument(metavar="NUMBER", help="The edition's number.")]


@contextmanager
def edition_doors(desk: Path, now: str | None, *, read: bool = True) -> "Iterator[Doors]":
    """Open the doors of a desk, with the packaged reader where texts are read again."""
    from dateline.desk import load_desk
    from dateline.inference.reader import load_reader
    from dateline.pipeline import open_doors

    reader = load_reader() if read else None
    with open_doors(load_desk(desk), now=read_now(now), reader=reader) as doors:
        yield doors


def told(edition: "Edition") -> str:
    """Return how many stories and sentences an edition has, in words."""
    from dateline.text.counting import count

    stories = sum(len(section.items) for section in edition.sections)
    sentences = sum(len(entry.sentences) for section in edition.sections for entry in section.items)
    return f"{count(stories, 'story', 'stories')}, {count(sentences, 'sentence')}"


def say_issued(edition: "Edition", folder: Path) -> None:
    """Say what was issued, and where it is read and proved."""
    print(f"{edition.title}, number {edition.number}: {told(edition)}, each checked")
    print(f"read it:  {folder / 'index.html'}")
    print(f"prove it: dateline verify {folder}")


def place_in_words(path: str, edition: "Edition") -> str:
    """Return the opening words of the sentence at a path, with the path; the path alone where it is none."""
    from dateline.write.prose.passages import sentences_of

    sentence = dict(sentences_of(edition)).get(path)
    if sentence is None:
        return path
    opening = shorten(sentence.text, OPENING, placeholder=" …")
    return f"“{opening}” ({path})"


def say_checked(checked: "Checked") -> None:
    """Say what the check found, the reasons in red on a terminal."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True, stderr=False)
    for verdict in checked.failed:
        place = place_in_words(verdict.path, checked.revision.edition)
        console.print(f"{place}: {'; '.join(verdict.why)}", style="red", markup=False)
    total = len(checked.verdicts)
    print(
        f"{checked.revision.draft} is saved; {total - len(checked.failed)} of {total} passages are borne out"
        f"{'; what is not is marked ✗ in its text and blocks the issue' if checked.failed else ''}"
    )
    if checked.failed:
        sys.exit(EXIT_UNSUPPORTED)
