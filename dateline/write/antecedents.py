"""What a sentence takes as told before it: "the blast" of which nobody has read, "the group" of no name."""

from collections.abc import Iterator
from functools import cache

from dateline.text.fold import fold
from dateline.write.deeds import stem
from dateline.write.facts import find_quotations
from dateline.write.folding import Word, words_of
from dateline.write.lexicon import lexicon
from dateline.write.settings import house_words

BETWEEN = 2  # words between the article and its noun, at most


def takes_as_told(text: str, told: str, language: str) -> bool:
    """Say whether `text` speaks of something that neither it nor `told`, printed before it, has introduced.

    A happening is introduced by any word of harm, a place or a group by any name, all else by its own noun.
    What goes on with "of", "that" or the like introduces itself.
    """
    words = words_of(_own_words(text))
    before = list(words_of(told))
    return any(
        not _is_introduced(words[noun], before + list(words[:article]), language)
        for article, noun in _definites(words, language)
    )


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
            nouns = _nouns(language) if noun == article + 1 else _folded(house.happenings)
            if words[noun].folded in nouns and not _goes_on(words, noun, language):
                yield article, noun
                break


def _goes_on(words: tuple[Word, ...], noun: int, language: str) -> bool:
    """Say whether what follows a noun introduces it: "of", "that", or another noun that it belongs to."""
    if noun + 1 == len(words) or words[noun + 1].start > words[noun].end + 1:
        return False
    return words[noun + 1].folded in _nouns(language) | _folded(house_words(language).going_on)


def _is_introduced(noun: Word, before: list[Word], language: str) -> bool:
    house = house_words(language)
    stems = {stem(word.folded) for word in before}
    if stem(noun.folded) in stems:
        return True
    if noun.folded in _folded(house.happenings):
        return bool(stems & {stem(word) for word in _folded((*house.happenings, *house.harm_words))})
    if noun.folded in _folded((*house.backward_places, *house.nameless_groups)):
        no_names = lexicon().months.keys() | lexicon().weekdays.keys() | lexicon().numbers.keys()
        no_names |= lexicon().openers
        return any(word.capitalised and word.folded not in no_names for word in before)
    return False


@cache
def _nouns(language: str) -> frozenset[str]:
    house = house_words(language)
    return _folded((*house.happenings, *house.backward_places, *house.nameless_groups, *house.assumed_nouns))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
