"""What speaks against a sentence as prose, by its syntax and its words."""

import pytest

from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree
from dateline.write.prose.soundness import (
    LOST_OWNER,
    NO_ARTICLE,
    NO_SUBJECT,
    NO_VERB,
    RUN_IN,
    SLIP,
    doubts_of,
    parsed_by,
)

TAGS = {
    Relation.SUBJECT: PartOfSpeech.NOUN,
    Relation.PASSIVE_SUBJECT: PartOfSpeech.NOUN,
    Relation.DETERMINER: PartOfSpeech.DETERMINER,
    Relation.COMPOUND: PartOfSpeech.NAME,
    Relation.ADJECTIVE: PartOfSpeech.ADJECTIVE,
    Relation.PASSIVE_AUXILIARY: PartOfSpeech.AUXILIARY,
    Relation.ROOT: PartOfSpeech.VERB,
    Relation.OBLIQUE: PartOfSpeech.NOUN,
    Relation.POSSESSIVE: PartOfSpeech.NOUN,
    Relation.OBJECT: PartOfSpeech.NOUN,
}


def tree(sentence: str, *words: tuple[Relation, int], passive: bool = False) -> SyntaxTree:
    """Build the tree of a sentence from the relation and head of each of its words."""
    parsed, at = [], 0
    for word, (relation, head) in zip(sentence.split(), words, strict=True):
        at = sentence.index(word, at)
        root = relation is Relation.ROOT
        parsed.append(
            ParsedWord(
                Span(at, at + len(word)), TAGS[relation], head, relation, 0.9, passive=passive and root
            )
        )
        at += len(word)
    return SyntaxTree(Span(0, len(sentence)), tuple(parsed))


DET, SUBJ, ROOT, COMP, ADJ, PSUBJ, PAUX, OBL = (
    Relation.DETERMINER,
    Relation.SUBJECT,
    Relation.ROOT,
    Relation.COMPOUND,
    Relation.ADJECTIVE,
    Relation.PASSIVE_SUBJECT,
    Relation.PASSIVE_AUXILIARY,
    Relation.OBLIQUE,
)


@pytest.mark.parametrize(
    ("sentence", "words", "passive", "doubts"),
    [
        ("The helicopter crashed", ((DET, 1), (SUBJ, 2), (ROOT, 2)), False, 0),
        ("Damaged helicopter crashed", ((ADJ, 1), (SUBJ, 2), (ROOT, 2)), False, NO_ARTICLE),
        ("Balad helicopter crashed", ((COMP, 1), (SUBJ, 2), (ROOT, 2)), False, 0),
        ("Trade resumed", ((SUBJ, 1), (ROOT, 1)), False, 0),
        ("Soldiers were wounded", ((PSUBJ, 2), (PAUX, 2), (ROOT, 2)), True, 0),
        ("Soldiers wounded", ((PSUBJ, 1), (ROOT, 1)), True, NO_VERB),
        ("Fighting Balad", ((ROOT, 0), (COMP, 0)), False, NO_VERB + NO_SUBJECT),
        ("Resumed Sunday", ((ROOT, 0), (OBL, 0)), False, NO_SUBJECT),
    ],
)
def test_syntax_tells_what_is_no_whole_sentence(
    sentence: str, words: tuple, passive: bool, doubts: float
) -> None:
    assert doubts_of(sentence, tree(sentence, *words, passive=passive)) == pytest.approx(doubts)


@pytest.mark.parametrize(
    ("sentence", "doubts"),
    [
        ("Rockets fell on the market of Balad and wounded four men.", 0),
        ("The blasts shook Homs province city Terrorist groups fired two shells.", RUN_IN),
        ("A monitor told the agency Harbour reporters saw it.", 0),
        ("The raid left 40 civilian dead.", SLIP),
        ("The raid left 40 civilian vehicles burning.", 0),
        ("The raid killed killed two.", SLIP),
        ("It hit the base on May 15. earlier two were hurt.", SLIP),
        ("He said “the raid killed killed two”.", 0),
    ],
)
def test_words_tell_slips_where_there_is_no_tree(sentence: str, doubts: float) -> None:
    assert doubts_of(sentence, None) == pytest.approx(doubts)


def test_a_plural_that_stands_as_an_owner_has_lost_its_apostrophe() -> None:
    sentence = "The citizens houses burned"
    found = tree(sentence, (DET, 2), (Relation.POSSESSIVE, 2), (SUBJ, 3), (ROOT, 3))
    assert doubts_of(sentence, found) == 0
    assert doubts_of(sentence, found, lost_marks=True) == pytest.approx(LOST_OWNER)


@pytest.mark.parametrize(
    "sentence",
    [
        "Friday’s flood came late.",
        "These acts requires a vote.",
        "Omid Fallah called on the Iran and Iraq to talk.",
        "He condemned army’s raids.",
        "It rained on March 3, however, the dam held.",
        "Damage in the port, Terrorist, groups fled.",
    ],
)
def test_words_alone_can_speak_against_a_sentence(sentence: str) -> None:
    assert doubts_of(sentence, None) > 0


@pytest.mark.parametrize(("described", "doubts"), [("residential area", NO_ARTICLE), ("an area", 0)])
def test_a_described_noun_beside_the_subject_wants_an_article(described: str, doubts: float) -> None:
    sentence = f"Soldiers shelled {described}"
    before = Relation.ADJECTIVE if doubts else DET
    found = tree(sentence, (SUBJ, 1), (ROOT, 1), (before, 3), (Relation.OBJECT, 1))
    assert doubts_of(sentence, found) == pytest.approx(doubts)


def test_a_sentence_is_read_alone() -> None:
    found = tree("Trade resumed", (SUBJ, 1), (ROOT, 1))
    read = parsed_by(lambda text, spans: (found,) if spans == (Span(0, len(text)),) else ())
    assert read("Trade resumed") is found
    assert parsed_by(lambda text, spans: ())("Trade resumed") is None
