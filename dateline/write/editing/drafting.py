"""A draft as Markdown for an editor to work in: a paragraph is a sentence, footnote marks are citations."""

from collections.abc import Iterator, Mapping

from dateline.model.editions import (
    Citation,
    Dispute,
    Edition,
    EditionItem,
    EditionPicture,
    Revision,
    Sentence,
    SentenceKind,
)
from dateline.write.prose.passages import number_citations, visible

OVERVIEW, SECTIONS, DISPUTES, CHANGES, NOTES = (
    "Overview",
    "Sections",
    "In dispute",
    "What changed",
    "Notes",
)
HEADER = ("title", "editor", "tlp")
HELP = """\
> A paragraph is a sentence; the marks behind it, such as [^3], are what it cites (listed under Notes).
> Drop a sentence by deleting it, move it or a whole story by moving its lines, rewrite it as you like:
> on saving, every name, number, date and quotation is looked up in the cited words again.
> Cite another claim of the ledger by its id, [^c-0123abcd]. Labels such as (Outlet, March 3) are put in.
>
> JUDGEMENT (Your Name): It is likely that …      a judgement of your own, in ICD 203 words
> REFUSE [^3]: the reason                         no edition prints this claim again
> ![](pictures/file.png)                          a picture; those at hand stand below their story
>
> Lines that begin with > are left out."""
FAULT = "> ✗ "


def format_draft(
    revision: Revision,
    *,
    faults: Mapping[str, tuple[str, ...]] | None = None,
    at_hand: Mapping[str, tuple[EditionPicture, ...]] | None = None,
    base: Edition | None = None,
) -> str:
    """Return the text that `parse_draft` reads back against `base`, by default against the edition itself.

    `faults` are the reasons against sentences by their path, printed below them; `at_hand` are by
    document the pictures that could be printed with a story that cites it.
    """
    writer = _Writer(revision.edition, base or revision.edition, faults or {}, at_hand or {})
    blocks = [_header(revision), HELP, *writer.overview(), *writer.sections(), *writer.rest()]
    return "\n\n".join(blocks) + "\n"


def escape_text(text: str) -> str:
    """Return `text` on one line, with a backslash where it would read as something else.

    >>> escape_text("# 1 [^2] of 3")
    '\\\\# 1 \\\\[^2] of 3'
    """
    line = " ".join(visible(text).split()).replace("\\", "\\\\").replace("[^", "\\[^")
    special = line.startswith(("#", ">", "![", "[", "---", "JUDGEMENT", "REFUSE"))
    return f"\\{line}" if special else line


def _header(revision: Revision) -> str:
    edition = revision.edition
    facts = [f"draft: {revision.draft}", f"revision: {revision.id}"]
    facts += [f"{name}: {' '.join(str(getattr(edition, name) or '').split())}".rstrip() for name in HEADER]
    return "\n".join(["---", *facts, f"period: {edition.period.begin} to {edition.period.until}", "---"])


class _Writer:
    """Writes the parts of one draft; knows the number of each citation."""

    def __init__(
        self,
        edition: Edition,
        base: Edition,
        faults: Mapping[str, tuple[str, ...]],
        at_hand: Mapping[str, tuple[EditionPicture, ...]],
    ) -> None:
        self._edition, self._faults, self._at_hand = edition, faults, at_hand
        self._numbers = number_citations(base)

    def overview(self) -> Iterator[str]:
        yield f"# {OVERVIEW}"
        for p, paragraph in enumerate(self._edition.overview):
            yield f"## {p + 1}"
            for s, sentence in enumerate(paragraph.sentences):
                yield from self._sentence(sentence, f"overview[{p}].sentences[{s}]")

    def sections(self) -> Iterator[str]:
        yield f"# {SECTIONS}"
        for n, section in enumerate(self._edition.sections):
            yield f"## {' '.join(section.title.split())}"
            for i, entry in enumerate(section.items):
                yield from self._entry(entry, f"sections[{n}].items[{i}]")

    def rest(self) -> Iterator[str]:
        if self._edition.disputes:
            yield f"# {DISPUTES}"
        for number, dispute in enumerate(self._edition.disputes, 1):
            faults = [
                reason
                for v in range(len(dispute.versions))
                for reason in self._faults.get(f"disputes[{number - 1}].versions[{v}]", ())
            ]
            yield "\n".join([f"[{number}] {_dispute(dispute)}", *(f"{FAULT}{reason}" for reason in faults)])
        if self._edition.changes:
            yield f"# {CHANGES}"
        for number, change in enumerate(self._edition.changes, 1):
            yield f"[{number}] {' '.join(change.get('text', '').split())}"
        yield f"# {NOTES}"
        yield "\n".join(self._notes())

    def _entry(self, entry: EditionItem, path: str) -> Iterator[str]:
        yield f"### {entry.story} {' '.join(entry.origins_note.split())}".rstrip()
        for s, sentence in enumerate(entry.sentences):
            yield from self._sentence(sentence, f"{path}.sentences[{s}]")
        for p, picture in enumerate(entry.pictures):
            yield self._with_faults(_picture(picture), f"{path}.pictures[{p}]")
        printed = {picture.file for picture in entry.pictures}
        cited = [citation.document for sentence in entry.sentences for citation in sentence.citations]
        others = {
            picture.file: picture
            for document in cited
            for picture in self._at_hand.get(document, ())
            if picture.file not in printed
        }
        if others:
            yield "\n".join(f"> at hand: {_picture(picture)}" for picture in others.values())

    def _sentence(self, sentence: Sentence, path: str) -> Iterator[str]:
        marks = "".join(f"[^{self._number(citation)}]" for citation in sentence.citations)
        text = escape_text(sentence.text)
        if sentence.kind is SentenceKind.JUDGEMENT:
            text = f"JUDGEMENT ({' '.join((sentence.author or '').split())}): {text}"
        yield self._with_faults(text + marks, path)

    def _with_faults(self, line: str, path: str) -> str:
        return "\n".join([line, *(f"{FAULT}{reason}" for reason in self._faults.get(path, ()))])

    def _number(self, citation: Citation) -> int:
        return self._numbers[citation.document, citation.spans]

    def _notes(self) -> Iterator[str]:
        first: dict[int, Citation] = {}
        for citation in citations_of(self._edition):
            first.setdefault(self._number(citation), citation)
        for number, citation in sorted(first.items()):
            day = (citation.published or "undated")[:10]
            quote = " ".join(visible(citation.quote).split())
            yield f"[^{number}]: {citation.claim} {citation.outlet}, {day}: “{quote}”"


def citations_of(edition: Edition) -> Iterator[Citation]:
    """Yield the citations of all sentences, the body's first: an overview repeats them."""
    for section in edition.sections:
        for entry in section.items:
            for sentence in entry.sentences:
                yield from sentence.citations
    for paragraph in edition.overview:
        for sentence in paragraph.sentences:
            yield from sentence.citations
    for dispute in edition.disputes:
        for version in dispute.versions:
            yield from version.citations


def _picture(picture: EditionPicture) -> str:
    caption = " ".join(visible(picture.caption).split()).replace("]", ")")
    return f"![{caption}]({picture.file})"


def _dispute(dispute: Dispute) -> str:
    versions = "; ".join(
        f"{version.value} {', '.join(citation.label for citation in version.citations)}"
        for version in dispute.versions
    )
    return " ".join(visible(f"{dispute.title or dispute.about}: {versions}").split())
