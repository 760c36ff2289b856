"""The noun behind a number: what is counted, and whether it is a part of what the next number counts."""

from typing import NamedTuple

from dateline.extract.quantities.kind_words import KindWords
from dateline.extract.quantities.phrases import phrases_of
from dateline.extract.quantities.terms import NumberTerm
from dateline.text.tokens import Tokens

NOUN_WORDS = 6  # longest naming of what is counted
NOUN_WORDS_THEN_VERB = 2  # of a noun with its adjective, where no capital or ending tells the verb behind it
ADJECTIVE_AND_CURRENCY = 2  # words of "Iraqi dinars"
OLDEST = 110  # years
PLURAL = "s"


class Counted(NamedTuple):
    """A number with the noun that follows it: tokens `term.noun` to `last` (not included)."""

    term: NumberTerm
    last: int


def counted(tokens: Tokens, text: str, term: NumberTerm, following: int, words: KindWords) -> Counted:
    """Return the number with the noun that it counts; `following` is the first token of the next number."""
    longest = NOUN_WORDS_THEN_VERB if words.adjectives_follow else NOUN_WORDS
    term = _past_owner(tokens, term, following, words)
    partial = phrases_of(words.lang, "parts_behind").stands_at(tokens.words, term.noun)
    if partial and not term.kind:  # "four of them seriously"
        return Counted(term, term.noun)
    at, limit = term.noun, min(term.noun + longest, following if following > term.noun else len(tokens))
    while at < limit and _names(tokens, text, at, term, words):
        at += 1
    if term.kind is None and at == term.noun + ADJECTIVE_AND_CURRENCY and tokens.words[at - 1] in words.money:
        term = term._replace(kind="money", last=at, noun=at)
    if at == term.noun and _is_age(tokens, text, term, words):
        term = term._replace(kind="age")
    return Counted(term, at)


def _is_age(tokens: Tokens, text: str, term: NumberTerm, words: KindWords) -> bool:
    """Say whether a bare number between commas is that of the person in front: "Samir Aziz, 34, was held"."""
    behind, named = term.last + 1, term.first - 2
    if term.kind or term.timed or term.low != term.high or not 0 < (term.low or 0) <= OLDEST or named < 0:
        return False
    if tokens.words[term.first - 1] != "," or tuple(tokens.words[term.last : behind]) != (",",):
        return False
    person = tokens.words[named] in words.people or (
        tokens.words[named].isalpha() and _capital(tokens, text, named)
    )
    following = tokens.words[behind] if behind < len(tokens) else ""
    return person and following.isalpha() and following not in words.shares_behind


def _past_owner(tokens: Tokens, term: NumberTerm, following: int, words: KindWords) -> NumberTerm:
    """Return a number with its noun behind "of his": "five of his bodyguards"."""
    first = term.noun + 2
    owned = first < following and tuple(tokens.words[term.noun : first]) in words.shares
    return term._replace(noun=first) if owned and not term.kind and not term.timed else term


def _names(tokens: Tokens, text: str, at: int, term: NumberTerm, words: KindWords) -> bool:
    """Say whether token `at` still belongs to the noun phrase that begins at `term.noun`."""
    word = tokens.words[at]
    if word in ("-", "'") or (word == "s" and at > term.noun and tokens.words[at - 1] == "'"):
        return at > term.noun
    if word == "and" and at > term.noun and not words.adjectives_follow:
        return _capital(tokens, text, at - 1) and at + 1 < len(tokens) and _capital(tokens, text, at + 1)
    if not word[0].isalpha() or word in words.stops:
        return False
    if at > term.noun and (_is_verb(tokens, at, words) or _is_other(word, words)):
        return False
    return (
        word not in words.kinds
        or (words.kinds[word] == "infected" and (at == term.noun or word.endswith(PLURAL)))
        or word in words.people
    )


def _is_verb(tokens: Tokens, at: int, words: KindWords) -> bool:
    """Say whether a word is a verb by its ending: "two countries declared", "ثلاث شركات قالت"."""
    before, word = tokens.words[at - 1], tokens.words[at]
    if word.endswith(words.verb_endings):
        return not word.endswith(words.noun_endings)
    return word.endswith("ed") and (before.endswith("s") or before in words.people)


def _is_other(word: str, words: KindWords) -> bool:
    """Say whether a word behind a noun has an "and" or preposition in it: "أشخاص وغرق", not "كمامة ورقية"."""
    return word.startswith(words.other_openings) and not word.endswith(words.adjective_endings)


def _capital(tokens: Tokens, text: str, at: int) -> bool:
    return text[tokens.starts[at]].isupper()


def is_calibre(tokens: Tokens, term: NumberTerm, words: KindWords) -> bool:
    """Say whether a number measures a weapon: "107mm rockets", "قذائف من عيار 122 ملم"."""
    inside = tokens.words[term.last - 1] in words.gauges
    measured = inside or (term.noun < len(tokens) and tokens.words[term.noun] in words.gauges)
    behind = term.last + (measured and not inside)
    behind += behind < len(tokens) and tokens.words[behind] == "-"
    beside = {*tokens.words[max(0, term.first - 1) : term.first], *tokens.words[behind : behind + 1]}
    if not words.calibres.isdisjoint(beside):
        return True
    return measured and not (words.weapons.isdisjoint(beside) and words.guns.isdisjoint(beside))


def is_share(tokens: Tokens, part: Counted, whole: Counted, words: KindWords) -> bool:
    """Say whether a number without a noun is told of the one behind it: "eight of the 12 hostages"."""
    named = part.last > part.term.noun or part.term.kind is not None
    return not named and tuple(tokens.words[part.last : whole.term.first]) in words.shares
