"""Sources that a reader cut short of their verb are made whole; what stands apart from them is left out."""

import pytest

from dateline.model.annotations import MentionType
from dateline.model.claims import Certainty
from tests.extract.attribution.listed import ListReader, Said, annotate_listed, attributed
from tests.extract.factory import content, tree


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Medics at the Nahr hospital said the wards were full.",
            ("said", "Medics at the Nahr", "the wards were full"),
            "Medics at the Nahr hospital",
        ),
        (
            "Harbour rights groups said a boy was beaten.",
            ("said", "Harbour rights", "a boy was beaten"),
            "Harbour rights groups",
        ),
        (
            "The mayor of Tyre, Omar Haddad, said the road was cut.",
            ("said", "Omar Haddad", "the road was cut"),
            "Omar Haddad",
        ),
        ("Iran on Sunday said the road was cut.", ("said", "Iran", "the road was cut"), "Iran"),
        ("The army Tuesday said the road was cut.", ("said", "The army", "the road was cut"), "The army"),
        (
            "Residents who fled the town last week said it was empty.",
            ("said", "Residents", "it was empty"),
            "Residents",
        ),
    ],
)
def test_a_source_reaches_its_verb(text: str, said: Said, speaker: str) -> None:
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    span = claim.chain[0].span
    assert span is not None
    assert text[span.start : span.end] == speaker


CENTRAL = """The 3 det DET
central 3 amod ADJ
bank 4 nsubj NOUN
said 0 root VERB
prices 8 nsubj NOUN
last 7 amod ADJ
year 5 obl NOUN
had 9 aux AUX
risen 4 ccomp VERB"""


def test_a_source_has_its_noun_and_a_content_its_subject() -> None:
    text, made = tree(CENTRAL)
    reader = ListReader((("said", "The central", "had risen"),), syntax=(made,))
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "central bank"
    assert content(claim, text) == "prices last year had risen"


def test_a_source_has_nothing_of_its_verb() -> None:
    text = "Jordan has neither confirmed nor denied that it fired the rockets."
    reader = ListReader((("confirmed nor denied", "Jordan", "it fired the rockets"),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert (claim.chain[0].name, claim.certainty) == ("Jordan", Certainty.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Omar Haddad dismissed his defence minister.", ("dismissed", "Omar Haddad", "his defence minister")),
        ("Omar Haddad called his counterpart.", ("called", "Omar Haddad", "his counterpart")),
        ("Omar Haddad named General Sami Salim.", ("named", "Omar Haddad", "General Sami Salim")),
    ],
)
def test_what_is_done_to_a_person_is_no_saying(text: str, said: Said) -> None:
    assert not attributed(annotate_listed(text, ListReader((said,))))


@pytest.mark.parametrize("told", ["the report", "the minister as a liar"])
def test_what_is_said_of_a_thing_or_a_person_is_one(told: str) -> None:
    text = f"Omar Haddad dismissed {told}."
    assert attributed(annotate_listed(text, ListReader((("dismissed", "Omar Haddad", told),))))


ATTENDED = """It 2 nsubj PRON
failed 7 ccomp VERB
, 7 punct PUNCT
people 7 nsubj NOUN
who 6 nsubj PRON
attended 4 acl:relcl VERB
said 0 root VERB"""


def test_a_source_of_a_relative_clause_has_the_noun_that_it_is_about() -> None:
    text, made = tree(ATTENDED)
    reader = ListReader((("said", "who attended", "It failed , people"),), syntax=(made,))
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "people who attended"
    assert content(claim, text) == "It failed"


def test_an_outlet_is_named_with_its_kind() -> None:
    text = "Kurdish state television said the road was cut."
    reader = ListReader(
        (("said", "Kurdish state television", "the road was cut"),), (("Kurdish state", MentionType.ORG),)
    )
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "Kurdish state television"


BLOCKED = """Growers 2 nsubj NOUN
blocked 6 ccomp VERB
roads 2 obj NOUN
, 6 punct PUNCT
reporters 6 nsubj NOUN
saw 0 root VERB"""


def test_what_is_said_before_its_cue_has_its_subject() -> None:
    text, made = tree(BLOCKED)
    reader = ListReader((("saw", "reporters", "blocked roads"),), syntax=(made,))
    (claim,) = attributed(annotate_listed(text, reader))
    assert content(claim, text) == "Growers blocked roads"


def test_what_stands_on_both_sides_of_an_aside_is_one_content() -> None:
    text = "The company, according to two brokers, has offered a billion."
    reader = ListReader((("according to", "two brokers", "has offered a billion"),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert content(claim, text) == "The company … has offered a billion"
