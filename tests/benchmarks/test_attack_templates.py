import pytest

from benchmarks.attack_templates import ROLES, SLOTS, Tally, Template, align
from benchmarks.events_muc import template_of
from training.events.muc import Key

BOMBING = Template({"type": {"BOMBING"}}, {role: [] for role in ROLES})
KEY = {
    "1": ("2",),
    "2": ("(20 NOV 89 - 22 NOV 89)",),
    "4": ("BOMBING",),
    "5": ("? THREATENED",),
    "9": ('"TERRORISTS" / "THE TEN TERRORISTS"', '? "A YOUTH"'),
    "18": ('"JUAN GARCIA"',),
    "19": ('? "JUDGE": "JUAN GARCIA"', '? "PEASANTS"'),
}


def made(**strings: str) -> Template:
    entities = {role: [frozenset({strings[role]})] if role in strings else [] for role in ROLES}
    return Template({"type": {"BOMBING"}}, entities)


def wanted(key: Key, responses: list[Template], slot: str, *, demand_all: bool = False) -> int:
    tally = Tally(demand_all)
    tally.add([template_of(key)], responses)
    return tally.wanted[slot]


def test_a_key_says_what_may_be_left_out() -> None:
    template = template_of(Key(KEY))
    assert template.may_lack == {"stage"}
    assert template.spared["individual"] == [{"youth"}]
    assert template.spared["victim"] == [{"peasants"}], "a name is wanted, its description is not"
    assert template.strings["individual"][0] == {"terrorists", "ten terrorists"}


def test_the_days_of_a_key_are_those_between_its_two() -> None:
    assert template_of(Key(KEY)).fills["date"] == {"1989-11-20", "1989-11-21", "1989-11-22"}


@pytest.mark.parametrize(
    ("responses", "demand_all", "expected"),
    [([made()], False, 1), ([made(individual="youth")], False, 2), ([made()], True, 2), ([], False, 1)],
)
def test_an_optional_filler_is_wanted_where_it_is_given(
    responses: list[Template], demand_all: bool, expected: int
) -> None:
    assert wanted(Key(KEY), responses, "individual string", demand_all=demand_all) == expected


@pytest.mark.parametrize(("responses", "expected"), [([], 0), ([made()], 1)])
def test_an_optional_template_is_wanted_where_it_is_answered(
    responses: list[Template], expected: int
) -> None:
    key = Key(KEY | {"1": ("1 (OPTIONAL)",)})
    assert wanted(key, responses, "type") == expected
    assert wanted(key, responses, "type", demand_all=True) == 1


def test_one_entity_answers_one() -> None:
    tally = Tally()
    response = Template({"type": {"ATTACK"}}, made().strings | {"victim": [frozenset({"juan garcia"})] * 2})
    tally.add([template_of(Key(KEY))], [response])
    assert (tally.hits["victim string"], tally.given["victim string"]) == (1, 2)
    assert tally.hits["type"] == 0, "a bombing told as an attack is aligned, and wrong in its type"


def test_templates_that_agree_most_are_aligned() -> None:
    gold = [BOMBING, template_of(Key(KEY))]
    assert list(align(gold, [made(victim="judge"), made()])) == [(1, 0), (0, 1)]


def test_every_fill_of_a_response_counts_as_given() -> None:
    tally = Tally()
    tally.add([], [made(weapon="dynamite")])
    assert "P 0.000 R 0.000 F 0.000" in tally.line("weapon", ("weapon string",))
    assert sum(tally.given[slot] for slot in SLOTS) == 1
