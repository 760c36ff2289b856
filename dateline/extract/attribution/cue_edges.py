"""What the words of a cue say of it: a mere hedge, a silence, a passive, and where it ends."""

from collections.abc import Sequence

from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span


def is_hedge(passage: Passage, cue: Span, wording: Wording) -> bool:
    """Say whether a cue is only a hedge: "may seriously", "reportedly"."""
    inside = passage.tokens_in(cue)
    return inside is not None and all(_is_hedge(passage, at, wording) for at in range(*inside))


def is_silence(passage: Passage, cue: Span, wording: Wording) -> bool:
    """Say whether a cue is part of words that say that nothing was said: "has not commented on"."""
    first, last = passage.tokens_in(cue) or (0, 0)
    return any(
        (found := wording.no_cues.silent.match(passage.words, at)) and at + found[0] > first
        for at in range(max(0, first - 3), last)
    )


def is_deed(passage: Passage, cue: Span, contents: Sequence[Span], wording: Wording) -> bool:
    """Say whether a cue is done to the person in front of whom it stands: "dismissed | his minister".

    "Dismissed the minister as a liar" says something of him.
    """
    _, last = passage.tokens_in(cue) or (0, 0)
    opened = passage.tokens_in(contents[0]) if contents else None
    if opened is None or opened[0] != last or passage.words[last - 1] not in wording.no_cues.deeds:
        return False
    ends = wording.prepositions | wording.that | wording.clause_openers | {",", ".", QUOTE, PAREN}
    inside = range(*opened)
    end = next((at for at in inside if passage.words[at] in ends), opened[1])
    if end == opened[0] or passage.words[end : end + 1] in {("as",), (QUOTE,)}:
        return False
    people = wording.voices - wording.papers - wording.reports - wording.outlet_nouns
    return passage.tokens[end - 1].capital or passage.words[end - 1] in people


def _is_hedge(passage: Passage, at: int, wording: Wording) -> bool:
    word = passage.words[at]
    is_adverb = word in wording.fillers or word.endswith(wording.edges.adverb_endings)
    return is_adverb or wording.hedges.match(passage.words, at) is not None


def is_raised(passage: Passage, cue: Span) -> bool:
    """Say whether an infinitive follows a cue that lays it to nobody: "is expected | to", "appears | to"."""
    inside = passage.tokens_in(cue)
    return inside is not None and passage.words[inside[1] : inside[1] + 1] == ("to",)


def is_passive(passage: Passage, cue: Span, wording: Wording) -> bool:
    """Say whether a cue is a passive that names nobody: "is believed to be", "were said to"."""
    inside = passage.tokens_in(cue)
    return (
        is_raised(passage, cue)
        and inside is not None
        and not wording.passive_auxiliaries.isdisjoint(passage.words[max(0, inside[1] - 3) : inside[1] - 1])
    )


def is_particle(passage: Passage, cue: Span, wording: Wording) -> bool:
    """Say whether a cue is only a preposition or an article: "on", "of the"."""
    inside = passage.tokens_in(cue)
    small = wording.prepositions | wording.articles
    return inside is not None and small.issuperset(passage.words[inside[0] : inside[1]])


def whole_cue(passage: Passage, cue: Span, contents: Sequence[Span], wording: Wording) -> Span:
    """Return a cue with the one preposition between it and its content: "asked for | the help of"."""
    between = [token for token in passage.tokens if cue.end <= token.start and token.end <= contents[0].start]
    is_part = len(between) == 1 and between[0].word in wording.edges.cue_prepositions
    return Span(cue.start, between[0].end) if is_part else cue
