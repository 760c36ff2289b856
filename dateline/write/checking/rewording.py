"""Sentences in other words than ours, a model's: held to more than the check of a sentence asks.

Whoever reworded may only leave out, reorder and join. So every name, number, word of doubt and denial of
the sentences it was made from has to be there, and no word of substance that they do not have.
"""

from collections import Counter
from collections.abc import Sequence

from dateline.model.editions import Sentence
from dateline.write.checking.check import mask
from dateline.write.compare.facts import find_numbers, find_quotations
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.names import find_names
from dateline.write.compare.printed_dates import find_dates

STEM = 5  # letters by which forms of one word are the same
SHORT = 3  # letters: shorter words have no substance of their own
OFFICE = 4  # words of an office beside a name
SIDES = BEFORE, BEHIND = -1, 1
LINKING_WORDS = """
    after also although another around because been before being both during each earlier from have into
    later meanwhile more most over same since such than that their them then there these they this those
    through under until were what when where which while whom whose will with would
"""
LINKING = frozenset(LINKING_WORDS.split())


def rewording_faults(text: str, made_from: Sequence[Sentence]) -> list[str]:
    """List what `text` adds to the sentences it was made from, loses of them, or says in another order."""
    bodies = [mask(one.text, [citation.label for citation in one.citations]) for one in made_from]
    labels = [citation.label for one in made_from for citation in one.citations]
    words, known = words_of(mask(text, labels)), [word for body in bodies for word in words_of(body)]
    faults = [f"adds “{word.raw}”" for word in _added(words, known)]
    faults += [f"loses “{word}”" for word in _lost(mask(text, labels), bodies)]
    if _count_speech(words) < _count_speech(known):
        faults.append("leaves out who said it")
    order = [word.folded for word in known if _names(word)]
    mine = [word.folded for word in words if _names(word) and word.folded in order]
    if not _in_order(mine, order):
        faults.append("names stand in another order")
    return faults + [f"gives “{word.raw}” another office" for word in _offices_given(words, known)]


def _offices_given(words: Sequence[Word], known: Sequence[Word]) -> list[Word]:
    """Return the names with words of substance beside them that stand there nowhere in ours."""
    theirs: dict[tuple[str, int], set[str]] = {}
    for index, word in enumerate(known):
        for side in (BEFORE, BEHIND):
            theirs.setdefault((word.folded, side), set()).update(_beside(known, index, side))
    return [
        word
        for index, word in enumerate(words)
        if _names(word)
        and any(not _beside(words, index, side) <= theirs.get((word.folded, side), set()) for side in SIDES)
        and (word.folded, BEFORE) in theirs
    ]


def _beside(words: Sequence[Word], index: int, side: int) -> set[str]:
    """Return the stems of the words of substance on one side of a word, with no mark between them."""
    found: set[str] = set()
    while 0 <= index + side < len(words) and len(found) < OFFICE:
        first, second = sorted((index, index + side))
        index += side
        folded = words[index].folded
        plain = folded in lexicon().speech or len(folded) <= SHORT or folded in LINKING
        if plain or words[first].end + 1 != words[second].start:
            break
        found.add(folded[:STEM])
    return found


def _added(words: Sequence[Word], known: Sequence[Word]) -> list[Word]:
    stems = {word.folded[:STEM] for word in known}
    return [
        word
        for word in words
        if len(word.folded) > SHORT and word.folded not in LINKING and word.folded[:STEM] not in stems
    ]


def _lost(text: str, bodies: Sequence[str]) -> list[str]:
    """Return what no rewording may leave out: names, numbers, dates, quotations, doubt and denial."""
    here = Counter(word.folded for word in words_of(text))
    lost = []
    for body in bodies:
        names = [word for name in find_names(body) for word in name.words]
        lost += [word.raw for word in names if word.folded not in here]
        guarded = lexicon().negations | lexicon().hedges
        lost += [word.raw for word in words_of(body) if word.folded in guarded and word.folded not in here]
    every = " ".join(bodies)
    values = {number.value for number in find_numbers(text)}
    lost += [every[n.start : n.end] for n in find_numbers(every) if n.value not in values]
    days = {(date.month, date.day, date.weekday) for date in find_dates(text)}
    lost += [every[d.start : d.end] for d in find_dates(every) if (d.month, d.day, d.weekday) not in days]
    quoted = {quotation.words for quotation in find_quotations(text)}
    return lost + [quotation.words for quotation in find_quotations(every) if quotation.words not in quoted]


def _count_speech(words: Sequence[Word]) -> int:
    return sum(word.folded in lexicon().speech for word in words)


def _names(word: Word) -> bool:
    table = lexicon()
    times = word.folded in table.months or word.folded in table.weekdays
    return word.capitalised and not times and word.folded not in table.not_names


def _in_order(mine: Sequence[str], order: Sequence[str]) -> bool:
    at = 0
    for word in mine:
        try:
            at = order.index(word, at) + 1
        except ValueError:
            return False
    return True
