"""Pairs of persons' names to judge: one person in two languages, and people easily taken for one another."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.annotations import MentionType
from dateline.text.naming.alignment import likeness
from dateline.text.naming.analysis import Name, analyse_name
from dateline.text.naming.pairing import pair_words
from dateline.text.naming.sounds import Script, sounds_of

LANGUAGES = ("en", "fa", "ar", "he", "ru", "tr", "fr", "de", "ur", "az")
MOST_CANDIDATES = 60
Person = dict[str, str]


@dataclass(frozen=True)
class Case:
    """Two names, whether they name one person, and how the pair was made."""

    first: str
    second: str
    same: bool
    made: str


def name_cases(people: Sequence[Person], seed: int) -> list[Case]:
    """Return each two spellings of a person, and one of them with somebody like them in the same language.

    Those like them share the surname, the given name, or are the nearest by sound, by turns.
    """
    chance = random.Random(seed)
    index = _Index(people)
    cases: list[Case] = []
    for person in people:
        for at, (language, other) in enumerate(_language_pairs(person)):
            cases.append(Case(person[language], person[other], True, "same person"))
            unlike = index.look_alike(person, other, ("surname", "given", "nearest")[at % 3], chance)
            if unlike is not None:
                cases.append(Case(person[language], unlike[0][other], False, unlike[1]))
    return cases


def _language_pairs(person: Person) -> Iterator[tuple[str, str]]:
    """Yield languages in which the person's names differ, English first, each spelling once."""
    seen: set[tuple[str, str]] = set()
    for at, language in enumerate(LANGUAGES):
        for other in LANGUAGES[at + 1 :]:
            pair = (person[language], person[other])
            if all(pair) and pair[0] != pair[1] and pair not in seen and pair[::-1] not in seen:
                seen.add(pair)
                yield language, other


class _Index:
    """People by surname, given name and skeleton."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for key in _keys(person):
                self._by_word[key].append(person)

    def look_alike(
        self, person: Person, language: str, made: str, chance: random.Random
    ) -> tuple[Person, str] | None:
        """Return somebody else who has a name in `language`, and how they are alike."""
        found = self._candidates(person, language, made)
        if not found:
            made = "nearest"
            found = self._candidates(person, language, made)
        if not found:
            found = [other for other in self._people if other[language] and not _is_namesake(person, other)]
        if not found:
            return None
        if made == "nearest":
            some = chance.sample(found, min(len(found), MOST_CANDIDATES))
            return max(some, key=lambda other: _nearness(person, other)), made
        return chance.choice(found), made

    def _candidates(self, person: Person, language: str, made: str) -> list[Person]:
        keys = [key for key in _keys(person) if made == "nearest" or key.startswith(made)]
        found = {other["qid"]: other for key in keys for other in self._by_word[key]}
        return [other for other in found.values() if other[language] and not _is_namesake(person, other)]


def _keys(person: Person) -> list[str]:
    name = _english(person)
    if not name.words:
        return []
    given, surname = name.words[0], name.words[-1]
    return [
        f"given {given.text}",
        f"surname {surname.text}",
        f"skeletons {given.sounds.skeleton[:1]} {surname.sounds.skeleton}",
    ]


def _english(person: Person) -> Name:
    return analyse_name(
        person["en"] or next(person[language] for language in LANGUAGES if person[language]),
        MentionType.PERSON,
    )


def _is_namesake(person: Person, other: Person) -> bool:
    """Say whether two people have a name in common, or are one: no name can tell those apart."""
    if person["qid"] == other["qid"]:
        return True
    names = {
        analyse_name(person[language], MentionType.PERSON).key for language in LANGUAGES if person[language]
    }
    return any(
        analyse_name(other[language], MentionType.PERSON).key in names
        for language in LANGUAGES
        if other[language]
    )


def _nearness(person: Person, other: Person) -> float:
    return sum(pair.like for pair in pair_words(_english(person).words, _english(other).words).paired)


def variant_cases(groups: Sequence[Sequence[str]], seed: int, count: int) -> list[Case]:
    """Return invented people in two spellings of words of `groups`, and people unlike them in one word.

    Every other unlike word is one of the nearest by sound: Karim and Karam, Hassan and Hussein.
    """
    chance = random.Random(seed)
    nearest = _nearest_groups(groups)
    cases = []
    for at in range(count):
        one, two, three = chance.sample(range(len(groups)), 3)
        given, surname = groups[one], groups[two]
        first = f"{chance.choice(given)} {chance.choice(surname)}"
        if at % 2:
            cases.append(Case(first, _respelt(given, surname, chance), True, "invented"))
        elif at % 4:
            other = groups[chance.choice(nearest[two]) if at % 3 else three]
            cases.append(Case(first, _respelt(given, other, chance), False, "invented, given name"))
        else:
            other = groups[chance.choice(nearest[one]) if at % 3 else three]
            cases.append(Case(first, _respelt(other, surname, chance), False, "invented, surname"))
    return cases


def _nearest_groups(groups: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return for each group the four that sound most like it, by its first spelling."""
    heads = [sounds_of(group[0].lower()) for group in groups]
    return [
        sorted(range(len(groups)), key=lambda other: (other == at, -likeness(head, heads[other])))[:4]
        for at, head in enumerate(heads)
    ]


def _respelt(given: Sequence[str], surname: Sequence[str], chance: random.Random) -> str:
    """Write both words in the script of one of them."""
    script = analyse_name(chance.choice(given), MentionType.PERSON).script
    words = []
    for group in (given, surname):
        fitting = [word for word in group if analyse_name(word, MentionType.PERSON).script is script]
        words.append(chance.choice(fitting or list(group)))
    return " ".join(words)


def script_pair(case: Case) -> str:
    """Return the scripts of a pair, in alphabetical order."""
    scripts = (analyse_name(name, MentionType.PERSON).script for name in (case.first, case.second))
    return "–".join(sorted(script if script is not Script.OTHER else "other" for script in scripts))
