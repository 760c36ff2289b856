"""The class of each word of a sentence, one letter each, from which `chunks` makes phrases."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.tree_classes import plain_tree_class, tree_class
from dateline.extract.events.parsing.word_classes import (
    base_follows,
    forms_of,
    letter_before,
    trigger_class,
)
from dateline.extract.events.parsing.words import EventWords, Reading
from dateline.text.tokens import PARAGRAPH, Tokens

NO_MENTION = -1
QUOTES = frozenset('"“”«»„‘')
CURRENCIES = frozenset("€$£¥₪₹")
_APOSTROPHE = "'"


FLOATING = frozenset({"all", "both", "each"})
"""Between "were" and a participle they say how many of the subject: "were both killed"."""
_NONE: Sequence[Reading] = ()
Found = tuple[int, int, Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class Marked:
    """Tokens with what is known of them before events: mentions, times, the tree of the sentence."""

    tokens: Tokens
    mention_at: Sequence[int]
    time_at: Sequence[int]
    words: EventWords
    branches: Branches | None = None


def classes_of(marked: Marked, first: int, last: int) -> tuple[str, list[tuple[int, int]], dict[int, Found]]:
    """Return a letter a word or phrase, the tokens each stands for, and the readings of trigger words."""
    codes: list[str] = []
    spans: list[tuple[int, int]] = []
    triggers: dict[int, Found] = {}
    at = first
    while at < last:
        if marked.time_at[at] != NO_MENTION and marked.mention_at[at] == NO_MENTION:
            length = _mention_end(marked.time_at, at, last) - at
            code, readings = "B", _NONE
        else:
            code, length, readings = _class_at(marked, at, last, codes)
        if readings:
            triggers[len(codes)] = (at, at + length, readings)
        codes.append(code)
        spans.append((at, at + length))
        at += length
    return "".join(codes), spans, triggers


def _class_at(marked: Marked, at: int, last: int, codes: Sequence[str]) -> tuple[str, int, Sequence[Reading]]:
    """Return the letter at a token, how many tokens it stands for, and the readings of a trigger."""
    tokens, words = marked.tokens, marked.words
    word = tokens.words[at]
    if marked.mention_at[at] != NO_MENTION:
        return "M", _mention_end(marked.mention_at, at, last) - at, ()
    if not word[0].isalnum():
        return _mark(tokens, at, words), 1, ()
    if codes and codes[-1] == "h" and tokens.words[at - 1] != "." and word in words.triggers:
        return "J", 1, ()  # "Iranian-backed" tells of no support
    for length, _ in words.idioms.match(tokens.words, at):
        return "N", min(length, last - at), ()
    return _trigger_at(marked, at, last, codes) or _small_word(marked, at, last, codes)


def _trigger_at(
    marked: Marked, at: int, last: int, codes: Sequence[str]
) -> tuple[str, int, Sequence[Reading]] | None:
    tokens, words = marked.tokens, marked.words
    word = tokens.words[at]
    other: tuple[str, int, Sequence[Reading]] | None = None
    for length, readings in words.triggers.match(tokens.words, at) if word in words.triggers else ():
        apart = _free(marked.mention_at, at, at + (length if words.order == "svo" else 1))
        if at + length > last or not apart:
            continue
        code = tree_class(marked.branches, at, readings) or trigger_class(
            tokens, at, length, readings, words, codes
        )
        if code in ("V", "T"):
            return code, length, readings
        if other is None and word not in words.classes:
            other = code, length, ()
    return other


def _small_word(
    marked: Marked, at: int, last: int, codes: Sequence[str]
) -> tuple[str, int, Sequence[Reading]]:
    for length, letters in marked.words.phrases.match(marked.tokens.words, at):
        return letters[-1], min(length, last - at), ()
    by_tree = plain_tree_class(marked.branches, at, marked.words)
    return by_tree or _plain_class(marked.tokens, at, marked.words, codes), 1, ()


def _mention_end(mention_at: Sequence[int], at: int, last: int) -> int:
    end = at
    while end < last and mention_at[end] == mention_at[at]:
        end += 1
    return end


def _free(mention_at: Sequence[int], first: int, last: int) -> bool:
    return all(each == NO_MENTION for each in mention_at[first:last])


def _mark(tokens: Tokens, at: int, words: EventWords) -> str:
    mark = tokens.words[at]
    joined = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
    if mark == _APOSTROPHE and joined:
        return "L"
    if mark in ("-", "/") and joined:
        return "h"
    if mark in QUOTES:
        return "B"
    if mark in CURRENCIES or (mark == "," and _in_figure(tokens, at)):
        return "Q" if joined else "D"  # "paid the firm | $5 million"
    if mark == "." and joined and at + 1 < len(tokens) and tokens.words[at + 1] != PARAGRAPH:
        return "h"  # of an abbreviation: sentences are already cut
    return mark if mark in ",()" else "h" if mark == "&" else "."


def _in_figure(tokens: Tokens, at: int) -> bool:
    """Say whether a comma parts thousands: "1,000"."""
    if not 0 < at < len(tokens) - 1 or not tokens.words[at - 1].isdigit() or len(tokens.words[at + 1]) != 3:
        return False
    return tokens.words[at + 1].isdigit() and tokens.ends[at] == tokens.starts[at + 1]


def _plain_class(tokens: Tokens, at: int, words: EventWords, codes: Sequence[str]) -> str:
    word = tokens.words[at]
    before = codes[-1] if codes else ""
    if before == "L" and word in ("s", "t"):
        return "L" if word == "s" else "X"
    if words.order == "svo" and word in words.sets["infinitive"] and base_follows(tokens, at, words):
        return "I"
    known = words.classes.get(word) or ("Q" if word[0].isdigit() else "")
    if known in ("D", "Q") and before == "A" and word in FLOATING and tokens.words[at + 1 : at + 2] != ["of"]:
        return "B" if _tells_next(tokens, at, words) else known  # "were all indicted"
    if known == "P" and word in words.sets["about"] and _figure_follows(tokens, at):
        return "B"  # "over €3.5 million"
    return known or (_ending_class(word, letter_before(codes)) if words.order == "svo" else "N")


def _tells_next(tokens: Tokens, at: int, words: EventWords) -> bool:
    """Say whether the next word is a participle that tells an event."""
    for length, readings in words.triggers.match(tokens.words, at + 1) if at + 1 < len(tokens) else ():
        if length and forms_of(readings) & (Form.PARTICIPLE | Form.ING):
            return True
    return False


def _figure_follows(tokens: Tokens, at: int) -> bool:
    following = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    return following[:1].isdigit() or following in CURRENCIES


def _ending_class(word: str, before: str) -> str:
    """Return the class of an unknown English word by its ending."""
    if word.endswith("ly"):
        return "B"
    past = word.endswith("ed") and before in ("N", "M", "T", "R", "O", "A", "H", ",")
    return "V" if past or (word.endswith("ing") and before in (",", "A")) else "N"
