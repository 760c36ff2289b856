"""Names that a trained reader found in pieces: "University of | Auckland", "Lina | Haddad", "M | ā | ori"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.names.words import NameWords
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

_BROKEN = re.compile(r"\w+(?: [āēīōū] [^\W\d_]+)+|\w+ [āēīōū]\b")
"""A word out of which a conversion broke letters with macrons: "P ā p ā moa"."""
SIDE_BY_SIDE = frozenset({MentionType.PERSON, MentionType.ORG})
"""Types of which two names never stand side by side with only a space between."""


def whole_names(text: str, mentions: Sequence[RawMention], words: NameWords) -> Iterator[RawMention]:
    """Yield the names, those together that are one."""
    before: RawMention | None = None
    for mention in _unbroken(text, mentions):
        joined = _joined(text, before, mention, words) if before else None
        if before and not joined:
            yield before
        before = joined or mention
    if before:
        yield before


def _unbroken(text: str, mentions: Sequence[RawMention]) -> Iterator[RawMention]:
    """Yield the names with the whole of the broken words that they touch, one name for each."""
    words = [Span(*found.span()) for found in _BROKEN.finditer(text)]
    before: RawMention | None = None
    for mention in mentions:
        whole = _with_words(mention, words)
        if before and before.span.overlaps(whole.span):
            surer = max(before, whole, key=lambda each: each.score)
            whole = replace(surer, span=Span(before.span.start, max(before.span.end, whole.span.end)))
        elif before:
            yield before
        before = whole
    if before:
        yield before


def _with_words(mention: RawMention, words: Sequence[Span]) -> RawMention:
    ends = (mention.span, *(word for word in words if word.overlaps(mention.span)))
    span = Span(min(each.start for each in ends), max(each.end for each in ends))
    return replace(mention, span=span)


def _joined(text: str, before: RawMention, mention: RawMention, words: NameWords) -> RawMention | None:
    """Return a name and the one right after it as one; none where they are two."""
    between = text[before.span.end : mention.span.start]
    is_beside = before.type is mention.type and mention.type in SIDE_BY_SIDE and between == " "
    if not is_beside and not _goes_on(text, before, between, words):
        return None
    span = Span(before.span.start, mention.span.end)
    return replace(before, span=span, score=min(before.score, mention.score))


def _goes_on(text: str, name: RawMention, between: str, words: NameWords) -> bool:
    """Say whether a name of a body or a site stops at "of" or "for", with at most an article behind it."""
    last = name.span.of(text).rsplit(maxsplit=1)[-1]
    is_open = name.type not in (MentionType.PERSON, MentionType.GPE) and last in words.openers_inside
    is_part = name.type is not MentionType.LOC or not between.strip()
    return is_open and between.strip() in words.links_inside and "\n" not in between and is_part
