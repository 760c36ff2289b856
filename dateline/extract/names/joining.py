"""The names that a trained reader found, beside those that the grammar sees."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dateline.extract.attribution.wording import key_of
from dateline.extract.names.finding import WATCHED
from dateline.extract.names.tokens import NamedSpan
from dateline.extract.names.words import NameWords, name_words_of
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

LEAST_NAME_ALONE = 0.6
"""Least score of a name where the grammar sees none; chosen on held-out countries of Worldwide Newswire."""
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
            _is_body(text, name)
            and not named.touching(name.span)
            and all(name.span.covers(part) for part in other.touching(name.span))
        )
    ]
    taken = _Spans(name.span for name in strong)
    kept = [
        NamedSpan(mention.span, mention.type, roles.get(mention.span.end), mention.score)
        for mention in mentions
        if not taken.touching(mention.span)
        and (mention.score >= LEAST_NAME_ALONE or seen.touching(mention.span))
    ]
    return tuple(sorted([*kept, *strong], key=lambda name: name.span))


def _is_body(text: str, name: NamedSpan) -> bool:
    """Say whether a word of a name tells a body; mere capitals ("TV", "AG") tell none."""
    return name.type in TOLD_BY_WORDS and not name.span.of(text).isupper()


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
