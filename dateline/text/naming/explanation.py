"""Why two names compare as they do, in words."""

from dataclasses import dataclass

from dateline.text.naming.analysis import Name, Word
from dateline.text.naming.pairing import Paired, Pairing
from dateline.text.naming.things import Agreement, is_acronym_of, is_soft

ALIKE, VARIANT = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that speaks for or against, `what` naming its sort. `like` is from 0 to 1, if any."""

    what: str
    words: str
    like: float | None = None

    def __str__(self) -> str:
        likeness = "" if self.like is None else f" ({self.like:.2f})"
        return f"{self.what}: {self.words}{likeness}"


def explain_persons(first: Name, second: Name, pairing: Pairing) -> tuple[Part, ...]:
    """Return the parts of two persons' names."""
    parts = [_paired_part(pairing, pair) for pair in sorted(pairing.paired, key=lambda pair: pair.first)]
    used = {pair.first for pair in pairing.paired}
    other_used = {pair.second for pair in pairing.paired}
    left = [word.text for at, word in enumerate(pairing.first) if at not in used]
    other_left = [word.text for at, word in enumerate(pairing.second) if at not in other_used]
    if left and other_left:
        parts.append(Part("unlike", f"{' '.join(left)} ≠ {' '.join(other_left)}"))
    elif left or other_left:
        parts.append(Part("only in one", " ".join(left or other_left)))
    if first.generation != second.generation:
        parts.append(Part("generation", f"{first.generation or 'none'} ≠ {second.generation or 'none'}"))
    return (*parts, *_ignored(first, second))


def _paired_part(pairing: Pairing, pair: Paired) -> Part:
    first, second = pairing.first[pair.first], pairing.second[pair.second]
    words = f"{first.text} ~ {second.text}"
    return Part(_sort_of(first, second, pair), words, round(pair.like, 2))


def _sort_of(first: Word, second: Word, pair: Paired) -> str:
    if first.text == second.text:
        return "equal"
    if pair.by_initial:
        return "initial"
    if first.nickname and first.nickname == second.nickname:
        return "short name"
    skeleton = first.sounds.skeleton == second.sounds.skeleton
    if pair.like >= ALIKE:
        return f"{_spelt(first)} skeleton equal" if skeleton else "usual transliteration"
    if pair.like >= VARIANT:
        return f"{_spelt(first)} skeleton equal, vowels vary" if skeleton else "variant"
    return f"{_spelt(first)} skeleton equal, vowels differ" if skeleton else "distant"


def _spelt(word: Word) -> str:
    return "-".join(word.sounds.skeleton.lower()) or "vowel"


def _ignored(first: Name, second: Name) -> tuple[Part, ...]:
    words = dict.fromkeys((*first.ignored, *second.ignored))
    return (Part("ignored", ", ".join(words)),) if words else ()


def explain_things(first: Name, second: Name, agreement: Agreement) -> tuple[Part, ...]:
    """Return the parts of the names of two organisations or places."""
    parts = []
    if first.known and second.known:
        same = first.known & second.known
        known = ", ".join(sorted(same)) if same else f"{_listed(first)} ≠ {_listed(second)}"
        parts.append(Part("known as one" if same else "known as two", known))
    if is_acronym_of(first.acronym, second) or is_acronym_of(second.acronym, first):
        parts.append(Part("acronym", first.acronym or second.acronym or ""))
    parts += [_agreed(one, other, like) for one, other, like in agreement.pairs]
    parts += [
        Part("may be left out" if is_soft(word) else "only in one", word.text)
        for word in (*agreement.first_left, *agreement.second_left)
    ]
    return (*parts, *_ignored(first, second))


def _listed(name: Name) -> str:
    return ", ".join(sorted(name.known))


def _agreed(one: Word, other: Word, like: float) -> Part:
    words = f"{one.text} ~ {other.text}"
    if one.text == other.text:
        return Part("equal", words)
    if one.concept and one.concept == other.concept:
        return Part("translation", f"{words}, {one.concept}")
    return Part("sounds alike", words, round(like, 2))
