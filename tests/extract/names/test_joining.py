import pytest

from dateline.extract.names import find_names, reader_names
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences


def joined(text: str, *heard: tuple[str, MentionType]) -> set[tuple[str, MentionType]]:
    mentions = [
        RawMention(Span(text.index(name), text.index(name) + len(name)), kind, 0.9) for name, kind in heard
    ]
    known = find_names(text, "en", split_sentences(text, "en"))
    return {(name.span.of(text), name.type) for name in reader_names(text, "en", mentions, known)}


@pytest.mark.parametrize(
    ("text", "heard", "name"),
    [
        (
            "He taught at Dorhan Community School.",
            ("Dorhan", MentionType.MISC),
            ("Dorhan Community School", MentionType.ORG),
        ),
        (
            "They burned Harbour Church.",
            ("Harbour Church", MentionType.ORG),
            ("Harbour Church", MentionType.ORG),
        ),
        ("They crossed the Lower Sahra.", ("Lower Sahra", MentionType.LOC), ("Lower Sahra", MentionType.LOC)),
        (
            "Fighters of Jund al-Sahra fled.",
            ("Jund al-Sahra", MentionType.PERSON),
            ("Jund al-Sahra", MentionType.ORG),
        ),
    ],
)
def test_the_grammar_speaks_where_the_reader_names_nothing(
    text: str, heard: tuple[str, MentionType], name: tuple[str, MentionType]
) -> None:
    assert joined(text, heard) == {name}


def test_capitals_alone_make_no_body() -> None:
    assert joined("The TV was on. The Interior Ministry met.") == {("Interior Ministry", MentionType.ORG)}


@pytest.mark.parametrize(
    ("heard", "name"),
    [
        (("eastern Sahra", MentionType.LOC), ("Sahra", MentionType.LOC)),
        (("Board of", MentionType.ORG), ("Board", MentionType.ORG)),
    ],
)
def test_loose_words_at_the_ends_are_no_part_of_a_name(
    heard: tuple[str, MentionType], name: tuple[str, MentionType]
) -> None:
    assert name in joined("It lies in eastern Sahra. The Board of the seven met.", heard)
