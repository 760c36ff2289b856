"""The words of a language that say what happened to those counted, and what may be counted at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.extract.quantities.duals import dual_nouns
from dateline.languages import language_table
from dateline.text.tokens import fold_word, tokenize

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
    "illnesses",
    "shares_behind",
    "gauges",
    "calibres",
    "guns",
)


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words of one language that say what happened, and those that may stand in between.

    `active` words ("killing") happen only to those named behind them; `clauses` begin another happening;
    `things` ("vehicles") are no victims; `shares` ("of his") stand between a number and what it is a part
    of; `tolls` are counts of the dead, of which `rises` tell; `illnesses` are caught; `money` are currencies;
    `gauges` measure the `calibres` of `weapons` and `guns`;
    with one of the `shares_behind` ("mostly") a part of a count follows, so that it is no age. Behind a noun
    a word with one of the `verb_endings` is a verb, unless it has one of the `noun_endings`, and one
    with one of the `other_openings` ("وغرق", "بالشرطة") something else, but for the `adjective_endings`.
    """

    lang: str
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
    illnesses: frozenset[str]
    shares_behind: frozenset[str]
    gauges: frozenset[str]
    calibres: frozenset[str]
    guns: frozenset[str]
    money: frozenset[str]
    shares: frozenset[tuple[str, ...]]
    joined: frozenset[str]
    verb_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    other_openings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    adjectives_follow: bool
    verb_first: bool


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
    words_of["weapons"] |= {
        prefix + fold_word(dual)
        for dual, stem in dual_nouns(lang).items()
        for prefix in clitics
        if fold_word(stem) in words_of["weapons"]
    }
    return KindWords(
        lang,
        kinds,
        **words_of,
        money=_folded(table.get("units", {}).get("money", ())),
        shares=frozenset(tuple(tokenize(phrase).words) for phrase in table.get("shares", ())),
        joined=frozenset(joined),
        verb_endings=tuple(_folded(table.get("verb_endings", ()))),
        noun_endings=tuple(_folded(table.get("noun_endings", ()))),
        other_openings=tuple(_folded(table.get("other_openings", ()))),
        adjective_endings=tuple(_folded(table.get("adjective_endings", ()))),
        adjectives_follow=lang != "en",
        verb_first=bool(table.get("verb_first")),
    )


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(token for word in words for token in tokenize(word).words)
