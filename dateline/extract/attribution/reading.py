"""The attributions that a trained reader found, by sentence and in the terms of the cue grammar.

The reader says who says what, across sentences too; the grammar knows what its cues mean (a denial, a
doubt) and whom they pass through ("told Reuters", "citing a local source"). Where both see one cue, the
reader's source and contents stand beside the grammar's meaning of it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.attribution.contents import content_span, without_gaps
from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.edges import (
    is_hedge,
    is_particle,
    is_passive,
    is_silence,
    neat_content,
    whole_cue,
    whole_sentences,
    with_relative,
    without_speaker,
)
from dateline.extract.attribution.grammar import Attribution, read_attributions
from dateline.extract.attribution.nested import is_of_another, told_inside, verbs_alone, without_relays
from dateline.extract.attribution.overlaps import characters, is_part, overlap, shared
from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.sentence_index import SentenceIndex
from dateline.extract.attribution.source_edges import neat_source, parted
from dateline.extract.attribution.source_parts import out_of_quote, with_article
from dateline.extract.attribution.wording import CueRule, Wording
from dateline.inference.reading import RawAttribution, RawReading
from dateline.model.claims import Certainty, Polarity
from dateline.model.spans import Span
from dateline.text.clauses import Parse, Trees

LEAST_ALONE = 0.4
"""Least score of an attribution that only the reader found; chosen on held-out PolNeAR articles."""
LEAST_TOGETHER = 0.35
"""Least score of one whose cue the grammar knows too; chosen there as well."""
LEAST_AGREED = 0.25
"""Least score of one that the grammar reads alike; there a few more or fewer, half of them right."""
AGREED = 0.6
"""Confidence of one that both read alike, where the reader's score is lower: so many of them are right."""
ALIKE = 0.5
"""Share of two contents together that both must have to be read alike."""
GRAMMAR_ALONE = frozenset({CueKind.ACCORDING, CueKind.PASSIVE, CueKind.NOUN})
"""Cues that are believed without the reader: bulletins are full of them, what it learned from is not."""
SURE = 0.5
"""Score from which the reader's contents are taken where the grammar's go further; chosen there too."""
SURE_OF_PHRASE = 0.7
"""The same for cues that the grammar is believed on: "According to X, …"."""
LEAST_UNNAMED = 0.5
"""Least score of one that only the reader found and for which it names nobody; chosen there too."""
OUTLET_WORDS = 3
"""First words of a source in which a noun tells that it is an outlet: "The news agency (X)"."""
FEWEST_WORDS = 4
"""Words of a content that nobody is named for, or that only a preposition attributes."""


def reader_attributions(
    reading: RawReading, passages: Sequence[Passage], wording: Wording
) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions of each passage, in the order of their cues."""
    starts = [passage.span.start for passage in passages]
    raw: list[list[RawAttribution]] = [[] for _ in passages]
    for attribution in reading.attributions:
        at = bisect_right(starts, attribution.cue[0].start) - 1
        if 0 <= at < len(raw):
            raw[at].append(attribution)
    trees = Trees(reading.syntax)
    return tuple(
        _passage_attributions(
            passage, found, SentenceIndex(passages, starts), wording, trees.of(passage.span)
        )
        for passage, found in zip(passages, raw, strict=True)
    )


def _passage_attributions(
    passage: Passage,
    raw: Sequence[RawAttribution],
    sentences: SentenceIndex,
    wording: Wording,
    parse: Parse | None,
) -> tuple[Attribution, ...]:
    known = read_attributions(passage, wording)
    found: list[Attribution] = []
    heard = {one.cue for one in known if _is_believed(passage, one, wording)}
    for each in map(sentences.clipped, raw):
        same = next((one for cue in each.cue for one in known if one.cue.overlaps(cue)), None)
        others = [one for one in known if one is not same]
        if is_of_another(each.cue[0], each.content, others) or not _attributes(passage, each, same, wording):
            continue
        heard |= {one.cue for one in known if any(one.cue.overlaps(cue) for cue in each.cue[1:])}
        merged = _merged(passage, each, same, wording)
        merged = replace(merged, contents=without_gaps(passage, merged.contents, merged.cue, merged.source))
        clear = (without_speaker(passage, span, merged.cue, merged.source) for span in merged.contents)
        whole = (whole_sentences(span, passage, sentences.touching(span)) for span in clear)
        trimmed = filter(None, (_trimmed(passage, span, wording) for span in whole))
        neat = (neat_content(passage, span, same, known, wording) for span in trimmed)
        contents = tuple(with_relative(passage, span, merged.cue, wording) for span in neat)
        merged = replace(merged, contents=contents)
        if same is not None:
            beside = [cue for cue in _beside(same, known) if not _is_told_inside(cue, merged, raw)]
            heard |= {cue for cue in beside if any(content.covers(cue) for content in merged.contents)}
            merged = _ended_before_the_next(merged, same, beside)
        if merged.contents:
            cue = whole_cue(passage, merged.cue, merged.contents, wording)
            found.append(replace(merged, cue=cue))
            heard.discard(merged.cue)
    found, said = without_relays(found, known)
    found += said
    found += told_inside(passage, found, known, wording)
    met = {one.cue for one in found}
    alone = verbs_alone(known, parse)
    found.extend(one for one in alone if one.cue in heard and one.cue not in met)
    return tuple(sorted(found, key=lambda attribution: attribution.cue))


def _attributes(passage: Passage, raw: RawAttribution, same: Attribution | None, wording: Wording) -> bool:
    """Say whether what the reader found is believed, and no hedge, silence or mere preposition."""
    cue = raw.cue[0]
    is_small = same is None and (is_hedge(passage, cue, wording) or _says_little(passage, raw, wording))
    if is_small or is_silence(passage, cue, wording):
        return False
    if same is not None:
        return raw.score >= (LEAST_AGREED if _agrees(raw, same) else LEAST_TOGETHER)
    return raw.score >= (LEAST_ALONE if raw.source else LEAST_UNNAMED)


def _is_believed(passage: Passage, known: Attribution, wording: Wording) -> bool:
    """Say whether the grammar is believed without the reader.

    Cues of not saying are ("did not say | whether he would stay"), those that mean nothing else ("put | the
    toll at 40"), and those of outlets that are called so: "The newspaper X published | new figures".
    """
    opening = [token.word for token in passage.tokens if known.source and known.source.covers(token.span)]
    is_outlet = not wording.outlet_nouns.isdisjoint(opening[:OUTLET_WORDS])
    is_sure = known.kind in GRAMMAR_ALONE or known.rule.sure
    return is_sure or known.rule.certainty is Certainty.UNKNOWN or is_outlet


def _agrees(raw: RawAttribution, known: Attribution) -> bool:
    """Say whether the reader and the grammar name one speaker and much the same content."""
    if known.source is None or not overlap(raw.source, (known.source,)):
        return False
    both, one, other = (
        characters(spans) for spans in (shared(raw.content, known.contents), raw.content, known.contents)
    )
    return both >= ALIKE * (one + other - both)


def _says_little(passage: Passage, raw: RawAttribution, wording: Wording) -> bool:
    """Say whether a few words are laid to nobody, or by a mere preposition: "Asked about the report"."""
    if raw.source and not is_particle(passage, raw.cue[0], wording):
        return False
    inside = [token for token in passage.tokens if overlap((token.span,), raw.content)]
    has_quote = QUOTE in (token.word for token in inside)
    is_short = len(inside) < FEWEST_WORDS and not has_quote
    return is_short and all(passage.span.covers(part) for part in raw.content)


def _merged(passage: Passage, raw: RawAttribution, same: Attribution | None, wording: Wording) -> Attribution:
    """Return the reader's attribution, with what the grammar knows of its cue."""
    contents = tuple(filter(None, (_trimmed(passage, span, wording) for span in raw.content)))
    source = with_article(passage, out_of_quote(passage, raw.source), wording)
    if same is None:
        rule = _rule_of(passage, raw.cue, wording)
        if is_passive(passage, raw.cue[0], wording):
            return Attribution(raw.cue[0], CueKind.PASSIVE, rule, None, contents, confidence=raw.score)
        return Attribution(raw.cue[0], CueKind.VERB, rule, source, contents, confidence=raw.score)
    if same.rule.frame == "quoting":
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
    confidence = max(raw.score, AGREED) if _agrees(raw, same) else raw.score
    return replace(same, source=source, contents=contents, confidence=confidence)


def _are_listeners(passage: Passage, contents: Sequence[Span], same: Attribution) -> bool:
    """Say whether the reader took who was told for what they were told: "A, B has told | the crews"."""
    told_before = same.rule.frame == "recipient" and all(span.end <= same.cue.start for span in same.contents)
    words = sum(overlap((token.span,), contents) for token in passage.tokens)
    return told_before and words < FEWEST_WORDS and all(span.start >= same.cue.end for span in contents)


def _beside(same: Attribution, known: Sequence[Attribution]) -> list[Span]:
    """Return the cues of the same subject that stand outside of a content: "denied A and (declared) B"."""
    return [
        other.cue
        for other in known
        if other is not same
        and (other.source is None or other.source == same.source)
        and not any(content.covers(other.cue) for content in same.contents)
    ]


def _is_told_inside(cue: Span, merged: Attribution, raw: Sequence[RawAttribution]) -> bool:
    """Say whether the reader sees another speaker of a cue inside a content: "said that he feels that A"."""
    return any(
        each.source
        and any(cue.overlaps(other) for other in each.cue)
        and any(content.covers(each.source[0]) for content in merged.contents)
        for each in raw
    )


def _ended_before_the_next(merged: Attribution, same: Attribution, cues: Sequence[Span]) -> Attribution:
    """End contents where the grammar ends them before another cue: "denied A and declared B"."""
    contents = tuple(_ended(content, same.contents, cues) for content in merged.contents)
    return replace(merged, contents=contents)


def _ended(content: Span, known: Sequence[Span], cues: Sequence[Span]) -> Span:
    for cue in cues:
        ends = [part.end for part in known if content.start < part.end <= cue.start]
        if ends and content.covers(cue):
            return Span(content.start, max(ends))
    return content


def _trimmed(passage: Passage, span: Span, wording: Wording) -> Span | None:
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
    """Return what the wording says of a cue that the grammar passed over."""
    for at, token in enumerate(passage.tokens):
        if any(span.start <= token.start < span.end for span in cue):
            found = wording.verbs.match(passage.words, at)
            if found:
                return found[1]
    return CueRule()
