"""Verbs by what they tell, so that one put in the place of another is seen: "killed" is not "wounded"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.model.editions import Unsupported
from dateline.text.fold import fold
from dateline.write.compare.folding import Word
from dateline.write.compare.lexicon import lexicon

ENDINGS = (("ied", "y"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
SHORTEST_STEM = 3  # letters
PAST = "ed"


def exchanged_deeds(
    mine: Sequence[Word],
    theirs: Sequence[Word],
    *,
    sentence: Sequence[Word],
    passage: Sequence[Word],
    verbatim: bool,
) -> Iterator[Unsupported]:
    """Yield the verbs of `mine` that stand in the place of another of `theirs` and tell something else.

    Both are what differs at one place of a sentence and its passage; in other words than the passage's, a
    verb may tell what one at another place of it told. Words of no table are compared only where all else is
    `verbatim`: there nothing but the verb can make the difference.
    """
    alone = verbatim and len(theirs) == 1
    kept, there = _stems(sentence), _stems(passage)

    def gone(words: Sequence[Word]) -> list[Word]:
        lost = (word for word in words if _tells(word) and kept[stem(word.folded)] < there[stem(word.folded)])
        return [word for word in lost if not _as_noun(word, sentence)]

    replaced = gone(theirs)
    retold = (
        frozenset[str]() if verbatim else frozenset().union(*(senses_of(w.folded) for w in gone(passage)))
    )
    for rank, word in enumerate(mine):
        verb = (_tells(word) and not _is_thing(word, sentence)) or (alone and rank == 0 and _plain(word))
        if word.folded in lexicon().negations:  # compared as such
            continue
        if not replaced or not verb or kept[stem(word.folded)] <= there[stem(word.folded)]:
            continue
        senses = senses_of(word.folded) | _phrase_senses(word, sentence)
        theirs_too = [senses_of(other.folded) for other in replaced]
        known = bool(senses) or any(theirs_too)
        told = senses & retold or any(senses & other for other in theirs_too)
        if not told and (known or verbatim):
            yield Unsupported(word.raw, word.start, word.end, "verb")


def senses_of(word: str) -> frozenset[str]:
    """Return what a folded verb form can tell; empty for a word of no table.

    >>> "ASSAULT/killing" in senses_of("slain"), senses_of("killed") & senses_of("wounded")
    (True, frozenset())
    """
    return _senses().get(stem(word), frozenset())


def opposite_sides(word: str) -> frozenset[tuple[str, int]]:
    """Return the groups of opposites that a folded verb form belongs to, with its side of each."""
    return _opposite_sides().get(stem(word), frozenset())


@cache
def _opposite_sides() -> Mapping[str, frozenset[tuple[str, int]]]:
    """Map the stem of each verb to its groups of two sides: of more sides none is the opposite of another."""
    sides: dict[str, set[tuple[str, int]]] = {}
    for code in language_codes():
        groups: Sequence[Sequence[str]] = language_table(code, "check").get("opposites", ())
        for rank, group in enumerate(groups):
            for side, words in enumerate(group if len(group) == 2 else ()):
                for word in words.split("|"):
                    sides.setdefault(stem(fold(word)), set()).add((f"{code} {rank}", side))
    return {form: frozenset(pairs) for form, pairs in sides.items()}


def stem(word: str) -> str:
    """Return a verb without its ending, a doubled consonant and a last "e": forms of one verb are equal.

    >>> stem("rejected"), stem("stopped"), stem("seizing"), stem("denies"), stem("seize")
    ('reject', 'stop', 'seiz', 'deny', 'seiz')
    """
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)] + instead
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > SHORTEST_STEM and word.endswith("e") else word


def _as_noun(word: Word, sentence: Sequence[Word]) -> bool:
    """Say whether a sentence tells by a noun what `word` tells as a verb: "resigned" and "resignation"."""
    root = stem(word.folded)
    return len(root) > SHORTEST_STEM + 1 and any(
        other.folded.startswith(root)
        and len(other.folded) > len(word.folded)
        and not other.folded.endswith("ly")
        for other in sentence
    )


def _is_thing(word: Word, sentence: Sequence[Word]) -> bool:
    """Say whether a form that can be a noun stands right behind an article: "the blast"."""
    before = next((other for other in reversed(sentence) if other.end <= word.start), None)
    articled = before is not None and before.folded in _articles() and before.end + 1 == word.start
    return articled and not word.folded.endswith(PAST)


@cache
def _articles() -> frozenset[str]:
    tables = [language_table(code, "check").get("grammar", {}) for code in language_codes()]
    return frozenset(fold(word) for table in tables for word in table.get("articles", ()))


def _phrase_senses(word: Word, sentence: Sequence[Word]) -> frozenset[str]:
    """Return what a verb tells with the word behind it: "stepped down"."""
    behind = next((other.folded for other in sentence if other.start > word.end), "")
    return _senses().get(f"{stem(word.folded)} {behind}", frozenset())


def _stems(words: Sequence[Word]) -> Counter[str]:
    return Counter(stem(word.folded) for word in words)


def _tells(word: Word) -> bool:
    """Say whether a word can be a verb that tells something: of a table, or a past in "-ed"."""
    if word.capitalised:
        return False
    past = word.folded.endswith(PAST) and len(word.folded) >= SHORTEST_STEM + len(PAST)
    return past or bool(senses_of(word.folded))


def _plain(word: Word) -> bool:
    """Say whether a word is neither a name nor of a unit, which are compared by themselves."""
    return not word.capitalised and word.folded not in lexicon().units


@cache
def _senses() -> Mapping[str, frozenset[str]]:
    """Map the stem of each verb to the kinds of event and the sides of opposites that it tells."""
    senses: dict[str, set[str]] = {}
    for code in language_codes():
        for sense, form in (*_events(code), *_opposites(code)):
            verb, _, particle = fold(form).partition(" ")
            senses.setdefault(f"{stem(verb)} {particle}".rstrip(), set()).add(sense)
    return {form: frozenset(kinds) for form, kinds in senses.items()}


def _events(code: str) -> Iterator[tuple[str, str]]:
    verbs: Mapping[str, Sequence[str]] = language_table(code, "events").get("verbs", {})
    for mode, entries in verbs.items():
        words = [entry.partition(" :")[0] for entry in entries]
        forms = ((mode, form) for word in words for form in word.split("|"))
        yield from ((mode, form) for mode, form in forms if form.count(" ") < 2)


def _opposites(code: str) -> Iterator[tuple[str, str]]:
    """Yield of each group of opposites its sides: the words of one mean the same here."""
    groups: Sequence[Sequence[str]] = language_table(code, "check").get("opposites", ())
    for rank, group in enumerate(groups):
        for side, words in enumerate(group):
            yield from ((f"{code} {rank} {side}", word) for word in words.split("|"))
