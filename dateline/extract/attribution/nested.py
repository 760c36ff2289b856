"""What syntax and grammar know of cues beside a trained reader: which are no verbs, which it passed over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.claims import Polarity
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech
from dateline.text.clauses import Parse

RELAYING = frozenset({"quoting", "relayed"})
"""Frames of cues by which one tells what another said."""
_NOUNS = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})


def verbs_alone(known: Sequence[Attribution], parse: Parse | None) -> tuple[Attribution, ...]:
    """Return attributions without those whose verb is a noun by the syntax: "(rejected) calls for a vote"."""
    return tuple(one for one in known if one.kind is not CueKind.VERB or not is_noun_at(parse, one.cue.start))


def is_noun_at(parse: Parse | None, position: int) -> bool:
    """Say whether the syntax has a noun at a code point."""
    place = parse.at(position) if parse else None
    return parse is not None and place is not None and parse.words[place].tag in _NOUNS


def told_inside(
    passage: Passage, found: Sequence[Attribution], known: Sequence[Attribution], wording: Wording
) -> Iterator[Attribution]:
    """Yield what the grammar alone reads inside a content: "X reported that | the ministry denied a role".

    Only what another speaker denies or says behind "that" or "what" counts, not "she says | she thinks".
    """
    met = [one.cue for one in found]
    contents = [(content, one.cue) for one in found for content in one.contents]
    for one in known:
        if one.kind is not CueKind.VERB or one.source is None or any(one.cue.overlaps(cue) for cue in met):
            continue
        holders = [each for each in contents if each[0].covers(one.source) and each[0].covers(one.cue)]
        holder, cue = holders[0] if holders else (None, None)
        if holder is None or cue is None or not _is_clear(passage, one, cue, wording):
            continue
        own = [Span(part.start, min(part.end, holder.end)) for part in one.contents if holder.overlaps(part)]
        if own and holder.start <= own[0].start:
            yield replace(one, contents=tuple(own))


def is_of_another(cue: Span, contents: Sequence[Span], known: Sequence[Attribution]) -> bool:
    """Say whether what a reader takes for a saying is only a part of one that the grammar reads.

    In "the road is cut, the radio said, quoting | a clerk who knew" nobody says the last words; in "quoted a
    clerk as | denying that" nobody but the clerk denies.
    """
    links = [link for one in known for link in (*one.through, *one.evidence)]
    is_link = all(any(link.start <= content.start < link.end for link in links) for content in contents)
    quoting = [one for one in known if one.rule.frame in RELAYING]
    return is_link or any(one.cue.end <= cue.start < one.contents[0].start for one in quoting)


def without_relays(
    found: Sequence[Attribution], known: Sequence[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """Part what relays a saying from the rest: "The road is cut, X said on Friday, according to | Y".

    Return the rest, and the sayings that the grammar reads inside, of which Y is a link.
    """
    kept, said = [], []
    for each in found:
        relayed = [one for one in known if _is_behind(each, one) and _holds(each, one)]
        said += [replace(one, confidence=each.confidence) for one in relayed]
        kept += [] if relayed else [each]
    return kept, said


def _is_behind(relay: Attribution, saying: Attribution) -> bool:
    """Say whether one source stands behind another's saying and is a link of it."""
    links = (*saying.through, *saying.evidence)
    is_link = relay.source is not None and any(relay.source.overlaps(link) for link in links)
    return is_link and relay.cue.start >= saying.cue.end


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(content.covers(inner.cue) for content in outer.contents)


def _is_clear(passage: Passage, attribution: Attribution, outer: Span, wording: Wording) -> bool:
    """Say whether somebody else than the outer speaker denies something, or says it behind "that".

    A pronoun is somebody else where the outer speaker comes later: "he said that A, | the radio reported".
    """
    source, start = attribution.source, attribution.contents[0].start
    named = [token.word for token in passage.tokens if source and source.covers(token.span)]
    is_same = wording.persons | wording.groups >= set(named) and outer.start < attribution.cue.start
    if is_same or not wording.relatives.isdisjoint(named):
        return False
    if not attribution.whole:
        return True
    lead = [token.word for token in passage.tokens if attribution.cue.end <= token.start < start]
    return attribution.rule.polarity is Polarity.DENIED or not wording.that.isdisjoint(lead[-1:])
