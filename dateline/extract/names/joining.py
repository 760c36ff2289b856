"""The names that a trained reader found, beside those that the grammar sees."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.attribution.wording import key_of
from dateline.extract.names.finding import WATCHED
from dateline.extract.names.titled import named_again
from dateline.extract.names.tokens import NamedSpan
from dateline.extract.names.wholes import whole_names
from dateline.extract.names.words import NameWords, name_words_of
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

_PART = re.compile(r"\S+")
_MARKS = ",;:"
LEAST_NAME_ALONE = 0.8
"""Least score of a name where the grammar sees none; chosen on held-out countries of Worldwide Newswire."""
PERSON_WORDS = (2, 3)
"""Words of a person that a given name tells where the reader sees nothing."""
TOLD_BY_WORDS = frozenset({MentionType.ORG, MentionType.FAC})
"""Types that the grammar tells by a word of the name."""


def reader_names(
    text: str, lang: str, mentions: Sequence[RawMention], known: Sequence[NamedSpan]
) -> tuple[NamedSpan, ...]:
    """Return the reader's names with the offices that the grammar saw beside them, in order.

    Of bodies whose name says what they are ("Community School"), the grammar's name is taken where the reader
    has nothing or a name of no kind. Names of the watch list, and of groups by their first word ("Jund
    al-Sahra"), are always kept.
    """
    roles = {name.span.end: name.role for name in known if name.role}
    seen = _Spans(name.span for name in known)
    named = _Spans(mention.span for mention in mentions if mention.type is not MentionType.MISC)
    other = _Spans(mention.span for mention in mentions if mention.type is MentionType.MISC)
    words = name_words_of(lang)
    strong = [
        name
        for name in known
        if name.confidence >= WATCHED
        or _is_group(text, name, words)
        or (
            _is_body(text, name, words)
            and not named.touching(name.span)
            and all(name.span.covers(part) for part in other.touching(name.span))
        )
    ]
    touched = _Spans(mention.span for mention in mentions)
    unseen = (name for name in known if not touched.touching(name.span))
    strong += filter(None, (_by_given_name(text, name, words) for name in unseen))
    taken = _Spans(name.span for name in strong)
    believed = [
        mention
        for mention in whole_names(text, mentions, words)
        if not taken.touching(mention.span)
        and (mention.score >= LEAST_NAME_ALONE or seen.touching(mention.span))
        and not _is_no_name(text, mention, words)
    ]
    kept = [
        NamedSpan(_neat(text, mention, words), mention.type, roles.get(mention.span.end), mention.score)
        for mention in believed
    ]
    seen_now = [*kept, *strong]
    met = _Spans([*(mention.span for mention in mentions), *(name.span for name in seen_now)])
    return tuple(sorted([*seen_now, *_again(text, seen_now, met, words)], key=lambda name: name.span))


def _is_no_name(text: str, mention: RawMention, words: NameWords) -> bool:
    """Say whether what was taken for a name is a day, an amount, an office, or all in small letters."""
    printed = mention.span.of(text)
    return printed.islower() or key_of(printed) in words.no_names


def _neat(text: str, mention: RawMention, words: NameWords) -> Span:
    """Return a name without loose words at its ends: "eastern Sahra", "Parliament of", "Gen Ramos"."""
    span = mention.span
    parts = list(_PART.finditer(text, span.start, span.end))
    while len(parts) > 1 and (parts[-1][0] in words.loose_ends or not parts[-1][0].strip(_MARKS)):
        parts.pop()
    while len(parts) > 1 and (
        parts[0][0] in words.directions
        or (mention.type is MentionType.PERSON and words.titles.match([key_of(parts[0][0].rstrip("."))], 0))
    ):
        parts.pop(0)
    return Span(parts[0].start(), parts[-1].start() + len(parts[-1][0].rstrip(_MARKS))) if parts else span


def _is_body(text: str, name: NamedSpan, words: NameWords) -> bool:
    """Say whether a word of a name tells a body; mere capitals ("TV") or a bare kind ("School") tell none."""
    printed = name.span.of(text)
    keys = [key_of(word) for word in printed.split()]
    if name.type not in TOLD_BY_WORDS or printed.isupper():
        return False
    if len(keys) == 1:
        return keys[0] in words.bodies_alone
    return not (words.organisation_words | words.facility_words).isdisjoint(keys)


def _by_given_name(text: str, name: NamedSpan, words: NameWords) -> NamedSpan | None:
    """Return the person that a given name tells where the reader sees nothing: "(rival) Nina Haddad"."""
    parts = list(_PART.finditer(text, name.span.start, name.span.end))
    first = next((at for at, part in enumerate(parts) if key_of(part[0]) in words.given_names), len(parts))
    person = parts[first:]
    is_name = len(person) in PERSON_WORDS and all(_is_name_word(part[0]) for part in person)
    if name.type is not MentionType.PERSON or not is_name:
        return None
    return replace(name, span=Span(person[0].start(), name.span.end))


def _is_name_word(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and not word.isupper()


def _again(text: str, names: Sequence[NamedSpan], taken: "_Spans", words: NameWords) -> Iterator[NamedSpan]:
    """Yield where people of a text stand by their full or family name and nobody saw them."""
    for name in named_again(text, names):
        parts = name.span.of(text).split()
        is_other = words.known.match([key_of(parts[-1])], 0) or key_of(parts[-1]) in words.not_names
        if all(map(_is_name_word, parts)) and not is_other and not taken.touching(name.span):
            yield name


def _is_group(text: str, name: NamedSpan, words: NameWords) -> bool:
    first, _, rest = name.span.of(text).partition(" ")
    return bool(rest) and key_of(first) in words.group_words


class _Spans:
    """Spans that do not overlap, to ask which touch another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def touching(self, span: Span) -> list[Span]:
        """Return the spans that overlap one."""
        at = max(0, bisect_right(self._spans, span) - 1)
        touching = []
        while at < len(self._spans) and self._spans[at].start < span.end:
            if self._spans[at].overlaps(span):
                touching.append(self._spans[at])
            at += 1
        return touching
