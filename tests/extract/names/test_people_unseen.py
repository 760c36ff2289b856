"""People that the reader does not see, and the grammar does."""

import pytest

from dateline.extract.names.finding import find_names
from dateline.extract.names.joining import reader_names
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences


def people(text: str, *mentions: RawMention) -> list[str]:
    known = find_names(text, "en", split_sentences(text, "en"))
    names = reader_names(text, "en", mentions, known)
    return [name.span.of(text) for name in names if name.type is MentionType.PERSON]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In the capital Barbara Haddad spoke. Haddad left at noon.", ["Barbara Haddad", "Haddad"]),
        ("Crooked Barbara Haddad spoke at noon.", ["Barbara Haddad"]),
        ("The report told of Small Donors and Mental Issues.", []),
        ("BARBARA HADDAD SPOKE AT NOON", []),
        ("Barbara Republican spoke. Every Republican left.", ["Barbara Republican"]),
    ],
    ids=["family name again", "a word before", "no given name", "all capitals", "a people"],
)
def test_a_given_name_tells_a_person_that_the_reader_does_not_see(text: str, named: list[str]) -> None:
    assert people(text) == named


def test_what_the_reader_sees_is_left_as_it_is() -> None:
    text = "The ferry Barbara Haddad sank."
    start = text.index("Barbara")
    seen = RawMention(Span(start, start + len("Barbara Haddad")), MentionType.MISC, 0.9)
    assert people(text, seen) == []
