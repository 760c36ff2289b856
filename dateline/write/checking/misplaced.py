"""Facts that the sources have, but of something else; and words of which they tell only the opposite.

For sentences in words of their own, which cannot be laid beside a passage word by word. A fact stands in
a clause; where the sources have it in clauses about other things alone, and another fact of its kind in a
clause about the same thing, it was put in the place of that.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from dateline.model.editions import Unsupported
from dateline.write.compare.content import content_of, sentences_of
from dateline.write.compare.deeds import opposite_sides, stem
from dateline.write.compare.facts import find_numbers
from dateline.write.compare.folding import words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.printed_dates import find_dates
from dateline.write.compare.roles import grammar

CLAUSE = re.compile(r"(?:[^,;:–—]|,(?=\d))+?(?:(?<!\d)[,;:–—]|[,;:–—](?!\d)|\b(?:and|while|but)\b|$)")
ABOUT_THE_SAME = 2  # words that two clauses share, at least, where the shorter has as many
COUNTED = 3  # words between a number and what it counts, at most
Facts = Callable[[str], frozenset[str]]


def misplaced_facts(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield the numbers and dates of `text` that the sources have only in clauses about something else."""
    told = [clause for source in sources for clause in clauses_of(source)]
    for start, end, clause in _clauses(text):
        for kind, facts in (("number", numbers_in), ("date", days_in)):
            mine = facts(clause)
            wrong = [fact for fact in sorted(mine) if _is_misplaced(fact, clause, told, facts)]
            if wrong and len(mine) == 1:
                yield Unsupported(text[start:end].strip(), start, end, kind)


def _is_misplaced(fact: str, clause: str, told: Sequence[str], facts: Facts) -> bool:
    """Say whether a fact stands beside nothing that its clause tells, and another of its kind does."""
    wanted = _told(clause)
    with_it = [len(wanted & _told(other)) for other in told if fact in facts(other)]
    instead = [len(wanted & _told(other)) for other in told if facts(other) and fact not in facts(other)]
    enough = min(ABOUT_THE_SAME, len(wanted))
    return bool(with_it) and max(with_it) == 0 and enough > 0 and max(instead, default=0) >= enough


@lru_cache(maxsize=5000)
def _told(clause: str) -> frozenset[str]:
    """Return what a clause tells but for its facts, and for words that tell of anything."""
    numbers = {word.folded for word in words_of(clause) if word.folded in lexicon().numbers}
    days = lexicon().months.keys() | lexicon().weekdays.keys()
    plain = {stem(word) for word in numbers | days | grammar().light}
    return frozenset(word for word in content_of(clause) if word not in plain and not word[:1].isdigit())


@lru_cache(maxsize=5000)
def numbers_in(clause: str) -> frozenset[str]:
    """Return the numbers of a clause in normal form, but for those of its dates."""
    dates = find_dates(clause)
    return frozenset(
        number.value
        for number in find_numbers(clause)
        if not any(date.start <= number.start < date.end for date in dates) and number.value != "1"
    )


@lru_cache(maxsize=5000)
def days_in(clause: str) -> frozenset[str]:
    """Return the dates of a clause in normal form, and its years."""
    dates = {
        f"{date.weekday} {date.month} {date.day}"
        for date in find_dates(clause)
        if date.day or date.weekday is not None
    }
    years = {n.value for n in find_numbers(clause) if len(n.value) == 4 and n.value[:2] in ("19", "20")}
    return frozenset(dates or years)


@lru_cache(maxsize=500)
def clauses_of(source: str) -> tuple[str, ...]:
    """Return the clauses of a source."""
    return tuple(clause for _, _, clause in _clauses(source))


def _clauses(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for sentence in sentences_of(text):
        for match in CLAUSE.finditer(sentence):
            if match.group().strip():
                yield at + match.start(), at + match.end(), match.group()
        at += len(sentence)


def contradicted_words(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield a verb of which the sources tell only the opposite of the same thing, nothing being denied."""
    words, sides = words_of(text), _sides(text)
    if any(word.folded in lexicon().negations for word in words):
        return
    known = {side for source in sources for side in _sides(source)}
    for word in words:
        for group, side in opposite_sides(word.folded) - known:
            both = {other for one, other in sides if one == group}
            if len(both) == 1 and not word.capitalised and _tell_opposite(text, group, side, sources):
                yield Unsupported(word.raw, word.start, word.end, "verb")
                break


def _tell_opposite(text: str, group: str, side: int, sources: Sequence[str]) -> bool:
    wanted = _told(text)
    for sentence in (one for source in sources for one in sentences_of(source)):
        opposite = any(one == group and other != side for one, other in _sides(sentence))
        denied = any(word.folded in lexicon().negations for word in words_of(sentence))
        if opposite and not denied and len(wanted & _told(sentence)) >= min(ABOUT_THE_SAME, len(wanted) - 1):
            return True
    return False


@lru_cache(maxsize=5000)
def _sides(text: str) -> frozenset[tuple[str, int]]:
    return frozenset(pair for word in words_of(text) for pair in opposite_sides(word.folded))


def other_counted(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield what a number counts where the sources count only others of its group: wounded for killed."""
    words, table = words_of(text), lexicon()
    known = {table.units[w.folded] for source in sources for w in words_of(source) if w.folded in table.units}
    groups = {group for group, _ in known}
    counted = {
        place
        for number in find_numbers(text)
        for place, word in enumerate(words)
        if number.end <= word.end
        and text[number.end : word.start].count(" ") <= COUNTED
        and word.start >= number.end
    }
    for place in sorted(counted):
        unit = table.units.get(words[place].folded)
        if unit is not None and unit[0] in groups and unit not in known:
            yield Unsupported(words[place].raw, words[place].start, words[place].end, "unit")
