from functools import cache

import pytest

from dateline.inference.reader import OnnxReader, load_reader
from dateline.inference.syntax import LONGEST
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation
from dateline.text.sentences import split_sentences

TEXT = "The army shelled the village on Monday. Two farmers were killed in the attack."


@cache
def _reader() -> OnnxReader:
    return load_reader(threads=1)


def test_a_tree_for_each_sentence_with_exact_spans() -> None:
    first, second = _reader().read(TEXT, split_sentences(TEXT, "en")).syntax
    words = [(word.span.of(TEXT), word.relation) for word in first.words]
    assert words[:3] == [("The", Relation.DETERMINER), ("army", Relation.SUBJECT), ("shelled", Relation.ROOT)]
    assert first.words[first.words[1].head].span.of(TEXT) == "shelled"
    assert [word.span.of(TEXT) for word in second.words if word.passive] == ["killed"]
    assert second.words[1].tag is PartOfSpeech.NOUN
    assert all(0 < word.score <= 1 for tree in (first, second) for word in tree.words)


def test_without_sentences_all_else_is_the_same() -> None:
    alone, together = _reader().read(TEXT), _reader().read(TEXT, split_sentences(TEXT, "en"))
    assert alone.syntax == ()
    assert (alone.mentions, alone.happenings) == (together.mentions, together.happenings)


def test_long_texts_have_all_their_words_and_one_root_a_sentence() -> None:
    text = "\n\n".join([TEXT] * 60)
    sentences = split_sentences(text, "en")
    trees = _reader().read(text, sentences).syntax
    assert [tree.span for tree in trees] == list(sentences)
    assert "".join(word.span.of(text) for tree in trees for word in tree.words) == "".join(text.split())
    for tree in trees:
        assert sum(word.head == place for place, word in enumerate(tree.words)) == 1


@pytest.mark.parametrize("text", ["", "\n", "  \n"])
def test_no_words_no_tree(text: str) -> None:
    assert _reader().read(text, (Span(0, len(text)),)).syntax == ()


def test_a_sentence_without_end_is_parsed_in_parts() -> None:
    text = "again and " * LONGEST
    trees = _reader().read(text, (Span(0, len(text)),)).syntax
    assert [len(tree.words) for tree in trees] == [LONGEST, LONGEST]
