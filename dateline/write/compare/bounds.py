"""Numbers with what bounds them: "at least 16", "nearly 400", "more than 300" for 312, "a man" for one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model.editions import Unsupported
from dateline.write.compare.deeds import stem
from dateline.write.compare.facts import NumberFact, find_numbers
from dateline.write.compare.folding import words_of
from dateline.write.compare.lexicon import lexicon

BOUND_REACH = 24  # code points before a number in which it is bounded
FEWEST_DIGITS = 2  # of a number that is rounded: below ten every count is told as it is
LONGEST_NOUN = 24  # code points behind a number in which its noun begins
SINGLE = ("a", "an")  # in front of what one is told of
FLOORS, CEILINGS = ("more", "least"), ("less", "most")


def bounds_changed(text: str, passage: str) -> Iterator[Unsupported]:
    """Yield a number that the passage bounds otherwise: "16 people" where it says "at least 16"."""
    there = bounded(passage)
    values = {value for value, _, _ in there}
    for value, bound, number in bounded(text):
        if value in values and (value, bound) not in {(one, sense) for one, sense, _ in there}:
            yield Unsupported(text[number.start : number.end], number.start, number.end, "hedge")


def bounded(text: str) -> list[tuple[str, str, NumberFact]]:
    """List the numbers with the sense of the words right before them that bound them, empty for none."""
    table = lexicon()
    found = []
    for number in find_numbers(text):
        before = [word.folded for word in words_of(text[max(0, number.start - BOUND_REACH) : number.start])]
        phrases = (" ".join(before[-length:]) for length in (3, 2, 1))
        bound = next((table.bounds[phrase] for phrase in phrases if phrase in table.bounds), "")
        found.append((number.value, bound, number))
    return found


def is_rounded(number: NumberFact, text: str, sources: Sequence[str]) -> bool:
    """Say whether a bounded number is the round one next to an exact one of the sources.

    "More than 300" and "about 310" are 312, and "nearly 400" is 389; "more than 100" is neither.
    """
    bound = next((sense for _, sense, found in bounded(text) if found.start == number.start), "")
    if not bound or not number.value.isdecimal():
        return False
    exact = (value for source in sources for value, sense, _ in bounded(source) if not sense)
    return any(int(number.value) in _roundings(value, bound) for value in exact if value.isdecimal())


def _roundings(value: str, bound: str) -> set[int]:
    """Return the round numbers right below or above an exact one, to its first digit or its first two."""
    if len(value) < FEWEST_DIGITS:
        return set()
    exact, steps = int(value), [10 ** (len(value) - kept) for kept in (1, 2) if kept < len(value)]
    below = {exact // step * step for step in steps}
    above = {-(-exact // step) * step for step in steps}
    if bound in FLOORS:
        return below
    return above if bound in CEILINGS else below | above


def is_single(number: NumberFact, text: str, sources: Sequence[str]) -> bool:
    """Say whether "one man" is told of as "a man", of the same noun right behind."""
    noun = next(iter(words_of(text[number.end : number.end + LONGEST_NOUN])), None)
    if number.value != "1" or noun is None:
        return False
    return any(
        article.folded in SINGLE and stem(behind.folded) == stem(noun.folded)
        for source in sources
        for article, behind in pairwise(words_of(source))
    )
