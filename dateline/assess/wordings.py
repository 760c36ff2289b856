"""Quotations of one speaker that outlets print in different words."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from dateline.assess.attributes import Said, to_attribute
from dateline.assess.told import Told
from dateline.model.claims import Mode
from dateline.model.events import Attribute, Relation
from dateline.text.fold import folded_words

LEAST_WORDS = 4  # shorter quotations are names and turns of phrase
# Set by hand, not measured: quotations with so much in common, in its order, are of one utterance.
MIN_SHARED = 0.6


def find_wordings(told: Sequence[Told]) -> Iterator[Attribute]:
    """Yield what speakers are quoted with in words that differ, each utterance for itself.

    A quotation that stands whole within a longer one is only less of it. Those of one language are compared:
    who translates may choose the words.
    """
    spoken: dict[tuple[str, str], list[Said]] = {}
    for one in told:
        for speaker, said in _quotations(one):
            spoken.setdefault((speaker, one.document.lang), []).append(said)
    for speaker, lang in sorted(spoken):
        for utterance in _utterances(spoken[speaker, lang]):
            if len({each.key for each in utterance}) > 1 and len({each.outlet for each in utterance}) > 1:
                yield to_attribute("wording", speaker, utterance, _relate)


def _quotations(told: Told) -> Iterator[tuple[str, Said]]:
    for claim in told.made.claims:
        speaker = told.speaker_of(claim)
        value = " ".join(span.of(told.document.text).strip() for span in claim.content)
        words = tuple(folded_words(value))
        if claim.mode is Mode.QUOTATION and speaker is not None and len(words) >= LEAST_WORDS:
            yield speaker, Said(told.document, words, value, claim.id, told.original)


def _utterances(said: Sequence[Said]) -> list[list[Said]]:
    """Group quotations of one speaker by what was said once."""
    groups: list[list[Said]] = []
    for each in sorted(said, key=lambda one: one.when):
        known = next((group for group in groups if any(_is_one(each, other) for other in group)), None)
        if known is None:
            groups.append([each])
        else:
            known.append(each)
    return groups


def _is_one(some: Said, other: Said) -> bool:
    if _is_within(some, other) or _is_within(other, some):
        return True
    return SequenceMatcher(None, some.key, other.key, autojunk=False).ratio() >= MIN_SHARED


def _is_within(some: Said, other: Said) -> bool:
    """Say whether the words of one quotation stand in the other, in one run."""
    starts = range(len(other.key) - len(some.key) + 1)
    return any(other.key[start : start + len(some.key)] == some.key for start in starts)


def _relate(earlier: Said, later: Said) -> Relation:
    if earlier.key == later.key:
        return Relation.SAME
    trimmed = _is_within(earlier, later) or _is_within(later, earlier)
    return Relation.MORE_SPECIFIC if trimmed else Relation.WORDING
