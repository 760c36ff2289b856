"""What an article says of its own earlier versions: corrected figures, corrections marked, all taken back."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.spans import Span

OPENING = 600  # code points at each end of an article, where such notes stand


def earlier_sentences(document: Document, made: Annotations) -> Iterator[Span]:
    """Give the sentences that tell what an earlier version of the article said."""
    if _can_stand_in(document.text, "earlier"):
        pattern = _phrases("earlier")
        yield from (each for each in made.sentences if pattern.search(each.of(document.text)))


def marks_correction(document: Document) -> bool:
    """Say whether an article says that it was corrected."""
    ends = _ends(document)
    return _is_said(ends, "marks") or _is_said(ends, "earlier")


def is_retracted(document: Document) -> bool:
    """Say whether an article takes back what it said."""
    return _is_said(_ends(document), "retracted")


def _ends(document: Document) -> str:
    text = document.text
    ends = text if len(text) <= 2 * OPENING else f"{text[:OPENING]}\n{text[-OPENING:]}"
    return f"{document.title or ''}\n{ends}"


def _is_said(text: str, kind: str) -> bool:
    return _can_stand_in(text, kind) and _phrases(kind).search(text) is not None


def _can_stand_in(text: str, kind: str) -> bool:
    """Say whether a text has the letters of a phrase: most have none, and are not searched word by word."""
    lowered = text.lower()
    return any(phrase in lowered for phrase in _lowered(kind))


@cache
def _lowered(kind: str) -> tuple[str, ...]:
    return tuple(phrase.lower() for phrase in _listed(kind))


@cache
def _listed(kind: str) -> tuple[str, ...]:
    tables = (language_table(code, "corrections") for code in language_codes())
    return tuple(sorted({str(phrase) for table in tables for phrase in table.get(kind, ())}))


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    """Return what matches the phrases of all languages; a short mark such as "Correction" begins a line."""
    phrases = _listed(kind)
    words = [rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases if " " in phrase or kind != "marks"]
    heads = [rf"^\W*{re.escape(phrase)}\b(?=\W*[:,(—–-]|\W*$)" for phrase in phrases if " " not in phrase]
    notes = [rf"\((?:{'|'.join(re.escape(phrase) for phrase in phrases)})\)"]
    chosen = [*words, *heads, *notes] if kind == "marks" else words
    return re.compile("|".join(chosen), re.IGNORECASE | re.MULTILINE)
