"""What a sentence takes as told."""

import pytest

from dateline.write.prose.antecedents import takes_as_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two cars were burnt in the blast.", ""),
        ("Ten positions were hit in the strikes, Captain Omid Fallah said.", ""),
        ("Nine were hurt, the group said.", ""),
        ("Salam Hadi signed the deal.", "Traders met in Basra."),
        ("The rocket attack began before dawn.", "Rain fell on Basra."),
        ("Goods are moved in a strip between the two posts.", ""),
        ("Jordan announced the closure on the night of May 3.", ""),
    ],
)
def test_what_nobody_has_read_of_is_no_opening(text: str, told: str) -> None:
    assert takes_as_told(text, told, "en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two cars were burnt in the blast.", "A bomb killed three in Balad."),
        ("The attack on the Darband base began before dawn.", ""),
        ("The oil ministry denied the report of a leak", ""),
        ("Balad was quiet on May 3, the group said.", ""),
        ("Salam Hadi signed the deal.", "A deal on the harbour was near."),
        ('He asked "who ended the talks?"', ""),
        ("Trade between the two countries fell.", "Iraq shut its border with Iran."),
        ("Omid Fallah was taken when the car he drove broke down.", ""),
        ("Two deals were signed in Basra.", ""),
        ("Omid Fallah said that the request was made at a house in Balad.", "Iran asked two men to resign."),
        ("Buses reached Balad despite the closure ordered by the governor of Tikrit.", ""),
    ],
)
def test_what_was_introduced_can_be_spoken_of(text: str, told: str) -> None:
    assert not takes_as_told(text, told, "en")


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("The council said these floods had closed the road.", True),
        ("The civilian death toll is expected to rise in Balad.", True),
        ("The council said those who fled would be housed.", False),
        ("The toll of the drought in Balad rose to nine.", False),
    ],
)
def test_what_points_to_nothing_told_leans(text: str, leans: bool) -> None:
    assert takes_as_told(text, "", "en") is leans
