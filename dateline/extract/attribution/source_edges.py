"""Where a reader's source frays: it stops inside its phrase, or runs into what is said."""

from collections.abc import Sequence

from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.passages import PAREN, Passage
from dateline.extract.attribution.sources import COMMAS, LONGEST_SOURCE
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span

MOST_LEFT_OUT = 2  # words between a source and its verb that are the rest of the source
LONGEST_OFFICE, OFFICE_WORDS = 9, 5  # tokens of an office before a name; of these the first name it


def neat_source(passage: Passage, source: Span | None, same: Attribution, wording: Wording) -> Span | None:
    """Return the grammar's source where a reader's is none, stops short or begins in the phrase before.

    "In the meeting with the envoy, A B, C said" is said by C, "the envoy, A B said" by the envoy, A B;
    "a group calling itself (X)" is X, "a resident reached through (X)" no X; "about 40 residents" is one.
    """
    if same.kind is CueKind.PASSIVE:
        return same.source
    if source is None or same.source is None:
        return source or same.source
    if any(source.overlaps(relay) for relay in same.through):
        return same.source
    first, last = passage.tokens_in(source) or (0, 0)
    own = (passage.tokens_in(same.source) or (0, 0))[0]
    behind_comma = passage.words[max(0, first - 1)] in COMMAS and passage.words[first] not in wording.articles
    is_adjunct = passage.words[first] in wording.prepositions
    is_number = wording.subjects.approximations.match(passage.words, first) is not None
    is_parted = behind_comma or is_adjunct or PAREN in passage.words[first:own]
    two_phrases = first < own < last <= own + LONGEST_SOURCE and is_parted and not is_number
    goes_on = passage.words[max(0, last - 1)] in wording.articles
    inside_phrase = own < first and passage.words[first - 1] in wording.prepositions - wording.relatives
    rest = passage.words[last : (passage.tokens_in(same.source) or (0, 0))[1]]
    apart = wording.prepositions | wording.asides.days | wording.asides.parts | wording.source_stops
    is_rest = 0 < len(rest) <= MOST_LEFT_OUT and all(map(str.isalpha, rest)) and apart.isdisjoint(rest)
    short_of_verb = first == own and is_rest
    is_known_as = any(wording.known_as.match(passage.words, at) for at in range(first, last))
    stops_short = goes_on or (same.source.covers(source) and (inside_phrase or is_known_as or short_of_verb))
    return same.source if two_phrases or stops_short else source


def parted(
    passage: Passage, source: Span | None, contents: tuple[Span, ...], same: Attribution, wording: Wording
) -> tuple[Span | None, tuple[Span, ...]]:
    """Return a source and contents where neither has a part of the other: "by A B that C, | C left"."""
    if source is None:
        return None, contents
    runs_on = any(source.start < content.start < source.end for content in contents)
    if runs_on and same.source and not any(same.source.overlaps(content) for content in contents):
        return same.source, contents
    if office := _office_before(passage, contents, source, wording):
        told = Span(contents[-1].start, office.start)
        return Span(office.start, source.end), (*contents[:-1], told)
    return source, contents


def _office_before(passage: Passage, contents: Sequence[Span], source: Span, wording: Wording) -> Span | None:
    """Return the office before a name that the reader took into a content: "…, the head of the guard, | A B".

    It stands between the last comma of the content and the one before the name.
    """
    named = passage.tokens_in(source)
    told = passage.tokens_in(contents[-1]) if contents else None
    if named is None or told is None or told[1] + 1 != named[0] or passage.words[told[1]] not in COMMAS:
        return None
    first = next((at for at in range(told[1] - 1, told[0], -1) if passage.words[at - 1] in COMMAS), told[1])
    words = passage.words[first : told[1]]
    is_office = not wording.voices.isdisjoint(words[:OFFICE_WORDS])
    is_phrase = words[:1] and words[0] in wording.articles and len(words) <= LONGEST_OFFICE
    is_name = all(token.capital for token in passage.tokens[named[0] : named[1]])
    if not (is_office and is_phrase and is_name):
        return None
    return Span(passage.tokens[first].start, passage.tokens[told[1] - 1].end)
