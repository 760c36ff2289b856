import pytest

from tests.extract.factory import annotate, chain


@pytest.mark.parametrize(
    ("citation", "outlets"),
    [
        ("(Fars, March 18)", [("outlet", "Fars", "2020-03-18")]),
        ("(ILNA, March 9, 2020)", [("outlet", "ILNA", "2020-03-09")]),
        ("(Fars, March 7-8)", [("outlet", "Fars", "2020-03-07")]),
        ("(Bazaar Online, March 15, 2020)", [("outlet", "Bazaar Online", "2020-03-15")]),
        ("(Reuters)", [("outlet", "Reuters", None)]),
    ],
)
def test_one_citation(citation: str, outlets: list[tuple[str, str, str]]) -> None:
    (claim,) = annotate(f"The road to Basra was opened to trucks {citation}.").claims
    assert chain(claim) == outlets


def test_two_outlets_bear_out_one_content_in_two_claims() -> None:
    claims = annotate("The road to Basra was opened (al-Modon, March 12; Fars, March 13).").claims
    assert [chain(claim) for claim in claims] == [
        [("outlet", "al-Modon", "2020-03-12")],
        [("outlet", "Fars", "2020-03-13")],
    ]
    assert len({claim.id for claim in claims}) == 2


def test_scope_reaches_back_to_the_citation_before_or_the_start_of_the_block() -> None:
    text = (
        "The governor met two envoys.\n\nThe road was opened again. Trucks crossed at noon (Fars, March 18). "
        "A bridge fell later. Two men drowned there (Reuters, March 19). Nobody else was hurt."
    )
    cited = [[name for _, name, _ in chain(claim)] for claim in annotate(text).claims]
    assert cited == [[], ["Fars"], ["Fars"], ["Reuters"], ["Reuters"], []]


@pytest.mark.parametrize(
    "text",
    [
        "The Border Council (BC) met in Basra today.",
        "The well (see below) was closed today.",
        "It fell by half (in 2019) in Basra.",
    ],
)
def test_other_parentheses_are_no_citations(text: str) -> None:
    assert chain(annotate(text).claims[0]) == []


def test_the_year_comes_from_the_text_where_no_date_of_printing_is_known() -> None:
    text = "March 8, 2020 – March 22, 2020\n\nThe road to Basra was opened to trucks (Fars, March 18)."
    assert chain(annotate(text, published=None).claims[-1]) == [("outlet", "Fars", "2020-03-18")]


@pytest.mark.parametrize(
    ("caption", "states"),
    [
        ("The envoys at the bridge", False),
        ("Karim Saleh, who was shot in May", False),
        ("A picture of Lina Haddad beside the mayor, who left the council in May", False),
        ("The envoys met at the bridge", True),
        ("The bridge was opened to the envoys", True),
        ("Villagers burn their hay at the bridge", True),
    ],
)
def test_a_cited_caption_is_a_claim_where_it_states_something(caption: str, states: bool) -> None:
    text = f"Roads in the south\n\n  • The road was opened today.\n\n{caption}\n(Fars, March 18).\n"
    told = [chain(claim) for claim in annotate(text).claims]
    assert told == [[], [("outlet", "Fars", "2020-03-18")]] if states else told == [[]]


def test_the_day_of_a_report_is_that_of_all_it_tells() -> None:
    text = (
        "Roads in the south\n\n  • The newspaper al-Sahra al-Jadid reported that the road was open. "
        "In the report, published on March 9, it was claimed that trucks crossed.\n"
    )
    assert [chain(claim) for claim in annotate(text).claims] == [
        [("outlet", "al-Sahra al-Jadid", "2020-03-09")]
    ] * 2
