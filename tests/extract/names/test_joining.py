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


@pytest.mark.parametrize(
    ("text", "heard", "names"),
    [
        (
            "The University of Dorhan opened.",
            (("University of", MentionType.ORG), ("Dorhan", MentionType.GPE)),
            {("University of Dorhan", MentionType.ORG)},
        ),
        (
            "The Front for the Liberation of Sahra met.",
            (("Front for", MentionType.ORG), ("Liberation of Sahra", MentionType.MISC)),
            {("Front for the Liberation of Sahra", MentionType.ORG)},
        ),
        (
            "Accra for Sahra was the slogan.",
            (("Accra for", MentionType.GPE), ("Sahra", MentionType.GPE)),
            {("Accra", MentionType.GPE), ("Sahra", MentionType.GPE)},
        ),
        (
            "They left the District of the Dorhan Region.",
            (("District of", MentionType.LOC), ("Dorhan Region", MentionType.LOC)),
            {("District", MentionType.LOC), ("Dorhan Region", MentionType.LOC)},
        ),
        (
            "In Sahra, and elsewhere, it rained.",
            (("Sahra,", MentionType.GPE),),
            {("Sahra", MentionType.GPE)},
        ),
    ],
)
def test_the_name_of_a_body_goes_on_after_of(
    text: str, heard: tuple[tuple[str, MentionType], ...], names: set[tuple[str, MentionType]]
) -> None:
    assert joined(text, *heard) == names


def test_titles_are_no_part_of_the_name_of_a_person() -> None:
    heard = (("Gen Haroun", MentionType.PERSON),)
    assert joined("They met Gen Haroun there.", *heard) == {("Haroun", MentionType.PERSON)}


@pytest.mark.parametrize(
    "text", ["Parents praised the School and its Service.", "After the Sahran War they left."]
)
def test_a_kind_of_body_alone_and_a_people_in_a_name_are_no_body(text: str) -> None:
    assert not {kind for _, kind in joined(text) if kind is MentionType.ORG}


def test_amounts_and_offices_in_capitals_are_no_names() -> None:
    heard = (("GHS", MentionType.ORG), ("CEO", MentionType.ORG))
    assert not joined("The CEO asked for GHS 4.5 billion.", *heard)


@pytest.mark.parametrize(
    ("text", "heard", "names"),
    [
        (
            "They met Lina Haddad there.",
            (("Lina", MentionType.PERSON), ("Haddad", MentionType.PERSON)),
            {("Lina Haddad", MentionType.PERSON)},
        ),
        (
            "They met Lina, Rami there.",
            (("Lina", MentionType.PERSON), ("Rami", MentionType.PERSON)),
            {("Lina", MentionType.PERSON), ("Rami", MentionType.PERSON)},
        ),
        (
            "It fell on P ā p ā moa at dawn.",
            (("P", MentionType.GPE), ("moa", MentionType.GPE)),
            {("P ā p ā moa", MentionType.GPE)},
        ),
        ("The haka rang out.", (("haka", MentionType.PERSON),), set()),
        ("They left on Monday.", (("Monday", MentionType.MISC),), set()),
    ],
    ids=["side by side", "comma", "broken word", "small letters", "day"],
)
def test_what_is_one_name(
    text: str, heard: tuple[tuple[str, MentionType], ...], names: set[tuple[str, MentionType]]
) -> None:
    assert joined(text, *heard) == names


def test_a_parliament_is_a_body_whatever_the_reader_says() -> None:
    heard = ("Diet", MentionType.MISC)
    assert joined("An extraordinary session of the Diet was called.", heard) == {("Diet", MentionType.ORG)}
