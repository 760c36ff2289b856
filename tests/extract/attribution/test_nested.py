"""Sayings inside sayings, and those through whom they came."""

import pytest

from dateline.model.annotations import MentionType
from dateline.model.claims import Polarity
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
            "The army showed what it said were mortars, the radio reported.",
            ("reported", "the radio", "The army showed what it said were mortars"),
            [
                (["it", "radio"], "mortars"),
                (["radio"], "The army showed what it said were mortars"),
            ],
        ),
        (
            "A clerk who toured the mill for the BBC said that it was shut.",
            ("said", "A clerk who toured the mill for the BBC", "it was shut"),
            [(["clerk who toured the mill for the BBC"], "it was shut")],
        ),
        (
            "The radio, citing a clerk who knew it, said that the mill was shut.",
            ("citing", "The radio", "a clerk who knew it"),
            [(["clerk", "radio"], "the mill was shut")],
        ),
        (
            "The army denied a raid and called for a truce, according to the Fajr website.",
            (
                "according to",
                "the Fajr website",
                "The army denied a raid and called for a truce",
            ),
            [
                (["army", "Fajr website"], "a raid"),
                (["Fajr website"], "The army denied a raid and called for a truce"),
            ],
        ),
        (
            "A clerk, who had asked not to be named since he knew of the plan, said it was shut.",
            ("said", "he knew of the", "it was shut"),
            [(["clerk"], "it was shut")],
        ),
        (
            "In the village, about a dozen residents said it was shut.",
            ("said", "about a dozen residents", "it was shut"),
            [(["about a dozen residents"], "it was shut")],
        ),
        (
            "Thousands marched, organisers said; police put the number at 800.",
            ("said", "organisers", "Thousands marched … police put the number at 800"),
            [(["organisers"], "Thousands marched"), (["police"], "the number at 800")],
        ),
        (
            "According to the mayor, 12 died; according to the hospital, 15 did.",
            ("according to", "the hospital", "According to the mayor, 12 died … 15 did"),
            [(["mayor"], "12 died"), (["hospital"], "15 did")],
        ),
        (
            "The mayor said on Sunday he would rebuild the mill.",
            ("said", "The mayor", "on Sunday he would rebuild the mill"),
            [(["mayor"], "he would rebuild the mill")],
        ),
        (
            "Residents interviewed by the Fajr website described a mill in ruins.",
            ("described", "Residents interviewed by the Fajr website", "a mill in ruins"),
            [(["Residents", "Fajr website"], "a mill in ruins")],
        ),
        (
            "Haddad was quoted by the Fajr website as saying that the mill was shut.",
            ("was quoted by", "the Fajr website", "Haddad"),
            [(["Haddad", "Fajr website"], "the mill was shut")],
        ),
        (
            "Prosecutors allege he ran the mill; his lawyer says he is innocent.",
            ("allege", "Prosecutors", "he ran the mill; his"),
            [(["Prosecutors"], "he ran the mill")],
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
            "The radio quoted the head of the union, Omar Haddad, as denying that the mill was shut.",
            ("denying", "The radio", "the mill was shut"),
            [(["Omar Haddad", "radio"], "the mill was shut")],
        ),
        (
            "He said that the mill could reopen, the radio reported.",
            ("reported", "the radio", "He said that the mill could reopen"),
            [
                ([None, "radio"], "the mill could reopen"),
                (["radio"], "He said that the mill could reopen"),
            ],
        ),
        (
            "Asked about reports that the mill had been sold, the mayor said he knew of none.",
            ("said", "the mayor", "he knew of none"),
            [([None], "the mill had been sold"), (["mayor"], "he knew of none")],
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
        "what they said was",
        "who toured it",
        "citing one who",
        "beside in a report",
        "source in a clause",
        "a number of people",
        "behind a semicolon",
        "before a semicolon",
        "day with on",
        "interviewed by",
        "quoted with that",
        "who speaks next",
        "same speaker",
        "day",
        "reached through",
        "cited as saying",
        "quoted as denying",
        "pronoun inside",
        "asked about",
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


def test_the_website_is_the_one_named_before() -> None:
    text = "Clerks told the website Al-Sharq that the mill was shut. The website claimed that it burned."
    said = (("told", "Clerks", "the mill was shut"), ("claimed", "The website", "it burned"))
    assert [names[-1] for names, _ in _chains(text, *said)] == ["website Al-Sharq"] * 2


def test_who_is_the_person_that_an_apposition_describes() -> None:
    text = "So said Lina Haddad, an economist at the University of Sahra, who feared that it would burn."
    names = (("Lina Haddad", MentionType.PERSON), ("University of Sahra", MentionType.ORG))
    reader = ListReader((("feared", "who", "it would burn"),), names)
    assert attributed(annotate_listed(text, reader))[-1].chain[0].name == "Lina Haddad"


def test_a_source_is_quoted_as_denying() -> None:
    text = "The radio quoted a clerk as denying that the mill was shut."
    (claim,) = attributed(annotate_listed(text, ListReader()))
    assert claim.polarity is Polarity.DENIED


def test_the_office_of_somebody_is_not_somebody() -> None:
    text = "President Omar Haddad's office said the mill was shut."
    reader = ListReader(
        (("said", "President Omar Haddad's office", "the mill was shut"),),
        (("Omar Haddad", MentionType.PERSON),),
    )
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "President Omar Haddad's office"
