"""What is claimed: the words that a cue attributes, before it, after it or around it."""

from collections.abc import Sequence

from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span

_TRIMMED_LEFT = frozenset({",", "،", ":", ";", "–", "—", "-", "؛"})
_TRIMMED_RIGHT = _TRIMMED_LEFT | {".", "؟", "?", "!", "…", "۔"}


def content_span(passage: Passage, first: int, last: int, wording: Wording) -> Span | None:
    """Return the span between two tokens without marks, "that" and citations at its ends; None if empty.

    Question and exclamation marks stay; a quotation that reaches beyond the sentence is taken whole.
    """
    words = passage.words
    while first < last and (words[first] in _TRIMMED_LEFT or words[first] in wording.that):
        first += 1
    while first < last and (
        words[last - 1] in _TRIMMED_LEFT | {".", "۔"}
        or words[last - 1] in wording.coordinators
        or (words[last - 1] == PAREN and _has_citation_end(passage, last))
    ):
        last -= 1
    if first >= last or all(word in _TRIMMED_RIGHT or word == PAREN for word in words[first:last]):
        return None
    span = passage.span_of(first, last)
    start = _quote_start(passage, span.start) if words[first] == QUOTE else span.start
    end = _quote_end(passage, span.end) if words[last - 1] == QUOTE else span.end
    return Span(start, end)


def without_gaps(
    passage: Passage, contents: Sequence[Span], cue: Span, source: Span | None
) -> tuple[Span, ...]:
    """Return contents that part only where the cue or who speaks stands between them.

    "Lina Haddad said the road, | which was cut in May, | is open."
    """
    apart = (cue, source) if source else (cue,)
    whole = list(contents[:1])
    for content in contents[1:]:
        gap = Span(whole[-1].end, content.start) if whole[-1].end < content.start else None
        if gap and passage.span.covers(gap) and not any(gap.overlaps(each) for each in apart):
            whole[-1] = Span(whole[-1].start, content.end)
        else:
            whole.append(content)
    return tuple(whole)


def _has_citation_end(passage: Passage, last: int) -> bool:
    """Say whether the parenthesis before token `last` closes the sentence: a citation, not an acronym."""
    return all(word in _TRIMMED_RIGHT for word in passage.words[last:])


def _quote_start(passage: Passage, start: int) -> int:
    return min((quote.start for quote in passage.quotes if quote.start <= start < quote.end), default=start)


def _quote_end(passage: Passage, end: int) -> int:
    return max((quote.end for quote in passage.quotes if quote.start < end <= quote.end), default=end)


def is_label(passage: Passage, wording: Wording) -> bool:
    """Say whether a caption names what is seen and states nothing: "The meeting between X and Y".

    A verb in a clause after "who" does not state it: "Ali X, who was killed in May".
    """
    words = passage.words
    if not wording.edges.verbs:
        return False
    ends = (at for at, word in enumerate(words) if at and word in wording.relatives)
    main = words[: next(ends, len(words))]
    named = len(main) < len(words) or words[0] in wording.determiners | wording.articles
    stated = wording.edges.verbs | wording.modals
    return named and stated.isdisjoint(main) and not any(word.endswith("ed") for word in main)


def has_words(passage: Passage, first: int, last: int) -> bool:
    """Say whether there is more than marks and citations between two tokens."""
    return any(word not in _TRIMMED_RIGHT and word != PAREN for word in passage.words[first:last])
