"""A sentence laid beside the passage it was taken from: what was exchanged, dropped, added, turned round."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from dateline.model.editions import Unsupported
from dateline.write.compare.aliases import count_states, states_named
from dateline.write.compare.bounds import bounds_changed
from dateline.write.compare.content import SENTENCE
from dateline.write.compare.deeds import exchanged_deeds, stem
from dateline.write.compare.facts import find_numbers
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.order import SAME_WORDS, beside_run, exchanged_names, shared, turned_round
from dateline.write.compare.printed_dates import find_dates

BOUNDARY = re.compile(r"[,;:.!?،؛؟\n]")
FAR = 12  # words: the farthest "that" of a denial
SENTENCE_END = re.compile(r"[.!?؟]\s")
NEAR_VERBATIM = 0.6  # share of the sentence's words in the passage; below it words do not lie side by side
Values = dict[int, tuple[str, str]]
LONGEST_NAME = 4  # words
PLAIN = 3  # letters: shorter words are articles and helping verbs
GOVERNED = 4  # words: how far before the kept words a dropped "not" or "reportedly" still bears on them


def compare_with_passage(
    text: str, sources: Sequence[str], renamed: frozenset[int] = frozenset()
) -> Iterator[Unsupported]:
    """Yield what differs from the closest passage of the sources, where the sentence is near its words.

    `renamed` are the starts of words that name what the sources name in other words.
    """
    words = words_of(text)
    passage = closest_passage(text, sources)
    beside = words_of(passage)
    if not words or shared(words, beside) < NEAR_VERBATIM * len(words):
        return
    renamed = _renamed_here(text, passage, words, renamed)
    values, their_values = _values(text, words), _values(passage, beside)
    plain = [word for word in words if word.start not in values]
    their_plain = [word for word in beside if word.start not in their_values]
    yield from turned_round(plain, their_plain)
    yield from exchanged_names(plain, their_plain)
    yield from bounds_changed(text, passage)
    verbatim = shared(words, beside) >= SAME_WORDS * len(words)
    matcher = SequenceMatcher(None, [w.folded for w in words], [w.folded for w in beside], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace":
            mine, theirs = words[i1:i2], beside[j1:j2]
            moved = [word for word in mine if word.start in renamed or _moved_along(word, words, beside)]
            yield from _exchanged([w for w in mine if w not in moved], theirs, values, their_values)
            yield from exchanged_deeds(mine, theirs, sentence=words, passage=beside, verbatim=verbatim)
        yield from _dropped(words, beside, (i1, i2, j1, j2), passage)
        yield from _added((i1, i2, j1, j2), words, beside)


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
    times = table.months.keys() | table.weekdays.keys()
    their_names = any(word.capitalised and word.folded not in times for word in theirs)
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


def _renamed_here(text: str, passage: str, words: Sequence[Word], renamed: frozenset[int]) -> frozenset[int]:
    """Leave out of `renamed` the countries that the sentence names more often than its passage does."""
    more = (count_states(text) - count_states(passage)).keys()
    return frozenset(w.start for w in words if w.start in renamed and not states_named(w.raw) & more)


def _moved_along(word: Word, words: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Say whether a word stands elsewhere in the passage, behind the same preposition: "in Homs" moved."""
    mine, theirs, at = [w.folded for w in words], [w.folded for w in beside], list(words).index(word)
    before = {side for side in beside_run(mine, at, at + 1) if side[0] == "before"}
    alike = (
        before & beside_run(theirs, index, index + 1)
        for index, folded in enumerate(theirs)
        if folded == word.folded
    )
    if mine.count(word.folded) > theirs.count(word.folded):  # there are two of it, one is in another's place
        return False
    named = at > 0 and words[at - 1].capitalised and words[at - 1].folded not in lexicon().not_names
    return at > 0 and not named and any(alike)


def _dropped(
    words: Sequence[Word], beside: Sequence[Word], place: tuple[int, int, int, int], passage: str
) -> Iterator[Unsupported]:
    """Yield a "not" or a hedge that the passage has right before words the sentence keeps."""
    i1, i2, j1, j2 = place
    if j2 >= len(beside):
        return
    kept, there = Counter(w.folded for w in words), Counter(w.folded for w in beside)
    for index in range(j1, j2):
        word, kind = beside[index], _kind(beside[index])
        if kind is None or kept[word.folded] >= there[word.folded]:
            continue
        near = j2 - index <= GOVERNED and not BOUNDARY.search(passage[word.end : beside[j2].start])
        governs = near or (kind == "negation" and _denies_clause(beside[index:j2], passage))
        if not governs or any(_kind(w) == kind for w in words[i1:i2]):
            continue
        if _said_otherwise(index, beside, words):
            continue
        at = words[min(i1, len(words) - 1)]
        yield Unsupported(f"“{word.raw}” left out", at.start, at.end, kind)


def _denies_clause(words: Sequence[Word], passage: str) -> bool:
    """Say whether the first of some words denies the clause that "that" opens behind it, however far.

    "Denied on May 5 a report that" does; in "had not commented, and said that" somebody speaks anew.
    """
    return _clause_behind(words) > 0 and not SENTENCE_END.search(passage[words[0].end : words[-1].end])


def _clause_behind(words: Sequence[Word]) -> int:
    """Return the place of the "that" behind the first of some words, 0 for none or where somebody speaks."""
    opens = lexicon().clause_openers
    at = next((rank for rank, word in enumerate(words[:FAR]) if word.folded in opens), 0)
    return 0 if any(word.folded in lexicon().speech for word in words[1:at]) else at


def _added(
    place: tuple[int, int, int, int], words: Sequence[Word], beside: Sequence[Word]
) -> Iterator[Unsupported]:
    """Yield a "not" or a hedge that the passage does not have, or has less often."""
    here, there = Counter(w.folded for w in words), Counter(w.folded for w in beside)
    for index in range(*place[:2]):
        word, kind = words[index], _kind(words[index])
        more = kind is not None and here[word.folded] > there[word.folded]
        if kind is not None and more and not _said_otherwise(index, words, beside):
            yield Unsupported(word.raw, word.start, word.end, kind)


def _said_otherwise(index: int, words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Say whether `others` have, and `words` lack, another word that denies or hedges the same as strongly.

    "Denied that it had sold" is "said it had not sold"; "allegedly" is as strong as "reportedly".
    """
    word, kind = words[index], _kind(words[index])
    here, there = Counter(w.folded for w in words), Counter(w.folded for w in others)
    strength = lexicon().hedge_strengths.get(word.folded)
    for place, other in enumerate(others):
        if _kind(other) != kind or here[other.folded] >= there[other.folded]:
            continue
        if kind == "limit":
            same = True
        elif kind == "hedge":
            same = strength is not None and strength == lexicon().hedge_strengths.get(other.folded)
        else:
            same = bool(_governed(index, words) & _governed(place, others))
        if same:
            return True
    return False


def _governed(index: int, words: Sequence[Word]) -> set[str]:
    """Return the stems of the next longer words, on which a "not" bears; those of the clause it denies."""
    first = index + 1 + _clause_behind(words[index:])
    following = words[first : first + GOVERNED * (1 if first == index + 1 else 2)]
    return {stem(word.folded) for word in following if len(word.folded) > PLAIN}


def _kind(word: Word) -> str | None:
    table = lexicon()
    if word.folded in table.negations or re.search(r"n['’]t$", word.raw):
        return "negation"
    if word.folded in table.limits:
        return "limit"
    return (
        "hedge" if word.folded in table.hedges and not (word.folded == "may" and word.capitalised) else None
    )
