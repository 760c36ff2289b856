"""Sources that a reader cut short of their verb are made whole; what stands apart from them is left out."""

import pytest

from tests.extract.attribution.listed import ListReader, Said, annotate_listed, attributed


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
