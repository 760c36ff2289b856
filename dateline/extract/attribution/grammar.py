"""The cue grammar: the attributions of one sentence, as spans of its text.

The words are those of the language's `attribution` table, the shapes are here: a source before its verb
(English, Hebrew), before verb and object (Persian) or after the verb (Arabic).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.attribution.adjuncts import adjuncts_after
from dateline.extract.attribution.contents import content_span, has_words
from dateline.extract.attribution.cues import Cue, CueKind, content_opens_at
from dateline.extract.attribution.drafts import LATEST_OPENING, STOPS, Draft, content_end, find_drafts
from dateline.extract.attribution.objects import object_before
from dateline.extract.attribution.passages import QUOTE, Passage
from dateline.extract.attribution.sources import COMMAS, Source
from dateline.extract.attribution.sources_after import source_after
from dateline.extract.attribution.wording import CueRule, Wording
from dateline.model.claims import Certainty, Polarity
from dateline.model.spans import Span

LONGEST_NAME = 40  # code points of a quotation that is a name


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution of a sentence.

    `source` is None where the one before goes on. `inside` is the index of the attribution of the same
    sentence whose content holds this one. `whole` says that the sentence says nothing beside it.
    `confidence` is a trained reader's; None leaves it to the kind of cue.
    """

    cue: Span
    kind: CueKind
    rule: CueRule
    source: Span | None
    contents: tuple[Span, ...]
    through: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    whole: bool = True
    confidence: float | None = None


def read_attributions(passage: Passage, wording: Wording) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence in the order of their cues."""
    drafts = find_drafts(passage, wording)
    found = []
    for at, draft in enumerate(drafts):
        attribution = _READERS[draft.cue.kind](passage, draft, drafts[:at], drafts[at + 1 :], wording)
        if attribution is not None:
            found.append(attribution)
    return tuple(found)


def _read_verb(
    passage: Passage, draft: Draft, earlier: Sequence[Draft], later: Sequence[Draft], wording: Wording
) -> Attribution | None:
    after, end = draft.adjuncts.end, content_end(passage, draft, later, wording)
    start = _content_start(earlier)
    if wording.object_marker and not content_opens_at(passage, after, wording):
        held = object_before(passage, draft, wording)
        if held is not None:
            return _attribution(passage, draft, [held], wording)
    opens = content_opens_at(passage, after, wording)
    if opens or _content_follows(passage, draft, after, end, wording):
        contents = [content_span(passage, after, end, wording)]
        follows_another = bool(earlier) and wording.order == "vso"
        if _was_interrupted(passage, draft, start) and not follows_another:
            contents.insert(0, content_span(passage, start, draft.source.outer, wording))
        return _attribution(passage, draft, contents, wording)
    return _read_inversion(passage, draft, start, wording)


def _content_start(earlier: Sequence[Draft]) -> int:
    ends = [draft.adjuncts.end for draft in earlier if draft.cue.kind is CueKind.VERB]
    return max(ends, default=0)


def _content_follows(passage: Passage, draft: Draft, after: int, end: int, wording: Wording) -> bool:
    """Say whether what stands after a verb without "that" is its content."""
    if after >= end or not has_words(passage, after, end):
        return False
    word = passage.words[after]
    if word in COMMAS:
        before = passage.words[draft.source.outer - 1] if draft.source.outer else ""
        return before in COMMAS and not _is_name_with_office(passage, after + 1, wording)
    if draft.cue.rule.frame == "clause" and _is_inverted(passage, draft, wording):
        return False
    return word not in STOPS


def _is_inverted(passage: Passage, draft: Draft, wording: Wording) -> bool:
    """Say whether a quotation or comma stands right before the verb: "…”, said X"."""
    if passage.words[draft.cue.first] in wording.participles:
        return False
    before = passage.words[draft.cue.first - 1] if draft.cue.first else ""
    is_said = before == QUOTE and not _is_quoted_name(passage, draft, wording)
    return is_said or (before in COMMAS and draft.source.is_empty)


def _is_quoted_name(passage: Passage, draft: Draft, wording: Wording) -> bool:
    """Say whether the quotation in front of a verb is the name of who speaks: "the agency “X” reported"."""
    at = draft.cue.first - 1
    quote = passage.tokens[at]
    called = wording.outlet_nouns | wording.voices
    return (
        at > draft.source.first
        and passage.words[at - 1] in called
        and quote.end - quote.start <= LONGEST_NAME
    )


def _is_name_with_office(passage: Passage, at: int, wording: Wording) -> bool:
    return at >= len(passage.words) or passage.words[at] in wording.adjunct_openers | wording.determiners


def _was_interrupted(passage: Passage, draft: Draft, start: int) -> bool:
    """Say whether content stands before the attribution as well: "“A,” he said, “B”"."""
    outer = draft.source.outer
    return (
        outer > start and passage.words[outer - 1] in (QUOTE, *COMMAS) and QUOTE in passage.words[start:outer]
    )


def _read_inversion(passage: Passage, draft: Draft, start: int, wording: Wording) -> Attribution | None:
    """Read "…, said X, the head of Y, on Monday." and "…, X said."."""
    if _is_inverted(passage, draft, wording) and wording.order != "sov":
        source = source_after(passage, draft.cue.last, wording)
        if source.is_empty:
            return None
        content = content_span(passage, start, draft.cue.first, wording)
        adjuncts = adjuncts_after(passage, source.last, draft.cue.rule, wording)
        rest = _quoted_rest(passage, source.last, wording)
        turned = Draft(draft.cue, source, adjuncts)
        return _attribution(passage, turned, [content, rest], wording)
    source = _last_segment(passage, draft.source)
    if source.first <= start or (wording.order == "vso" and source.first > draft.cue.first):
        return None
    content = content_span(passage, start, source.first, wording)
    rest = _quoted_rest(passage, draft.adjuncts.end, wording) or _resumed(passage, draft, wording)
    return _attribution(passage, Draft(draft.cue, source, draft.adjuncts), [content, rest], wording)


def _last_segment(passage: Passage, source: Source) -> Source:
    """Return the last part of a source, after its last comma: "the deal is off, officials (said)"."""
    closed = passage.words[source.last] in COMMAS if source.last < len(passage.words) else False
    commas = [at for at in range(source.first, source.last) if passage.words[at] in COMMAS]
    if closed and len(commas) > 1:
        return Source(commas[-2] + 1, source.last, commas[-2] + 1, True)
    if commas and not closed:
        return Source(commas[-1] + 1, source.last, commas[-1] + 1, True)
    return source


def _resumed(passage: Passage, draft: Draft, wording: Wording) -> Span | None:
    """Return the second half of "The troops, he said, will leave."."""
    after, words = draft.adjuncts.end, passage.words
    if (
        after + 1 >= len(words)
        or words[after] not in COMMAS
        or _is_name_with_office(passage, after + 1, wording)
    ):
        return None
    return None if words[after + 1].endswith("ing") else content_span(passage, after, len(words), wording)


def _quoted_rest(passage: Passage, after: int, wording: Wording) -> Span | None:
    for at in range(after, len(passage.words)):
        if passage.words[at] == QUOTE:
            return content_span(passage, at, len(passage.words), wording)
    return None


def _read_according(
    passage: Passage, draft: Draft, earlier: Sequence[Draft], later: Sequence[Draft], wording: Wording
) -> Attribution | None:
    after = draft.adjuncts.end
    if draft.cue.first and _is_measure(passage, draft, wording):
        return None
    forward = has_words(passage, after, len(passage.words)) and draft.cue.first <= LATEST_OPENING
    if forward and any(other.cue.kind is CueKind.VERB and other.source.outer <= after for other in later):
        return None  # "According to X, Y said that": X is a link of what Y said
    if forward or (
        passage.words[draft.cue.first - 1] not in COMMAS and has_words(passage, after + 1, len(passage.words))
    ):
        contents = [content_span(passage, after, content_end(passage, draft, later, wording), wording)]
        if not forward:
            contents.insert(0, content_span(passage, 0, draft.cue.first, wording))
        return _attribution(passage, draft, contents, wording)
    contents = [content_span(passage, _content_start(earlier), draft.cue.first, wording)]
    if after < len(passage.words) and passage.words[after] in COMMAS:
        contents.append(content_span(passage, after, len(passage.words), wording))
    return _attribution(passage, draft, contents, wording)


def _is_measure(passage: Passage, draft: Draft, wording: Wording) -> bool:
    """Say whether "in keeping with" is followed by a plan or a rule instead of one who says something."""
    if wording.no_cues.measures.match(passage.words, draft.cue.first) is None:
        return False
    if wording.according_as.match(passage.words, draft.cue.first):
        return False
    speaking = wording.voices | wording.anonymous | wording.outlet_nouns | wording.papers | wording.reports
    speaking |= wording.subjects.speaking
    words = passage.words[draft.source.first : draft.source.last]
    bare = {word.removeprefix(letter) for word in words for letter in ("", *wording.joined_prepositions)}
    return speaking.isdisjoint(bare)


def _read_reported(
    passage: Passage, draft: Draft, earlier: Sequence[Draft], later: Sequence[Draft], wording: Wording
) -> Attribution | None:
    start = draft.adjuncts.end
    if draft.cue.kind is CueKind.NOUN:
        opening = (
            at for at in range(draft.cue.last, len(passage.words)) if passage.words[at] in wording.that
        )
        start = next(opening, start)
    end = content_end(passage, draft, later, wording)
    if draft.cue.kind is CueKind.NOUN:
        refutations = (at for at in range(start + 1, end) if wording.edges.refuted.match(passage.words, at))
        refuted = next(refutations, None)
        draft = draft if refuted is None else replace(draft, cue=_refuted(draft.cue))
        end = refuted or _before_speaker(passage, _embedded_end(passage, start, end, wording), later)
    return _attribution(passage, draft, [content_span(passage, start, end, wording)], wording)


def _refuted(cue: Cue) -> Cue:
    """Return the cue of a report that the sentence calls wrong: "Reports that … are not correct"."""
    return replace(cue, rule=replace(cue.rule, certainty=Certainty.CERTAIN, polarity=Polarity.DENIED))


def _before_speaker(passage: Passage, end: int, later: Sequence[Draft]) -> int:
    """Return where a noun's clause ends before a speaker: "asked about reports that A, | X said"."""
    firsts = (
        each.source.first for each in later if each.cue.kind is CueKind.VERB and not each.source.is_empty
    )
    ends = [first - 1 for first in firsts if passage.words[first - 1] in COMMAS]
    return min([end, *ends])


def _embedded_end(passage: Passage, start: int, end: int, wording: Wording) -> int:
    """Return where a clause ends that is set between commas in a longer sentence: ", may indicate"."""
    for at in range(start + 1, end):
        if passage.words[at - 1] in COMMAS and passage.words[at] in wording.modals:
            return at - 1
    return end


def _attribution(
    passage: Passage, draft: Draft, contents: Sequence[Span | None], wording: Wording
) -> Attribution | None:
    kept = tuple(span for span in contents if span is not None)
    if not kept:
        return None
    source = draft.source
    of_what = source.first > 0 and passage.words[source.first - 1] in wording.edges.free_relatives
    if of_what and kept[0].start < passage.tokens[source.first].start:
        return None  # "fell, as did what analysts had forecast"
    return Attribution(
        passage.span_of(draft.cue.first, draft.cue.last),
        draft.cue.kind,
        draft.cue.rule,
        None if source.is_empty else passage.span_of(source.first, source.last),
        kept,
        draft.adjuncts.through,
        draft.adjuncts.evidence,
        draft.cue.kind is not CueKind.NOUN and not of_what,
    )


_READERS = {
    CueKind.VERB: _read_verb,
    CueKind.ACCORDING: _read_according,
    CueKind.NOUN: _read_reported,
    CueKind.PASSIVE: _read_reported,
}
