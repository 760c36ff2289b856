from dateline.extract.events.part_marks import likely_by_token, part_marks
from dateline.extract.events.phrases import Phrase
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
    likely = likely_by_token(tokenize(TEXT), parts)
    assert set(part_marks([_phrase(0, 2)], likely)) == {
        f"read individual>{step}" for step in (0.02, 0.05, 0.1, 0.2)
    }
    assert "read victim>0.95" in set(part_marks([_phrase(0, 2), _phrase(4, 5)], likely))


def test_without_parts_there_are_no_marks() -> None:
    assert not list(part_marks([_phrase(0, 2)], likely_by_token(tokenize(TEXT), ())))
