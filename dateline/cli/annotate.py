"""`dateline annotate`: what is read in each document, JSON lines in and out."""

import gc
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dateline.cli.ahead import answer_each
from dateline.errors import Failed, InputError, attempt
from dateline.processes import default_workers

if TYPE_CHECKING:
    from dateline.inference.reading import Reader
    from dateline.model.documents import Document
    from dateline.outlets import OutletIndex

LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
NEW_OBJECTS = 20_000
"""Objects made before the collector looks for cycles among them; a document makes some 50,000."""
AT_ONCE = 2
"""Documents worked on at a time: the network reads one while the values and claims of the other are made."""
LONGEST_TURN = 0.001
"""Seconds that one thread goes on while another waits: the network needs a turn for each window it reads."""
CAPTURED = datetime(1970, 1, 1, tzinfo=UTC)  # a line has no capture; the field is not printed

_PUBLISHED = re.compile(r"-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?")
_FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")
_UNDECODED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Question:
    """One document to annotate."""

    id: str
    text: str
    lang: str | None = None
    published: str | None = None
    publisher: str | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line or file that holds no document."""

    id: str
    reason: str


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE…",
            help="Files of JSON lines (.jsonl), or text files that are one document each.",
            show_default="standard input",
        ),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option("--publisher", metavar="NAME", help="Who printed the documents that do not say it."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            min=1,
            help="Read many documents with so many processes, each of some 250 MB; the answers are the same.",
            show_default="one for each core, at most 4",
        ),
    ] = None,
) -> None:
    """Annotate documents: sentences, names, values, attributed claims and events.

    Lines are {"id", "text", "lang"?, "published"?, "publisher"?}; without `published`, the day of a
    dateline ("LIMA, 2 Mar 90 (EFE) --") stands for it. Each answer is a line of
    docs/contract/annotate.schema.json, in the order of the documents.
    """
    # A buffer of our own that nobody closes: a thread may be waiting in it when the command is stopped.
    stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    hired = workers or default_workers()
    raise typer.Exit(run(files or [], out=sys.stdout, stdin=stdin, publisher=publisher, workers=hired))


def run(
    files: list[Path], *, out: TextIO, stdin: Iterable[str], publisher: str | None = None, workers: int = 1
) -> int:
    """Write one JSON line a document, in order, one with `issues` for a bad line; return the exit status."""
    answer, questions = partial(_answer_line, publisher=publisher), _questions(files, stdin)
    for line in answer_each(answer, questions, at_once=AT_ONCE, workers=workers):
        out.write(line)
        out.flush()
    return 0


def _questions(files: list[Path], stdin: Iterable[str]) -> Iterator[Question | BadLine]:
    if not files:
        yield from _line_questions(stdin, "")
    for path in files:
        try:
            if path.suffix.lower() in LINE_SUFFIXES:
                with path.open(encoding="utf-8", errors="surrogateescape") as lines:
                    yield from _line_questions(lines, f"{path}: ")
            else:
                yield Question(path.name, path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            yield BadLine(path.name, f"{path}: cannot be read ({error}); give UTF-8 text or JSON lines")


def _line_questions(lines: Iterable[str], place: str) -> Iterator[Question | BadLine]:
    for number, line in enumerate(lines, start=1):
        if not line.strip().strip("\ufeff"):
            continue
        try:
            yield _parse(line.lstrip("\ufeff"), number)
        except InputError as error:
            yield BadLine(_id_of(line, number), f"{place}line {number}: {error}")


def _parse(line: str, number: int) -> Question:
    """Return the question of a line. Raises InputError for what is no document."""
    if _UNDECODED.search(line):
        raise InputError("expected UTF-8, found other bytes")
    fields = _fields(line)
    if not isinstance(fields.get("text"), str):
        raise InputError(f"expected `text` to be a text, found {type(fields.get('text')).__name__}")
    issues = []
    stated: dict[str, str | None] = {}
    for name in ("lang", "published", "publisher"):
        value = fields.get(name)
        stated[name] = value if isinstance(value, str) and value.strip() else None
        if value is not None and not isinstance(value, str):
            issues.append(f"`{name}`: expected a text, found {type(value).__name__}; it is left out")
    published = _FRACTION.sub("", (stated["published"] or "").strip().replace(" ", "T", 1))
    if published and not _PUBLISHED.fullmatch(published):
        issues.append(f"`published`: expected ISO 8601, found {published[:40]!r}; it is left out")
        published = ""
    return Question(
        _id_of(line, number),
        fields["text"],
        stated["lang"],
        published or None,
        stated["publisher"],
        tuple(issues),
    )


def _fields(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"expected a JSON object, found {line[:40].strip()!r} ({error})") from error
    if not isinstance(fields, dict):
        raise InputError(f"expected a JSON object, found {type(fields).__name__}")
    return fields


def _id_of(line: str, number: int) -> str:
    """Return the id that a line states, else its number."""
    try:
        identity = _fields(line.lstrip("\ufeff")).get("id")
    except InputError:
        identity = None
    return str(identity) if isinstance(identity, str | int) else f"line {number}"


def _answer_line(question: Question | BadLine, publisher: str | None) -> str:
    """Return the line of a document; where something unforeseen goes wrong, it says so in its `issues`."""
    answer = attempt(_answer, question, publisher)
    if isinstance(answer, Failed):
        answer = _answer(BadLine(question.id, answer.reason), publisher)
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _answer(question: Question | BadLine, publisher: str | None) -> dict[str, Any]:
    from dateline.extract import read_text
    from dateline.extract.annotate import READER_LANGUAGES
    from dateline.extract.contract import empty_annotations, format_annotations
    from dateline.extract.events import find_incidents

    if isinstance(question, BadLine):
        return empty_annotations(_encodable(question.id), _encodable(question.reason))
    document = _document(question, publisher)
    is_read = document.lang.partition("-")[0] in READER_LANGUAGES
    read = read_text(document, outlets=_outlets(), reader=_reader() if is_read else None)
    printed = document.published.day if document.published else None
    if not is_read:
        return format_annotations(document, read.annotations, ())
    incidents = find_incidents(read.text, read.annotations, printed, trees=read.trees, parts=read.parts)
    return format_annotations(document, read.annotations, incidents)


def _document(question: Question, publisher: str | None) -> "Document":
    from dateline.model.documents import Document
    from dateline.model.times import StatedTime
    from dateline.text.datelines import printed_day
    from dateline.text.scripts import language_of
    from dateline.text.unicode import nfc

    text, printed_by = nfc(question.text), question.publisher or publisher
    lang = _encodable(question.lang) if question.lang else language_of(text)
    stated = question.published or printed_day(text, lang)
    published = StatedTime(stated, stated) if stated else None
    return Document(
        id=_encodable(question.id),
        evidence="",
        url="",
        outlet=nfc(printed_by) if printed_by else None,
        title=None,
        byline=None,
        source=None,
        published=published,
        captured_at=CAPTURED,
        lang=lang,
        text=text,
        pictures=(),
        reader="",
        issues=question.issues,
    )


def _encodable(words: str) -> str:
    """Return words without lone surrogates, which cannot be written."""
    return words.encode("utf-8", "replace").decode()


@cache
def _reader() -> "Reader":
    from dateline.inference.reader import load_reader

    reader = load_reader(threads=1)  # as many documents as processors are read at a time
    gc.freeze()  # what is loaded stays; looking through it for garbage takes 3 % of the time
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
    sys.setswitchinterval(LONGEST_TURN)
    return reader


@cache
def _outlets() -> "OutletIndex":
    from dateline.outlets import OutletIndex, load_outlets

    return OutletIndex(load_outlets())
