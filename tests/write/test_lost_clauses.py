"""Asides, lists and owners of texts that lost their commas and apostrophes."""

import pytest

from dateline.write.lost_clauses import commas_wanted, owners_of, parted_clauses


def parted(words: str) -> str:
    for start, end, new in sorted({*parted_clauses(words), *owners_of(words)}, reverse=True):
        words = words[:start] + new + words[end:]
    return words


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Gunmen raided a market in Balad killing nine people", "Balad, killing nine"),
        ("Shelling left men women and children dead in Tikrit", "men, women and children"),
        ("Traders from Jordan Iraq Syria and Turkey met in Amman", "Jordan, Iraq, Syria and Turkey"),
        ("A driver a guard and a child were hurt", "A driver, a guard and a child"),
        ("At least six people including two guards were hurt", "people, including two guards, were"),
        ("Nine rockets fell near the port of Basra said the Harbour Board", "Basra, said the Harbour Board"),
        ("Nine people died according to the governor", "died, according to"),
        ("More than 25000 people left the town", "25,000 people"),
        ("Shells fell on a village near the border on May 3 a monitor said", "May 3, a monitor said"),
        ("The countrys armys schools", "The country’s army’s schools"),
        ("Fire broke out in a childrens ward", "children’s ward"),
        ("Gunmen seized a silo near Balad on May 3 capturing its nine guards", "May 3, capturing its"),
        ("A group crossed the river in eastern Iraq beheading two men", "Iraq, beheading two"),
        ("Shells hit a school in Tikrit hurting nine pupils residents said", "pupils, residents said"),
        ("A guard a port clerk and two drivers were hurt", "A guard, a port clerk and two"),
        ("The army backed by tribal units has taken Balad", "army, backed by tribal units, has"),
        ("They crossed the regimes lines", "the regime’s lines"),
    ],
)
def test_a_lost_mark_is_put_back(words: str, printed: str) -> None:
    assert printed in parted(words)


@pytest.mark.parametrize(
    "words",
    [
        "He is accused of killing nine people",
        "The governor said the toll had risen to nine",
        "Basra is one of the largest ports of the Gulf",
        "The bridge was closed in May 2013 after a flood",
        "The ministers met in Amman",
        "Women and children left the town",
        "Local residents said the bridge was shut",
        "The bridge was shut on May 3 following a flood",
        "Nine men were seen in Balad building a wall",
        "The governor was in Tikrit during the raid",
        "The port stayed shut a guard said on Sunday that it was mined",
    ],
)
def test_what_lost_nothing_is_left_alone(words: str) -> None:
    assert parted(words) == words


def test_a_sentence_that_wants_a_comma_is_told_from_one_that_wants_none() -> None:
    whole = "Nine rockets fell on the port of Basra on Sunday."
    wanting = "After the talks the governor Omid Fallah who chairs the board left an aide said."
    assert commas_wanted(wanting) > 1.5 * commas_wanted(whole)
