"""Phrases of a language with a one-letter class each, so that grammars are short patterns over class letters.

A text becomes a few runs of known words. Each run is a string of class letters beside the senses, and a
grammar is a regular expression over that string, the same for every language.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from itertools import compress
from types import MappingProxyType
from typing import NamedTuple

from dateline.text.amount_words import AmountWords
from dateline.text.amounts import read_amount
from dateline.text.gematria import LETTERS, read_letters
from dateline.text.numerals import Number, NumberSense, read_number
from dateline.text.tokens import Tokens, WordMemory, tokenize

LETTERS_OF_DAY = 2  # Hebrew letters in front of the gershayim of a day of the month, with its preposition
ALONE, WITH_NEXT = 1, 2
RUN_REACH = 12  # known words looked at on each side of a telling one


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase means: its class letter and a value that the grammar's rules understand."""

    code: str
    value: object = None


class Term(NamedTuple):
    """A phrase or number of the text: tokens `first` to `last` (not included)."""

    code: str
    first: int
    last: int
    value: object = None


class Run(NamedTuple):
    """Neighbouring known phrases: `codes` has one letter a term."""

    codes: str
    terms: tuple[Term, ...]


def reduce_run(run: Run, found: Sequence[Term]) -> Run:
    """Put one term in the place of those it covers; `found` counts the terms of `run`, in order."""
    if not found:
        return run
    terms: list[Term] = []
    at = 0
    for each in found:
        terms += run.terms[at : each.first]
        terms.append(Term(each.code, run.terms[each.first].first, run.terms[each.last - 1].last, each.value))
        at = each.last
    terms += run.terms[at:]
    return Run("".join(term.code for term in terms), tuple(terms))


def contracted(word: str, contractions: Mapping[str, str]) -> str:
    """Return a word with what it begins with contracted.

    >>> contracted("لالأسبوع", {"لال": "لل"})
    'للأسبوع'
    """
    begun = next((apart for apart in contractions if word.startswith(apart)), None)
    return contractions[begun] + word[len(begun) :] if begun else word


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are read: by their `words`, with signs and fractions (`amounts`), in Hebrew `letters`."""

    words: Mapping[str, NumberSense]
    amounts: AmountWords | None = None
    letters: bool = False


def _telling(word: str, strong: AbstractSet[str], pairs: Mapping[str, object]) -> int:
    """Return whether a word tells something alone (`ALONE`), with the next one (`WITH_NEXT`), or not (0)."""
    if word in strong or word.isdecimal():
        return ALONE
    return WITH_NEXT if word in pairs else 0


class Lexicon:
    """Phrases by their first word, with the numerals of the language.

    `weak` letters are glue (articles, commas): they belong to a run but never start one.
    `clitics` are letters written together with the next word, as in Arabic and Hebrew; `contractions` say
    how one is written with the article behind it: "للأسبوع". A clitic with a class letter of its own is a
    term where it stands behind another: the "and" of "السبت والأحد".
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, Sense]],
        numerals: Numerals,
        *,
        weak: str,
        number_code: Callable[[Number], str],
        clitics: Mapping[str, str] = MappingProxyType({}),
        contractions: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        numbers = self._numbers = numerals.words
        self._amounts = amounts = numerals.amounts
        self._letters = numerals.letters
        self._number_heads = {word.partition(" ")[0] for word in (amounts.heads if amounts else numbers)}
        self._number_code = number_code
        self._phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        self._strong = {word for word, sense in numbers.items() if not sense.joiner}
        if amounts:
            self._strong |= amounts.fractions
        self._strong_pairs: dict[str, set[str]] = {}
        self._telling = WordMemory(partial(_telling, strong=self._strong, pairs=self._strong_pairs))
        self._opens_number = WordMemory(lambda word: word in self._number_heads or word.isdecimal())
        self._known = WordMemory(self._is_known)
        self._inner: set[str] = set()
        self._conjoined: dict[str, str] = {}
        entries = [(tokenize(phrase).words, sense) for phrase, sense in phrases]
        own_words = {words[0] for words, _ in entries}
        for words, sense in entries:
            for prefix in ("", *clitics) if words[0].isalpha() else ("",):
                first = contracted(prefix + words[0], contractions)
                if not prefix or first not in own_words:
                    self._add(first, words[1:], sense, weak)
                if first not in own_words and clitics.get(prefix):
                    self._conjoined[first] = clitics[prefix]
        for tails in self._phrases.values():
            tails.sort(key=lambda entry: -len(entry[0]))

    def runs(self, tokens: Tokens) -> Iterator[Run]:
        """Yield the runs of known phrases that hold at least one telling one, in text order."""
        done = 0
        for hit in self._hits(tokens.words):
            if hit < done:
                continue
            at = self._reach_back(tokens.words, hit, done)
            while at <= hit:
                terms, at = self._terms_from(tokens, at)
                if terms and at > hit:
                    yield Run("".join([term.code for term in terms]), tuple(terms))
            done = at

    def _terms_from(self, tokens: Tokens, at: int) -> tuple[list[Term], int]:
        """Return the terms that follow one another from token `at` on, and the token behind the first gap."""
        terms: list[Term] = []
        while (term := self._term_at(tokens, at)) is not None:
            conjunction = self._conjoined.get(tokens.words[at])
            if conjunction and terms and not isinstance(term.value, Number):
                terms.append(Term(conjunction, at, at))
            terms.append(term)
            at = term.last
        return terms, at if terms else at + 1

    def _add(self, first: str, tail: Sequence[str], sense: Sense, weak: str) -> None:
        self._phrases.setdefault(first, []).append((tuple(tail), sense))
        self._inner.update(tail)
        if sense.code not in weak and tail:
            self._strong_pairs.setdefault(first, set()).add(tail[0])
        elif sense.code not in weak:
            self._strong.add(first)

    def _hits(self, words: Sequence[str]) -> list[int]:
        """Return the places of words that are telling alone, or with the word behind them ("the future")."""
        telling, pairs, last = self._telling, self._strong_pairs, len(words) - 1
        maybe = compress(range(len(words)), map(telling.__getitem__, words))
        return [
            at
            for at in maybe
            if telling[words[at]] == ALONE or (at < last and words[at + 1] in pairs[words[at]])
        ]

    def _reach_back(self, words: Sequence[str], hit: int, done: int) -> int:
        first = hit
        while first > max(done, hit - RUN_REACH) and self._known[words[first - 1]]:
            first -= 1
        return first

    def _is_known(self, word: str) -> bool:
        letters = self._letters and len(word) <= LETTERS_OF_DAY and word[0] in LETTERS
        number = self._opens_number[word] or word in self._numbers
        return number or letters or word in self._phrases or word in self._inner

    def _term_at(self, tokens: Tokens, at: int) -> Term | None:
        if at >= len(tokens.words):
            return None
        word = tokens.words[at]
        best = self._phrase_at(tokens.words, at, word)
        if self._letters and (best is None or best.last == at + 1):
            number = read_letters(tokens, at)
            if number is not None:
                code = "Y" if number.digits else self._number_code(number)
                return Term(code, at, number.last, number)
        if self._opens_number[word]:
            number = self._number_at(tokens, at)
            if number is not None and (best is None or number.last > best.last):
                return Term(self._number_code(number), at, number.last, number)
        return best

    def _number_at(self, tokens: Tokens, at: int) -> Number | None:
        if self._amounts is not None:
            return read_amount(tokens, at, self._amounts)
        return read_number(tokens, at, self._numbers)

    def _phrase_at(self, words: Sequence[str], at: int, word: str) -> Term | None:
        following = words[at + 1] if at + 1 < len(words) else ""
        for tail, sense in self._phrases.get(word, ()):
            if not tail or (tail[0] == following and tuple(words[at + 1 : at + 1 + len(tail)]) == tail):
                return Term(sense.code, at, at + 1 + len(tail), sense.value)
        return None
