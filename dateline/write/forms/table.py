"""The forms that every edition is written in: one line a form."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.write.forms.docx import write_docx
from dateline.write.forms.epub import write_epub
from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.machine import serialise_edition
from dateline.write.forms.mail import write_mail
from dateline.write.forms.markdown import render_markdown
from dateline.write.forms.pdf import write_pdf
from dateline.write.forms.references import write_bibtex, write_csl, write_ris
from dateline.write.forms.render_html import render_html
from dateline.write.forms.wacz import write_wacz


@dataclass(frozen=True, slots=True)
class Form:
    """A form, by the file that it is written to in the folder of the edition."""

    file: str
    write: Callable[[PrintJob], Printed]


def write_html(job: PrintJob) -> Printed:
    """Write the edition as one self-contained page."""
    page = render_html(job.edition, job.documents, pictures=job.pictures, style=job.style)
    return Printed(page.encode())


def write_markdown(job: PrintJob) -> Printed:
    """Write the edition as Markdown."""
    return Printed(render_markdown(job.edition).encode())


def write_machine(job: PrintJob) -> Printed:
    """Write the edition in machine form, as its contract says."""
    return Printed(serialise_edition(job.edition).encode())


FORMS: dict[str, Form] = {
    "html": Form("index.html", write_html),
    "markdown": Form("edition.md", write_markdown),
    "pdf": Form("edition.pdf", write_pdf),
    "docx": Form("edition.docx", write_docx),
    "epub": Form("edition.epub", write_epub),
    "mail": Form("edition.txt", write_mail),
    "bibtex": Form("sources.bib", write_bibtex),
    "ris": Form("sources.ris", write_ris),
    "csl": Form("sources.csl.json", write_csl),
    "evidence": Form("evidence.wacz", write_wacz),
    "json": Form("edition.json", write_machine),
}
