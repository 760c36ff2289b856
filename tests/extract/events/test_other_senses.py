"""What a word comes to mean by who takes part and by what the sentence is of."""

import pytest

from tests.extract.events.test_finding import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union said its strike was the first since 1985.", ("PROTEST", "strike")),
        ("The teachers' strike in Lagos ended after the wage deal.", ("PROTEST", "strike")),
        ("Three strikes hit Saraqib, killing two workers.", ("ASSAULT", "attack")),
        ("Gunmen seized 15 passengers near Kaduna.", ("COERCE", "abduction")),
        ("Police seized two smugglers near Kaduna.", ("COERCE", "arrest")),
        ("Police seized 15 rifles near Kaduna.", ("COERCE", "seizure")),
        ("Militants seized large swathes of territory.", ("ASSAULT", "offensive")),
        ("Three inmates were captured near Kaduna.", ("COERCE", "arrest")),
        ("A gunman robbed a bakery in Kaduna.", ("COERCE", "seizure")),
        ("Prosecutors raided a bank in Kaduna.", ("COERCE", "seizure")),
        ("Troops raided a village near Kaduna.", ("ASSAULT", "attack")),
        ("The treasurer accused the mayor of fraud.", ("ACCUSE", "accusation")),
        ("The winner bashed the mayor in a debate.", ("ACCUSE", "accusation")),
        ("Farmers blocked highways across the north.", ("PROTEST", "obstruction")),
        ("Twelve people were killed when a bus plunged into a ravine.", ("OTHER", "death")),
        ("Convoys of pilgrims arrived in Karbala.", ("CONSULT", "visit")),
        ("A convoy of troops arrived in Karbala.", ("MOBILIZE", "deployment")),
    ],
)
def test_a_word_means_what_its_sentence_is_of(text: str, expected: tuple[str, str]) -> None:
    assert expected in [each[:2] for each in told(text)]


@pytest.mark.parametrize(
    "text", ["Peter Olsen suspended his campaign on Friday.", "The mayor spoke at a campaign rally in Leeds."]
)
def test_the_end_and_the_meetings_of_a_campaign_are_no_events(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("Mary Jones was charged with murder.", "charged with", ["Mary Jones"]),
        ("The union demanded a pay rise.", "demanded", []),
        ("The union demanded that Peter Olsen resign.", "demanded", []),
        ("The union asked Peter Olsen to resign.", "asked", ["Peter Olsen"]),
        ("Police fired tear gas and arrested 20 protesters.", "fired tear gas", []),
        ("Police fired tear gas and arrested 20 protesters.", "arrested", ["20 protesters"]),
        ("A girl was found dead in Chennai.", "found dead", ["A girl"]),
    ],
)
def test_who_suffers_is_a_person_and_not_the_matter(text: str, trigger: str, targets: list[str]) -> None:
    assert [each[4] for each in told(text) if each[2] == trigger] == [targets]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The senate condemned a rebel attack on the town.", "attack", ["rebel"]),
        ("A police raid in Jenin lasted two hours.", "raid", ["police"]),
        ("A car bomb attack in Jenin killed two.", "car bomb attack", []),
        ("The rebel alliance bombed a village.", "bombed", ["The rebel alliance"]),
    ],
)
def test_who_acts_may_stand_as_a_common_noun_in_front(text: str, trigger: str, actors: list[str]) -> None:
    assert [each[3] for each in told(text) if each[2] == trigger] == [actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops launched an attack last night on a village.", ("Troops", "a village")),
        ("This week the government arrested an editor.", ("the government", "an editor")),
        ("The mayor held a private meeting last Monday with the governor.", ("The mayor", "the governor")),
    ],
)
def test_a_time_without_a_day_of_printing_is_no_part_of_a_phrase(
    text: str, expected: tuple[str, str]
) -> None:
    assert [(each[3], each[4]) for each in told(text)] == [([expected[0]], [expected[1]])]
