"""`dateline read`: one article or many as the reader sees them, without a desk."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dateline.cli.options import JsonOption, NowOption, read_now

if TYPE_CHECKING:
    from dateline.model.documents import Picture
    from dateline.model.evidence import Headers
    from dateline.outlets import OutletIndex

LinesOption = Annotated[
    bool, typer.Option("--lines", help='Read {"id", "path", "url"?} lines on standard input as well.')
]
FilesArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE…", help="HTML, PDF, DOCX, EML, text, Markdown, WARC, JSON lines."),
]
CONTENTS = ("url", "title", "byline", "publisher", "published", "lang", "text")
NO_ARTICLE_TYPES = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "text/css",
    "text/javascript",
    "application/javascript",
)


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes to read, with what is known of them. `captured_at` is None where nothing says it."""

    id: str | int
    url: str
    body: bytes
    headers: "Headers"
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file, a line or a record that gives no page."""

    id: str | int
    reason: str


def command(
    files: FilesArgument = None,
    as_json: JsonOption = False,
    lines: LinesOption = False,
    now: NowOption = None,
) -> None:
    """Read articles from files: text, title, byline, date of publication, pictures."""
    reader = run if as_json else print_for_person
    sys.exit(reader(files or [], lines=lines, out=sys.stdout, stdin=sys.stdin, now=read_now(now)))


def run(files: list[Path], *, lines: bool, out: TextIO, stdin: TextIO, now: datetime | None = None) -> int:
    """Write one JSON line an article, in order; what cannot be read is an object with `issues`."""
    for page in _pages(files, stdin if lines else None):
        print(json.dumps(_read(page, now or datetime.now(UTC)), ensure_ascii=False), file=out, flush=True)
    return 0


def print_for_person(
    files: list[Path], *, lines: bool, out: TextIO, stdin: TextIO, now: datetime | None = None
) -> int:
    """Print the articles to be read; return 1 if one could not be."""
    failed = 0
    for page in _pages(files, stdin if lines else None):
        fields = _read(page, now or datetime.now(UTC))
        failed |= fields["text"] is None
        print(_format_article(fields), file=out)
    return failed


def _format_article(fields: dict[str, Any]) -> str:
    stated = [
        fields[name] for name in ("byline", "publisher", "source", "published", "lang") if fields.get(name)
    ]
    head = [fields["title"] or fields["id"], " · ".join(stated), fields["url"] or ""]
    captions = [f"[{picture['caption']}]" for picture in fields["pictures"] if picture["caption"]]
    issues = [f"! {issue}" for issue in fields["issues"]]
    paragraphs = ["\n".join(filter(None, head)), fields["text"] or "", *captions, "\n".join(issues)]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _pages(files: list[Path], stdin: TextIO | None) -> Iterator[Page | Trouble]:
    for path in files:
        yield from _pages_of(path, str(path), None)
    for number, line in enumerate(stdin or (), start=1):
        if line.strip():
            yield from _pages_of_line(line, number)


def _pages_of_line(line: str, number: int) -> Iterator[Page | Trouble]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield Trouble(f"line {number}", f"expected a JSON object, found {line[:40].strip()!r} ({error})")
        return
    if not isinstance(fields, dict) or not isinstance(fields.get("path"), str):
        yield Trouble(f"line {number}", f'expected {{"id", "path", "url"?}}, found {line[:80].strip()}')
        return
    url = fields.get("url")
    identity = fields.get("id")
    named = identity if isinstance(identity, str | int) else fields["path"]
    yield from _pages_of(Path(fields["path"]), named, url if isinstance(url, str) else None)


def _pages_of(path: Path, identity: str | int, url: str | None) -> Iterator[Page | Trouble]:
    from dateline.collect.found import MAX_RECORD_BYTES
    from dateline.collect.inbox_formats import CONTAINERS, WHOLE_FILES, suffix_of

    suffix = suffix_of(path.name)
    try:
        size = path.stat().st_size
        if suffix in CONTAINERS:
            yield from _pages_within(path, identity, suffix)
            return
        if size > MAX_RECORD_BYTES:
            yield Trouble(identity, f"{path}: expected at most {MAX_RECORD_BYTES} bytes, found {size}")
            return
        body = path.read_bytes()
    except (OSError, ValueError) as error:
        yield Trouble(identity, f"{path}: cannot be read ({error})")
        return
    media_type = WHOLE_FILES.get(suffix, "application/octet-stream")
    yield Page(identity, url or f"file:{path.name}", body, (("Content-Type", media_type),))


def _pages_within(path: Path, identity: str | int, suffix: str) -> Iterator[Page | Trouble]:
    from dateline.collect.found import Bad
    from dateline.collect.inbox_formats import CONTAINERS

    for number, found in enumerate(CONTAINERS[suffix](path, f"file:{path.name}"), start=1):
        if isinstance(found, Bad):
            yield Trouble(f"{identity}#{found.place}", f"{path}: {found.place}: {found.reason}")
        elif not _media_type(found.response_headers).startswith(NO_ARTICLE_TYPES):
            yield Page(
                f"{identity}#{number}", found.url, found.body, found.response_headers, found.captured_at
            )


def _media_type(headers: "Headers") -> str:
    stated = next((value for name, value in headers if name.lower() == "content-type"), "")
    return stated.partition(";")[0].strip().lower()


def _read(page: Page | Trouble, now: datetime) -> dict[str, Any]:
    from dateline.errors import Unreadable
    from dateline.model.evidence import Evidence, WarcPointer
    from dateline.model.identity import bytes_id
    from dateline.read import read_parts

    if isinstance(page, Trouble):
        return _nothing(page.id, None, page.reason)
    outlet = _outlets().find_by_address(page.url)
    evidence = Evidence(
        id=bytes_id(page.body),
        url=page.url,
        final_url=page.url,
        captured_at=page.captured_at or now,
        media_type=_media_type(page.headers),
        length=len(page.body),
        outlet=outlet.id if outlet else None,
        response_headers=page.headers,
        record=WarcPointer("", 0, 0),
    )
    try:
        parts = read_parts(evidence, page.body, outlet)
    except Unreadable as error:
        return _nothing(page.id, page.url, str(error))
    return {
        "id": page.id,
        "url": parts.url or page.url,
        "title": parts.title,
        "byline": parts.byline,
        "publisher": parts.publisher or (outlet.name if outlet else None),
        "source": parts.source,
        "published": parts.published.value if parts.published else None,
        "lang": parts.lang,
        "text": parts.text,
        "pictures": [_picture_fields(picture) for picture in parts.pictures],
        "issues": list(parts.issues),
    }


@cache
def _outlets() -> "OutletIndex":
    from dateline.outlets import OutletIndex, load_outlets

    return OutletIndex(load_outlets())


def _nothing(identity: str | int, url: str | None, reason: str) -> dict[str, Any]:
    return {"id": identity, **dict.fromkeys(CONTENTS), "url": url, "pictures": [], "issues": [reason]}


def _picture_fields(picture: "Picture") -> dict[str, str | None]:
    return {
        "url": picture.url,
        "caption": picture.caption,
        "credit": picture.credit,
        "published": picture.published.value if picture.published else None,
        "alt": picture.alt,
    }
