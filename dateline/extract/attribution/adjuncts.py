"""What stands between a verb and its content: when, through which outlet, on whose word."""

from dataclasses import dataclass, field, replace

from dateline.extract.attribution.cues import content_opens_at
from dateline.extract.attribution.passages import PAREN, Passage
from dateline.extract.attribution.sources_after import source_after
from dateline.extract.attribution.wording import CueRule, Wording
from dateline.model.spans import Span

LONGEST_DAY_OPENING = 2  # words before a day: "late on Sunday"
LONGEST_ASIDE = 10  # tokens between two commas, the second before "that"
FURTHEST_THAT = 25  # tokens between a verb and its "that"
_COMMAS = frozenset({",", "،"})


@dataclass(frozen=True, slots=True)
class Adjuncts:
    """Where the content may begin (`end`), and the spans of those through whom and on whose word it came."""

    end: int
    through: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    dated: tuple[Span, ...] = field(default=())


def adjuncts_after(passage: Passage, at: int, rule: CueRule, wording: Wording) -> Adjuncts:
    """Step over the adjuncts after a verb that ends before token `at`."""
    found = Adjuncts(at)
    while True:
        step = _step(passage, found, rule, wording)
        if step is None:
            return found
        found = step


def adjuncts_before(passage: Passage, start: int, end: int, wording: Wording) -> Adjuncts:
    """Find what stands before the verb between two tokens: "In an interview to X, Y (said)"."""
    found, at = Adjuncts(end), start
    while at < end:
        evidence = wording.citing.match(passage.words, at) or wording.according.match(passage.words, at)
        through = wording.through.match(passage.words, at)
        opening = evidence or (through if through and through[0] > 1 else None)
        source = source_after(passage, at + opening[0], wording, closed=True) if opening else None
        if source is None or source.is_empty or source.first >= end:
            at += 1
            continue
        span = passage.span_of(source.first, min(source.last, end))
        found = _moved(found, end, evidence=span) if evidence else _moved(found, end, through=span)
        at = source.last
    return replace(found, evidence=found.evidence[::-1])


def _step(passage: Passage, found: Adjuncts, rule: CueRule, wording: Wording) -> Adjuncts | None:
    words, at = passage.words, found.end
    if at >= len(words) or content_opens_at(passage, at, wording):
        return None
    return (
        _plain_step(passage, found, wording)
        or _relayed_step(passage, found, rule, wording)
        or _quoting_step(passage, found, rule, wording)
        or _cited_step(passage, found, rule, wording)
        or _day_step(passage, found, wording)
    )


def _relayed_step(passage: Passage, found: Adjuncts, rule: CueRule, wording: Wording) -> Adjuncts | None:
    """Step over the one through whom a saying came: "was quoted (by X as saying)"."""
    words, relays = passage.words, wording.asides
    relay = relays.relays.match(words, found.end) if rule.frame == "relayed" else None
    if relay is None:
        return None
    stops = wording.clause_openers & wording.source_stops
    source = source_after(passage, found.end + relay[0], wording, stops=stops)
    span = None if source.is_empty else passage.span_of(source.first, source.last)
    return _moved(found, source.last + saying_at(passage, source.last, wording), through=span)


def _quoting_step(passage: Passage, found: Adjuncts, rule: CueRule, wording: Wording) -> Adjuncts | None:
    """Step over the one who is quoted: "cited (a source as saying)"."""
    if rule.frame != "quoting" or found.evidence:
        return None
    source = source_after(passage, found.end, wording, stops=wording.clause_openers & wording.source_stops)
    end = source.last + (passage.words[source.last : source.last + 1] == (",",))
    closing = saying_at(passage, end, wording)
    if source.is_empty or not closing:
        return None
    return _moved(found, end + closing, evidence=passage.span_of(source.first, source.last))


def saying_at(passage: Passage, at: int, wording: Wording) -> int:
    """Return the number of words of "as saying" that stand at a token; 0 where none do."""
    closing = wording.asides.relay_ends.match(passage.words, at) if at < len(passage.words) else None
    return closing[0] if closing else 0


def _day_step(passage: Passage, found: Adjuncts, wording: Wording) -> Adjuncts | None:
    """Step over the day on which it was said: "said (late on Sunday night)"."""
    words, at, days = passage.words, found.end, wording.asides.days
    limit = min(len(words) - 1, at + LONGEST_DAY_OPENING)
    while at < limit and words[at] in wording.adjunct_openers - days:
        at += 1
    if words[at] not in days:
        return None
    has_part = at + 1 < len(words) and words[at + 1] in wording.asides.parts
    return _moved(found, at + 1 + has_part)


def _plain_step(passage: Passage, found: Adjuncts, wording: Wording) -> Adjuncts | None:
    """Step over a parenthesis, an adverb, an adverb between commas, or all between commas before "that"."""
    words, at = passage.words, found.end
    if words[at] == PAREN:
        token = passage.tokens[at]
        return _moved(found, at + 1, dated=Span(token.start, token.end))
    if words[at] in wording.fillers:
        return _moved(found, at + 1)
    set_off = words[at] in _COMMAS and words[at + 1 : at + 2] and words[at + 1] in wording.fillers
    if set_off and words[at + 2 : at + 3] == (",",):
        return _moved(found, at + 3)
    end = _aside_end(passage, at, wording) if words[at] in _COMMAS else None
    return _moved(found, end) if end else None


def _aside_end(passage: Passage, at: int, wording: Wording) -> int | None:
    """Return where an aside ends that "that" follows: "told X(, on condition of anonymity,) that"."""
    words = passage.words
    for end in range(at + 1, min(len(words) - 1, at + LONGEST_ASIDE)):
        if words[end] in _COMMAS:
            return end + 1 if words[end + 1] in wording.that else None
        if (
            wording.citing.match(words, end)
            or wording.verbs.match(words, end)
            or wording.through.match(words, end)
        ):
            return None
    return None


def _cited_step(passage: Passage, found: Adjuncts, rule: CueRule, wording: Wording) -> Adjuncts | None:
    """Step over the one a report rests on, or the one it came through."""
    words, at = passage.words, found.end
    comma = 1 if words[at] in _COMMAS else 0
    if comma and at + 1 >= len(words):
        return None
    about = rule.frame == "about" and wording.order == "vso" and words[at + comma] in wording.prepositions
    if (citing := wording.citing.match(words, at + comma)) and not about:
        stops = wording.clause_openers & wording.source_stops
        source = source_after(passage, at + comma + citing[0], wording, stops=stops)
        end = source.last + saying_at(passage, source.last, wording)
        if end < len(words) and words[end] == PAREN:
            token = passage.tokens[end]
            found = _moved(found, end + 1, dated=Span(token.start, token.end))
            end += 1
        if (
            end < len(words)
            and words[end] in wording.source_stops
            and not content_opens_at(passage, end, wording)
        ):
            end = _that_position(passage, end, wording) or end
        if end < len(words) and words[end] in _COMMAS:
            end += 1
        return (
            _moved(found, end, evidence=passage.span_of(source.first, source.last))
            if not source.is_empty
            else None
        )
    if comma:
        return None
    return _through(passage, found, rule, wording)


def _through(passage: Passage, found: Adjuncts, rule: CueRule, wording: Wording) -> Adjuncts | None:
    """Step over "in an interview to X (March 10)", "on Twitter", and the listener of "told"."""
    words, at = passage.words, found.end
    if through := wording.through.match(words, at):
        source = source_after(passage, at + through[0], wording)
        if not source.is_empty and not _is_mere_preposition(passage, at, through[0], wording):
            return _moved(found, source.last, through=passage.span_of(source.first, source.last))
    if words[at] in wording.adjunct_openers and words[at] not in wording.that:
        if at + 1 < len(words) and words[at + 1] in wording.platforms:
            return _moved(found, at + 2, through=passage.span_of(at + 1, at + 2))
        end = _that_position(passage, at, wording)
        return _moved(found, end) if end else None
    if rule.frame == "recipient" and not found.through:
        listener = source_after(passage, at, wording)
        if not listener.is_empty:
            return _moved(found, listener.last, through=passage.span_of(listener.first, listener.last))
    return None


def _is_mere_preposition(passage: Passage, at: int, length: int, wording: Wording) -> bool:
    """Say whether one word ("on", "to") is followed by something else than an outlet or a platform."""
    if length > 1 or passage.words[at] not in wording.prepositions | wording.adjunct_openers:
        return False
    return passage.words[at + 1] not in wording.platforms | wording.outlet_nouns


def _that_position(passage: Passage, start: int, wording: Wording) -> int | None:
    """Return where "that", a colon or a quotation opens the content a few words on."""
    for at in range(start, min(len(passage.words), start + FURTHEST_THAT)):
        if content_opens_at(passage, at, wording):
            return at
        if passage.words[at] in _COMMAS and not _dates_follow(passage, at + 1, wording):
            return None
        if passage.words[at] in (".", ";") or (at > start and wording.verbs.match(passage.words, at)):
            return None
        if passage.words[at] == PAREN or wording.through.match(passage.words, at):
            return at if at > start else None
    return None


def _dates_follow(passage: Passage, at: int, wording: Wording) -> bool:
    """Say whether a comma only parts a date or stands before "that": "on Monday, March 5, that"."""
    if at >= len(passage.words):
        return False
    word = passage.words[at]
    return (
        word in wording.that or word.isdigit() or (passage.tokens[at].capital and at + 1 < len(passage.words))
    )


def _moved(
    found: Adjuncts,
    end: int,
    *,
    through: Span | None = None,
    evidence: Span | None = None,
    dated: Span | None = None,
) -> Adjuncts:
    return Adjuncts(
        end,
        found.through + ((through,) if through else ()),
        found.evidence + ((evidence,) if evidence else ()),
        found.dated + ((dated,) if dated else ()),
    )
