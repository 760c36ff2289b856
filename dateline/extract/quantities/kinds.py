"""What a number counts: the noun behind it, and the word near it that says what happened to those counted."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.extract.quantities.terms import NumberTerm
from dateline.languages import language_table
from dateline.text.tokens import PARAGRAPH, Tokens, fold_word, tokenize

NOUN_WORDS = 6  # longest naming of what is counted
NOUN_WORDS_THEN_VERB = 2  # of a noun with its adjective, where no capital or ending tells the verb behind it
REACH = 14  # words between a number and what happened to those it counts
TOLL_REACH = 24  # words between a toll and the figure that it rises to
FAR = 99
COMMA_COST = 2
WORD_COST = 1
MAX_COST = 4  # a word further away than this many words of its own is about something else
AUXILIARY_GAIN = 2  # "fighters of the militias were killed": a passive reaches its subject this much further
JOINED_AND = ("و", "ف")
WORD_LISTS = (
    "stops",
    "fillers",
    "weapons",
    "people",
    "counters",
    "auxiliaries",
    "active",
    "clauses",
    "things",
    "tolls",
    "rises",
)
CLAUSE_MARKS = frozenset({".", ";", "!", "?", "؟", PARAGRAPH, ":", "•"})


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words of one language that say what happened, and those that may stand in between.

    `active` words ("killing") happen only to those named behind them; `clauses` begin another happening;
    `things` ("vehicles") are no victims; `tolls` are counts of the dead, of which `rises` tell. Behind a noun
    a word with one of the `verb_endings` is a verb, unless it has one of the `noun_endings`.
    """

    kinds: dict[str, str]
    stops: frozenset[str]
    fillers: frozenset[str]
    weapons: frozenset[str]
    people: frozenset[str]
    counters: frozenset[str]
    auxiliaries: frozenset[str]
    active: frozenset[str]
    clauses: frozenset[str]
    things: frozenset[str]
    tolls: frozenset[str]
    rises: frozenset[str]
    joined: frozenset[str]
    verb_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    adjectives_follow: bool
    verb_first: bool


class Counted(NamedTuple):
    """A number with the noun that follows it: tokens `term.noun` to `last` (not included)."""

    term: NumberTerm
    last: int


@cache
def kind_words(lang: str) -> KindWords:
    """Return the words of a language, with the letters that are written together with them."""
    table = language_table(lang, "quantities")
    clitics = ("", *language_table(lang, "times").get("clitics", ()))
    kinds: dict[str, str] = {}
    joined: set[str] = set()
    for kind, words in table.get("kinds", {}).items():
        for word in words:
            folded = fold_word(word) if len(tokenize(word)) == 1 else ""
            for prefix in clitics if folded else ():
                kinds.setdefault(prefix + folded, kind)
                joined |= {prefix + folded} if prefix in JOINED_AND else set()
    words_of = {name: _folded(table.get(name, ())) for name in WORD_LISTS}
    return KindWords(
        kinds,
        **words_of,
        joined=frozenset(joined),
        verb_endings=tuple(_folded(table.get("verb_endings", ()))),
        noun_endings=tuple(_folded(table.get("noun_endings", ()))),
        adjectives_follow=lang != "en",
        verb_first=bool(table.get("verb_first")),
    )


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(token for word in words for token in tokenize(word).words)


def counted(tokens: Tokens, text: str, term: NumberTerm, following: int, words: KindWords) -> Counted:
    """Return the number with the noun that it counts; `following` is the first token of the next number."""
    longest = NOUN_WORDS_THEN_VERB if words.adjectives_follow else NOUN_WORDS
    at, limit = term.noun, min(term.noun + longest, following if following > term.noun else len(tokens))
    while at < limit and _names(tokens, text, at, term, words):
        at += 1
    return Counted(term, at)


def _names(tokens: Tokens, text: str, at: int, term: NumberTerm, words: KindWords) -> bool:
    """Say whether token `at` still belongs to the noun phrase that begins at `term.noun`."""
    word = tokens.words[at]
    if word in ("-", "'") or (word == "s" and at > term.noun and tokens.words[at - 1] == "'"):
        return at > term.noun
    if word == "and" and at > term.noun and not words.adjectives_follow:
        return _capital(tokens, text, at - 1) and at + 1 < len(tokens) and _capital(tokens, text, at + 1)
    if not word[0].isalpha() or word in words.stops or (at > term.noun and _is_verb(tokens, at, words)):
        return False
    return (
        word not in words.kinds
        or (at == term.noun and words.kinds[word] in ("infected",))
        or word in words.people
    )


def _is_verb(tokens: Tokens, at: int, words: KindWords) -> bool:
    """Say whether a word is a verb by its ending: "two countries declared", "ثلاث شركات قالت"."""
    before, word = tokens.words[at - 1], tokens.words[at]
    if word.endswith(words.verb_endings):
        return not word.endswith(words.noun_endings)
    return word.endswith("ed") and (before.endswith("s") or before in words.people)


def _capital(tokens: Tokens, text: str, at: int) -> bool:
    return text[tokens.starts[at]].isupper()


def kind_of(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> str:
    """Return what is said to have happened to those counted, or "count"."""
    each = counts[index]
    if each.term.kind is not None:
        return each.term.kind
    if each.term.low is not None and 0 < each.term.low < 1:
        return "count"  # "half of those killed": a share is no toll
    noun = tokens.words[each.term.noun : each.last]
    inside = next((words.kinds[word] for word in noun if word in words.kinds), None)
    if inside is not None:
        return inside
    if any(word in words.weapons for word in noun):
        return "weapons"
    if noun and noun[-1] in words.things:
        return "count"
    return _kind_around(tokens, counts, index, triggers, words)


def _kind_around(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> str:
    """Return what the words before and behind a counted phrase say of it, the nearer ones first."""
    if _is_risen_toll(tokens, counts[index].term.first, words):
        return "killed"
    after, kind_after = _after(tokens, counts, index, triggers, words)
    before, kind_before = _before(tokens, counts, index, triggers, words)
    front_wins_ties = words.verb_first or _has_its_own(counts, index, triggers)
    after_wins = after < before or (after == before and not front_wins_ties)
    cost, kind = (after, kind_after) if after_wins else (before, kind_before)
    return kind if cost <= MAX_COST else "count"


def _is_risen_toll(tokens: Tokens, at: int, words: KindWords) -> bool:
    """Say whether a number is what a toll comes to: "the toll of the attacks rises to 11, 44 injured"."""
    before = tokens.words[max(0, at - TOLL_REACH) : at]
    mark = next((place for place in reversed(range(len(before))) if before[place] in CLAUSE_MARKS), -1)
    return not words.rises.isdisjoint(before[-2:]) and not words.tolls.isdisjoint(before[mark + 1 :])


def _has_its_own(counts: Sequence[Counted], index: int, triggers: Sequence[int]) -> bool:
    """Say whether the word behind a number is followed by a number of its own: "kill 83, injure 100"."""
    at = bisect_left(triggers, counts[index].last)
    follows = index + 1 < len(counts) and at < len(triggers)
    return follows and counts[index + 1].term.first == triggers[at] + 1


def _after(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> tuple[int, str]:
    """Return the cost of the nearest word behind that says what happened, and the kind it stands for."""
    start = counts[index].last
    at = bisect_left(triggers, start)
    if at == len(triggers) or triggers[at] - start > REACH or tokens.words[triggers[at]] in words.active:
        return FAR, ""
    between = _outside_counts(tokens, counts, index + 1, start, triggers[at])
    word = tokens.words[triggers[at]]
    cost = _cost(between, words) + (word in words.joined)
    return cost // AUXILIARY_GAIN if not words.auxiliaries.isdisjoint(between[-2:]) else cost, words.kinds[
        word
    ]


def _before(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> tuple[int, str]:
    """Return the cost of the nearest word in front that says what happened, and the kind it stands for."""
    end = counts[index].term.first
    at = bisect_left(triggers, end) - 1
    if at < 0 or end - triggers[at] > REACH:
        return FAR, ""
    between = _outside_counts(tokens, counts, max(0, index - REACH), triggers[at] + 1, end)
    return _cost(between, words), words.kinds[tokens.words[triggers[at]]]


def _outside_counts(tokens: Tokens, counts: Sequence[Counted], index: int, start: int, end: int) -> list[str]:
    """Return the words from token `start` to `end` that are in no other counted phrase."""
    kept: list[str] = []
    at = start
    for other in counts[index : index + 2 * REACH]:
        if other.term.first >= end:
            break
        if other.term.first >= at:
            kept += tokens.words[at : other.term.first]
            at = max(at, min(other.last, end))
    return [*kept, *tokens.words[at:end]]


def _cost(between: Sequence[str], words: KindWords) -> int:
    """Return how far apart a number and a word are: clause marks part them, fillers do not."""
    if not CLAUSE_MARKS.isdisjoint(between) or not words.clauses.isdisjoint(between):
        return FAR
    return sum(
        COMMA_COST if word in (",", "(", ")", '"') else 0 if word in words.fillers else WORD_COST
        for word in between
    )
