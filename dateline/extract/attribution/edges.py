"""Where a trained reader's contents fray: they stop inside a phrase, or run on into who speaks."""

from collections.abc import Sequence

from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.sources import BREAKS, COMMAS
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span

LONGEST_LEAD = 12
"""Tokens before "that" which a reader takes into a content although they name who was told or cited."""
LONGEST_HEAD = 6
"""Tokens between a verb and what a noun is about: "(published) the first new figures about"."""
LONGEST_LOOSE_END = 12
"""Tokens that are added to a content which stops inside a phrase."""
LONGEST_BY = 12
"""Code points between "claims" and the one who makes them: "claims (made by) the minister that"."""
_CLAUSE_ENDS = frozenset({",", "،", ";", ":", ".", "!", "?", "؟", "—", "–", PAREN, QUOTE})


def whole_sentences(content: Span, own: Passage, touched: Sequence[Passage]) -> Span:
    """Return a content that runs over several sentences with whole ones beside that of its cue.

    Of a sentence that it has less than half of, it has nothing. `touched` are all that it overlaps.
    """
    if len(touched) < 2:
        return content
    start, end = content.start, content.end
    first, last = touched[0], touched[-1]
    if first is not own:
        has_most = 2 * (first.span.end - start) >= first.span.end - first.span.start
        start = (first if has_most else touched[1]).span.start
    if last is not own:
        has_most = 2 * (end - last.span.start) >= last.span.end - last.span.start
        end = _end_of_words(last if has_most else touched[-2])
    return Span(start, end) if start < end else content


def without_speaker(passage: Passage, content: Span, cue: Span, source: Span | None) -> Span:
    """Return a content that runs into the one who says it, without that and the marks at its ends."""
    before_cue = source is not None and content.start < source.start < content.end <= cue.start
    limit = source.start if before_cue and source is not None else content.end
    inside = [
        token
        for token in passage.tokens
        if content.start <= token.start < limit and token.word not in _CLAUSE_ENDS - {PAREN, QUOTE}
    ]
    if not inside:
        return content
    starts_here = passage.span.start <= content.start
    return Span(
        inside[0].start if starts_here else content.start, inside[-1].end if before_cue else content.end
    )


def without_next(
    passage: Passage, content: Span, cue: Span, known: Sequence[Attribution], wording: Wording
) -> Span | None:
    """Return a content that does not run into who speaks next: "ran it from Dubai; (his) | lawyer says".

    Behind a semicolon what the next one says is left out, too, and what another one said before it; None
    where nothing else is there.
    """
    if _was_said_before(passage, content, cue, known):
        return None
    for one in known:
        start = min(one.source.start, one.cue.start) if one.source else content.end
        if not cue.end < start < one.cue.end or not content.start <= start < content.end:
            continue
        at = (passage.tokens_in(Span(start, one.cue.end)) or (0, 0))[0]
        is_frayed = content.end <= one.cue.end <= one.contents[0].start
        if not is_frayed and passage.words[at - 1] != ";":
            continue
        first, end = (passage.tokens_in(content) or (at, at))[0], at
        while end > first and passage.words[end - 1] in _openers(wording):
            end -= 1
        if first == at:
            return None if passage.words[at - 1] == ";" else content
        if end < at:
            return Span(content.start, passage.tokens[end - 1].end) if end > first else content
    return content


def _was_said_before(passage: Passage, content: Span, cue: Span, known: Sequence[Attribution]) -> bool:
    """Say whether a semicolon parts a content from its cue, and another saying stands before it."""
    if content.end > cue.start:
        return False
    parts = [
        token.end for token in passage.tokens if token.word == ";" and content.end <= token.start < cue.start
    ]
    return bool(parts) and any(one.cue.end < parts[-1] for one in known)


def _openers(wording: Wording) -> frozenset[str]:
    return COMMAS | BREAKS | wording.coordinators | wording.clause_openers


def _end_of_words(passage: Passage) -> int:
    """Return where a sentence ends without its full stop."""
    has_stop = len(passage.tokens) > 1 and passage.words[-1] == "."
    return passage.tokens[-2 if has_stop else -1].end


def neat_content(
    passage: Passage, content: Span, same: Attribution | None, known: Sequence[Attribution], wording: Wording
) -> Span:
    """Return a content that begins after "that" and with its noun, and does not stop inside a phrase."""
    if not passage.span.covers(content):
        return content
    if same is not None:
        content = _with_subject(passage, content, same)
        content = _without_lead(passage, content, same, wording)
        content = _with_noun(content, same, known)
        content = _with_head(passage, content, same, wording)
    content = without_topic(passage, _without_aside(passage, content, wording), wording)
    content = _without_day(passage, content, same, wording)
    return _ended(passage, content, same, wording)


def _without_aside(passage: Passage, content: Span, wording: Wording) -> Span:
    """Return a content without an adverb set off at its head: "(did report), however, about the vote"."""
    first, last = passage.tokens_in(content) or (0, 0)
    follows = passage.words[first + 1 : first + 2]
    is_aside = (
        first and first + 2 < last and passage.words[first] in wording.fillers | wording.adjunct_openers
    )
    if not (is_aside and follows and follows[0] in COMMAS):
        return content
    return Span(passage.tokens[first + 2].start, content.end)


def _without_day(passage: Passage, content: Span, same: Attribution | None, wording: Wording) -> Span:
    """Return a content without the day on which it was said at its head: "(vowed on Sunday) | to rebuild"."""
    first, last = passage.tokens_in(content) or (0, 0)
    follows = same is not None and 0 <= content.start - same.cue.end <= 1
    first += follows and passage.words[first] in wording.prepositions
    behind = passage.words[max(0, first - 1)] in wording.prepositions
    if not (behind and first + 2 < last and passage.words[first] in wording.asides.days):
        return content
    first += 1 + (passage.words[first + 1] in wording.asides.parts)
    return Span(passage.tokens[first].start, content.end) if first + 1 < last else content


def without_topic(passage: Passage, content: Span, wording: Wording) -> Span:
    """Return a noun phrase without the preposition before it: "(reported about) the vote", not "about 40"."""
    first, last = passage.tokens_in(content) or (0, 0)
    is_phrase = first + 1 < last and passage.words[first + 1] in wording.determiners | wording.articles
    starts_here = passage.tokens[first].start == content.start
    if not (is_phrase and starts_here and passage.words[first] in wording.edges.topics):
        return content
    return Span(passage.tokens[first + 1].start, content.end)


def _without_lead(passage: Passage, content: Span, same: Attribution, wording: Wording) -> Span:
    """Leave out who was told or cited before "that": "(told) the BBC's Lina Said that …"."""
    if content.end <= same.cue.start:
        return content
    first, last = passage.tokens_in(content) or (0, 0)
    starts = {span.start for span in same.contents}
    for at in range(first + 1, min(last, first + LONGEST_LEAD)):
        if passage.words[at - 1] in wording.that and passage.tokens[at].start in starts:
            return Span(passage.tokens[at].start, content.end)
    return content


def _with_subject(passage: Passage, content: Span, same: Attribution) -> Span:
    """Take in the subject where a sentence ends in who says it: "X, near Y, | fell, Z said"."""
    whole = same.contents[0]
    opens = whole.start == passage.tokens[0].start and whole.covers(content) and whole.end == content.end
    return whole if opens and whole.end <= same.cue.start else content


def _with_noun(content: Span, same: Attribution, known: Sequence[Attribution]) -> Span:
    """Take in the noun that a reader took for a cue of its own: "(rejected) claims by X that …"."""
    for other in known:
        is_before = 0 < content.start - other.cue.end <= LONGEST_BY
        in_whole = any(span.covers(other.cue) for span in same.contents)
        if other is not same and other.kind is CueKind.NOUN and is_before and in_whole:
            return Span(other.cue.start, content.end)
    return content


def with_relative(passage: Passage, content: Span, cue: Span, wording: Wording) -> Span:
    """Take in what a sentence ends with about the last noun of a content: "the raid, which killed two"."""
    inside = passage.tokens_in(content)
    if inside is None or content.start < cue.end or not passage.span.covers(content):
        return content
    words, last = passage.words, inside[1]
    relatives = wording.relatives | wording.edges.relative_adverbs
    goes_on = words[last : last + 1] and words[last] in COMMAS
    if not goes_on or not _opens_relative(words[last + 1 : last + 4], wording):
        return content
    end = len(words)
    while words[end - 1] in _CLAUSE_ENDS - {QUOTE}:
        end -= 1
    breaks = (at for at in range(last + 1, end) if words[at] in _CLAUSE_ENDS)
    is_apart = any(words[at] not in COMMAS or words[at + 1] not in relatives for at in breaks)
    attributes = any(wording.verbs.match(words, at) for at in range(last + 2, end))
    return content if is_apart or attributes else Span(content.start, passage.tokens[end - 1].end)


def _opens_relative(words: Sequence[str], wording: Wording) -> bool:
    """Say whether words tell more of the noun before them: "which fell", "most of which fell"."""
    is_part = len(words) > 2 and words[0] in wording.subjects.partitives and words[1] in wording.prepositions
    return not wording.relatives.isdisjoint(words[2:3] if is_part else words[:1])


def _with_head(passage: Passage, content: Span, same: Attribution, wording: Wording) -> Span:
    """Take in the noun that a reader took into its cue: "(published) new figures about the trade"."""
    after = passage.tokens_in(Span(same.cue.end, content.start)) if same.cue.end < content.start else None
    if after is None or same.rule.frame != "object" or after[1] - after[0] > LONGEST_HEAD:
        return content
    words, start = passage.words, passage.tokens[after[0]].start
    has_noun = after[1] - after[0] > 1 and words[after[1] - 1] in wording.prepositions
    is_of_noun = words[after[0]] not in wording.small and words[after[1]] in wording.prepositions
    held = [span for span in same.contents if span.start == start and span.covers(content)]
    return held[0] if held and (has_noun or is_of_noun) else content


def _ended(passage: Passage, content: Span, same: Attribution | None, wording: Wording) -> Span:
    """Carry a content that stops at "the" or "despite" on to the end of its phrase."""
    inside = passage.tokens_in(content)
    if not inside:
        return content
    last = inside[1]
    open_words = wording.articles | wording.prepositions | wording.determiners | wording.fillers
    if passage.words[last - 1] not in open_words or set(passage.words[last : last + 1]) <= _CLAUSE_ENDS:
        return content
    ends = [span.end for span in same.contents if span.end > content.end] if same else []
    if ends:
        return Span(content.start, min(ends))
    limit = min(len(passage.words), last + LONGEST_LOOSE_END)
    end = next((at for at in range(last, limit) if passage.words[at] in _CLAUSE_ENDS), limit)
    return Span(content.start, passage.tokens[end - 1].end)
