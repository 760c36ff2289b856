"""Which way a weekday or a month without a year points: by the verb of its own clause."""

import pytest

from dateline.extract.times import find_times
from dateline.model.times import StatedTime
from dateline.text.sentences import split_sentences


def values(text: str) -> list[str]:
    """Read a text printed on Thursday, 19 March 2020."""
    anchor = StatedTime("2020-03-19", "2020-03-19")
    sentences = split_sentences(text, "en")
    return [found.value for found in find_times(text, "en", anchor=anchor, sentences=sentences)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The agency issued a notice in November warning that ferries could stop.", ["2019-11"]),
        ("The council, which met on Monday, will publish its minutes.", ["2020-03-16"]),
        ("Villagers staged a march on Friday and were planning another.", ["2020-03-13"]),
        ("The union planned a rally on Saturday and was collecting money.", ["2020-03-21"]),
        ("The governor decided to admit four more parties, two of them new, in early June.", ["2020-06"]),
        ("The regatta is set for the old harbour in October.", ["2020-10"]),
        (
            "Major Sills will be named head of the northern rescue service for the season in November.",
            ["2020-11"],
        ),
        ("The money would be paid on a still unspecified date in January.", ["2021-01"]),
        ("Lawyers sought to get around Wednesday's ruling.", ["2020-03-18"]),
        ("He spoke ahead of Sunday's vote.", ["2020-03-22"]),
        ("Sunday's vote will decide it.", ["2020-03-22"]),
        ("The drill runs through Sunday.", ["2020-03-22"]),
        ("Rain is forecast for Friday.", ["2020-03-20"]),
        ("Banks remained closed until at least Tuesday.", ["2020-03-24"]),
        ("The next game is on Sunday.", ["2020-03-22"]),
        ("Most shares were sold by the Tuesday deadline.", ["2020-03-17"]),
        ("He may go as early as next spring.", ["2021-SP"]),
        ("The minister would not comment on Monday.", ["2020-03-16"]),
        ("Nobody could foresee the gust that tore off the roof Friday night.", ["2020-03-13TNI"]),
        ("They spoke of the slated visit of the envoy in April.", ["2020-04"]),
        ("The case is heard in May in the court of appeals.", ["2020-05"]),
        ("The boxer was taken to hospital on Tuesday.", ["2020-03-17"]),
        ("The mill went to auction on Monday.", ["2020-03-16"]),
        ("Firemen managed to reach the barn on Tuesday.", ["2020-03-17"]),
        ("The envoys flew to Tarvia to meet the king on Tuesday.", ["2020-03-17"]),
        ("The court ordered the miller to appear on Tuesday.", ["2020-03-24"]),
        ("The judge is to rule on Tuesday.", ["2020-03-24"]),
        ("Talks are planned for Saturday; no day had been agreed, he said.", ["2020-03-21"]),
        ("Two men were held in Tarvia on Monday night for planning a raid.", ["2020-03-16TNI"]),
        ("The toll, agreed in the spring of 2018, takes effect on 1 July.", ["2018-SP", "2020-07-01"]),
        ("Talks resume on Monday.", ["2020-03-23"]),
        ("School did not resume on Monday.", ["2020-03-16"]),
        ("The ferry did not sail until Tuesday.", ["2020-03-17"]),
        ("It was not until Tuesday that the mayor wrote.", ["2020-03-17"]),
        ("The dockers called a walkout for Tuesday.", ["2020-03-24"]),
        ("A walkout planned for Tuesday was called off.", ["2020-03-17"]),
        ("The regatta has been moved to Tuesday.", ["2020-03-24"]),
        ("By Tuesday, forty barns were burnt down.", ["2020-03-17"]),
        ("The damage from Tuesday's gale could grow.", ["2020-03-17"]),
        ("The choir sang on Sunday following a sermon.", ["2020-03-15"]),
        ("The fair took place this weekend.", ["2020-W11-WE"]),
        ("The fair will take place this weekend.", ["2020-W12-WE"]),
        ("He came on Saturday and came back the next Monday.", ["2020-03-14", "2020-03-16"]),
        ("The board confirmed it the next day.", ["XXXX-XX-XX"]),
        ("It was the week that changed the port.", []),
        ("Output will grow by 2 percent, down from 3 percent foreseen in December.", ["2019-12"]),
        ("The miller died Tuesday at 82; he will be buried Friday.", ["2020-03-17", "2020-03-20"]),
        ("The bank is expected to cut rates on Tuesday.", ["2020-03-24"]),
        ("Friday's race, a mile longer than the last, and the regatta.", ["2020-03-20"]),
        ("The crew has a second chance on Friday.", ["2020-03-20"]),
        ("Seats go on sale at 10 a.m. Saturday.", ["2020-03-21T10:00"]),
        (
            "The show will go to Rome in November, to Oslo in December, to Bonn in January, to Ulm in March.",
            ["2020-11", "2020-12", "2021-01", "2021-03"],
        ),
        ("Guests paid homage to mark the anniversary of the treaty on Friday.", ["2020-03-13"]),
    ],
)
def test_the_clause_tells_the_direction(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted
