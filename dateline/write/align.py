"""A sentence laid beside the passage it was taken from: what was exchanged, dropped, added, turned round."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from dateline.model.editions import Unsupported
from dateline.write.deeds import exchanged_deeds
from dateline.write.facts import NumberFact, find_dates, find_numbers
from dateline.write.folding import Word, words_of
from dateline.write.lexicon import lexicon

SENTENCE = re.compile(r"[^.!?؟\n]+(?:[.!?؟]+(?!\s|$)[^.!?؟\n]*)*[.!?؟\n]*")
BOUNDARY = re.compile(r"[,;:.!?،؛؟\n]")
NEAR_VERBATIM = 0.6  # share of the sentence's words in the passage; below it words do not lie side by side
SAME_WORDS = 0.9  # share from which only the order can make the difference
Values = dict[int, tuple[str, str]]
LONGEST_NAME = 4  # words
BOUND_REACH = 24  # code points before a number in which it is bounded
PARTICLE = 3  # letters
GOVERNED = 4  # words: how far before the kept words a dropped "not" or "reportedly" still bears on them


def compare_with_passage(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield what differs from the closest passage of the sources, where the sentence is near its words."""
    words = words_of(text)
    passage = closest_passage(text, sources)
    beside = words_of(passage)
    if not words or _shared(words, beside) < NEAR_VERBATIM * len(words):
        return
    values, their_values = _values(text, words), _values(passage, beside)
    yield from _turned_round([word for word in words if word.start not in values], beside)
    yield from _bounds_changed(text, passage)
    verbatim = _shared(words, beside) >= SAME_WORDS * len(words)
    matcher = SequenceMatcher(None, [w.folded for w in words], [w.folded for w in beside], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace":
            mine, theirs = words[i1:i2], beside[j1:j2]
            yield from _exchanged(mine, theirs, values, their_values)
            yield from exchanged_deeds(mine, theirs, sentence=words, passage=beside, verbatim=verbatim)
        yield from _dropped(words, beside, (i1, i2, j1, j2), passage)
        yield from _added(words[i1:i2], words, beside)


def closest_passage(text: str, sources: Sequence[str]) -> str:
    """Return the consecutive sentences of a source, at most one more than in `text`, nearest to it."""
    wanted = Counter(word.folded for word in words_of(text))
    length = max(1, len(SENTENCE.findall(text)))
    best, best_score = "", -1.0
    for source in sources:
        found = list(SENTENCE.finditer(source))
        counts = [Counter(word.folded for word in words_of(match.group())) for match in found]
        for first in range(len(found)):
            for last in range(first, min(len(found), first + length + 1)):
                together = sum(counts[first : last + 1], Counter[str]())
                score = (wanted & together).total() - 0.1 * (together - wanted).total()
                if score > best_score:
                    best, best_score = source[found[first].start() : found[last].end()], score
    return best


def _shared(words: Sequence[Word], beside: Sequence[Word]) -> int:
    return (Counter(w.folded for w in words) & Counter(w.folded for w in beside)).total()


def _values(text: str, words: Sequence[Word]) -> Values:
    """Map the start of each word of a number or date to its kind and normal form."""
    values: Values = {}
    for number in find_numbers(text):
        for word in words:
            if number.start <= word.start < number.end:
                values[word.start] = ("number", number.value)
    for date in find_dates(text):
        for word in words:
            if date.start <= word.start < date.end:
                values[word.start] = ("date", f"{date.weekday} {date.month} {date.day}")
    return values


def _exchanged(
    mine: Sequence[Word], theirs: Sequence[Word], my_values: Values, their_values: Values
) -> Iterator[Unsupported]:
    """Yield words that stand where the passage has another word of the same class."""
    table = lexicon()
    their_folded = {word.folded for word in theirs}
    there = {their_values[word.start] for word in theirs if word.start in their_values}
    their_units = dict(table.units[word.folded] for word in theirs if word.folded in table.units)
    their_names = any(word.capitalised for word in theirs)
    for word in mine:
        if word.folded in their_folded:
            continue
        if word.start in my_values:
            kind, value = my_values[word.start]
            if (kind, value) not in there and any(kind == other for other, _ in there):
                yield Unsupported(word.raw, word.start, word.end, kind)
        elif word.capitalised and their_names and _names_here(word, theirs):
            yield Unsupported(word.raw, word.start, word.end, "name")
        elif word.folded in table.units:
            group, sense = table.units[word.folded]
            if their_units.get(group, sense) != sense:
                yield Unsupported(word.raw, word.start, word.end, "unit")


def _names_here(word: Word, theirs: Sequence[Word]) -> bool:
    """Say whether a capital stands for a name; the first word of a text has one in any case."""
    table = lexicon()
    if word.folded in table.not_names:
        return False
    return word.start > 0 or (len(theirs) <= LONGEST_NAME and word.folded not in table.openers)


def _dropped(
    words: Sequence[Word], beside: Sequence[Word], place: tuple[int, int, int, int], passage: str
) -> Iterator[Unsupported]:
    """Yield a "not" or a hedge that the passage has right before words the sentence keeps."""
    i1, i2, j1, j2 = place
    if i2 >= len(words) and j2 >= len(beside):
        return
    kept, there = Counter(w.folded for w in words), Counter(w.folded for w in beside)
    for index in range(max(j1, j2 - GOVERNED), j2):
        word, kind = beside[index], _kind(beside[index])
        if kind is None or kept[word.folded] >= there[word.folded] or j2 >= len(beside):
            continue
        if BOUNDARY.search(passage[word.end : beside[j2].start]) or any(
            _kind(w) == kind for w in words[i1:i2]
        ):
            continue
        at = words[min(i1, len(words) - 1)]
        yield Unsupported(f"“{word.raw}” left out", at.start, at.end, kind)


def _added(mine: Sequence[Word], words: Sequence[Word], beside: Sequence[Word]) -> Iterator[Unsupported]:
    """Yield a "not" or a hedge that the passage does not have, or has less often."""
    here, there = Counter(w.folded for w in words), Counter(w.folded for w in beside)
    for word in mine:
        kind = _kind(word)
        if kind is not None and here[word.folded] > there[word.folded]:
            yield Unsupported(word.raw, word.start, word.end, kind)


def _kind(word: Word) -> str | None:
    table = lexicon()
    if word.folded in table.negations or re.search(r"n['’]t$", word.raw):
        return "negation"
    return (
        "hedge" if word.folded in table.hedges and not (word.folded == "may" and word.capitalised) else None
    )


def _turned_round(words: Sequence[Word], beside: Sequence[Word]) -> Iterator[Unsupported]:
    """Yield names that have changed places in words that are otherwise the passage's own.

    A name that moves with a word it stands next to ("X said" to the front, "in Homs" to the end) is the
    same thing said in another order; names that move alone are put where another stood.
    """
    if _shared(words, beside) < SAME_WORDS * len(words):
        return
    mine, theirs = [w.folded for w in words], [w.folded for w in beside]
    if (changed := _changed_places(mine, theirs)) is not None:
        yield Unsupported(words[changed].raw, words[changed].start, words[changed].end, "actor")
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    kept = {
        index for block in matcher.get_matching_blocks() for index in range(block.a, block.a + block.size)
    }
    for start, end in _name_runs(words, kept):
        places = [at for at in range(len(theirs)) if theirs[at : at + end - start] == mine[start:end]]
        company = _beside(mine, start, end)
        if places and not any(company & _beside(theirs, at, at + end - start) for at in places):
            yield Unsupported(words[start].raw, words[start].start, words[end - 1].end, "actor")


def _changed_places(mine: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Return where the very same words begin to stand otherwise, unless one run of them moved as a whole.

    One run moves where "X said" goes to the front; where two have changed places, somebody else acts.
    """
    if mine == theirs or Counter(mine) != Counter(theirs):
        return None
    start, end = 0, len(mine)
    while mine[start] == theirs[start]:
        start += 1
    while mine[end - 1] == theirs[end - 1]:
        end -= 1
    edges = ((first, last) for first in range(max(0, start - 2), start + 1) for last in (end, end + 1))
    return None if any(_is_rotated(mine[a:b], theirs[a:b]) for a, b in edges) else start


def _is_rotated(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any([*mine] == [*theirs[cut:], *theirs[:cut]] for cut in range(1, len(theirs)))


def _name_runs(words: Sequence[Word], kept: set[int]) -> Iterator[tuple[int, int]]:
    """Yield where names stand that are not where the passage has them, particles such as "de" included."""
    start = None
    for index, word in enumerate(words):
        named = word.capitalised and word.folded not in lexicon().not_names
        inside = start is not None and len(word.folded) <= PARTICLE and index + 1 < len(words)
        if index not in kept and (named or (inside and words[index + 1].capitalised)):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(words)


def _beside(folded: Sequence[str], start: int, end: int) -> set[tuple[str, str]]:
    """Return the words right before and behind a run, each with its side; an "and" holds to any name."""
    before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
    sides = {("before", word) for word in before} | {("after", word) for word in after}
    return {(side, word) for side, word in sides if word not in lexicon().coordinators}


def _bounds_changed(text: str, passage: str) -> Iterator[Unsupported]:
    """Yield a number that the passage bounds otherwise: "16 people" where it says "at least 16"."""
    there = _bounded(passage)
    values = {value for value, _, _ in there}
    for value, bound, number in _bounded(text):
        if value in values and (value, bound) not in {(one, sense) for one, sense, _ in there}:
            yield Unsupported(text[number.start : number.end], number.start, number.end, "hedge")


def _bounded(text: str) -> list[tuple[str, str, NumberFact]]:
    """List the numbers with the sense of the words right before them that bound them, empty for none."""
    table = lexicon()
    found = []
    for number in find_numbers(text):
        before = [word.folded for word in words_of(text[max(0, number.start - BOUND_REACH) : number.start])]
        phrases = (" ".join(before[-length:]) for length in (3, 2, 1))
        bound = next((table.bounds[phrase] for phrase in phrases if phrase in table.bounds), "")
        found.append((number.value, bound, number))
    return found
