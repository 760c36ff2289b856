"""Words that narrow others: a former minister, most of the crew, a rise by 12; and what came first, or why.

Each is compared only where the sources tell of the same thing: the same office, the same noun, the same
number, the same two happenings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from dateline.languages import language_codes, language_table
from dateline.model.editions import Unsupported
from dateline.text.fold import fold
from dateline.write.compare.content import CUES, content_of, sentences_of
from dateline.write.compare.deeds import stem
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon

REACH = 3  # words between a word that narrows and what it narrows, at most
MARK = re.compile(r"[,;:.()“”\"]")
OWNING, ONE_BY_ONE = ("’s", "'s"), ("every", "each")
SUPERLATIVE = "est"
PARTED = ("them", "whom", "these", "those")  # behind "two of"
BOTH_SIDES = 1  # words that each side of "after" or "because" must share to be the same
Narrowed = tuple[str, str, Word]  # what is narrowed, by which sense, and the word that does


def changed_qualifiers(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield the offices, shares and changes that the sources narrow otherwise, or not at all."""
    for read in (_offices, _shares, _parts, _changes, _periods, _ranks):
        told = [each for source in sources for each in read(source)]
        changed: dict[int, Word] = {}
        for noun, sense, word in read(text):
            senses = {other for same, other, _ in told if same == noun}
            if senses and sense not in senses:
                changed[word.start] = word
        for word in changed.values():
            yield Unsupported(word.raw, word.start, word.end, "qualifier")


def turned_order(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield a sentence by which the later came first, or what was caused was the cause, in the sources."""
    told = [order for source in sources for one in sentences_of(source) if (order := _order(one))]
    for sentence in sentences_of(text):
        mine = _order(sentence)
        if mine is None:
            continue
        alike = [other for other in told if _matches(mine[0] | mine[1], other[0] | other[1])]
        if alike and all(_is_turned(mine, other) for other in alike):
            start = text.index(sentence)
            yield Unsupported(sentence.strip(), start, start + len(sentence.rstrip()), "order")


def _is_turned(
    mine: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]
) -> bool:
    crossed = min(len(mine[0] & other[1]), len(mine[1] & other[0]))
    straight = min(len(mine[0] & other[0]), len(mine[1] & other[1]))
    return crossed >= BOTH_SIDES > straight


def _matches(mine: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(mine & other) >= min(len(mine), len(other))


@lru_cache(maxsize=5000)
def _order(sentence: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return what came first, or was the cause, and what came of it; None where no single word joins them."""
    sentence = _without_speaker(sentence)
    found = list(_joints().finditer(sentence))
    if len(found) != 1:
        return None
    joint = found[0]
    if not sentence[: joint.start()].strip():  # "After the dam burst, the gates were opened"
        behind, _, before = sentence[joint.end() :].partition(
            ","
        )  # without a comma, nobody knows where it ends
    else:
        before, behind = sentence[: joint.start()], sentence[joint.end() :]
    first, second = content_of(behind), content_of(before)
    if not first or not second:
        return None
    return (second, first) if fold(joint.group()) in _joining("forward") else (first, second)


def _without_speaker(sentence: str) -> str:
    """Leave out who said it behind the last comma."""
    before, _, last = sentence.rpartition(",")
    words = {word.folded for word in words_of(last)}
    return before if before and words & (lexicon().speech | CUES) else sentence


@lru_cache(maxsize=5000)
def _periods(text: str) -> tuple[Narrowed, ...]:
    """Return the times since which, or until which, something was so."""
    words, narrowing = words_of(text), _senses("periods")
    times = lexicon().months.keys() | lexicon().weekdays.keys()
    return tuple(
        (behind.folded, narrowing[word.folded], word)
        for word, behind in pairwise(words)
        if word.folded in narrowing and (behind.folded in times or behind.raw[0].isdigit())
    )


@lru_cache(maxsize=5000)
def _ranks(text: str) -> tuple[Narrowed, ...]:
    """Return the superlatives with the rank before them: "the second oldest", nothing for "the oldest"."""
    return tuple(
        (word.folded, before.folded if before.folded in lexicon().ordinals else "", word)
        for before, word in pairwise(words_of(text))
        if word.folded.endswith(SUPERLATIVE)
    )


@lru_cache(maxsize=5000)
def _offices(text: str) -> tuple[Narrowed, ...]:
    """Return each office with what narrows it, nothing for the plain one: "former president"."""
    words, narrowing = words_of(text), _senses("offices")
    found = []
    for at, word in enumerate(words):
        if stem(word.folded) not in _roles() or text[word.end : word.end + 2] in OWNING:
            continue
        before = [w for w in words[max(0, at - REACH) : at] if not _is_parted(text, w, word)]
        senses = [narrowing[w.folded] for w in before if w.folded in narrowing]
        found.append((stem(word.folded), senses[-1] if senses else "", word))
    return tuple(found)


@lru_cache(maxsize=5000)
def _shares(text: str) -> tuple[Narrowed, ...]:
    """Return the nouns of which all, most, some or few are told."""
    words, narrowing = words_of(text), _senses("shares")
    found = []
    for at, word in enumerate(words):
        if word.folded in narrowing:
            behind = [w for w in words[at + 1 : at + 1 + REACH] if not MARK.search(text[word.end : w.start])]
            nouns = (w for w in behind if word.folded in ONE_BY_ONE or w.folded.endswith("s"))
            noun = next((w for w in nouns if w.folded not in lexicon().numbers), None)
            if noun is not None:
                found.append((stem(noun.folded), narrowing[word.folded], word))
    return tuple(found)


@lru_cache(maxsize=5000)
def _parts(text: str) -> tuple[Narrowed, ...]:
    """Return how many of a whole are told to be something: "three people, two of them foreign soldiers"."""
    words, numbers = words_of(text), lexicon().numbers
    found = []
    for at, word in enumerate(words[:-2]):
        count = numbers.get(word.folded, word.folded if word.folded.isdigit() else None)
        if count is None or words[at + 1].folded != "of" or words[at + 2].folded not in PARTED:
            continue
        behind = words[at + 3 : at + 4 + REACH]
        told = [w for w in behind if not MARK.search(text[words[at + 2].end : w.start])]
        found += [(stem(w.folded), f"{float(count):g}", word) for w in told if len(w.folded) > REACH]
    return tuple(found)


@lru_cache(maxsize=5000)
def _changes(text: str) -> tuple[Narrowed, ...]:
    """Return the numbers by which, or to which, something rose or fell."""
    words, narrowing = words_of(text), _senses("changes")
    found = []
    for at, word in enumerate(words[:-1]):
        before = {stem(w.folded) for w in words[max(0, at - REACH) : at]}
        number = words[at + 1]
        if word.folded in narrowing and before & _rates() and number.raw[0].isdigit():
            found.append((number.folded, narrowing[word.folded], word))
    return tuple(found)


def _is_parted(text: str, first: Word, second: Word) -> bool:
    """Say whether a mark, or a word that begins another phrase, stands between two words."""
    between = text[first.end : second.start]
    return bool(MARK.search(between) or re.search(r"\b(?:and|or|of the|to|by)\b", between))


@cache
def _tables() -> tuple[Mapping[str, Sequence[str]], ...]:
    return tuple(language_table(code, "check").get("qualifiers", {}) for code in language_codes())


@cache
def _senses(name: str) -> Mapping[str, str]:
    """Map each word that narrows to the first of its group, which stands for its sense."""
    groups = [group.split("|") for table in _tables() for group in table.get(name, ())]
    return {fold(word): group[0] for group in groups for word in group}


@cache
def _joining(name: str) -> frozenset[str]:
    return frozenset(fold(word) for table in _tables() for word in table.get(name, ()))


@cache
def _rates() -> frozenset[str]:
    return frozenset(stem(word) for word in _joining("rates"))


@cache
def _roles() -> frozenset[str]:
    tables = [language_table(code, "names").get("role_words", ()) for code in language_codes()]
    return frozenset(stem(fold(word)) for words in tables for word in words) - _senses("offices").keys()


@cache
def _joints() -> re.Pattern[str]:
    words = sorted(_joining("backward") | _joining("forward"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
