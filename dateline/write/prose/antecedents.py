"""What a sentence takes as told before it: "the blast" of which nobody has read, "the group" of no name."""

from collections.abc import Iterator
from functools import cache

from dateline.text.fold import fold
from dateline.write.compare.deeds import stem
from dateline.write.compare.facts import find_quotations
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.settings import house_words

WHEN, PARTICIPLE = ("on", "in", "at"), "ed"
BETWEEN = 2  # words between the article and its noun, at most


def takes_as_told(text: str, told: str, language: str) -> bool:
    """Say whether `text` speaks of something that neither it nor `told`, printed before it, has introduced.

    A happening is introduced by any word of harm, a place or a group by any name, all else by its own noun
    or a verb that tells the same.
    What goes on with "of", "that" or the like introduces itself.
    """
    words = words_of(_own_words(text))
    before = list(words_of(told))
    if not before and any(_points(words, at, language) for at in range(len(words))):
        return True
    if any(not _are_named(words[:article], before) for article in _pairs(words, language)):
        return True
    return any(
        not (
            _is_told(words[noun], before, language)
            or _is_introduced(words[noun], before + list(words[:article]), language)
        )
        for article, noun in _definites(words, language)
    )


def _points(words: tuple[Word, ...], at: int, language: str) -> bool:
    """Say whether "these acts" points to what was told before; "these who" does not, nor "these in Balad"."""
    pointing = words[at].folded in house_words(language).pointing_words and at + 2 < len(words)
    behind = words[at + 1].folded if pointing else ""
    return (
        pointing and not words[at + 1].capitalised and behind not in _folded(house_words(language).going_on)
    )


def _pairs(words: tuple[Word, ...], language: str) -> Iterator[int]:
    """Yield the places of each "the" of "the two posts", where nothing behind introduces them."""
    for article, word in enumerate(words[:-2]):
        number, noun = words[article + 1], words[article + 2]
        counts = word.folded in house_words(language).definite_words and number.folded in lexicon().numbers
        if counts and not noun.capitalised and not _goes_on(words, article + 2, language):
            yield article


def _are_named(words: tuple[Word, ...], before: list[Word]) -> bool:
    """Say whether two names, or a number of anything, stand before "the two" of them."""
    told = [*before, *words]
    counted = any(lexicon().numbers.get(word.folded, 0) > 1 or word.raw[0].isdigit() for word in told)
    return counted or len({word.folded for word in told if _is_name(word)}) > 1


def _is_name(word: Word) -> bool:
    table = lexicon()
    plain = table.months.keys() | table.weekdays.keys() | table.numbers.keys()
    return word.capitalised and word.folded not in plain and word.folded not in table.openers


def _own_words(text: str) -> str:
    """Blank out quotations: their words are as they were said."""
    for quotation in find_quotations(text):
        text = text[: quotation.start] + " " * (quotation.end - quotation.start) + text[quotation.end :]
    return text


def _definites(words: tuple[Word, ...], language: str) -> Iterator[tuple[int, int]]:
    """Yield the places of each "the" and of the noun of a table that it stands before.

    "The rocket attack" is as unknown as "the attack", but "the oil ministry" is known.
    """
    house = house_words(language)
    for article, word in enumerate(words):
        if word.folded not in house.definite_words:
            continue
        for noun in range(article + 1, min(article + 2 + BETWEEN, len(words))):
            if words[noun].capitalised or words[noun - 1].end + 1 < words[noun].start:
                break
            nouns = _nouns(language) if noun == article + 1 else _folded((*house.happenings, *house.tallies))
            if words[noun].folded in nouns and not _goes_on(words, noun, language):
                yield article, noun
                break


def _goes_on(words: tuple[Word, ...], noun: int, language: str) -> bool:
    """Say whether what follows a noun introduces it: "of", "that", "ordered by", a noun that it belongs to.

    "The closure on Sunday" says when, not which.
    """
    after = words[noun + 1 : noun + 4]
    if not after or after[0].start > words[noun].end + 1:
        return False
    going_on = _folded(house_words(language).going_on)
    if len(after) > 1 and after[0].folded.endswith(PARTICIPLE) and after[1].folded in going_on:
        return True
    times = lexicon().months.keys() | lexicon().weekdays.keys() | _folded(house_words(language).parts_of_day)
    says_when = after[0].folded in WHEN and any(word.folded in times for word in after[1:])
    return not says_when and after[0].folded in _nouns(language) | going_on


def _is_told(noun: Word, before: list[Word], language: str) -> bool:
    """Say whether a sentence before has told by its verb what a noun names: "asked", and "the request"."""
    verbs = house_words(language).deeds_of_nouns.get(noun.folded, "").split("|")
    return not {stem(verb) for verb in verbs}.isdisjoint(stem(word.folded) for word in before)


def _is_introduced(noun: Word, before: list[Word], language: str) -> bool:
    house = house_words(language)
    stems = {stem(word.folded) for word in before}
    if stem(noun.folded) in stems:
        return True
    if noun.folded in _folded(house.happenings):
        return bool(stems & {stem(word) for word in _folded((*house.happenings, *house.harm_words))})
    if noun.folded in _folded((*house.backward_places, *house.nameless_groups)):
        return any(_is_name(word) for word in before)
    return False


@cache
def _nouns(language: str) -> frozenset[str]:
    house = house_words(language)
    return _folded((*house.happenings, *house.backward_places, *house.nameless_groups, *house.assumed_nouns))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
