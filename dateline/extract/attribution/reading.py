"""The attributions that a trained reader found, by sentence and in the terms of the cue grammar.

The reader says who says what, across sentences too; the grammar knows what its cues mean (a denial, a
doubt) and whom they pass through ("told Reuters", "citing a local source"). Where both see one cue, the
reader's source and contents stand beside the grammar's meaning of it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.attribution.contents import without_gaps
from dateline.extract.attribution.cue_edges import (
    is_deed,
    is_hedge,
    is_particle,
    is_raised,
    is_silence,
    whole_cue,
)
from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.edges import (
    neat_content,
    whole_sentences,
    with_relative,
    without_next,
    without_speaker,
)
from dateline.extract.attribution.grammar import Attribution, read_attributions
from dateline.extract.attribution.merging import FEWEST_WORDS, GRAMMAR_ALONE, agrees, trimmed, with_grammar
from dateline.extract.attribution.nested import is_of_another, told_inside, verbs_alone, without_relays
from dateline.extract.attribution.overlaps import overlap
from dateline.extract.attribution.passages import QUOTE, Passage
from dateline.extract.attribution.sentence_index import SentenceIndex
from dateline.extract.attribution.wording import Wording
from dateline.inference.reading import RawAttribution, RawReading
from dateline.model.claims import Certainty
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation
from dateline.text.clauses import SUBJECTS, Parse, Trees

LEAST_ALONE = 0.4
"""Least score of an attribution that only the reader found; chosen on held-out PolNeAR articles."""
LEAST_TOGETHER = 0.35
"""Least score of one whose cue the grammar knows too; chosen there as well."""
LEAST_AGREED = 0.25
"""Least score of one that the grammar reads alike; there a few more or fewer, half of them right."""
LEAST_UNNAMED = 0.5
"""Least score of one that only the reader found and for which it names nobody; chosen there too."""
SURE_OF_HEDGE = 0.6
"""Score from which words that only hedge attribute too, "X is expected to"; chosen there: .7 are right."""
SURE_OF_NOUN = 0.6
"""Probability from which a tree tells the noun that the last word of a source describes."""
DESCRIBING = (Relation.ADJECTIVE, Relation.COMPOUND, Relation.DETERMINER, Relation.NUMBER)
OUTLET_WORDS = 3
"""First words of a source in which a noun tells that it is an outlet: "The news agency (X)"."""


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
        merged = with_grammar(passage, each, same, wording)
        led = _both_sides(merged.contents, same)
        led = tuple(_with_subject(span, merged.cue, same, parse) for span in led)
        merged = replace(merged, contents=led, source=_with_noun(merged.source, parse))
        merged = replace(merged, contents=without_gaps(passage, merged.contents, merged.cue, merged.source))
        merged = _with_neat_contents(passage, merged, same, known, sentences, wording)
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


def _with_neat_contents(
    passage: Passage,
    merged: Attribution,
    same: Attribution | None,
    known: Sequence[Attribution],
    sentences: SentenceIndex,
    wording: Wording,
) -> Attribution:
    """Return an attribution whose contents begin and end where what is said does."""
    clear = (without_speaker(passage, span, merged.cue, merged.source) for span in merged.contents)
    apart = (without_next(passage, span, merged.cue, known, wording) for span in clear)
    whole = (whole_sentences(span, passage, sentences.touching(span)) for span in apart if span)
    kept = filter(None, (trimmed(passage, span, wording) for span in whole))
    neat = (neat_content(passage, span, same, known, wording) for span in kept)
    contents = tuple(with_relative(passage, span, merged.cue, wording) for span in neat)
    return replace(merged, contents=contents)


def _both_sides(contents: tuple[Span, ...], same: Attribution | None) -> tuple[Span, ...]:
    """Return both contents around an aside where the reader has the last: "(Oil), according to X, | rose"."""
    if same is None or same.kind is not CueKind.ACCORDING or len(contents) != 1 or len(same.contents) == 1:
        return contents
    follows = contents[0].start > same.cue.end
    is_part = any(span.covers(contents[0]) or contents[0].covers(span) for span in same.contents)
    return same.contents if follows and is_part else contents


def _with_subject(content: Span, cue: Span, same: Attribution | None, parse: Parse | None) -> Span:
    """Return a content with the subject of the finite verb with which the reader's opens.

    Behind its cue as the grammar has it: "said (prices) had risen", in front of it by the tree: "(Growers)
    blocked the road, a reporter saw".
    """
    at = parse.at(content.start) if parse else None
    if parse is None or at is None:
        return content
    if content.end <= cue.start and parse.words[at].tag is PartOfSpeech.VERB:
        held = [place for each in parse.children(at, *SUBJECTS) for place in parse.subtree(each)]
        first = parse.words[min(held)].span.start if held else content.start
        return Span(min(first, content.start), content.end)
    if same is None or content.start < cue.end:
        return content
    opens = parse.words[at].tag is PartOfSpeech.AUXILIARY
    return next((span for span in same.contents if opens and span.covers(content)), content)


def _with_noun(source: Span | None, parse: Parse | None) -> Span | None:
    """Return a source with the noun that its words describe: "the central | bank", "aides | who met him"."""
    at = parse.at(source.start) if parse and source else None
    if source and parse and at is not None and parse.words[at].tag is PartOfSpeech.PRONOUN:
        source = _with_antecedent(source, at, parse)
    at = parse.at(source.end - 1) if parse and source else None
    while source and parse and at is not None:
        word = parse.words[at]
        if word.relation not in DESCRIBING or word.head <= at or word.score < SURE_OF_NOUN:
            break
        at = word.head
        source = Span(source.start, parse.words[at].span.end)
    return source


def _with_antecedent(source: Span, at: int, parse: Parse) -> Span:
    """Return a source that opens with "who" and goes on, with the noun that its clause is about."""
    verb = parse.words[at].head
    word = parse.words[verb]
    if (
        word.relation is not Relation.RELATIVE_CLAUSE
        or word.score < SURE_OF_NOUN
        or not source.covers(word.span)
    ):
        return source
    held = (parse.words[each] for each in parse.subtree(word.head))
    first = next(each.span for each in held if each.tag is not PartOfSpeech.PUNCTUATION)
    return Span(min(first.start, source.start), source.end)


def _attributes(passage: Passage, raw: RawAttribution, same: Attribution | None, wording: Wording) -> bool:
    """Say whether what the reader found is believed, and no hedge, silence or mere preposition."""
    cue = raw.cue[0]
    is_sure = raw.score >= SURE_OF_HEDGE and not raw.source and is_raised(passage, cue)
    only_hedges = is_hedge(passage, cue, wording) and not is_sure
    is_small = same is None and (only_hedges or _says_little(passage, raw, wording))
    if is_small or is_silence(passage, cue, wording) or is_deed(passage, cue, raw.content, wording):
        return False
    if same is not None:
        return raw.score >= (LEAST_AGREED if agrees(raw, same) else LEAST_TOGETHER)
    return raw.score >= (LEAST_ALONE if raw.source else LEAST_UNNAMED)


def _is_believed(passage: Passage, known: Attribution, wording: Wording) -> bool:
    """Say whether the grammar is believed without the reader.

    Cues of not saying are ("did not say | whether he would stay"), those that mean nothing else ("put | the
    toll at 40"; "what they said were | weapons"), and those of outlets that are called so: "The newspaper X
    published | new figures".
    """
    opening = [token.word for token in passage.tokens if known.source and known.source.covers(token.span)]
    is_outlet = not wording.outlet_nouns.isdisjoint(opening[:OUTLET_WORDS])
    of_what = not known.whole and known.rule.frame == "clause"
    is_sure = known.kind in GRAMMAR_ALONE or known.rule.sure or of_what
    return is_sure or known.rule.certainty is Certainty.UNKNOWN or is_outlet


def _says_little(passage: Passage, raw: RawAttribution, wording: Wording) -> bool:
    """Say whether a few words are laid to nobody, or by a mere preposition: "Asked about the report"."""
    if raw.source and not is_particle(passage, raw.cue[0], wording):
        return False
    inside = [token for token in passage.tokens if overlap((token.span,), raw.content)]
    has_quote = QUOTE in (token.word for token in inside)
    is_short = len(inside) < FEWEST_WORDS and not has_quote
    return is_short and all(passage.span.covers(part) for part in raw.content)


def _beside(same: Attribution, known: Sequence[Attribution]) -> list[Span]:
    """Return the cues of the same subject that stand outside of a content: "denied A and (declared) B"."""
    if same.kind is not CueKind.VERB:
        return []
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
