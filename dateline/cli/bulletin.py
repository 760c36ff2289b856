"""`dateline bulletin`: write, check and issue an edition."""

from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskArgument, NowOption, read_now

FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="First day.", show_default="the desk's period")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Last day, included.", show_default="today")
]


def command(
    desk: DeskArgument = HERE, begin: FromOption = None, until: UntilOption = None, now: NowOption = None
) -> None:
    """Write the edition of a period from accepted claims, check each sentence, and issue it.

    The folder DESK/editions/NNN holds it as page, PDF, Word file, Markdown, mail text and JSON, with
    the references and the captures that it cites; DESK/editions/latest points to it, and feed.xml and
    feed.json beside it list all editions. A sentence that its sources do not bear out is left out
    and listed as an Issue.
    """
    from dateline.desk import load_desk
    from dateline.inference.reader import load_reader
    from dateline.pipeline import open_doors
    from dateline.pipeline.publishing import issue_edition, last_period
    from dateline.text.counting import count

    with open_doors(load_desk(desk), now=read_now(now), reader=load_reader()) as doors:
        edition, folder = issue_edition(doors, last_period(doors, begin, until))
    stories = sum(len(section.items) for section in edition.sections)
    sentences = sum(len(entry.sentences) for section in edition.sections for entry in section.items)
    told = f"{count(stories, 'story', 'stories')}, {count(sentences, 'sentence')}"
    print(f"{edition.title}, number {edition.number}: {told}, each checked")
    print(f"read it:  {folder / 'index.html'}")
    print(f"prove it: dateline verify {folder}")
