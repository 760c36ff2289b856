"""Do two names name the same thing? A probability, and the named parts that it stands on."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from dateline.model.annotations import MentionType
from dateline.text.naming.analysis import Name, analyse_name
from dateline.text.naming.explanation import Part, explain_persons, explain_things
from dateline.text.naming.pairing import pair_words
from dateline.text.naming.persons import person_features
from dateline.text.naming.things import agree, are_rivals, is_acronym_of, left_cost

DECISION = 0.5  # from here on two names are taken to name the same thing
KNOWN_SAME, KNOWN_OTHER = 0.97, 0.02
SAME_LETTERS = 0.98
ACRONYM = 0.88
BOTH_SIDES, RIVALS = 3.0, 6.0  # log-odds lost where each name has a word of its own, or a qualifier


@dataclass(frozen=True, slots=True)
class Match:
    """How two names compare: `score` is the probability that both name the same thing."""

    score: float
    parts: tuple[Part, ...]

    @property
    def explanation(self) -> str:
        """Return the parts as one line for a person."""
        return "; ".join(str(part) for part in self.parts)


def match_names(first: str, second: str, kind: MentionType | None = None) -> Match:
    """Compare two printed names.

    >>> match_names("Esmail Qa'ani", "اسماعیل قاآنی", MentionType.PERSON).score > DECISION
    True
    >>> match_names("Ali Khamenei", "Ali Khomeini", MentionType.PERSON).score > DECISION
    False
    """
    return compare_names(*of_one_kind(first, second, kind))


def compare_names(first: Name, second: Name) -> Match:
    """Compare two names of one kind that were taken apart before."""
    return Match(round(score_names(first, second), 4), explain(first, second))


def of_one_kind(first: str, second: str, kind: MentionType | None) -> tuple[Name, Name]:
    """Take two names apart in the same way; where one is guessed to be no person's, neither is."""
    one, other = analyse_name(first, kind), analyse_name(second, kind)
    if one.kind is not other.kind and MentionType.PERSON in (one.kind, other.kind):
        thing = other.kind if one.kind is MentionType.PERSON else one.kind
        return analyse_name(first, thing), analyse_name(second, thing)
    return one, other


def score_names(first: Name, second: Name) -> float:
    """Return the probability that two names of one kind name the same thing."""
    if not first.words or not second.words:
        return 0.0
    if first.kind is MentionType.PERSON:
        return _score_persons(first, second)
    return _score_things(first, second)


def explain(first: Name, second: Name) -> tuple[Part, ...]:
    """Return the parts that speak for and against."""
    if not first.words or not second.words:
        return (Part("empty", "a name without words"),)
    if first.kind is MentionType.PERSON:
        return explain_persons(first, second, pair_words(first.words, second.words))
    return explain_things(first, second, agree(first, second))


def _score_persons(first: Name, second: Name) -> float:
    if first.key == second.key and first.generation == second.generation:
        return SAME_LETTERS
    weights = person_weights()
    features = person_features(first, second, pair_words(first.words, second.words))
    return _probability(sum(map(mul, weights, features)))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


@cache
def person_weights() -> tuple[float, ...]:
    """Load the packaged weights of the features of persons' names, in their order."""
    packaged = json.loads((resources.files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return tuple(float(weight) for weight in packaged["person"].values())


def _score_things(first: Name, second: Name) -> float:
    if first.known and second.known:
        return KNOWN_SAME if first.known & second.known else KNOWN_OTHER
    if first.key == second.key:
        return SAME_LETTERS
    if is_acronym_of(first.acronym, second) or is_acronym_of(second.acronym, first):
        return ACRONYM
    return _probability(_thing_log_odds(first, second))


def _thing_log_odds(first: Name, second: Name) -> float:
    """Weigh how much of each name the other bears out; set by hand on our own cases."""
    agreement = agree(first, second)
    lower, higher = sorted((agreement.first, agreement.second))
    left, other_left = (sum(map(left_cost, words)) for words in (agreement.first_left, agreement.second_left))
    plain = [like for one, other, like in agreement.pairs if one.concept is None or other.concept is None]
    weakest = min(plain, default=1.0)
    odds = -5.2 + 6.0 * lower + 3.0 * higher + 3.0 * (weakest - 0.5)
    rivals = are_rivals(agreement.first_left, agreement.second_left)
    both_sides = RIVALS if rivals else (BOTH_SIDES if left and other_left else 0.0)
    return odds - left - other_left - both_sides - (0.0 if agreement.pairs else 3.0)
