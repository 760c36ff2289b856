"""Sayings that a sentence tells of only to say that they were not said: "refused to confirm that"."""

from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span

REACH = 5  # tokens in front of a cue


def is_withheld(passage: Passage, cue: Span | None, wording: Wording) -> bool:
    """Say whether the words of a cue, or those right in front of it, take it back.

    Only adverbs may stand between: "did not | immediately | confirm". What nobody says may still be so, so
    such a claim is left open.
    """
    inside = passage.tokens_in(cue) if cue else None
    if inside is None:
        return False
    first, end = inside
    for at in range(max(0, first - REACH), end):
        found = wording.withheld.match(passage.words, at)
        if found and all(_is_between(passage, each, wording) for each in range(at + found[0], first)):
            return True
    return False


def _is_between(passage: Passage, at: int, wording: Wording) -> bool:
    word = passage.words[at]
    return word in wording.fillers or word.endswith(wording.edges.adverb_endings)
