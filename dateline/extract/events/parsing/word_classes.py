"""Whether a word that may tell an event is a verb, a noun or an adjective where it stands."""

import re
from collections.abc import Sequence

from dateline.extract.events.parsing.forms import NOMINAL, VERBAL, Form
from dateline.extract.events.parsing.words import EventWords, Reading
from dateline.text.tokens import Tokens

PLURALS = frozenset({"people", "police", "men", "women", "children", "militia", "and", "or"})
NO_FORM = Form(0)
_FINITE = Form.BASE | Form.PRESENT | Form.PAST | Form.PARTICIPLE
_OF_PAST = Form.PAST | Form.PARTICIPLE
_CERTAIN_VERB_BEFORE = frozenset("IYWGXORH")
_NOUN_BEFORE = frozenset("DLJPQ")
_OBJECT = re.compile(r"V[DJQN]*N$")  # an object that has begun behind its verb


def forms_of(readings: Sequence[Reading]) -> Form:
    """Return the union of the forms of some readings."""
    form = readings[0].form if readings else NO_FORM
    for reading in readings:
        if reading.form is not form:  # most readings of a word are of one form, and a union takes long
            form |= reading.form
    return form


def base_follows(tokens: Tokens, at: int, words: EventWords) -> bool:
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


def trigger_class(
    tokens: Tokens, at: int, length: int, readings: Sequence[Reading], words: EventWords, codes: Sequence[str]
) -> str:
    """Return V for a verb, T for a trigger noun, J for an adjective, N for another noun."""
    form = forms_of(readings)
    nominal = bool(form & NOMINAL)
    if not form & VERBAL:
        return "T"
    before = "I" if codes and codes[-1] == "V" and tokens.words[at - 1] == "to" else letter_before(codes)
    following = tokens.words[at + length] if at + length < len(tokens) else "."
    is_duty = any(reading.sense and reading.sense.frame == "duty" for reading in readings)
    if words.order != "svo" or is_duty or _is_certain_verb(form, before):
        return "V"
    if before in ("N", "M") and length == 1 and words.is_in("rather_nouns", tokens.words[at]):
        return "T" if nominal else "N"  # "security forces"
    if form & Form.ING and not form & Form.BASE:
        return _ing_class(before, following, nominal, words)
    if form & _OF_PAST and not form & Form.BASE:
        word_before = tokens.words[at - 1] if at else ""
        return _past_class(tokens.words[at], before, following, word_before, words)
    return _base_class(tokens, (at, at + length), form, before, words, codes)


def _is_certain_verb(form: Form, before: str) -> bool:
    """Say whether what stands in front of a form leaves it only a verb: "to attack", "was shut down"."""
    if before == "A":
        return bool(form & Form.PARTICIPLE) and not form & Form.ING
    return before in _CERTAIN_VERB_BEFORE and bool(form & _FINITE)


def _past_class(word: str, before: str, following: str, word_before: str, words: EventWords) -> str:
    """Return the class of "wounded": an adjective before its noun, a noun after "the", or else a verb."""
    open_noun = following.isalpha() and following not in words.classes
    if open_noun and (before in ("D", "J", "L", "P", "Q", "") or words.is_in("attributive", word)):
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
        goes_on = base_follows(tokens, end, words)  # "Kishida plans to attend"
    if before == "N" and not form & Form.PAST and _OBJECT.search("".join(codes[-8:])):
        return "T" if nominal else "N"  # "held separate talks with"
    finite = form & Form.PRESENT or end - at > 1
    if before == "M" and finite and not nominal and not _has_verb(codes):
        return "V"  # "China continues with", "forces in Syria fight back"
    return _present_class(form, before, nominal=nominal, plural_before=plural, goes_on=goes_on)


def _has_verb(codes: Sequence[str]) -> bool:
    """Say whether the clause has a verb already."""
    for code in reversed(codes):
        if code in ".SRC":
            return False
        if code in "VAHGYW":
            return True
    return False


def letter_before(codes: Sequence[str]) -> str:
    """Return the letter in front of the next word, adverbs passed over."""
    at = len(codes) - 1
    while at >= 0 and codes[at] == "B":
        at -= 1
    if at < 0:
        return ""
    return "N" if codes[at] == "P" and at < len(codes) - 1 else codes[at]  # "on Monday (he) killed"


def _ing_class(before: str, following: str, nominal: bool, words: EventWords) -> str:
    if before in ("N", "M", "T") and (
        following.isdigit() or words.classes.get(following, "") in ("D", "O", "B")
    ):
        return "V"  # "(a raid on Idlib) killing at least 26"
    noun_here = before in _NOUN_BEFORE - {"P"} or before in ("N", "M", "T") or following in words.sets["of"]
    if nominal and _goes_on(following, words):
        return "T"  # "Since fighting erupted"
    if nominal and (noun_here or (before == "P" and words.classes.get(following, "") in ("P", "", "C"))):
        return "T"
    if before in ("D", "L", "J") and not nominal:
        return "N"
    return "V"


def _goes_on(following: str, words: EventWords) -> bool:
    """Say whether a word is a finite verb, whose subject must stand in front of it."""
    if following.endswith("ed") and following not in words.triggers:
        return True
    known = (reading for _, readings in words.triggers.match([following], 0) for reading in readings)
    return words.classes.get(following) in ("A", "H") or any(reading.form & Form.PAST for reading in known)


def _present_class(form: Form, before: str, *, nominal: bool, plural_before: bool, goes_on: bool) -> str:
    """Return the class of "attack", "attacks", "hit": a verb after a noun where its object follows."""
    if before in _NOUN_BEFORE or before in ("", ".", ",", "(", "A", "S"):
        return "T" if nominal else "N"
    if before == "V" and not form & (Form.BASE | Form.PAST):
        return "T" if nominal else "N"  # "answering questions"
    subject = before in ("N", "M", "T", "C", "V") if not nominal else before in ("N", "M")
    finite = form & (Form.PAST | Form.PRESENT) or plural_before
    if (
        subject
        and finite
        and (goes_on or (before == "C" and bool(form & Form.PAST)))
        and not (nominal and before == "N" and not form & Form.PAST)
    ):
        return "V"
    return "T" if nominal else "N"
