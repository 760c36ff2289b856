"""Who stands before a cue: the words there that name the source."""

from dataclasses import dataclass, replace

from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.wording import Wording

LONGEST_SOURCE = 24  # tokens; a longer run of words before a cue is not a name with its office
LONGEST_APPOSITION = 14

BREAKS = frozenset({";", ":", "—", "–", "؛", "-"})
COMMAS = frozenset({",", "،"})
_INNER = frozenset({"of", "for", "and", "in", "to", "at", "from", "with", "on"})


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens `first` to `last` (not included) that name a source; empty where it is the one before.

    `outer` is where the clause of the source begins, so that the content of an earlier cue may end there.
    `coordinate` says that the clause goes on beside the one before instead of inside it.
    """

    first: int
    last: int
    outer: int
    coordinate: bool
    relative: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether the source is left to the sentence before."""
        return self.first >= self.last


def source_before(passage: Passage, cue: int, wording: Wording, *, floor: int = 0) -> Source:
    """Return the subject that ends before token `cue`: "On Monday, X, the minister of Y, also (said)".

    `floor` is where an earlier cue ends, beyond which the subject cannot reach.
    """
    end = max(floor, _without_fillers(passage, cue, wording))
    start, opened = _clause_start(passage, end, wording, is_closed=end < cue and passage.words[end] in COMMAS)
    start = max(start, floor)
    outer = start
    if _ends_in_pronoun(passage, start, end, wording):
        return Source(end - 1, end, outer, _is_coordinate(passage, outer, wording))
    segments = _segments(passage, start, end)
    is_closed = end < cue and passage.words[end] in COMMAS
    while len(segments) > 1 and (opened or _is_adjunct(passage, segments[0], wording)):
        segments, opened = segments[1:], False
    if not segments:
        return Source(end, end, outer, True)
    for number, (opening, _) in enumerate(segments):
        if passage.words[opening] in wording.relatives:
            if number == len(segments) - 1:
                return antecedent(passage, opening, wording)
            segments = segments[:number] or segments[number + 1 :]
            break
    segments = _main_segments(passage, segments, wording, is_closed=is_closed)
    first, last = segments[0][0], segments[-1][1]
    if wording.order == "sov":
        last = _before_adjunct(passage, first, last, wording)
    elif _is_adjunct(passage, (first, last), wording):
        first = _trailing_name(passage, first, last)
    if passage.words[first] in wording.coordinators and first + 1 < last:
        first += 1
    if last - first > LONGEST_SOURCE:
        first = _trailing_name(passage, first, last)
    return Source(first, last, outer, _is_coordinate(passage, outer, wording))


def _ends_in_pronoun(passage: Passage, start: int, end: int, wording: Wording) -> bool:
    """Say whether a pronoun is the whole subject, whatever stands before it: "aired footage | it (said)"."""
    pronouns = wording.persons | wording.groups
    if wording.order != "svo" or end - start < 2 or passage.words[end - 1] not in pronouns:
        return False
    is_object = passage.words[end - 2] in wording.prepositions
    return not is_object and wording.relatives.isdisjoint(passage.words[start:end])


def _without_fillers(passage: Passage, end: int, wording: Wording) -> int:
    """Step back over adverbs and auxiliaries, and over what was put in: ", however," and "(March 12)"."""
    while end and (
        passage.words[end - 1] in wording.fillers
        or passage.words[end - 1] in COMMAS
        or passage.words[end - 1] == PAREN
    ):
        end -= 1
    return end


def _clause_start(passage: Passage, end: int, wording: Wording, *, is_closed: bool) -> tuple[int, bool]:
    """Return where the clause that ends at `end` starts, and whether a subordinating word opens it."""
    words = passage.words
    in_apposition = is_closed
    for at in range(end - 1, -1, -1):
        word = words[at]
        if in_apposition and word not in BREAKS and word != QUOTE:
            in_apposition = word not in COMMAS
            continue
        if word in BREAKS or word in wording.that or (word == QUOTE and closes_utterance(passage, at)):
            return at + 1, False
        before_is_comma = at > 0 and words[at - 1] in COMMAS
        if word in wording.coordinators and (before_is_comma or at + 1 == end):
            return at + 1, False
        if word in wording.clause_openers:
            return at + 1, at == 0 or not before_is_comma
    return 0, False


def closes_utterance(passage: Passage, at: int) -> bool:
    """Say whether a quotation is what somebody said, and not a few words of a name."""
    following = passage.words[at + 1] if at + 1 < len(passage.words) else "."
    token = passage.tokens[at]
    return following in COMMAS or token.end - token.start > 40 or at == 0


def _segments(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    segments, first = [], start
    for at in range(start, end):
        if passage.words[at] in COMMAS:
            if at > first:
                segments.append((first, at))
            first = at + 1
    if end > first:
        segments.append((first, end))
    return segments


def _main_segments(
    passage: Passage, segments: list[tuple[int, int]], wording: Wording, *, is_closed: bool
) -> list[tuple[int, int]]:
    """Keep a name with its apposition where a comma closes it, else what stands after the last comma."""
    if not is_closed:
        return segments[-1:] if wording.order == "svo" else segments
    while len(segments) > 1 and _is_adjunct(passage, segments[-1], wording):
        segments = segments[:-1]
    return segments


def _is_adjunct(passage: Passage, segment: tuple[int, int], wording: Wording) -> bool:
    first, last = segment
    word = passage.words[first]
    if word in wording.adjunct_openers:
        return True
    only_figures = all(passage.words[at].isdigit() for at in range(first, last))
    return only_figures or (
        wording.order == "svo" and word.endswith("ing") and not passage.tokens[first].capital
    )


def _before_adjunct(passage: Passage, first: int, last: int, wording: Wording) -> int:
    for at in range(first + 1, last):
        word = passage.words[at]
        if passage.words[at - 1] in wording.subjects.partitives:
            continue
        if word in wording.adjunct_openers or word in wording.object_heads or word == wording.object_marker:
            return at
    return last


def _trailing_name(passage: Passage, first: int, last: int) -> int:
    """Return where the last name before `last` begins, with the words that lead up to it."""
    at = last
    while at > first and (passage.tokens[at - 1].capital or (at < last and passage.words[at - 1] in _INNER)):
        at -= 1
    while at < last and passage.words[at] in _INNER:
        at += 1
    if at == last:
        at = max(first, last - 2)
    return at


def without_clause(passage: Passage, source: Source, wording: Wording) -> Source:
    """Return a source without the clause that a finite verb ends in it.

    "X, who sells tea, (says)" is X; in "declined to comment and (said)" the verb shares the subject before.
    """
    words = passage.words
    verbs = [at for at in range(source.first, source.last) if words[at] in wording.finite]
    if not verbs:
        return source
    if beside := _clause_beside(passage, source, verbs[-1] + 1, wording):
        return beside
    opening = next((at for at in range(source.first, verbs[0]) if words[at] in wording.that), None)
    if opening is not None:
        return replace(source, last=_before_commas(passage, opening))
    if source.first and words[source.first - 1] in wording.that:
        return antecedent(passage, source.first - 1, wording)
    return replace(source, first=source.last)


def _clause_beside(passage: Passage, source: Source, end: int, wording: Wording) -> Source | None:
    """Return the subject of a clause that goes on after a verb and "and": "said it is shut and X (said)"."""
    goes_on = end + 1 < source.last and passage.words[end] in wording.coordinators
    return replace(source, first=end + 1, outer=end, coordinate=True) if goes_on else None


def _before_commas(passage: Passage, at: int) -> int:
    while at and passage.words[at - 1] in COMMAS:
        at -= 1
    return at


def antecedent(passage: Passage, relative: int, wording: Wording) -> Source:
    """Return the noun before "who": the last name there, or the few words before it."""
    end = first = _before_commas(passage, relative)
    while (
        first
        and passage.words[first - 1] not in COMMAS | {wording.object_marker}
        and end - first < LONGEST_APPOSITION
    ):
        if passage.words[first - 1] in wording.determiners:
            first -= 1
            break
        first -= 1
        if first and passage.tokens[first].capital and not passage.tokens[first - 1].capital:
            break
    return Source(first, end, relative, True, relative=True)


def _is_coordinate(passage: Passage, start: int, wording: Wording) -> bool:
    if start == 0:
        return True
    before = passage.words[start - 1]
    return before in BREAKS | COMMAS | wording.coordinators | {QUOTE} | wording.clause_openers - wording.that
