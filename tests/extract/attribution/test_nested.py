"""Sayings inside sayings, and those through whom they came."""

import pytest

from dateline.model.annotations import MentionType
from tests.extract.attribution.listed import ListReader, Said, annotate_listed, attributed
from tests.extract.factory import content


def _chains(text: str, *said: Said) -> list[tuple[list[str | None], str]]:
    claims = attributed(annotate_listed(text, ListReader(said)))
    return [([link.name for link in claim.chain[:-1]], content(claim, text)) for claim in claims]


@pytest.mark.parametrize(
    ("text", "said", "chains"),
    [
        (
            "“It is cut,” Omar Haddad, the mayor of Tyre, was quoted by the Fajr news agency as saying.",
            ("was quoted by", "the Fajr news agency", "“It is cut,” Omar Haddad, the mayor of Tyre"),
            [(["Omar Haddad", "Fajr news agency"], "“It is cut,”")],
        ),
        (
            "The road will be cut, the mayor of Tyre said on Saturday, according to the Fajr website.",
            ("according to", "the Fajr website", "The road will be cut, the mayor of Tyre said on Saturday"),
            [(["mayor of Tyre", "Fajr website"], "The road will be cut")],
        ),
        (
            "Northern Wire reported that the ministry had denied any role in the raid.",
            ("reported", "Northern Wire", "the ministry had denied any role in the raid"),
            [
                (["Northern Wire"], "the ministry had denied any role in the raid"),
                (["ministry", "Northern Wire"], "any role in the raid"),
            ],
        ),
        (
            "A mother says she thinks the school is shut.",
            ("says", "A mother", "she thinks the school is shut"),
            [(["mother"], "she thinks the school is shut")],
        ),
        (
            "The mayor vowed on Sunday night to rebuild the mill.",
            ("vowed", "The mayor", "Sunday night to rebuild the mill"),
            [(["mayor"], "to rebuild the mill")],
        ),
        (
            "A clerk reached through a messaging app said that the mill was shut.",
            ("said", "a messaging app", "the mill was shut"),
            [(["clerk reached through a messaging app"], "the mill was shut")],
        ),
        (
            "SANA cited a military source as saying that there were no dead.",
            ("cited", "SANA", "a military source as saying that there were no dead"),
            [(["military source", "SANA"], "there were no dead")],
        ),
        (
            "The mill is shut, the radio said, quoting a clerk.",
            ("quoting", "the radio", "a clerk"),
            [(["clerk", "radio"], "The mill is shut")],
        ),
        (
            "Sahra believes that the mill is shut, a clerk told the Gazette.",
            ("told", "a clerk", "Sahra believes that the mill is shut"),
            [
                (["Sahra", "clerk"], "the mill is shut"),
                (["clerk"], "Sahra believes that the mill is shut"),
            ],
        ),
        (
            "TEHRAN, May 14 (Wire) - The mill is shut, the mayor said.",
            ("said", "the mayor", "TEHRAN, May 14 (Wire) - The mill is shut"),
            [(["mayor"], "The mill is shut")],
        ),
        (
            "According to the Union of Millers, a trade body, two mills are shut.",
            ("According to", "the Union of Millers", "a trade body, two mills are shut"),
            [(["Union of Millers"], "two mills are shut")],
        ),
        (
            "The mill is shut, the mayor told a press conference.",
            ("told", "the mayor", "The mill is shut"),
            [(["mayor"], "The mill is shut")],
        ),
    ],
    ids=[
        "quoted by",
        "according to",
        "denial inside",
        "same speaker",
        "day",
        "reached through",
        "cited as saying",
        "only a link",
        "belief inside",
        "dateline",
        "apposition",
        "press conference",
    ],
)
def test_who_passes_a_saying_on(text: str, said: Said, chains: list[tuple[list[str | None], str]]) -> None:
    assert _chains(text, said) == chains


def test_who_asks_not_to_be_named_is_anonymous() -> None:
    text = "A clerk, speaking on condition of anonymity, said the mill was shut."
    (claim,) = attributed(annotate_listed(text, ListReader((("said", "A clerk", "the mill was shut"),))))
    assert (claim.chain[0].name, claim.chain[0].anonymous) == ("clerk", True)


def test_those_among_the_speakers_are_not_the_speaker() -> None:
    text = "Several deputies, among them Omar Haddad, said the mill was shut."
    said = ("said", "Several deputies, among them Omar Haddad,", "the mill was shut")
    (claim,) = attributed(annotate_listed(text, ListReader((said,), (("Omar Haddad", MentionType.PERSON),))))
    assert claim.chain[0].name != "Omar Haddad"
