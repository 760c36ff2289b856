"""What stories promise before they are read."""

from dataclasses import replace

from dateline.model.ledger import StoryMarks
from dateline.write.choosing.weight import by_promise

QUIET = StoryMarks("s-quiet", "2020-03-09", 1, frozenset({"CONSULT"}), disputed=False, denied=False)


def test_an_attack_and_many_origins_go_before_what_is_new() -> None:
    attack = replace(QUIET, story="s-attack", newest="2020-03-08", types=frozenset({"ASSAULT", "CONSULT"}))
    known = replace(QUIET, story="s-known", newest="2020-03-08", origins=3)
    later = replace(QUIET, story="s-later", newest="2020-03-10")
    assert by_promise([QUIET, later, known, attack]) == ["s-attack", "s-known", "s-later", "s-quiet"]


def test_no_more_origins_count_than_weigh_in_print() -> None:
    many, more = (replace(QUIET, story=f"s-{n}", origins=n) for n in (5, 50))
    assert by_promise([many, more]) == by_promise([more, many]) == ["s-50", "s-5"]
