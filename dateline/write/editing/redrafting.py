"""A draft read back from Markdown: sentences with their citations, what was refused, what was pinned."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.errors import EditionError
from dateline.model.editions import (
    Citation,
    Edition,
    EditionDocument,
    EditionItem,
    EditionPicture,
    EditionSection,
    OverviewParagraph,
    Revision,
    Sentence,
    SentenceKind,
)
from dateline.write.editing.draft_blocks import Block, blocks_of, split_header
from dateline.write.editing.drafting import CHANGES, DISPUTES, NOTES, OVERVIEW, SECTIONS, citations_of
from dateline.write.editing.recounting import recounted
from dateline.write.prose.cite import with_label
from dateline.write.prose.passages import number_citations

PARTS = (OVERVIEW, SECTIONS, DISPUTES, CHANGES, NOTES)
MARKS = re.compile(r"(?:\s*(?<!\\)\[\^[\w-]+\])+$")
MARK = re.compile(r"\[\^([\w-]+)\]")
JUDGEMENT = re.compile(r"JUDGEMENT \(([^()]+)\): *(.*)")
REFUSAL = re.compile(r"REFUSE *((?:\[\^[\w-]+\] *)+): *(.*)")
PICTURE = re.compile(r"!\[.*\]\(([^()\s]+)\)")
LISTED = re.compile(r"\[(\d+)\]")
ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class DraftSources:
    """What an editor may draw on beyond the draft itself, looked up by the caller.

    `cite` finds a claim by its id, `relabel` gives a citation the label of house style, `entry` makes an
    empty item for a story of the ledger, `document` lists a cited document; each raises EditionError for
    what it does not know. `pictures` are those that can be printed, by file.
    """

    cite: Callable[[str], Citation]
    relabel: Callable[[Citation], Citation]
    entry: Callable[[str], EditionItem]
    document: Callable[[str], EditionDocument]
    pictures: Mapping[str, EditionPicture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that an editor refuses to print, and why."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An edition as an editor left it, and the claims that were refused on the way."""

    edition: Edition
    refusals: tuple[Refusal, ...]


def parse_draft(text: str, base: Revision, sources: DraftSources) -> Edited:
    """Read an edited draft; numbers of citations are those of `base`, the revision it was written from.

    The edition's id is that of `base`: the caller sets it anew. Raises EditionError naming the line that
    cannot be understood, and what was expected there.
    """
    header, body = split_header(text, base)
    parser = _Parser(base.edition, sources)
    for block in blocks_of(body, first_line=text[: len(text) - len(body)].count("\n") + 1):
        parser.take(block)
    return parser.finish(header)


class _Parser:
    """Takes block after block of a draft and builds the edition that they make."""

    def __init__(self, base: Edition, sources: DraftSources) -> None:
        self._base, self._sources = base, sources
        self._part = ""
        self._overview: list[list[Sentence]] = []
        self._sections: list[tuple[str, list[EditionItem]]] = []
        self._kept: dict[str, set[int]] = {DISPUTES: set(), CHANGES: set()}
        self._refusals: list[Refusal] = []
        self._known = {entry.story: entry for section in base.sections for entry in section.items}
        self._citations: dict[str, list[Citation]] = {}
        numbers = number_citations(base)
        for citation in citations_of(base):
            number = str(numbers[citation.document, citation.spans])
            self._citations.setdefault(number, []).append(citation)

    def take(self, block: Block) -> None:
        """Take one block."""
        level, _, words = block.text.partition(" ")
        if level == "#":
            self._open_part(block, words.strip())
        elif self._part in self._kept:
            self._keep_listed(block)
        elif self._part == NOTES:
            return
        elif level == "##":
            self._open(words.strip())
        elif level == "###" and self._part == SECTIONS:
            self._open_entry(block, words)
        else:
            self._take_words(block)

    def _open_part(self, block: Block, title: str) -> None:
        if title not in PARTS:
            raise EditionError(f"line {block.line}: expected one of # {', # '.join(PARTS)}, found # {title}")
        self._part = title

    def _open(self, title: str) -> None:
        if self._part == SECTIONS:
            self._sections.append((title, []))
        else:
            self._overview.append([])

    def _open_entry(self, block: Block, words: str) -> None:
        story = words.split(" ", maxsplit=1)[0]
        if not self._sections:
            raise EditionError(f"line {block.line}: expected a section, ## Title, above story {story}")
        if any(entry.story == story for _, entries in self._sections for entry in entries):
            raise EditionError(
                f"line {block.line}: story {story} stands in the draft twice; join its sentences"
            )
        entry = self._known.get(story) or self._sources.entry(story)
        self._sections[-1][1].append(replace(entry, sentences=(), pictures=()))

    def _keep_listed(self, block: Block) -> None:
        for number in LISTED.findall(block.text)[:1]:
            self._kept[self._part].add(int(number))

    def _take_words(self, block: Block) -> None:
        if match := REFUSAL.fullmatch(block.text):
            self._refuse(block, match)
        elif match := PICTURE.fullmatch(block.text):
            self._pin(block, match[1])
        else:
            self._add(block, self._sentence(block))

    def _refuse(self, block: Block, match: re.Match[str]) -> None:
        if not match[2].strip():
            raise EditionError(
                f"line {block.line}: a claim is refused with a reason: REFUSE [^3]: the reason"
            )
        for mark in MARK.findall(match[1]):
            claims = {citation.claim for citation in self._cited(block, mark)}
            self._refusals += [Refusal(claim, match[2].strip()) for claim in sorted(claims)]

    def _pin(self, block: Block, file: str) -> None:
        entry = self._entry_at(block)
        known = {picture.file: picture for one in self._known.values() for picture in one.pictures}
        picture = self._sources.pictures.get(file) or known.get(file)
        if picture is None:
            raise EditionError(f"line {block.line}: no picture {file} is at hand for the cited articles")
        self._put(replace(entry, pictures=(*entry.pictures, picture)))

    def _sentence(self, block: Block) -> Sentence:
        marks = MARKS.search(block.text)
        words = block.text[: marks.start()] if marks else block.text
        if match := JUDGEMENT.fullmatch(words):
            return Sentence(_unescaped(match[2]), SentenceKind.JUDGEMENT, (), author=match[1].strip())
        text = _unescaped(words)
        citations = []
        for mark in MARK.findall(marks.group() if marks else ""):
            citation, text = self._labelled(self._cited(block, mark), text)
            citations.append(citation)
        return Sentence(text, SentenceKind.REPORTED, tuple(citations))

    def _cited(self, block: Block, mark: str) -> Sequence[Citation]:
        if mark.isdecimal():
            if mark not in self._citations:
                raise EditionError(f"line {block.line}: [^{mark}] is not among the notes of this draft")
            return self._citations[mark]
        try:
            return [self._sources.cite(mark)]
        except EditionError as error:
            raise EditionError(f"line {block.line}: {error}") from None

    def _labelled(self, citations: Sequence[Citation], text: str) -> tuple[Citation, str]:
        """Return the citation of a passage whose label stands in the text; where none does, put one there."""
        for citation in citations:
            if citation.label and citation.label in text:
                return citation, text
        citation = self._sources.relabel(citations[0])
        return citation, text if citation.label in text else with_label(text, citation.label)

    def _add(self, block: Block, sentence: Sentence) -> None:
        if self._part == OVERVIEW:
            if not self._overview:
                self._overview.append([])
            self._overview[-1].append(sentence)
            return
        entry = self._entry_at(block)
        self._put(replace(entry, sentences=(*entry.sentences, sentence)))

    def _entry_at(self, block: Block) -> EditionItem:
        if self._part != SECTIONS or not self._sections or not self._sections[-1][1]:
            raise EditionError(
                f"line {block.line}: expected a story, ### ID, or the part # {OVERVIEW} above these words"
            )
        return self._sections[-1][1][-1]

    def _put(self, entry: EditionItem) -> None:
        self._sections[-1][1][-1] = entry

    def finish(self, header: Mapping[str, str]) -> Edited:
        """Return what the blocks make; what a refused claim bore out goes with it."""
        refused = {refusal.claim for refusal in self._refusals}
        base = self._base
        edition = replace(
            base,
            title=header.get("title") or base.title,
            editor=header.get("editor") or None,
            tlp=header.get("tlp") or None,
            overview=tuple(
                OverviewParagraph(left)
                for sentences in self._overview
                if (left := _without(sentences, refused))
            ),
            sections=tuple(self._section(title, entries, refused) for title, entries in self._sections),
            disputes=tuple(
                dispute
                for number, dispute in enumerate(base.disputes, 1)
                if number in self._kept[DISPUTES]
                and not any(c.claim in refused for version in dispute.versions for c in version.citations)
            ),
            changes=tuple(
                change for number, change in enumerate(base.changes, 1) if number in self._kept[CHANGES]
            ),
        )
        return Edited(recounted(edition, self._sources.document), tuple(self._refusals))

    @staticmethod
    def _section(title: str, entries: Sequence[EditionItem], refused: set[str]) -> EditionSection:
        left = (replace(entry, sentences=_without(entry.sentences, refused)) for entry in entries)
        return EditionSection(title, tuple(entry for entry in left if entry.sentences))


def _without(sentences: Sequence[Sentence], refused: set[str]) -> tuple[Sentence, ...]:
    return tuple(
        sentence
        for sentence in sentences
        if not any(citation.claim in refused for citation in sentence.citations)
    )


def _unescaped(text: str) -> str:
    return " ".join(ESCAPED.sub(r"\1", text).split())
