import pytest

from dateline.write.prose.slips import mended_slips


def mended(words: str) -> str:
    for start, end, put in sorted(mended_slips(words), reverse=True):
        words = words[:start] + put + words[end:]
    return words


@pytest.mark.parametrize(
    ("printed", "house"),
    [
        ("19 families left the valley.", "Nineteen families left the valley."),
        ("42 wells were closed.", "Forty-two wells were closed."),
        ("KARUN reporter said that it rained.", "A KARUN reporter said that it rained."),
        ("It rained, KNA correspondent said.", "It rained, a KNA correspondent said."),
        ("He told ANA reporter that it rained.", "He told an ANA reporter that it rained."),
        ("Some 1400 people left.", "Some 1,400 people left."),
        ("Some 300 000 people left.", "Some 300,000 people left."),
        ("The ministry also said that two aircrafts fell.", "The ministry said that two aircraft fell."),
        ("Two wells have been opened in Balad on May 3.", "Two wells were opened in Balad on May 3."),
        ("Red Crescent said it rained.", "The Red Crescent said it rained."),
        ("It rained, according to Red Crescent.", "It rained, according to the Red Crescent."),
        ("The bridge has been hit on Friday.", "The bridge was hit on Friday."),
        ("The dam broke, an monitoring group said.", "The dam broke, a monitoring group said."),
        ("It was a accident.", "It was an accident."),
        ("He wasnt there.", "He wasn’t there."),
        ("The wall fell Killing 80 sheep.", "The wall fell killing 80 sheep."),
        (
            "Five boys and four nurses hurt by falling trees.",
            "Five boys and four nurses were hurt by falling trees.",
        ),
        ("A long droughtsince May.", "A long drought since May."),
    ],
)
def test_slips_that_change_nothing_are_mended(printed: str, house: str) -> None:
    assert mended(printed) == house


@pytest.mark.parametrize(
    "told",
    [
        "2016 families left the valley.",
        "The KARUN reporter said that it rained.",
        "Ten wells have been dug since the meeting on May 3.",
        "Ten wells have been dug in Balad, the mayor said on May 3.",
        "A Red Crescent nurse said that it rained.",
        "Red Crescent nurses said that it rained.",
        "It took an hour to put out a European ship, an NGO said.",
        "Five boys hurt by falling trees were taken to Balad.",
        "The Winning side was somewhere without them.",
        "The flood of 2019 300 kilometres away was smaller.",
    ],
)
def test_what_is_right_stays(told: str) -> None:
    assert mended(told) == told
