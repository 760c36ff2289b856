"""Syntax of a sentence: each word with its part of speech, its head and its relation to it.

Reference: de Marneffe, Manning, Nivre and Zeman 2021, Universal Dependencies; https://universaldependencies.org.
"""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.spans import Span


class PartOfSpeech(StrEnum):
    """Universal parts of speech."""

    ADJECTIVE = "ADJ"
    ADPOSITION = "ADP"
    ADVERB = "ADV"
    AUXILIARY = "AUX"
    COORDINATOR = "CCONJ"
    DETERMINER = "DET"
    INTERJECTION = "INTJ"
    NOUN = "NOUN"
    NUMERAL = "NUM"
    PARTICLE = "PART"
    PRONOUN = "PRON"
    NAME = "PROPN"
    PUNCTUATION = "PUNCT"
    SUBORDINATOR = "SCONJ"
    SYMBOL = "SYM"
    VERB = "VERB"
    OTHER = "X"


class Relation(StrEnum):
    """Relations of English; the part after the colon narrows the universal one before it."""

    ROOT = "root"
    SUBJECT = "nsubj"
    PASSIVE_SUBJECT = "nsubj:pass"
    OUTER_SUBJECT = "nsubj:outer"
    CLAUSE_SUBJECT = "csubj"
    OBJECT = "obj"
    INDIRECT_OBJECT = "iobj"
    OBLIQUE = "obl"
    AGENT = "obl:agent"
    BARE_OBLIQUE = "obl:unmarked"
    CLAUSE_COMPLEMENT = "ccomp"
    OPEN_COMPLEMENT = "xcomp"
    ADVERB_CLAUSE = "advcl"
    ADVERB_RELATIVE = "advcl:relcl"
    ADVERB = "advmod"
    AUXILIARY = "aux"
    PASSIVE_AUXILIARY = "aux:pass"
    COPULA = "cop"
    MARK = "mark"
    EXPLETIVE = "expl"
    VOCATIVE = "vocative"
    DISCOURSE = "discourse"
    NOMINAL = "nmod"
    BARE_NOMINAL = "nmod:unmarked"
    DESCRIPTOR = "nmod:desc"
    POSSESSIVE = "nmod:poss"
    APPOSITION = "appos"
    ADJECTIVE = "amod"
    NUMBER = "nummod"
    CLAUSE = "acl"
    RELATIVE_CLAUSE = "acl:relcl"
    DETERMINER = "det"
    PREDETERMINER = "det:predet"
    CASE = "case"
    COMPOUND = "compound"
    PARTICLE = "compound:prt"
    FLAT = "flat"
    FIXED = "fixed"
    CONJUNCT = "conj"
    COORDINATOR = "cc"
    PRECOORDINATOR = "cc:preconj"
    PARATAXIS = "parataxis"
    LIST = "list"
    PUNCTUATION = "punct"
    SAME_WORD = "goeswith"
    """A further unit of one word: the point of `Mr` `.`."""
    OTHER = "dep"


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """One word of a tree; `head` is the place of another in it, its own place for the root.

    `passive` is true of a verb in the passive, a participle too: "the town was hit", "a town hit by". `score`
    is the probability of the head among the words of the sentence.
    """

    span: Span
    tag: PartOfSpeech
    head: int
    relation: Relation
    score: float
    passive: bool = False


@dataclass(frozen=True, slots=True)
class SyntaxTree:
    """The words of one sentence in order, punctuation too."""

    span: Span
    words: tuple[ParsedWord, ...]
