"""A reader's attribution with what the grammar knows of its cue: its meaning, its relays, its edges."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.attribution.contents import content_span
from dateline.extract.attribution.cue_edges import is_hedge, is_passive
from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.nested import RELAYING
from dateline.extract.attribution.overlaps import characters, is_part, overlap, shared
from dateline.extract.attribution.passages import PAREN, Passage
from dateline.extract.attribution.source_edges import neat_source, parted
from dateline.extract.attribution.source_parts import out_of_quote, with_article
from dateline.extract.attribution.wording import CueRule, Wording
from dateline.inference.reading import RawAttribution
from dateline.model.claims import Polarity
from dateline.model.spans import Span

GRAMMAR_ALONE = frozenset({CueKind.ACCORDING, CueKind.PASSIVE, CueKind.NOUN})
"""Cues that are believed without the reader: bulletins are full of them, what it learned from is not."""
AGREED = 0.6
"""Confidence of one that both read alike, where the reader's score is lower: so many of them are right."""
ALIKE = 0.5
"""Share of two contents together that both must have to be read alike."""
SURE = 0.5
"""Score from which the reader's contents are taken where the grammar's go further; chosen there too."""
SURE_OF_PHRASE = 0.7
"""The same for cues that the grammar is believed on: "According to X, …"."""
FEWEST_WORDS = 4
"""Words of a content that nobody is named for, or that only a preposition attributes."""


def with_grammar(
    passage: Passage, raw: RawAttribution, same: Attribution | None, wording: Wording
) -> Attribution:
    """Return the reader's attribution, with what the grammar knows of its cue."""
    contents = tuple(filter(None, (trimmed(passage, span, wording) for span in raw.content)))
    source = with_article(passage, out_of_quote(passage, raw.source), wording)
    if same is None:
        return _unknown(passage, raw, source, contents, wording)
    if same.rule.frame in RELAYING:
        return replace(same, confidence=max(raw.score, AGREED))
    sure = SURE_OF_PHRASE if same.kind in GRAMMAR_ALONE else SURE
    elsewhere = same.kind in GRAMMAR_ALONE and not overlap(contents, same.contents)
    in_source = same.kind is CueKind.ACCORDING and same.source and overlap(contents, (same.source,))
    is_refuted = same.kind is CueKind.NOUN and same.rule.polarity is Polarity.DENIED
    if (
        elsewhere
        or in_source
        or is_refuted
        or _are_listeners(passage, contents, same)
        or (raw.score < sure and is_part(contents, same.contents))
    ):
        contents = same.contents
    source = neat_source(passage, source, same, wording)
    source, contents = parted(passage, source, contents, same, wording)
    confidence = max(raw.score, AGREED) if agrees(raw, same) else raw.score
    return replace(same, source=source, contents=contents, confidence=confidence)


def _unknown(
    passage: Passage, raw: RawAttribution, source: Span | None, contents: tuple[Span, ...], wording: Wording
) -> Attribution:
    """Return the attribution of a cue that the grammar passed over.

    What a hedge lays to nobody ("X is expected to leave") the sentence says as well.
    """
    cue, rule = raw.cue[0], _rule_of(passage, raw.cue, wording)
    only_hedges = source is None and is_hedge(passage, cue, wording)
    if only_hedges or is_passive(passage, cue, wording):
        whole = not only_hedges
        return Attribution(cue, CueKind.PASSIVE, rule, None, contents, whole=whole, confidence=raw.score)
    return Attribution(cue, CueKind.VERB, rule, source, contents, confidence=raw.score)


def _are_listeners(passage: Passage, contents: Sequence[Span], same: Attribution) -> bool:
    """Say whether the reader took who was told for what they were told: "A, B has told | the crews"."""
    told_before = same.rule.frame == "recipient" and all(span.end <= same.cue.start for span in same.contents)
    words = sum(overlap((token.span,), contents) for token in passage.tokens)
    return told_before and words < FEWEST_WORDS and all(span.start >= same.cue.end for span in contents)


def agrees(raw: RawAttribution, known: Attribution) -> bool:
    """Say whether the reader and the grammar name one speaker and much the same content."""
    if known.source is None or not overlap(raw.source, (known.source,)):
        return False
    both, one, other = (
        characters(spans) for spans in (shared(raw.content, known.contents), raw.content, known.contents)
    )
    return both >= ALIKE * (one + other - both)


def trimmed(passage: Passage, span: Span, wording: Wording) -> Span | None:
    """Return a content without "that" and marks at its ends; one that leaves the sentence stays as it is."""
    inside = passage.tokens_in(span)
    if inside is None or not passage.span.covers(span):
        return span
    first, last = inside
    if last - first == 1 and passage.words[first] == PAREN:
        return span
    kept = content_span(passage, first, last, wording)
    if kept is None:
        return None
    return Span(max(kept.start, span.start), min(kept.end, span.end)) if kept.overlaps(span) else None


def _rule_of(passage: Passage, cue: Sequence[Span], wording: Wording) -> CueRule:
    """Return what the wording says of a cue that the grammar passed over: its verb, or its hedge."""
    inside = [
        at
        for at, token in enumerate(passage.tokens)
        if any(span.start <= token.start < span.end for span in cue)
    ]
    verbs = (wording.verbs.match(passage.words, at) for at in inside)
    hedges = (wording.hedges.match(passage.words, at) for at in inside)
    if verb := next(filter(None, verbs), None):
        return verb[1]
    hedge = next(filter(None, hedges), None)
    return CueRule(certainty=hedge[1]) if hedge else CueRule()
