"""One name, one type: the occurrences of a name decide together, and find those that were missed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

FEWEST_FOUND = 2
"""Occurrences of a name that must have been found before others are added."""
ENOUGH = 0.5
"""Share of all occurrences of a name that must have been found before the others are added."""
GOES_ON = ",;:)’'-"
"""Marks behind which a sentence goes on."""


def agree(text: str, mentions: Sequence[RawMention], types: Sequence[MentionType]) -> list[RawMention]:
    """Return the mentions with one type for each name, and with the occurrences that were missed."""
    by_name: dict[str, list[RawMention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.span.of(text)].append(mention)
    by_name = {name: found for name, found in by_name.items() if not _is_common(text, name)}
    agreed = {
        mention.span: replace(mention, type=_likeliest(found, types))
        for found in by_name.values()
        for mention in found
    }
    taken = sorted(agreed)
    for name, found in by_name.items():
        if len(found) >= FEWEST_FOUND and name[0].isupper():
            agreed.update((mention.span, mention) for mention in _missed(text, name, found, taken, types))
    return [agreed[span] for span in sorted(agreed)]


def _is_common(text: str, name: str) -> bool:
    """Say whether a word has its capital only from the sentences it opens: "Rockets fell", "the rockets"."""
    if not name.isalpha() or not name.istitle() or next(_whole_words(text, name.lower()), None) is None:
        return False
    return not any(_inside_sentence(text, span.start) for span in _whole_words(text, name))


def _inside_sentence(text: str, start: int) -> bool:
    """Say whether what begins here stands behind a space and a word or mark that ends no sentence."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0] in GOES_ON or _in_word(before[0]))


def _whole_words(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a text, no letter before or behind them.

    A pattern does the same, but takes as long to compile as to search an article.
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not _in_word(text[start - 1 : start]) and not _in_word(text[end : end + 1]):
            yield Span(start, end)
        start = text.find(words, start + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _likeliest(found: Sequence[RawMention], types: Sequence[MentionType]) -> MentionType:
    """Return the type with the greatest sum over the occurrences."""
    sums = [sum(likely) for likely in zip(*(mention.kinds for mention in found), strict=True)]
    return types[max(range(len(sums)), key=sums.__getitem__)] if sums else found[0].type


def _missed(
    text: str, name: str, found: Sequence[RawMention], taken: Sequence[Span], types: Sequence[MentionType]
) -> Iterator[RawMention]:
    everywhere = list(_whole_words(text, name))
    if not everywhere or len(found) < ENOUGH * len(everywhere):
        return
    score = len(found) / len(everywhere) * min(mention.score for mention in found)
    for span in everywhere:
        if not _touches(span, taken):
            yield RawMention(span, _likeliest(found, types), score)


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])
