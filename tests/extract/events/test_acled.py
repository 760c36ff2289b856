"""ACLED's event and sub-event of an event, by its weapons and by who stands on each side."""

import pytest

from dateline.extract.events.parsing.signs import compile_signs
from tests.extract.events.test_finding import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked an army base near Gao.", "Armed clash"),
        ("Gunmen attacked a village near Gao.", "Attack"),
        ("The army recaptured Gao from the rebels.", "Government regains territory"),
        ("Rebels captured Gao.", "Non-state actor overtakes territory"),
        ("Rebels captured Gao without a fight.", "Non-violent transfer of territory"),
        ("A suicide bomber attacked a mosque in Herat.", "Suicide bomb"),
        ("Gunmen threw a grenade at a bar in Mombasa.", "Grenade"),
        ("Warplanes bombed a market in Idlib.", "Air/drone strike"),
        ("A landmine exploded near Herat.", "Remote explosive/landmine/IED"),
        ("Soldiers raped two women near Goma.", "Sexual violence"),
        ("Soldiers shot dead three protesters in Yangon.", "Excessive force against protesters"),
        ("Police fired tear gas at protesters in Yangon.", "Protest with intervention"),
        ("Students protested in Yangon.", "Peaceful protest"),
        ("Protesters threw stones at police in Yangon.", "Violent demonstration"),
        ("A mob lynched a man in Patna.", "Mob violence"),
        ("The army deployed 200 soldiers to Goma.", "Change to group/activity"),
        ("The army established a base in Goma.", "Headquarters or base established"),
        ("A convoy arrived in Goma.", "Change to group/activity"),
        ("Police seized a cache of weapons in Goma.", "Disrupted weapons use"),
        ("Rebels withdrew from Goma.", "Non-violent transfer of territory"),
        ("Forty rebels surrendered to the army in Goma.", "Agreement"),
        ("A colonel defected to the rebels.", "Change to group/activity"),
        ("Police detained two bankers in Goma.", "Arrests"),
        ("Gunmen looted shops in Goma.", "Looting/property destruction"),
        ("The governor imposed a curfew in Goma.", "Other"),
        ("Six activists were detained at a vigil in Goma.", "Protest with intervention"),
        ("Teachers protesting in Goma were pushed back by riot police.", "Protest with intervention"),
        ("Soldiers opened fire on a crowd in Goma.", "Excessive force against protesters"),
        ("Angry residents attacked a police station in Goma.", "Mob violence"),
        ("Border guards shot dead two armed smugglers near Goma.", "Armed clash"),
        ("Militants detained a lawyer in Goma.", "Abduction/forced disappearance"),
        ("A suicide vehicle bombing killed nine in Goma.", "Suicide bomb"),
        ("The army took over the village after the rebels had left.", "Non-violent transfer of territory"),
        ("The rebels and the government swapped prisoners.", "Agreement"),
        ("Supporters of the loser clashed with police in Goma.", "Violent demonstration"),
        ("The rebels' northern wing split from the movement.", "Change to group/activity"),
        ("Gunmen seized 15 passengers near Goma.", "Abduction/forced disappearance"),
    ],
)
def test_files_an_event_by_who_does_what_with_which_weapon(text: str, expected: str) -> None:
    filed = [event.acled for event in read(text).events if event.acled]
    assert filed
    assert filed[0][1] == expected


def test_march_is_no_march() -> None:
    text = (
        "The foreign ministry condemned the March 12 attacks by Turkey against targets of a militia in Iraq."
    )
    attacks = [event for event in read(text).events if event.type == "ASSAULT"]
    assert [event.acled and event.acled[1] for event in attacks] == ["Attack"]


def test_files_no_talks_as_violence() -> None:
    assert [event.acled for event in read("Kenya thanked Norway.").events] == [None]


def test_finds_stems_and_whole_phrases_only() -> None:
    signs = compile_signs(["tear gas", "protest-"])
    assert signs.search("police used tear gas")
    assert signs.search("two protesters left")
    assert not signs.search("a tear in the gas pipe")
    assert not compile_signs([]).search("anything")
