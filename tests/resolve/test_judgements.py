"""Judgements are appended: a person outranks a rule, the last word counts, an undone one does not."""

from datetime import UTC, datetime, timedelta

from dateline.model.annotations import MentionType
from dateline.model.ledger import Verdict
from dateline.resolve.judgements import RULE, judge, naming_id, pair_of, standing_judgements, undo

NOON = datetime(2020, 3, 10, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


def test_a_person_outranks_a_rule_whenever_it_was_said() -> None:
    person = judge("n-a", "n-b", Verdict.NOT_SAME, by="reza", at=NOON, why="two cousins")
    rule = judge("n-b", "n-a", Verdict.SAME, by=RULE, at=LATER, why="alike", score=0.97)
    assert standing_judgements([person, rule])[pair_of("n-a", "n-b")].verdict is Verdict.NOT_SAME


def test_an_undone_judgement_gives_way_to_the_one_before() -> None:
    first = judge("n-a", "n-b", Verdict.SAME, by="reza", at=NOON, why="")
    second = judge("n-a", "n-b", Verdict.NOT_SAME, by="reza", at=LATER, why="")
    taken_back = undo(second, by="mina", at=LATER, why="he had it right first")
    assert standing_judgements([first, second])[pair_of("n-b", "n-a")].verdict is Verdict.NOT_SAME
    assert standing_judgements([first, second, taken_back])[pair_of("n-a", "n-b")].decision == first


def test_a_rule_says_the_same_thing_once() -> None:
    made = [judge("n-a", "n-b", Verdict.SAME, by=RULE, at=at, why="", score=0.9) for at in (NOON, LATER)]
    assert made[0].id == made[1].id


def test_spellings_that_fold_alike_are_judged_as_one() -> None:
    assert naming_id(MentionType.PERSON, "Qa’ani") == naming_id(MentionType.PERSON, "QAANI")
    assert naming_id(MentionType.PERSON, "Basra") != naming_id(MentionType.GPE, "Basra")
