"""Whether a word is a verb, a noun or an adjective where it stands, by the syntax tree of its sentence."""

from collections.abc import Sequence

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.forms import NOMINAL, VERBAL, Form
from dateline.extract.events.parsing.word_classes import forms_of
from dateline.extract.events.parsing.words import EventWords, Reading
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation

SURELY_DESCRIBES = 0.95  # probability of the head of a participle in front of its noun: "abandoned shelters"
SURELY_NOUN = 0.5  # the same of a noun whose spelling is only a verb's: "the Eastern Front shelled the port"
ARTICLE = "the"  # in front of those to whom something was done
_NOUNS = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})


def tree_class(branches: Branches | None, at: int, readings: Sequence[Reading]) -> str | None:
    """Return V, T, J or N for a word that may tell an event; `None` where the tree leaves it open."""
    word = branches.parsed(at) if branches else None
    form = forms_of(readings)
    if (
        word is None
        or not form & VERBAL
        or any(each.sense and each.sense.frame == "duty" for each in readings)
    ):
        return None
    if word.tag is PartOfSpeech.VERB:
        named = form & Form.PARTICIPLE and branches and at and branches.tokens.words[at - 1] == ARTICLE
        if word.relation is not Relation.ADJECTIVE:
            return None if named else "V"  # "visited the injured"
        return "J" if word.score >= SURELY_DESCRIBES else None
    if word.tag is PartOfSpeech.ADJECTIVE and not form & Form.PARTICIPLE:
        return "J"
    if word.tag in _NOUNS:
        return "T" if form & NOMINAL else "N" if word.score >= SURELY_NOUN else None
    return None


def plain_tree_class(branches: Branches | None, at: int, words: EventWords) -> str | None:
    """Return the class of a word that no table knows; `None` where the tree leaves it open."""
    if branches is None or words.order != "svo":
        return None
    folded = branches.tokens.words[at]
    infinitive = words.is_in("infinitive", folded)
    known = folded in words.classes or not folded[0].isalpha()
    if known and not infinitive:
        return None
    word = branches.parsed(at)
    if word is None:
        return None
    if infinitive and word.tag is PartOfSpeech.PARTICLE:
        return None if _is_gerund(branches, at + 1) else "I"
    if known:
        return None
    return "B" if _is_behind_noun(branches, at) else _class_of(word)


def _is_behind_noun(branches: Branches, at: int) -> bool:
    """Say whether an adjective describes the noun in front of it: "troops (loyal) to the general"."""
    word, before = branches.parsed(at), branches.parsed(at - 1) if at else None
    if word is None or before is None or word.tag is not PartOfSpeech.ADJECTIVE or before.tag not in _NOUNS:
        return False
    place = branches.word_of(at)
    goes_on = any(each > place for each in branches.parse.children(place)) if place is not None else False
    return goes_on and word.relation is Relation.ADJECTIVE and branches.parse.words[word.head] is before


def _class_of(word: ParsedWord) -> str | None:
    if word.tag is PartOfSpeech.VERB:
        return None if word.relation is Relation.ADJECTIVE else "V"
    if word.tag is PartOfSpeech.ADVERB:
        return "B"
    return "N" if word.tag in _NOUNS or word.tag is PartOfSpeech.ADJECTIVE else None


def _is_gerund(branches: Branches, at: int) -> bool:
    """Say whether a form in -ing stands at a token: "resorted to throwing stones"."""
    return at < len(branches.tokens) and branches.tokens.words[at].endswith("ing")
