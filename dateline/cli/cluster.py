"""`dateline cluster`: which documents tell of one happening, JSON lines in and out, without a desk."""

import fileinput
import io
import json
import re
import sys
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.link import Placement
    from dateline.model.documents import Document

TEXTS = ("text", "lang", "published", "publisher", "title")
FIRST = datetime(1970, 1, 1, tzinfo=UTC)  # documents without a date, where none before them has one

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files of JSON lines.", show_default="standard input"),
    ] = None,
) -> None:
    """Put documents into stories: {"id", "text", "title"?, "lang"?, "published"?, "publisher"?} lines.

    Lines are read in order of time. Each answer is {"id", "story", "copy_of"?}, as soon as its document
    is read; {"story", "merged_into"} says later that two stories have turned out to be one. New documents
    of one moment (those without a date, or with the same day) are judged together when a later one comes,
    or at the end: their order makes no difference. Small stories wait a day and a half of the stream, or
    for its end, before they join what they are only somewhat like.
    """
    missing = [str(file) for file in files or () if not file.is_file()]
    if missing:
        raise InputError(f"{', '.join(missing)}: no such file; give files of JSON lines, or none")
    if not files:
        stdin = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
        raise typer.Exit(run(out=sys.stdout, stdin=stdin))
    with fileinput.input(files, encoding="utf-8", errors="replace") as lines:
        raise typer.Exit(run(out=sys.stdout, stdin=lines))


def run(*, out: TextIO, stdin: Iterable[str]) -> int:
    """Answer each line in its order, one that cannot be used with `issues`. Return the exit status."""
    for answer in _answers(stdin):
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
    return 0


def _answers(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    from dateline.link import StoryStream

    stream, names, now = StoryStream(), dict[str, str](), FIRST
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            fields = _parse(line)
        except InputError as error:
            yield {"id": _id_of(line, number), "issues": [_encodable(f"line {number}: {error}")]}
            continue
        now = max(now, _moment(fields.get("published")))
        document = _document(_unused(fields, names), fields, now)
        names[document.id] = _id_of(line, number)
        placement = stream.add(document)
        yield _placed(placement, names)
        yield from _merged(placement.merged)
    yield from _merged(stream.finish())


def _placed(placement: "Placement", names: dict[str, str]) -> dict[str, object]:
    answer: dict[str, object] = {"id": names[placement.document], "story": placement.story}
    if placement.copy_of is not None:
        answer["copy_of"] = names[placement.copy_of]
    return answer


def _merged(merged: Iterable[tuple[str, str]]) -> Iterator[dict[str, object]]:
    """Give a line for each story that is now part of another."""
    for story, into in merged:
        yield {"story": story, "merged_into": into}


def _parse(line: str) -> dict[str, Any]:
    """Return the fields of a line. Raises InputError for what is no document."""
    fields = _fields(line)
    if not isinstance(fields.get("text"), str):
        raise InputError(f"expected `text` to be a text, found {type(fields.get('text')).__name__}")
    for name in TEXTS:
        value = fields.get(name)
        if not isinstance(value, str | None):
            raise InputError(f"expected `{name}` to be a text, found {type(value).__name__}")
        if value is not None:
            fields[name] = _encodable(value)
    return fields


def _fields(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"expected a JSON object, found {line[:40].strip()!r} ({error})") from error
    if not isinstance(fields, dict):
        raise InputError(f"expected a JSON object, found {type(fields).__name__}")
    return fields


def _id_of(line: str, number: int) -> str:
    """Return the id that a line states, else its number."""
    try:
        identity = _fields(line).get("id")
    except InputError:
        identity = None
    return _encodable(str(identity)) if isinstance(identity, str | int) else f"line {number}"


def _encodable(words: str) -> str:
    """Return words without lone surrogates, which cannot be written."""
    return words.encode("utf-8", "replace").decode()


def _moment(published: str | None) -> datetime:
    """Return the first instant of the day that `published` begins with, `FIRST` where it has none."""
    found = _DAY.match(published or "")
    try:
        return datetime.fromisoformat(found.group()).replace(tzinfo=UTC) if found else FIRST
    except ValueError:
        return FIRST


def _unused(fields: dict[str, Any], names: Container[str]) -> str:
    """Return an id of what a document says, whichever line it stands on; of equal ones the next."""
    from dateline.model.identity import content_id

    said = [fields.get(name) for name in TEXTS]
    return next(id for turn in count() if (id := content_id("d", said, turn)) not in names)


def _document(id: str, fields: dict[str, Any], now: datetime) -> "Document":
    from dateline.model.documents import Document
    from dateline.model.times import StatedTime
    from dateline.text.scripts import language_of
    from dateline.text.unicode import nfc

    text, published = nfc(fields["text"]), fields.get("published")
    return Document(
        id=id,
        evidence="",
        url="",
        outlet=fields.get("publisher") or None,
        title=nfc(fields["title"]) if fields.get("title") else None,
        byline=None,
        source=None,
        published=StatedTime(published, published) if published else None,
        captured_at=now + timedelta(days=1),
        lang=fields.get("lang") or language_of(text),
        text=text,
        pictures=(),
        reader="",
    )
