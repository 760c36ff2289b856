"""Cues with their sources and adjuncts, before it is read what they attribute."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.attribution.adjuncts import FURTHEST_THAT, Adjuncts, adjuncts_after, adjuncts_before
from dateline.extract.attribution.cues import Cue, CueKind, find_cues
from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.sources import COMMAS, Source, source_before, without_clause
from dateline.extract.attribution.sources_after import source_after
from dateline.extract.attribution.wording import Wording

STOPS = frozenset({".", "!", "?", "؟", "۔", "…"})

LONGEST_DAY = 5
"""Tokens of a time between commas."""
LATEST_OPENING = 2  # tokens before "according to" at the head of a sentence: "Meanwhile, according to"


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue, who stands beside it, and what stands between it and its content."""

    cue: Cue
    source: Source
    adjuncts: Adjuncts


def find_drafts(passage: Passage, wording: Wording) -> list[Draft]:
    """Return the cues of a sentence in order, without those that an earlier one has stepped over."""
    drafts: list[Draft] = []
    for cue in find_cues(passage, wording):
        drafts.append(_draft(passage, cue, wording, _floor(drafts)))
    return [draft for at, draft in enumerate(drafts) if not _is_swallowed(draft, drafts[:at])]


def _floor(drafts: Sequence[Draft]) -> int:
    """Return where the last verb cue of a main clause ends: the next subject stands after it."""
    ends = [
        draft.cue.last for draft in drafts if draft.cue.kind is CueKind.VERB and not draft.source.relative
    ]
    return max(ends, default=0)


def _draft(passage: Passage, cue: Cue, wording: Wording, floor: int) -> Draft:
    adjuncts = adjuncts_after(passage, cue.last, cue.rule, wording)
    cue = _quoting(passage, cue, adjuncts, wording)
    if cue.kind is CueKind.ACCORDING:
        source = source_after(
            passage,
            cue.last,
            wording,
            closed=cue.first <= LATEST_OPENING,
            stops=wording.clause_openers & wording.source_stops,
        )
        return Draft(cue, Source(source.first, source.last, cue.first, True), Adjuncts(source.last))
    if cue.kind is CueKind.NOUN:
        return Draft(cue, _noun_source(passage, cue, wording), adjuncts)
    if cue.kind is CueKind.PASSIVE:
        return Draft(cue, Source(cue.first, cue.first, cue.first, True), adjuncts)
    if wording.order == "vso":
        return _verb_first_draft(passage, cue, adjuncts, wording)
    source = source_before(passage, cue.first, wording, floor=floor)
    source = without_clause(passage, source, wording)
    return _with_adjuncts_before(passage, Draft(cue, source, adjuncts), wording)


def _quoting(passage: Passage, cue: Cue, adjuncts: Adjuncts, wording: Wording) -> Cue:
    """Return a cue with the meaning of the verb behind "as": "quoted X as denying that"."""
    if cue.rule.frame != "quoting" or not adjuncts.evidence:
        return cue
    told = wording.verbs.match(passage.words, adjuncts.end - 1)
    return replace(cue, rule=replace(told[1], frame=cue.rule.frame)) if told else cue


def _with_adjuncts_before(passage: Passage, draft: Draft, wording: Wording) -> Draft:
    source, after = draft.source, draft.adjuncts
    if source.relative:
        return draft
    before = adjuncts_before(passage, source.outer, draft.cue.first, wording)
    for at in range(source.first + 1, source.last):
        if passage.words[at - 1] in COMMAS and wording.citing.match(passage.words, at):
            source = Source(source.first, at - 1, source.outer, source.coordinate)
            break
    joined = Adjuncts(
        after.end, before.through + after.through, before.evidence + after.evidence, after.dated
    )
    return Draft(draft.cue, source, joined)


def _verb_first_draft(passage: Passage, cue: Cue, adjuncts: Adjuncts, wording: Wording) -> Draft:
    if passage.words[cue.first] in wording.participles:
        return Draft(cue, Source(cue.first, cue.first, cue.first, True), adjuncts)
    if cue.first and passage.words[cue.first - 1] in wording.subjects.joined:
        return Draft(cue, Source(cue.first, cue.first, cue.first, True), adjuncts)
    after = source_after(passage, cue.last, wording)
    before = source_before(passage, cue.first, wording)
    led = _without_auxiliary(passage, before, wording)
    if led != before:
        return Draft(cue, led, adjuncts)
    follows = cue.last < len(passage.words) and passage.words[cue.last] not in wording.adjunct_openers
    if not after.is_empty and follows:
        adjuncts = _closed(passage, adjuncts_after(passage, after.last, cue.rule, wording), wording)
        opening = _opening_after(passage, adjuncts.end, wording)
        if opening is not None:
            after = replace(after, last=_source_end(passage, after.last, opening, wording))
            adjuncts = replace(adjuncts, end=opening)
        return Draft(cue, Source(after.first, after.last, cue.first, True), adjuncts)
    is_joined = any(passage.words[cue.first].startswith(prefix) for prefix in wording.prefixes)
    if before.is_empty or is_joined:
        return Draft(cue, Source(cue.first, cue.first, cue.first, True), adjuncts)
    return Draft(cue, before, adjuncts)


def _without_auxiliary(passage: Passage, source: Source, wording: Wording) -> Source:
    """Return a source without the verb in front of it: "(وكانت) المملكة قد أعلنت"."""
    if source.is_empty or source.last - source.first < 2:
        return source
    word = passage.words[source.first]
    bare = {word, *(word.removeprefix(prefix) for prefix in wording.prefixes)}
    return source if bare.isdisjoint(wording.fillers) else replace(source, first=source.first + 1)


def _opening_after(passage: Passage, start: int, wording: Wording) -> int | None:
    """Return where "that" opens a content behind more about the source: "X, who came, that …"."""
    for at in range(start, min(len(passage.words), start + FURTHEST_THAT)):
        if passage.words[at] in wording.that | wording.that_joined:
            return at if passage.words[at - 1] not in wording.adjunct_openers else None
        if passage.words[at] in (QUOTE, ":", ".", ";") or wording.verbs.match(passage.words, at):
            return None
    return None


def _source_end(passage: Passage, start: int, end: int, wording: Wording) -> int:
    """Return where a source ends that goes on after a word which may open an object: at its adjunct."""
    breaks = COMMAS | wording.adjunct_openers | wording.source_stops | {PAREN}
    return next((at for at in range(start, end) if passage.words[at] in breaks), end)


def _closed(passage: Passage, adjuncts: Adjuncts, wording: Wording) -> Adjuncts:
    """Step over the comma that closes a source, and "saying" behind it: "explained X, (saying): that …"."""
    words, end = passage.words, adjuncts.end
    if end < len(words) and words[end] in wording.asides.in_front:
        end = _past_aside(passage, end)
    if end < len(words) and words[end] in COMMAS:
        end = _past_day(passage, end + 1, wording)
        if end + 1 < len(words) and words[end] in wording.participles and words[end + 1] == ":":
            end += 1
    return replace(adjuncts, end=end)


def _past_aside(passage: Passage, start: int) -> int:
    """Step to the comma behind a place or time: "announced X (in Iraq), on Monday, the …"."""
    words = passage.words[start : start + LONGEST_DAY + 1]
    return start + next((at for at, word in enumerate(words) if word in COMMAS), 0)


def _past_day(passage: Passage, start: int, wording: Wording) -> int:
    """Step over a day between commas: "announced X, (on Sunday night,) the …"."""
    words = passage.words[start : start + LONGEST_DAY + 1]
    comma = next((at for at, word in enumerate(words) if word in COMMAS), None)
    is_day = comma is not None and not wording.adjunct_openers.isdisjoint(words[:comma])
    return start + comma + 1 if is_day and comma is not None else start


def _noun_source(passage: Passage, cue: Cue, wording: Wording) -> Source:
    if found := cue.last < len(passage.words) and wording.noun_by.match(passage.words, cue.last):
        source = source_after(passage, cue.last + found[0], wording)
        return Source(source.first, source.last, cue.first, False)
    possessor = cue.first
    while possessor and cue.first - possessor < 6 and passage.words[possessor - 1] not in COMMAS:
        possessor -= 1
        if passage.words[possessor].endswith(("'s", "s'")):
            first = possessor
            while first and passage.tokens[first - 1].capital:
                first -= 1
            return Source(first, possessor + 1, cue.first, False)
    return Source(cue.first, cue.first, cue.first, False)


def _is_swallowed(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Say whether an earlier attribution has stepped over this cue: "reported, according to X, that"."""
    return any(other.cue.first < draft.cue.first < other.adjuncts.end for other in earlier)


def content_end(passage: Passage, draft: Draft, later: Sequence[Draft], wording: Wording) -> int:
    """Return where the content of a cue ends: at the next clause that attributes beside it."""
    if draft.source.relative:
        return _relative_end(passage, draft, later)
    for other in later:
        if other.cue.kind is CueKind.NOUN or other.cue.kind is CueKind.PASSIVE or other.source.relative:
            continue
        if other.cue.kind is CueKind.ACCORDING:
            closes = other.adjuncts.end >= len(passage.words) or passage.words[other.adjuncts.end] in STOPS
            if closes or passage.words[other.cue.first - 1] == ";":
                return other.cue.first
        elif _follows(passage, draft, other, wording):
            return other.source.outer
    return len(passage.words)


def _follows(passage: Passage, draft: Draft, other: Draft, wording: Wording) -> bool:
    is_later = other.source.coordinate and other.source.outer > draft.cue.first
    return is_later and (wording.order != "vso" or _stands_beside(passage, other.cue, wording))


def _stands_beside(passage: Passage, cue: Cue, wording: Wording) -> bool:
    """Say whether a verb that comes before its subject goes on beside the clause before: "and said X"."""
    word = passage.words[cue.first]
    is_joined = word.startswith(wording.prefixes) and wording.verbs.match(passage.words, cue.first) is None
    before = passage.words[cue.first - 1]
    return is_joined or word in wording.participles or before in COMMAS or before in wording.coordinators


def _relative_end(passage: Passage, draft: Draft, later: Sequence[Draft]) -> int:
    """Return the comma that closes a relative clause: the last before the next verb cue, else the first."""
    limit = min((other.cue.first for other in later if other.cue.kind is CueKind.VERB), default=None)
    commas = [
        at for at in range(draft.adjuncts.end + 1, limit or len(passage.words)) if passage.words[at] in COMMAS
    ]
    if not commas:
        return limit or len(passage.words)
    return commas[-1] if limit else commas[0]
