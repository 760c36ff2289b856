import pytest

from dateline.extract.events.incidents.part_marks import part_marks, weigh
from dateline.extract.events.incidents.phrases import Phrase
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.model.annotations import PartRole
from dateline.model.spans import Span
from dateline.text.tokens import tokenize

TEXT = "Armed men shot the mayor"


def _part(word: str, role: PartRole, likely: float) -> RawPart:
    start = TEXT.index(word)
    values = tuple(likely if each is role else 0.0 for each in PART_ROLES)
    return RawPart(Span(start, start + len(word)), values)


def _phrase(first: int, last: int) -> Phrase:
    return Phrase(first, last, first, last, 0, "e0", True)


def test_a_phrase_is_as_likely_as_the_mean_of_its_words() -> None:
    parts = [_part("men", PartRole.INDIVIDUAL, 0.5), _part("mayor", PartRole.VICTIM, 0.99)]
    phrases = [_phrase(0, 2), _phrase(4, 5)]
    weigh(phrases, tokenize(TEXT), parts)
    assert phrases[0].likely[PART_ROLES.index(PartRole.INDIVIDUAL)] == pytest.approx(0.25)
    assert phrases[1].likely[PART_ROLES.index(PartRole.VICTIM)] == pytest.approx(0.99)


def test_marks_say_how_likely_the_likeliest_is() -> None:
    likely = [[0.25, 0, 0, 0, 0, 0], [0.0, 0, 0, 0.99, 0, 0]]
    steps = {f"read individual>{step}" for step in (0.02, 0.05, 0.1, 0.2)}
    assert set(part_marks(likely[:1])) == steps
    assert {"read victim>0.95", *steps} <= set(part_marks(likely))


def test_without_parts_there_are_no_marks() -> None:
    assert not list(part_marks([]))
