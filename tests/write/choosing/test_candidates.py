"""What is long past is background: it is told behind what is new."""

from dataclasses import replace

import pytest

from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.choosing.candidates import Surroundings, find_candidates
from tests.write.factory import PERIOD, SETTINGS, claim, document, dossier, notes

OLD = "On March 2 the gate of the Darband base was hit by 14 rockets, Colonel Hatem Jubouri said."
NEW = "The gate of the Darband base was opened again to lorries, Colonel Hatem Jubouri said."


@pytest.mark.parametrize(
    ("begin", "day", "first"),
    [
        (PERIOD.begin, "2021-03-02", NEW),
        (PERIOD.begin, "2021-05-02", OLD),  # within the period
        ("2021-01-01", "2021-03-02", OLD),  # of a period that takes it in
    ],
)
def test_what_lies_before_the_period_goes_behind_what_is_new(begin: str, day: str, first: str) -> None:
    found = document(f"{OLD} {NEW}", day="2021-05-03", title="")
    at = found.text.index("March 2")
    time = TimeExpression(at, at + len("March 2"), TimeKind.DATE, day, day, day)
    sentences = (Span(0, len(OLD)), Span(len(OLD) + 1, len(found.text)))
    read = replace(notes(found, names=("Hatem Jubouri",)), times=(time,), sentences=sentences)
    told = dossier((found, read, (claim(found, OLD), claim(found, NEW))))
    best, *_ = find_candidates(told, [found], SETTINGS, Surroundings(begin=begin))
    assert best.text == first
