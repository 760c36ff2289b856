"""The class of each word of a sentence, one letter each, from which `chunks` makes phrases."""

import re
from collections.abc import Sequence

from dateline.extract.events.forms import NOMINAL, VERBAL, Form
from dateline.extract.events.words import EventWords, Reading
from dateline.text.tokens import PARAGRAPH, Tokens

NO_MENTION = -1
PLURALS = frozenset({"people", "police", "men", "women", "children", "militia", "and", "or"})
QUOTES = frozenset('"“”«»„‘')
CURRENCIES = frozenset("€$£¥₪₹")
_APOSTROPHE = "'"
_CERTAIN_VERB_BEFORE = frozenset("IYWGXORH")
_NOUN_BEFORE = frozenset("DLJPQ")
_OBJECT = re.compile(r"V[DJQN]*N$")  # an object that has begun behind its verb


def forms_of(readings: Sequence[Reading]) -> Form:
    """Return the union of the forms of some readings."""
    form = Form(0)
    for reading in readings:
        form |= reading.form
    return form


_NONE: Sequence[Reading] = ()
Found = tuple[int, int, Sequence[Reading]]


def classes_of(
    tokens: Tokens,
    first: int,
    last: int,
    mention_at: Sequence[int],
    time_at: Sequence[int],
    words: EventWords,
) -> tuple[str, list[tuple[int, int]], dict[int, Found]]:
    """Return a letter a word or phrase, the tokens each stands for, and the readings of trigger words."""
    codes: list[str] = []
    spans: list[tuple[int, int]] = []
    triggers: dict[int, Found] = {}
    at = first
    while at < last:
        if time_at[at] != NO_MENTION and mention_at[at] == NO_MENTION:
            length = _mention_end(time_at, at, last) - at
            code, readings = "B", _NONE
        else:
            code, length, readings = _class_at(tokens, at, last, mention_at, words, codes)
        if readings:
            triggers[len(codes)] = (at, at + length, readings)
        codes.append(code)
        spans.append((at, at + length))
        at += length
    return "".join(codes), spans, triggers


def _class_at(
    tokens: Tokens, at: int, last: int, mention_at: Sequence[int], words: EventWords, codes: Sequence[str]
) -> tuple[str, int, Sequence[Reading]]:
    """Return the letter at a token, how many tokens it stands for, and the readings of a trigger."""
    word = tokens.words[at]
    if mention_at[at] != NO_MENTION:
        return "M", _mention_end(mention_at, at, last) - at, ()
    if not word[0].isalnum():
        return _mark(tokens, at, words), 1, ()
    if codes and codes[-1] == "h" and word in words.triggers:
        return "J", 1, ()  # "Iranian-backed" tells of no support
    if length := next((length for length, _ in words.idioms.match(tokens.words, at)), 0):
        return "N", min(length, last - at), ()
    return _trigger_at(tokens, at, last, mention_at, words, codes) or _small_word(
        tokens, at, last, words, codes
    )


def _trigger_at(
    tokens: Tokens, at: int, last: int, mention_at: Sequence[int], words: EventWords, codes: Sequence[str]
) -> tuple[str, int, Sequence[Reading]] | None:
    word = tokens.words[at]
    other: tuple[str, int, Sequence[Reading]] | None = None
    for length, readings in words.triggers.match(tokens.words, at) if word in words.triggers else ():
        apart = _free(mention_at, at, at + (length if words.order == "svo" else 1))
        if at + length > last or not apart:
            continue
        code = _trigger_class(tokens, at, length, readings, words, codes)
        if code in ("V", "T"):
            return code, length, readings
        if other is None and word not in words.classes:
            other = code, length, ()
    return other


def _small_word(
    tokens: Tokens, at: int, last: int, words: EventWords, codes: Sequence[str]
) -> tuple[str, int, Sequence[Reading]]:
    for length, letters in words.phrases.match(tokens.words, at):
        return letters[-1], min(length, last - at), ()
    return _plain_class(tokens, at, words, codes), 1, ()


def _mention_end(mention_at: Sequence[int], at: int, last: int) -> int:
    end = at
    while end < last and mention_at[end] == mention_at[at]:
        end += 1
    return end


def _free(mention_at: Sequence[int], first: int, last: int) -> bool:
    return all(mention_at[at] == NO_MENTION for at in range(first, last))


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
        return "Q"
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
    if words.order == "svo" and word in words.sets["infinitive"] and _base_follows(tokens, at, words):
        return "I"
    known = words.classes.get(word) or ("Q" if word[0].isdigit() else "")
    if known == "P" and word in words.sets["about"] and _figure_follows(tokens, at):
        return "B"  # "over €3.5 million"
    return known or (_ending_class(word, before) if words.order == "svo" else "N")


def _figure_follows(tokens: Tokens, at: int) -> bool:
    following = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    return following[:1].isdigit() or following in CURRENCIES


def _ending_class(word: str, before: str) -> str:
    """Return the class of an unknown English word by its ending."""
    if word.endswith("ly"):
        return "B"
    past = word.endswith("ed") and before in ("N", "M", "T", "R", "O", "A", "H", ",")
    return "V" if past or (word.endswith("ing") and before in (",", "A")) else "N"


def _base_follows(tokens: Tokens, at: int, words: EventWords) -> bool:
    """Say whether a verb in its base form follows "to", directly or after an adverb."""
    for next_at in (at + 1, at + 2):
        if next_at >= len(tokens):
            return False
        word = tokens.words[next_at]
        readings = [
            reading for _, values in words.triggers.match(tokens.words, next_at) for reading in values
        ]
        if any(reading.form & Form.BASE for reading in readings):
            return True
        if not word.endswith("ly") and word not in words.sets["negations"] | {"be", "have"}:
            return False
        if word in ("be", "have"):
            return True
    return False


def _trigger_class(
    tokens: Tokens, at: int, length: int, readings: Sequence[Reading], words: EventWords, codes: Sequence[str]
) -> str:
    """Return V for a verb, T for a trigger noun, J for an adjective, N for another noun."""
    form = forms_of(readings)
    nominal = bool(form & NOMINAL)
    if not form & VERBAL:
        return "T"
    if words.order != "svo" or any(reading.sense and reading.sense.frame == "duty" for reading in readings):
        return "V"
    before = "I" if codes and codes[-1] == "V" and tokens.words[at - 1] == "to" else _letter_before(codes)
    following = tokens.words[at + length] if at + length < len(tokens) else "."
    if before in _CERTAIN_VERB_BEFORE and form & (Form.BASE | Form.PRESENT | Form.PAST | Form.PARTICIPLE):
        return "V"
    if form & Form.ING and not form & Form.BASE:
        return _ing_class(before, following, nominal, words)
    if form & (Form.PAST | Form.PARTICIPLE) and not form & Form.BASE:
        return _past_class(before, following, tokens.words[at - 1] if at else "", words)
    return _base_class(tokens, (at, at + length), form, before, words, codes)


def _past_class(before: str, following: str, word_before: str, words: EventWords) -> str:
    """Return the class of "wounded": an adjective before its noun, a noun after "the", or else a verb."""
    open_noun = following.isalpha() and following not in words.classes
    if before in ("D", "J", "L", "P", "") and open_noun:
        return "J"
    return "N" if before == "D" and word_before == "the" else "V"


def _base_class(
    tokens: Tokens, span: tuple[int, int], form: Form, before: str, words: EventWords, codes: Sequence[str]
) -> str:
    """Return the class of a form that may be noun and verb: "attack", "talks", "continues"."""
    at, end = span
    nominal = bool(form & NOMINAL)
    following = tokens.words[end] if end < len(tokens) else "."
    plural = at > 0 and (tokens.words[at - 1].endswith("s") or tokens.words[at - 1] in PLURALS)
    goes_on = words.classes.get(following, "N") in ("D", "N", "O") and following[0].isalnum()
    if not nominal and following == "to":
        goes_on = _base_follows(tokens, end, words)  # "Kishida plans to attend"
    if before == "N" and not form & Form.PAST and _OBJECT.search("".join(codes[-8:])):
        return "T" if nominal else "N"  # "held separate talks with"
    if before == "M" and form & Form.PRESENT and not nominal and not _has_verb(codes):
        return "V"  # "China continues with"
    return _present_class(form, before, nominal=nominal, plural_before=plural, goes_on=goes_on)


def _has_verb(codes: Sequence[str]) -> bool:
    """Say whether the clause has a verb already."""
    for code in reversed(codes):
        if code in ".SRC":
            return False
        if code in "VAHGYW":
            return True
    return False


def _letter_before(codes: Sequence[str]) -> str:
    at = len(codes) - 1
    while at >= 0 and codes[at] == "B":
        at -= 1
    if at < 0:
        return ""
    return "N" if codes[at] == "P" and at < len(codes) - 1 else codes[at]  # "on Monday (he) killed"


def _ing_class(before: str, following: str, nominal: bool, words: EventWords) -> str:
    noun_here = before in _NOUN_BEFORE - {"P"} or before in ("N", "M", "T") or following in words.sets["of"]
    if nominal and following.endswith("ed") and following not in words.triggers:
        return "T"  # "Since fighting erupted"
    if nominal and (noun_here or (before == "P" and words.classes.get(following, "") in ("P", "", "C"))):
        return "T"
    if before in ("D", "L", "J") and not nominal:
        return "N"
    return "V"


def _present_class(form: Form, before: str, *, nominal: bool, plural_before: bool, goes_on: bool) -> str:
    """Return the class of "attack", "attacks", "hit": a verb after a noun where its object follows."""
    if before in _NOUN_BEFORE or before in ("", ".", ",", "(", "A", "S"):
        return "T" if nominal else "N"
    subject = before in ("N", "M", "T", "C", "V") if not nominal else before in ("N", "M")
    finite = form & (Form.PAST | Form.PRESENT) or plural_before
    if (
        subject
        and finite
        and (goes_on or before == "C")
        and not (nominal and before == "N" and not form & Form.PAST)
    ):
        return "V"
    return "T" if nominal else "N"
