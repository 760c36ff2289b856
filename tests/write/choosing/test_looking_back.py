"""A happening that later reports look back to weighs more."""

from dataclasses import replace

import pytest

from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.choosing.looking_back import later_reports
from tests.write.factory import document, dossier, notes

FIRE = "A fire destroyed the grain silo of Port Tawil on May 3, the harbour master said."
MARKET = "The market of Qasr Hamdan reopened on May 3, traders said."
LATER = "Engineers examined Port Tawil, whose silo burned on May 3, and found cracks."
PUMPS = "Farmers at Wadi Asfar asked on May 3 for pumps."


def _story(words: str, day: str, outlet: str = "rafidain", begin: str = "2021-05-03") -> StoryDossier:
    found = document(words, day=day, outlet=outlet)
    at = words.index("May 3")
    time = TimeExpression(at, at + len("May 3"), TimeKind.DATE, begin, begin, begin)
    read = replace(notes(found), times=(time,), sentences=(Span(0, len(words)),))
    return dossier((found, read, ()))


@pytest.mark.parametrize(
    ("words", "day", "begin", "looks_back"),
    [
        (LATER, "2021-05-09", "2021-05-03", True),
        (LATER, "2021-05-04", "2021-05-03", False),  # the day after: the same news still
        (PUMPS, "2021-05-09", "2021-05-03", False),  # the same day, of something else
        (LATER, "2021-05-09", "2021-05-01", False),  # another day
    ],
)
def test_a_later_report_looks_back(words: str, day: str, begin: str, looks_back: bool) -> None:
    fire, market = _story(FIRE, "2021-05-03"), _story(MARKET, "2021-05-03")
    later = later_reports([fire, market, _story(words, day, begin=begin)])
    assert list(later.happenings) == ([fire.story.id] if looks_back else [])
    weights = later.weights_of([fire, market])
    assert (weights[fire.story.id] > weights[market.story.id]) is looks_back
    assert min(weights.values()) == 0.0


def test_each_happening_that_looks_back_counts_once() -> None:
    fire = _story(FIRE, "2021-05-03")
    again = _story(LATER.replace("Engineers", "Divers"), "2021-05-10", "tigris")
    later = later_reports([fire, _story(LATER, "2021-05-09"), again])
    assert later.happenings == {fire.story.id: 2}
    assert later.days == {"2021-05-03": 2}
