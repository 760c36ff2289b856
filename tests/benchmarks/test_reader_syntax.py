import pytest

from benchmarks.reader_syntax import Tally, gold_as_told, trees_as_told
from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree
from training.corpora import MarkedWord, Passage

TEXT = "Troops left Mosul"
GOLD = Passage(
    "a",
    TEXT,
    sentences=(
        (
            MarkedWord(0, 6, "troops", "NOUN", 2, "nsubj"),
            MarkedWord(7, 11, "leave", "VERB", 0, "root"),
            MarkedWord(12, 17, "mosul", "PROPN", 2, "obj"),
        ),
    ),
)


def _tree(relation: Relation, head: int) -> SyntaxTree:
    words = (
        ParsedWord(Span(0, 6), PartOfSpeech.NOUN, 1, Relation.SUBJECT, 0.9),
        ParsedWord(Span(7, 11), PartOfSpeech.VERB, 1, Relation.ROOT, 0.9),
        ParsedWord(Span(12, 17), PartOfSpeech.NOUN, head, relation, 0.9),
    )
    return SyntaxTree(Span(0, 17), words)


@pytest.mark.parametrize(
    ("relation", "head", "heads", "both", "objects"),
    [(Relation.OBJECT, 1, 3, 3, 1.0), (Relation.OBLIQUE, 1, 3, 2, 0.0), (Relation.OBJECT, 0, 2, 2, 0.0)],
)
def test_a_word_counts_by_head_and_relation(
    relation: Relation, head: int, heads: int, both: int, objects: float
) -> None:
    tree, tally = _tree(relation, head), Tally()
    ours = trees_as_told([tree])
    for gold in gold_as_told(GOLD, [tree]):
        tally.add(gold, ours[gold.start])
    assert (tally.words, tally.heads, tally.both, tally.tags) == (3, heads, both, 2)
    assert tally.f_of("obj") == objects
    assert tally.f_of("nsubj") == 1.0
