"""What a sentence leans on: words that point back, and what insists on something denied."""

import pytest

from dateline.write.choosing.score import leans_on_another, names_nothing
from dateline.write.prose.antecedents import takes_as_told


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("A person close to the bloc told Karun that a dinner did take place.", True),
        ("A person close to the bloc told Karun that a dinner did not take place.", False),
        ("The harbour master Omid Fallah said: “It did rain.”", False),
        ("Four lorries left Basra for the border.", False),
    ],
)
def test_what_insists_answers_a_denial_told_before(text: str, leans: bool) -> None:
    assert leans_on_another(text, "en") is leans


def test_the_father_of_nobody_named_is_taken_as_told() -> None:
    assert takes_as_told("The father said a bus would come.", "", "en")
    assert not takes_as_told("The father of Omid Fallah said a bus would come.", "", "en")


@pytest.mark.parametrize(
    ("told", "leans"),
    [
        ("In Balad, meanwhile, it rained.", True),
        ("The ministry had earlier closed the road.", True),
        ("The ministry closed the road earlier in May.", False),
        ("Dozens more were moved to Balad.", True),
        ("At least 30 others were wounded.", True),
        ("More than 30 people were wounded in Balad.", False),
        ("Two more than in May were counted in Balad.", False),
    ],
)
def test_so_many_more_leans_on_what_was_counted_before(told: str, leans: bool) -> None:
    assert leans_on_another(told, "en") is leans


def test_a_sentence_without_a_name_says_neither_who_nor_where() -> None:
    assert names_nothing("According to first reports, eight people drowned on May 3.")
    assert not names_nothing("Eight people drowned near Balad.")
