"""Who does what to whom in a sentence, as far as the order of its words shows it; and who says it.

A light reading for the check alone: a verb with the words right before it, and behind it, up to the next
preposition or mark. Where these show no one, nothing is concluded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.text.fold import fold
from dateline.write.compare.aliases import states_named
from dateline.write.compare.deeds import senses_of, stem
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon

LONGEST_PARTY = 5  # words
NEAR = 4  # words between a helping verb and the verb, and between a passive verb and its "by"
PAST, ONGOING = "ed", "ing"


@dataclass(frozen=True, slots=True)
class Party:
    """One who acts or is acted on: the stems of the words, a country's code for its names and people."""

    keys: frozenset[str]
    named: bool

    def is_one_of(self, other: "Party") -> bool:
        """Say whether two parties share a word."""
        return bool(self.keys & other.keys)


NOBODY = Party(frozenset(), False)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the one who acts and the one acted on; `start` and `end` are the verb's place."""

    verb: str
    senses: frozenset[str]
    agent: Party
    patient: Party
    start: int
    end: int

    def is_like(self, other: "Deed") -> bool:
        """Say whether two deeds are told by one verb, or by verbs that tell the same."""
        return self.verb == other.verb or bool(self.senses & other.senses)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language that show who acts: what ends a party, what makes a verb passive."""

    prepositions: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]
    fillers: frozenset[str]
    stops: frozenset[str]
    light: frozenset[str]


@cache
def grammar() -> Grammar:
    """Return the words of all languages that have them."""
    tables = [language_table(code, "check").get("grammar", {}) for code in language_codes()]
    return Grammar(
        *(
            frozenset(fold(word) for table in tables for word in table.get(name, ()))
            for name in Grammar.__dataclass_fields__
        )
    )


def find_deeds(sentence: str) -> Iterator[Deed]:
    """Yield the deeds of one sentence of which a party can be seen."""
    words = words_of(sentence)
    for index, word in enumerate(words):
        if not _is_verb(words, index):
            continue
        before, behind = party_before(sentence, words, index), party_behind(sentence, words, index)
        if _is_passive(words, index):
            agent, patient = _by_whom(sentence, words, index), before
        else:
            agent, patient = before, behind
        if agent.keys or patient.keys:
            yield Deed(stem(word.folded), senses_of(word.folded), agent, patient, word.start, word.end)


def _is_verb(words: Sequence[Word], index: int) -> bool:
    word, table = words[index], grammar()
    if word.capitalised or word.folded in lexicon().speech or not index:
        return False
    past = word.folded.endswith(PAST) and len(word.folded) > len(PAST) + 2
    adjective = words[index - 1].folded in table.articles | table.prepositions
    return (past or bool(senses_of(word.folded))) and not adjective


def _is_passive(words: Sequence[Word], index: int) -> bool:
    table = grammar()
    if words[index].folded.endswith(ONGOING):
        return False
    for word in reversed(words[max(0, index - NEAR) : index]):
        if word.folded in table.passive:
            return True
        if word.folded not in table.fillers and not word.folded.endswith("ly"):
            return False
    return False


def _by_whom(sentence: str, words: Sequence[Word], index: int) -> Party:
    for at in range(index + 1, min(len(words), index + 1 + NEAR)):
        if words[at].folded in grammar().by:
            return party_behind(sentence, words, at)
    return NOBODY


def party_before(sentence: str, words: Sequence[Word], index: int) -> Party:
    """Return who stands before the word at `index`, behind helping verbs: what a party is of is left out.

    "The rebels of the Front in Homs have attacked" gives the rebels.
    """
    table, at = grammar(), index - 1
    skipped = table.auxiliaries | table.passive | table.fillers
    while at >= 0 and (words[at].folded in skipped or words[at].folded.endswith("ly")):
        at -= 1
    last = at
    found: list[Word] = []
    while at >= 0 and _joined(sentence, words, at) and last - at < LONGEST_PARTY:
        folded = words[at].folded
        if folded in table.prepositions:
            found, last = [], at - 1
        elif folded in table.stops:
            break
        else:
            found.append(words[at])
        at -= 1
        if folded in table.articles and not (at >= 0 and words[at].folded in table.prepositions):
            break
    return _party(sentence, found[::-1])


def party_behind(sentence: str, words: Sequence[Word], index: int) -> Party:
    """Return who stands right behind the word at `index`, up to the next preposition or mark."""
    table = grammar()
    found: list[Word] = []
    for at in range(index + 1, min(len(words), index + 1 + LONGEST_PARTY)):
        folded = words[at].folded
        if not _joined(sentence, words, at - 1) or folded in table.prepositions | table.stops:
            break
        if folded in table.auxiliaries | table.passive:
            break
        found.append(words[at])
    return _party(sentence, found)


def _joined(sentence: str, words: Sequence[Word], at: int) -> bool:
    """Say whether no mark stands behind the word at `at`; the last word has none to be parted from."""
    if at + 1 >= len(words):
        return True
    between = sentence[words[at].end : words[at + 1].start].removeprefix("'s").removeprefix("’s")
    return not between.strip(" \n-‑–\"“”'‘’")


def _party(sentence: str, words: Sequence[Word]) -> Party:
    table = grammar()
    kept = [word for word in words if word.folded not in table.articles | table.fillers]
    numbers = lexicon().numbers
    kept = [word for word in kept if word.folded not in numbers and not word.folded[:1].isdigit()]
    keys = {stem(word.folded) for word in kept}
    if kept:
        keys |= states_named(sentence[kept[0].start : kept[-1].end])
    no_names = lexicon().not_names | lexicon().openers
    named = any(word.capitalised and word.folded not in no_names for word in kept)
    return Party(frozenset(keys), named)
