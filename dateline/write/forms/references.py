"""What an edition cites, for reference managers: BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.editions import EditionDocument
from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.words import one_line
from dateline.write.prose.passages import printed_citations, safe_url

BIBTEX_MARKUP = re.compile(r"[\\{}$&#%_^~]")
BIBTEX_WORDS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
ADDRESS_MARKUP = re.compile(r"[\\{}\"<>^`|\s]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document as a reference manager keeps it; `published` keeps the precision of its date."""

    key: str
    title: str
    author: str
    outlet: str
    published: str
    captured: str
    url: str
    lang: str
    evidence: str


def write_bibtex(job: PrintJob) -> Printed:
    """Write the cited documents as BibTeX (biblatex `@online`)."""
    return Printed("\n".join(_bibtex(reference) for reference in _references(job)).encode())


def write_ris(job: PrintJob) -> Printed:
    """Write the cited documents as RIS; lines end in CR LF as the format asks."""
    lines = [line for reference in _references(job) for line in _ris(reference)]
    return Printed("".join(f"{line}\r\n" for line in lines).encode())


def write_csl(job: PrintJob) -> Printed:
    """Write the cited documents as CSL-JSON. Reference: Citation Style Language 1.0.2, data schema."""
    formatted = [_csl(reference) for reference in _references(job)]
    return Printed((json.dumps(formatted, ensure_ascii=False, indent=1) + "\n").encode())


def _references(job: PrintJob) -> Iterator[Reference]:
    outlets = {citation.document: citation.outlet for citation in printed_citations(job.edition)}
    for entry in job.edition.documents:
        yield _reference(job, entry, one_line(outlets.get(entry.id, entry.outlet)))


def _reference(job: PrintJob, entry: EditionDocument, outlet: str) -> Reference:
    document = job.documents.get(entry.id)
    return Reference(
        key=re.sub(r"[^A-Za-z0-9_-]", "", entry.id),
        title=one_line(entry.title or entry.url),
        author=one_line((document.byline if document else None) or ""),
        outlet=outlet,
        published=(entry.published or "")[:10],
        captured=entry.captured_at[:10],
        url=ADDRESS_MARKUP.sub(_percent, safe_url(entry.url) or ""),
        lang=document.lang if document else "",
        evidence=one_line(entry.evidence),
    )


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _bibtex(reference: Reference) -> str:
    fields = {
        "title": f"{{{_plain(reference.title)}}}",
        "author": f"{{{_plain(reference.author)}}}" if reference.author else "",
        "organization": _plain(reference.outlet),
        "date": reference.published,
        "urldate": reference.captured,
        "url": reference.url,
        "langid": reference.lang,
        "note": f"SHA-256 {reference.evidence}",
    }
    stated = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{reference.key},\n{stated},\n}}\n"


def _plain(text: str) -> str:
    return BIBTEX_MARKUP.sub(lambda found: BIBTEX_WORDS[found[0]], text)


def _ris(reference: Reference) -> Iterator[str]:
    yield "TY  - NEWS"
    fields = (
        ("ID", reference.key),
        ("TI", reference.title),
        ("AU", reference.author),
        ("T2", reference.outlet),
        ("DA", f"{reference.published.replace('-', '/')}/" if reference.published else ""),
        ("PY", reference.published[:4]),
        ("Y2", reference.captured.replace("-", "/")),
        ("UR", reference.url),
        ("LA", reference.lang),
        ("N1", f"SHA-256 {reference.evidence}"),
    )
    yield from (f"{tag}  - {value}" for tag, value in fields if value)
    yield from ("ER  - ", "")


def _csl(reference: Reference) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else None,
        "container-title": reference.outlet,
        "issued": _date(reference.published),
        "accessed": _date(reference.captured),
        "URL": reference.url,
        "language": reference.lang,
        "note": f"SHA-256 {reference.evidence}",
    }
    return {name: value for name, value in fields.items() if value}


def _date(stated: str) -> dict[str, object] | None:
    return {"date-parts": [[int(part) for part in stated.split("-")]]} if stated else None
