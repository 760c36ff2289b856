"""What speaks against a sentence as prose: no verb or subject, no article, a headline run in, lost commas.

Its tree is read from the words as they would be printed. A tree of a long sentence is often wrong somewhere,
so that no first sentence is refused by it alone: of those that tell the news, the soundest is printed.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree
from dateline.text.casing import small_words
from dateline.text.clauses import SUBJECTS, VERBAL, Parse
from dateline.write.compare.facts import find_quotations
from dateline.write.settings import ParseSentence

NO_VERB, NO_SUBJECT, NO_ARTICLE, RUN_IN, SLIP, LOST_OWNER, UNDATED = 1.0, 0.5, 0.7, 1.0, 1.0, 0.6, 0.6
RAN_IN = re.compile(r"(?<![\w’'-])(?P<before>[a-z][\w’-]*),? (?P<word>[A-Z][a-z]{2,}),? (?=[a-z0-9])")
DOUBLED = re.compile(r"\b(?P<word>[a-z]{2,}) (?P=word)\b|\b(?:cannot|can not) not\b")
WEEKDAYS_OWN = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s\b")  # of which week?
SPLICED = re.compile(r"\w, (?:however|therefore|moreover|nevertheless), (?:the|an?|it|[A-Z]\w+) ")
DISAGREES = re.compile(
    r"\b[Tt]hese (?:[a-z]+ ){0,2}[a-z]+s (?:requires|is|was|has|shows|means|makes|needs|calls)\b"
)
RAN_ON = re.compile(r"(?:[a-z]{3}|\d)[.!?] [a-z]{3}")  # "on August 15. earlier three"
GERUND = "ing"
HELPING = (Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY, Relation.COPULA)
DETERMINED = (Relation.DETERMINER, Relation.POSSESSIVE, Relation.NUMBER, Relation.PREDETERMINER)
OWNING = (Relation.COMPOUND, Relation.POSSESSIVE)
PLURAL = re.compile(r"^[a-z]+[^s]s$")
TOLD_OF = (Relation.OBJECT, Relation.OBLIQUE, Relation.AGENT)
NAMED = (Relation.COMPOUND, Relation.FLAT, Relation.APPOSITION)


def doubts_of(sentence: str, tree: SyntaxTree | None, *, lost_marks: bool = False) -> float:
    """Return how much speaks against an English sentence: 0 for nothing, from about 1 on it is not whole.

    `lost_marks` says that its text has lost its commas and apostrophes.
    """
    doubts = _slips(sentence)
    if tree is None or not tree.words:
        return doubts
    return (
        doubts + _doubts_of_syntax(sentence, tree) + LOST_OWNER * (lost_marks and _has_owner(sentence, tree))
    )


def _has_owner(sentence: str, tree: SyntaxTree) -> bool:
    """Say whether a noun in the plural stands before another as its owner would: "the citizens houses"."""
    return any(
        word.relation in OWNING and word.tag is PartOfSpeech.NOUN and PLURAL.search(word.span.of(sentence))
        for word in tree.words
    )


def _slips(sentence: str) -> float:
    """Score what no tree is needed for: a doubled word, "40 civilian", a capital where a headline ran in."""
    own = sentence
    for quotation in find_quotations(sentence):
        own = own[: quotation.start] + " " * (quotation.end - quotation.start) + own[quotation.end :]
    ran_in = any(
        match["word"].lower() in small_words() and match["before"] not in _table("ahead_of_names")
        for match in RAN_IN.finditer(own)
    )
    slipped = any(
        slip.search(own) for slip in (DOUBLED, RAN_ON, SPLICED, DISAGREES, _singulars(), _articles())
    )
    return RUN_IN * ran_in + SLIP * slipped + UNDATED * bool(WEEKDAYS_OWN.search(own))


def _doubts_of_syntax(sentence: str, tree: SyntaxTree) -> float:
    parse = Parse(tree)
    root = next(place for place, word in enumerate(tree.words) if word.head == place)
    subjects = parse.children(root, *SUBJECTS, Relation.EXPLETIVE)
    doubts = NO_VERB * (not _is_finite(parse, root, sentence)) + NO_SUBJECT * (not subjects)
    bare = any(_wants_article(parse, place, sentence) for place in (*subjects, *_described(parse)))
    return doubts + NO_ARTICLE * bare


def _described(parse: Parse) -> Iterator[int]:
    """Yield the nouns beside the subject that an adjective or a noun describes.

    "Shelled residential area" wants an article, "by car" does not.
    """
    for place, word in enumerate(parse.words):
        if word.relation in TOLD_OF and parse.children(place, Relation.ADJECTIVE, Relation.COMPOUND):
            yield place


def _is_finite(parse: Parse, place: int, sentence: str) -> bool:
    """Say whether a predicate has a tense: an auxiliary, or a verb that is no bare participle."""
    word = parse.words[place]
    verbal = word.tag in VERBAL
    bare = word.passive or word.span.of(sentence).endswith(GERUND)
    return bool(parse.children(place, *HELPING)) or (verbal and not bare)


def _wants_article(parse: Parse, place: int, sentence: str) -> bool:
    """Say whether a noun in the singular has no article, as in headlines: "Russian helicopter was shot down".

    What is named needs none, nor does what cannot be counted ("Trade was worth").
    """
    word, noun = parse.words[place], parse.words[place].span.of(sentence)
    if word.tag is not PartOfSpeech.NOUN or noun.lower() not in _table("countable"):
        return False
    below = parse.subtree(place)
    named = any(
        parse.words[part].tag is PartOfSpeech.NAME and part < place for part in parse.children(place, *NAMED)
    )
    return not (named or any(parse.words[part].relation in DETERMINED and part < place for part in below))


def parsed_by(read: Callable[[str, tuple[Span, ...]], tuple[SyntaxTree, ...]]) -> ParseSentence:
    """Return what parses one sentence, from what reads the trees of the sentences of a text."""

    def parse(sentence: str) -> SyntaxTree | None:
        return next(iter(read(sentence, (Span(0, len(sentence)),))), None)

    return parse


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(language_table("en", "lost")[name])


@cache
def _articles() -> re.Pattern[str]:
    """Match "the Russia and", and "condemned coalition’s raids"."""
    countries = "|".join(
        re.escape(name) for name in language_table("en", "names")["countries"] if " " not in name
    )
    owners = "|".join(_table("countable"))
    return re.compile(
        rf"\bthe (?:{countries}) (?:and|or|to|in|on|is|was|has|said)\b"
        rf"|\b(?:[a-z]+ed|of|by|in|from|on|to|with|against) (?:{owners})[’']s\b"
    )


@cache
def _singulars() -> re.Pattern[str]:
    numbers = "|".join(language_table("en", "lost")["several"])
    return re.compile(rf"\b(?:(?!1\b)\d[\d,]*|{numbers}) (?:{'|'.join(_table('persons'))})\b(?! \w+s\b)")
