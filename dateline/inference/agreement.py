"""One name, one type: the occurrences of a name decide together, with those of what it is short for.

They also find those that were missed.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from dateline.inference.decode import FloatArray
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

FEWEST_FOUND = 2
"""Occurrences of a name that must have been found before others are added."""
ENOUGH = 0.5
"""Share of all occurrences of a name that must have been found before the others are added."""
IN_FULL_TIMES = 2.0
"""How much the occurrences of a name in full count beside those of its short form, which is of its type."""
GOES_ON = ",;:)’'-"
"""Marks behind which a sentence goes on."""


def agree(text: str, mentions: Sequence[RawMention], types: Sequence[MentionType]) -> list[RawMention]:
    """Return the mentions with one type for each name, and with the occurrences that were missed."""
    by_name: dict[str, list[RawMention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.span.of(text)].append(mention)
    by_name = {name: found for name, found in by_name.items() if not _is_common(text, name)}
    kinds = _types_of_names(by_name, types)
    agreed = {
        mention.span: replace(mention, type=kinds[name])
        for name, found in by_name.items()
        for mention in found
    }
    taken = sorted(agreed)
    for name, found in by_name.items():
        if len(found) >= FEWEST_FOUND and name[0].isupper():
            agreed.update(
                (mention.span, mention) for mention in _missed(text, name, found, taken, kinds[name])
            )
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


def _types_of_names(
    by_name: Mapping[str, Sequence[RawMention]], types: Sequence[MentionType]
) -> dict[str, MentionType]:
    """Return the type of each name that is likeliest over all its occurrences and those of it in full."""
    sums = {name: np.sum([mention.kinds for mention in found], axis=0) for name, found in by_name.items()}
    own = {name: _likeliest(likely, by_name[name][0].type, types) for name, likely in sums.items()}
    agreed = {}
    in_full = _names_in_full(own)
    for name, likely in sums.items():
        whole = [sums[longer] for longer in in_full.get(_short_form(name), ())]
        agreed[name] = _likeliest(likely + IN_FULL_TIMES * sum(whole), own[name], types)
    return agreed


def _likeliest(likely: FloatArray, otherwise: MentionType, types: Sequence[MentionType]) -> MentionType:
    return types[int(likely.argmax())] if likely.size else otherwise


def _names_in_full(own: Mapping[str, MentionType]) -> dict[str, list[str]]:
    """Return names of several words by what may be short for them: a family name, or initials."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, kind in own.items():
        words = name.split()
        if len(words) > 1 and kind is MentionType.PERSON:
            found[_short_form(words[-1])].append(name)
        elif len(words) > 1:
            initials = [word[0] for word in name.replace("-", " ").split()]
            capitals = [letter for letter in initials if letter.isupper()]
            for letters in {"".join(initials).upper(), "".join(capitals)}:
                found[letters].append(name)
    return found


def _short_form(name: str) -> str:
    """Return a name as `_names_in_full` has it: what has two capitals and more in capitals alone."""
    return name.upper() if sum(map(str.isupper, name)) > 1 and name.isalpha() else name


def _missed(
    text: str, name: str, found: Sequence[RawMention], taken: Sequence[Span], kind: MentionType
) -> Iterator[RawMention]:
    everywhere = list(_whole_words(text, name))
    if not everywhere or len(found) < ENOUGH * len(everywhere):
        return
    score = len(found) / len(everywhere) * min(mention.score for mention in found)
    for span in everywhere:
        if not _touches(span, taken):
            yield RawMention(span, kind, score)


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])
