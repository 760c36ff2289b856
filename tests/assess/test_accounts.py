"""Accounts of events: who says what since when, who has left it, and what is disputed for good."""

from dataclasses import replace

import pytest

from dateline.assess.accounts import account_for
from dateline.model.annotations import (
    Annotations,
    EventMention,
    EventStage,
    EventType,
    Mention,
    MentionType,
    Quantity,
)
from dateline.model.documents import Document
from dateline.model.events import Account, Attribute, Event, Relation, Telling
from dateline.model.spans import Span
from tests.assess.test_agreement import TEXT, WHOLE, printed

RAID = EventMention(
    "v0", EventType.ASSAULT, "rocket attack", Span(0, 1), (), (), (), "2020-03-11", "2020-03-11", (0,), 0.9
)
Pair = tuple[Document, Annotations]


def told(document: Document, killed: float, most: float | None = None, **changes: object) -> Pair:
    counted = Quantity(2, 8, killed, killed if most is None else most, "killed")
    event = replace(RAID, **changes)
    return document, Annotations(document.id, (WHOLE,), quantities=(counted,), events=(event,))


def account(*pairs: Pair) -> Account:
    tellings = tuple(Telling(document.id, ("v0",)) for document, _ in pairs)
    event = Event("ev-1", EventType.ASSAULT, "rocket attack", None, None, None, (), (), tellings)
    return account_for(
        event, {document.id: document for document, _ in pairs}, {made.document: made for _, made in pairs}
    )


def attribute(name: str, *pairs: Pair) -> Attribute:
    return next(each for each in account(*pairs).attributes if each.name == name)


def test_a_toll_told_three_ways_is_one_dispute_with_its_correction() -> None:
    url = "https://ledger.example/five"
    early = printed("t1", "ledger", 9, url)
    late = replace(printed("t2", "ledger", 9, url), captured_at=early.captured_at.replace(day=14))
    killed = attribute(
        "killed",
        told(printed("m", "mashhouf", 8), 5),
        told(printed("h", "harbour", 9), 3),
        told(early, 5),
        told(printed("s", "sindiyan", 10), 4, float("inf")),
        told(late, 3),
    )
    assert killed.relation is Relation.DIFFERENT
    assert [version.value for version in killed.versions] == ["5", "3", "at least 4"]
    five, three, _ = killed.versions
    assert [(giver.outlet, giver.until is None) for giver in five.givers] == [
        ("mashhouf", True),
        ("ledger", False),
    ]
    assert [giver.outlet for giver in three.givers] == ["harbour", "ledger"]
    (change,) = killed.changes
    assert (change.outlet, change.relation, change.earlier, change.later) == (
        "ledger",
        Relation.CORRECTION,
        "5",
        "3",
    )
    assert change.since.startswith("2020-03-14")


def test_what_an_outlet_left_is_no_dispute() -> None:
    killed = attribute(
        "killed",
        told(printed("a", "herald", 8), 5),
        told(printed("b", "courier", 9), 3),
        told(printed("c", "herald", 10), 3),
    )
    assert killed.relation is Relation.UPDATE
    assert not killed.is_disputed


@pytest.mark.parametrize(("killed", "versions"), [(3, ["3"]), (5, ["3", "5"])])
def test_what_a_copy_repeats_is_not_its_own(killed: float, versions: list[str]) -> None:
    one, copy = told(printed("a", "herald", 8), 3), told(printed("b", "courier", 9), killed)
    event = Event(
        "ev-1",
        EventType.ASSAULT,
        None,
        None,
        None,
        None,
        (),
        (),
        (Telling("a", ("v0",)), Telling("b", ("v0",))),
    )
    found = account_for(event, {"a": one[0], "b": copy[0]}, {"a": one[1], "b": copy[1]}, originals={"b": "a"})
    (figure,) = [each for each in found.attributes if each.name == "killed"]
    assert [version.value for version in figure.versions] == versions
    assert [giver.outlet for giver in figure.versions[0].givers] == ["herald"]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"begin": "2020-03-11", "until": "2020-03-11"}, Relation.SAME),
        ({"begin": "2020-03-01", "until": "2020-03-31"}, Relation.MORE_SPECIFIC),
        ({"begin": "2020-03-12", "until": "2020-03-12"}, Relation.DATE),
    ],
)
def test_days(later: dict[str, str], expected: Relation) -> None:
    one, other = told(printed("a", "herald", 8), 3), told(printed("b", "courier", 9), 3, **later)
    assert attribute("date", one, other).relation is expected


def blamed(document: Document, name: str) -> Pair:
    text = f"{name} is blamed. {TEXT}"
    mention = Mention("m0", 0, len(name), MentionType.ORG, None, 0.9)
    _, made = told(document, 3, blamed=("m0",))
    return replace(document, text=text), replace(made, mentions=(mention,))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Dawn Brigade", Relation.SAME),
        ("dawn brigade", Relation.SPELLING),
        ("al-Dawn", Relation.MORE_SPECIFIC),
        ("East Bank Army", Relation.BLAME),
    ],
)
def test_who_is_blamed(second: str, expected: Relation) -> None:
    one = blamed(printed("a", "herald", 8), "Dawn Brigade")
    assert attribute("actor", one, blamed(printed("b", "courier", 9), second)).relation is expected


def test_a_denial_stands_beside_the_report() -> None:
    one = told(printed("a", "herald", 8), 3)
    denial = told(printed("b", "courier", 9), 3, stage=EventStage.DENIED)
    happened = attribute("happened", one, denial)
    assert happened.relation is Relation.DENIAL
    assert [(version.value, version.givers[0].outlet) for version in happened.versions] == [
        ("happened", "herald"),
        ("denied", "courier"),
    ]
    assert [each.name for each in account(one).attributes if each.name == "happened"] == []


def test_a_report_taken_back_is_a_retraction() -> None:
    document = printed("b", "courier", 9)
    taken_back = replace(document, text="This report has been retracted: the raid was a drill. " + TEXT)
    happened = attribute("happened", told(printed("a", "herald", 8), 3), told(taken_back, 3))
    assert happened.relation is Relation.RETRACTION


def test_a_figure_of_an_earlier_version_is_not_given_any_more() -> None:
    note = "An earlier version of this article said that five were killed."
    document = replace(printed("b", "courier", 9), text=f"{note} Three were killed on the bridge.")
    five, three = Quantity(43, 47, 5, 5, "killed"), Quantity(63, 68, 3, 3, "killed")
    made = Annotations(
        "b",
        (Span(0, len(note)), Span(len(note) + 1, len(document.text))),
        quantities=(five, three),
        events=(replace(RAID, quantities=(0, 1)),),
    )
    killed = attribute("killed", (document, made))
    assert [version.value for version in killed.versions] == ["3"]


def named(document: Document, *events: dict[str, object]) -> Pair:
    """Return a document that names the Dawn Brigade (m0) and the Guard (m1), with events that do."""
    mentions = (
        Mention("m0", 0, 12, MentionType.ORG, None, 0.9),
        Mention("m1", 17, 26, MentionType.ORG, None, 0.9),
    )
    _, made = told(document, 3)
    found = tuple(replace(RAID, **event) for event in events)
    text = f"Dawn Brigade and the Guard. {TEXT}"
    return replace(document, text=text), replace(made, mentions=mentions, events=found)


def test_what_a_document_names_as_struck_in_several_sentences_is_one_version() -> None:
    pair = named(printed("a", "herald", 8), {"targets": ("m0",)}, {"targets": ("m1",)})
    target = attribute("target", pair)
    assert [version.value for version in target.versions] == ["Dawn Brigade, the Guard"]
    assert target.changes == ()


def test_who_is_on_both_sides_is_blamed_by_nobody() -> None:
    clash = named(printed("a", "herald", 8), {"actors": ("m0",), "targets": ("m0",)})
    assert [each.name for each in account(clash).attributes if each.name == "actor"] == []


@pytest.mark.parametrize(("one", "other"), [("US", "U.S."), ("ISIS", "Islamic State"), ("US", "American")])
def test_two_names_of_one_party_blame_no_two(one: str, other: str) -> None:
    pair = blamed(printed("a", "herald", 8), one), blamed(printed("b", "courier", 9), other)
    assert attribute("actor", *pair).relation is Relation.MORE_SPECIFIC


@pytest.mark.parametrize(
    ("wounded", "sorts"), [(2, ["soldiers"]), (4, ["جنود", "soldiers"])], ids=["agreeing", "not"]
)
def test_who_is_counted_is_called_by_one_languages_words(wounded: int, sorts: list[str]) -> None:
    document, made = told(printed("a", "herald", 8), 2)
    english = document, replace(made, quantities=(replace(made.quantities[0], of="soldiers"),))
    document, made = told(replace(printed("b", "mashhouf", 9), lang="ar"), wounded)
    arabic = document, replace(made, quantities=(replace(made.quantities[0], of="جنود"),))
    found = account(english, arabic).attributes
    assert sorted(each.of or "" for each in found if each.name == "killed") == sorted(sorts)
