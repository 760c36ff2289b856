"""The second look at names, with weights made for the test and with the packaged ones."""

from collections.abc import Sequence

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.extract.names import NamedSpan, weighed_names
from dateline.extract.names.signs import KINDS, named_text
from dateline.extract.names.weighing import WEIGHTS, load_second_look
from dateline.inference.naming import WordScores
from dateline.inference.reader import load_reader
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

TYPES = tuple(MentionType(kind) for kind in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC"))
TEXT = "Farmers in Kadiri met Lina Haddad . Haddad left Kadiri on Monday ."


def words_of(text: str, said: dict[str, tuple[MentionType, float]]) -> WordScores:
    """Score the words of a text: each that is named is that likely to be of its type, others are no names."""
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    likely = np.zeros((len(starts), len(TYPES) + 1), dtype=np.float32)
    likely[:, 0] = 1
    for row, word in enumerate(text.split(" ")):
        if word in said:
            kind, score = said[word]
            likely[row, [0, TYPES.index(kind) + 1]] = 1 - score, score
    ends = np.array(starts) + [len(word) for word in text.split(" ")]
    return WordScores(TYPES, np.array(starts), ends, likely, np.ones(len(starts), dtype=np.float32))


def name(words: str, kind: MentionType, confidence: float = 0.9, *, behind: int = 0) -> NamedSpan:
    start = TEXT.index(words, behind)
    return NamedSpan(Span(start, start + len(words)), kind, None, confidence)


def weighed(
    names: Sequence[NamedSpan],
    said: dict[str, tuple[MentionType, float]],
    *,
    known: Sequence[NamedSpan] = (),
    toponyms: Sequence[Span] = (),
) -> list[MentionType]:
    sentences = [Span(0, 35), Span(36, len(TEXT))]
    found = weighed_names(
        TEXT, names, words_of(TEXT, said), known=known, toponyms=toponyms, sentences=sentences
    )
    assert [each.span for each in found] == [each.span for each in names]
    return [each.type for each in found]


SURE = {
    "Kadiri": (MentionType.GPE, 0.99),
    "Lina": (MentionType.PERSON, 0.99),
    "Haddad": (MentionType.PERSON, 0.99),
}
UNSURE = {"Kadiri": (MentionType.FAC, 0.15)}


def test_what_the_network_is_sure_of_stays() -> None:
    names = [name("Kadiri", MentionType.GPE, 0.99), name("Lina Haddad", MentionType.PERSON, 0.99)]
    assert weighed(names, SURE) == [MentionType.GPE, MentionType.PERSON]


def test_a_type_that_the_network_gives_nowhere_gives_way() -> None:
    assert weighed([name("Lina Haddad", MentionType.ORG, 0.5)], SURE) == [MentionType.PERSON]


def test_what_is_likely_no_name_has_no_type() -> None:
    assert weighed([name("Farmers", MentionType.PERSON, 0.2)], {}) == [MentionType.MISC]


def test_a_name_of_the_gazetteer_keeps_a_type() -> None:
    unsure = name("Kadiri", MentionType.GPE, 0.2)
    assert weighed([unsure], UNSURE, toponyms=[unsure.span]) != [MentionType.MISC]
    assert weighed([unsure], UNSURE) == [MentionType.MISC]


def test_a_name_of_the_watch_list_stays_as_it_is() -> None:
    watched = name("Farmers", MentionType.ORG, 0.9)
    assert weighed([watched], {}, known=[watched]) == [MentionType.ORG]


def test_the_occurrences_of_a_name_speak_for_each_other() -> None:
    names = [name("Kadiri", MentionType.GPE), name("Kadiri", MentionType.GPE, behind=20)]
    words = words_of(TEXT, SURE)
    words.likely[TEXT[: names[1].span.start].count(" ")] = np.eye(8)[0]
    signs = named_text(TEXT, names, words, (), (), ()).signs()
    alone, together = (signs[:, at + KINDS.index("PLACE")] for at in (0, len(KINDS)))
    assert alone[0] > alone[1]
    assert together[0] == together[1]


def test_a_short_name_knows_the_kinds_of_longer_ones() -> None:
    names = [name("Lina Haddad", MentionType.PERSON), name("Haddad", MentionType.GPE, behind=36)]
    words = words_of(TEXT, {})
    with_full, alone = (named_text(TEXT, each, words, (), (), ()).signs()[-1] for each in (names, names[1:]))
    assert not np.array_equal(with_full, alone)


def test_no_names_and_no_words_are_weighed_as_nothing() -> None:
    assert weighed([], SURE) == []
    assert weighed_names("", [], words_of("", {}), known=[], toponyms=[], sentences=[]) == ()


def test_the_weights_were_taught_by_the_packaged_reader() -> None:
    with np.load(WEIGHTS) as stored:
        assert str(stored["reader"]) == load_reader().name, "train them again: training/README.md"


def test_the_weights_fit_the_signs() -> None:
    signs = named_text(TEXT, [name("Kadiri", MentionType.GPE)], words_of(TEXT, SURE), (), (), ()).signs()
    assert signs.shape[1] == len(load_second_look().weights)
    assert load_second_look().likely(signs).sum() == pytest.approx(1)


def test_missing_weights_are_told() -> None:
    with pytest.raises(ModelError, match=r"nowhere\.npz: no packaged weights here"):
        load_second_look(WEIGHTS.with_name("nowhere.npz"))
