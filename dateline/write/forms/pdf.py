"""PDF/UA by typst: tagged, fonts embedded, notes at the foot of the page they belong to."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from dateline.write.fonts import REPLACEMENT, font_folder, printable_words
from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.lay_out import lay_out
from dateline.write.forms.layout import LaidPicture, Layout

if TYPE_CHECKING:
    import typst

TEMPLATE = "spotlight.typ"
ACCESSIBLE: Literal["ua-1"] = "ua-1"
PLAIN: Literal["1.7"] = "1.7"
MISSING = "the PDF is left out: it takes typst; install it with `pip install 'dateline[pdf]'`"


@dataclass(frozen=True, slots=True)
class _Paper:
    """What typst is handed: the template, the words as JSON, and the folder with the pictures."""

    template: bytes
    words: str
    folder: Path
    issued: datetime


def write_pdf(job: PrintJob) -> Printed:
    """Write the edition as PDF/UA. What cannot be printed is left out with a note, never the edition."""
    try:
        import typst  # noqa: F401
    except ImportError:
        return Printed(None, (MISSING,))
    with TemporaryDirectory(prefix="dateline-pdf-") as folder:
        layout, notes = _without_broken(job, lay_out(job), Path(folder))
        words = _words(layout, job.edition.issued_at)
        if REPLACEMENT in words:
            notes += ("PDF: characters that the shipped fonts do not have are printed as \ufffd",)
        template = _template(job.style).read_bytes()
        issued = datetime.fromisoformat(job.edition.issued_at).replace(microsecond=0)  # finer is refused
        return _compiled(_Paper(template, words, Path(folder), issued), notes)


def _template(style: Path | None) -> Traversable:
    """Return the desk's own template for paper where its style has one, else ours."""
    own = style / TEMPLATE if style is not None else None
    if own is not None and own.is_file():
        return own
    return resources.files("dateline.write").joinpath("templates", TEMPLATE)


def _compiled(paper: _Paper, notes: tuple[str, ...]) -> Printed:
    import typst

    try:
        return Printed(_compile(paper, ACCESSIBLE), notes)
    except typst.TypstError as error:
        notes += (f"PDF: not accessible (PDF/UA): {error.message}",)
    try:
        return Printed(_compile(paper, PLAIN), notes)
    except typst.TypstError as error:
        return Printed(None, (*notes, f"the PDF is left out: {error.message}"))


def _compile(paper: _Paper, standard: Literal["ua-1", "1.7"]) -> bytes:
    import typst

    compiler = typst.Compiler(
        paper.template,
        root=paper.folder,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"edition": paper.words},
    )
    body = compiler.compile(format="pdf", pdf_standards=[standard], timestamp=paper.issued)
    assert isinstance(body, bytes)
    return body


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())]
    )


def _words(layout: Layout, issued_at: str) -> str:
    fields = asdict(layout)
    fields["lang"] = layout.language.split("-")[0]
    fields["date"] = [int(part) for part in issued_at[:10].split("-")]
    return json.dumps(_printable(fields), ensure_ascii=False)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable_words(value)
        case dict():
            return {name: _printable(part) for name, part in value.items()}
        case list() | tuple():
            return [_printable(part) for part in value]
        case _:
            return value


def _without_broken(job: PrintJob, layout: Layout, folder: Path) -> tuple[Layout, tuple[str, ...]]:
    """Put each picture that typst can read into `folder`; give the others the width 0."""
    broken = {
        picture.file
        for picture in _pictures(layout)
        if not picture.width or not _reads(job.pictures[picture.file], folder / _name(picture))
    }
    sections = tuple(
        replace(
            section,
            entries=tuple(
                replace(
                    entry,
                    pictures=tuple(
                        replace(picture, width=0.0) if picture.file in broken else picture
                        for picture in entry.pictures
                    ),
                )
                for entry in section.entries
            ),
        )
        for section in layout.sections
    )
    notes = tuple(f"PDF: {file} is no picture that can be printed; it is left out" for file in sorted(broken))
    return replace(layout, sections=sections), notes


def _pictures(layout: Layout) -> Iterator[LaidPicture]:
    return (picture for section in layout.sections for entry in section.entries for picture in entry.pictures)


def _name(picture: LaidPicture) -> str:
    return Path(picture.file).name


def _reads(body: bytes, file: Path) -> bool:
    import typst

    file.write_bytes(body)
    probe = f"#image({json.dumps('/' + file.name)})".encode()
    try:
        typst.Compiler(probe, root=file.parent, font_paths=_fonts()).compile(format="pdf")
    except typst.TypstError:
        return False
    return True
