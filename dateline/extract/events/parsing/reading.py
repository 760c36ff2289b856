"""A text with what is read in it before its events, by token; and who says the words of an event."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.branches import Branches, branches_of
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.when import TimePlace, time_places
from dateline.extract.events.parsing.words import SPOKEN, EventWords
from dateline.inference.reading import RawHappening
from dateline.model.annotations import (
    Mention,
    MentionType,
    Quantity,
)
from dateline.model.claims import Claim, Link, LinkKind
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.model.times import TimeExpression
from dateline.text.tokens import Tokens, tokenize

WORDED = frozenset({"claim of responsibility", "no comment"})
CLAIMS_LOOKED_AT = 8  # of those that begin before a word, the last ones
LONGEST_SENTENCE = 250  # tokens; a longer one is a list or a hostile text, and is read in pieces
POINTING = frozenset(
    {"the", "this", "that", "his", "her", "its", "these", "those", "both", "همین", "این", "هذا", "هذه"}
)


@dataclass(frozen=True)
class Reading:
    """The text with what is known of it, by token."""

    text: str
    tokens: Tokens
    words: EventWords
    mentions: Sequence[Mention]
    mention_at: Sequence[int]
    times: Sequence[TimePlace]
    time_at: Sequence[int]
    quantities: Sequence[Quantity]
    claims: Sequence[Claim]
    claim_starts: Sequence[int]
    happenings: Sequence[RawHappening] | None = None
    trees: Sequence[SyntaxTree] = ()


def read_tokens(  # noqa: PLR0913 - all that is read before events
    text: str,
    words: EventWords,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
    *,
    happenings: Sequence[RawHappening] | None = None,
    trees: Sequence[SyntaxTree] = (),
) -> Reading:
    """Lay what is read in a text over its tokens."""
    tokens = tokenize(text)
    time_list = time_places(times, tokens)
    spans = [
        (bisect_right(tokens.ends, each.start), bisect_left(tokens.starts, each.end)) for each in mentions
    ]
    named = _marked(len(tokens), spans)
    for at in _headline_verbs(tokens, words):
        named[at] = NO_MENTION
    timed = _marked(len(tokens), [(place.first, place.last) for place in time_list])
    ordered = sorted(claims, key=lambda claim: claim.content[0].start)
    return Reading(
        text,
        tokens,
        words,
        mentions,
        [NO_MENTION if time != NO_MENTION else mention for mention, time in zip(named, timed, strict=True)],
        time_list,
        timed,
        quantities,
        ordered,
        [claim.content[0].start for claim in ordered],
        happenings,
        trees,
    )


def _headline_verbs(tokens: Tokens, words: EventWords) -> Iterator[int]:
    """Yield trigger words in front of a figure, which headlines print like a name: "Army Kills 16"."""
    for at in range(len(tokens) - 1):
        if tokens.words[at + 1].isdecimal() and tokens.words[at] in words.events:
            yield at


def _marked(length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    marks = [NO_MENTION] * length
    for index, (first, last) in enumerate(spans):
        for at in range(first, min(last, length)):
            marks[at] = index
    return marks


def is_sport(reading: Reading) -> bool:
    """Say whether a text is a report on sport: it has several different words of it."""
    sports = reading.words.sets["sports"]
    found = {word for word in reading.tokens.words if word in sports}
    return len(found) >= reading.words.sports_needed


def branches_in(reading: Reading, first: int, last: int) -> Branches | None:
    """Return the syntax tree of some tokens, `None` where there is none that holds them all."""
    start, end = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    at = bisect_right(reading.trees, start, key=lambda tree: tree.span.start) - 1
    if at < 0 or reading.trees[at].span.end < end:
        return None
    return branches_of(reading.trees[at], reading.tokens)


def is_happening(reading: Reading, draft: Draft) -> bool:
    """Say whether a trigger is a happening for the reader too, where one has read the text.

    What is told of words, as "must" and "claimed responsibility", is none to it, nor are words borrowed from
    other languages.
    """
    if reading.happenings is None or draft.sense.frame == "duty" or draft.sense.mode in WORDED:
        return True
    if reading.tokens.words[draft.first] in reading.words.sets["borrowed"]:
        return True
    return happening_of(reading, draft) is not None


def happening_of(reading: Reading, draft: Draft) -> RawHappening | None:
    """Return the first happening that the reader finds in a trigger, `None` where it finds none."""
    trigger, found = trigger_of(reading, draft), reading.happenings or ()
    at = bisect_left(found, trigger.start, key=lambda each: each.span.end - 1)
    return found[at] if at < len(found) and found[at].span.start < trigger.end else None


def times_within(times: Sequence[TimePlace], first: int, last: int) -> Sequence[TimePlace]:
    """Return the times among some tokens."""
    low = bisect_left(times, first, key=lambda place: place.first)
    return times[low : bisect_left(times, last, key=lambda place: place.first)]


def quantities_within(reading: Reading, first: int, last: int) -> range:
    """Return the indexes of the quantities among some tokens."""
    low, high = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    begin = bisect_left(reading.quantities, low, key=lambda each: each.start)
    return range(begin, bisect_left(reading.quantities, high, key=lambda each: each.start))


def pieces_of(reading: Reading, sentences: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Yield the number, first and last token of each sentence, of a long one in pieces."""
    starts = reading.tokens.starts
    for number, sentence in enumerate(sentences):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        for piece in range(first, last, LONGEST_SENTENCE):
            yield number, piece, min(last, piece + LONGEST_SENTENCE)


def trigger_of(reading: Reading, draft: Draft) -> Span:
    """Return the span of a trigger."""
    return Span(reading.tokens.starts[draft.first], reading.tokens.ends[draft.last - 1])


def points_back(reading: Reading, draft: Draft) -> bool:
    """Say whether a noun means a happening told before: "the attack", "his visit"."""
    before = reading.tokens.words[max(0, draft.first - 3) : draft.first]
    return draft.is_noun and (draft.owned or any(word in POINTING for word in before))


def spans_of(reading: Reading, parties: Sequence[Party]) -> tuple[Span, ...]:
    """Return the spans of some parties."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    return tuple(Span(starts[party.first], ends[party.last - 1]) for party in parties)


def is_said(reading: Reading, trigger: Span) -> bool:
    """Say whether somebody says the words in which a trigger stands."""
    return any(claim.cue is not None for claim in _claims_near(reading, trigger))


def speaker_of(reading: Reading, draft: Draft) -> str | None:
    """Return the mention of the one to whom a claim is attributed by the very word that tells the event."""
    if draft.sense.type not in SPOKEN or draft.is_noun or draft.passive or draft.form & Form.ING:
        return None
    start, end = reading.tokens.starts[draft.first], reading.tokens.ends[draft.last - 1]
    at = bisect_left(reading.claim_starts, start - 400)
    while at < len(reading.claims) and reading.claim_starts[at] <= end + 400:
        claim = reading.claims[at]
        at += 1
        link = claim.chain[0]
        cue = claim.cue
        spoken = cue is not None and cue.start < end and start < cue.end
        if spoken and link.kind is LinkKind.SPEAKER and (named := named_in(reading, link)):
            return named[0]
    return None


def claimant_of(reading: Reading, trigger: Span) -> Link | None:
    """Return the one in whose words an event is told: "we", or the one who says "must"."""
    for claim in _claims_near(reading, trigger):
        if claim.cue is not None and claim.chain[0].kind is LinkKind.SPEAKER:
            return claim.chain[0]
    return None


def named_in(reading: Reading, link: Link) -> tuple[str, ...]:
    """Return the mention that names a link of a chain."""
    if link.span is None:
        return ()
    first = bisect_left(reading.tokens.starts, link.span.start)
    last = bisect_left(reading.tokens.starts, link.span.end)
    named = [index for index in reading.mention_at[first:last] if index != NO_MENTION]
    same = [index for index in named if reading.mentions[index].entity == link.entity]
    return tuple(reading.mentions[index].id for index in (same or named)[:1])


def last_speaker(reading: Reading, before: int) -> tuple[str, ...]:
    """Return the mention of the one who spoke last before an offset: whose "the statement" is."""
    at = bisect_left(reading.claim_starts, before)
    for claim in reversed(reading.claims[max(0, at - 3) : at]):
        if claim.chain[0].kind is LinkKind.SPEAKER and (named := named_in(reading, claim.chain[0])):
            return named
    return ()


def claims_over(reading: Reading, trigger: Span) -> tuple[str, ...]:
    """Return the claims in whose content a trigger stands."""
    return tuple(claim.id for claim in _claims_near(reading, trigger))


def speakers_over(reading: Reading, trigger: Span) -> tuple[Span, ...]:
    """Return where those are named to whom the words are attributed in which a trigger stands."""
    return tuple(
        claim.chain[0].span
        for claim in _claims_near(reading, trigger)
        if claim.cue is not None and claim.chain[0].span is not None
    )


def _claims_near(reading: Reading, trigger: Span) -> Iterator[Claim]:
    """Yield the claims in whose content a trigger stands; contents are short, so few are looked at."""
    at = bisect_right(reading.claim_starts, trigger.start)
    for claim in reading.claims[max(0, at - CLAIMS_LOOKED_AT) : at]:
        if any(span.covers(trigger) for span in claim.content):
            yield claim


def hero_of(reading: Reading, first: int, last: int, before: int | None) -> int | None:
    """Return the person whom "he" of the next sentence means: the first that no preposition governs."""
    place = NO_MENTION
    for at in range(first, last):
        index = reading.mention_at[at]
        if index in (NO_MENTION, place):
            continue
        place = index
        governed = at > first and reading.words.classes.get(reading.tokens.words[at - 1]) == "P"
        if reading.mentions[index].type is MentionType.PERSON and not (governed and before is not None):
            return index
    return before
