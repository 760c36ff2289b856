"""The codec: every noun comes back equal, and nothing else comes in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import LedgerError
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Edition
from dateline.model.evidence import CustodyEntry, Evidence
from dateline.model.ledger import Assessment, Decision, Entity, Issue, Stage, Story
from dateline.model.outlets import Outlet
from dateline.model.spans import Span
from dateline.store.codec import decode, dump_json, encode, format_instant, load_json, parse_instant

st.register_type_strategy(object, st.none() | st.integers(-9, 9) | st.text(max_size=4))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
st.register_type_strategy(
    datetime, st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=3.5))]))
)
NOUNS = (
    Document,
    Evidence,
    CustodyEntry,
    Edition,
    Annotations,
    Story,
    Assessment,
    Decision,
    Entity,
    Issue,
    Outlet,
)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_comes_back_equal(noun: type) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(noun))
    def check(record: object) -> None:
        text = dump_json(record)
        assert load_json(noun, text) == record
        assert dump_json(load_json(noun, text)) == text

    check()


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9))])))
@settings(max_examples=200)
def test_instants_sort_as_text(instant: datetime) -> None:
    if instant.year in (1, 9999):
        return
    text = format_instant(instant)
    assert parse_instant(text) == instant
    assert format_instant(instant + timedelta(seconds=1)) > text


ISSUE = Issue("i-1", Stage.READ, "https://news.example/1", "no text", datetime(2020, 3, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"stage": "reading"}, "Issue.stage: expected one of collect"),
        ({"reason": None}, "Issue.reason: expected str"),
        ({"at": "yesterday"}, "Issue.at: expected an instant"),
        ({"at": 5}, "Issue.at: expected an instant"),
        ({"colour": "red"}, "unknown fields colour"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(change: dict[str, object], words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        decode(Issue, {**encode(ISSUE), **change})


def test_a_missing_field_is_refused_unless_it_has_a_default() -> None:
    value = encode(ISSUE)
    del value["outlet"]
    assert decode(Issue, value) == ISSUE
    del value["reason"]
    with pytest.raises(LedgerError, match="fields reason are missing"):
        decode(Issue, value)


@pytest.mark.parametrize("value", [{"start": True, "end": 2}, {"start": 1.0, "end": 2}, [1, 2]])
def test_numbers_are_not_bent_into_offsets(value: object) -> None:
    with pytest.raises(LedgerError):
        decode(Span, value)


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(LedgerError, match="no time zone"):
        encode(replace(ISSUE, at=datetime(2020, 3, 8)))


def test_numbers_without_a_json_form_are_refused() -> None:
    with pytest.raises(LedgerError, match="number"):
        dump_json((float("nan"),))
