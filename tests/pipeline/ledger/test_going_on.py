"""Stories derived bit by bit are those derived at once, and only what is new is put again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.link import Linked, link_stories
from dateline.link.times import reading_order
from dateline.model.annotations import Annotations, Quantity
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.pipeline.ledger.going_on import link_going_on
from dateline.store import Ledger
from tests.link.test_link_stories import START
from tests.link.test_linked import REPORTS


@pytest.fixture(autouse=True)
def states_are_kept_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pipeline.ledger.going_on.LEAST_NEW", 1)
    behind = {"days behind": timedelta(days=2), "weeks behind": timedelta(days=14)}
    monkeypatch.setattr("dateline.pipeline.ledger.going_on.BEHIND", behind)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.sqlite")) as opened:
        yield opened


def derive(ledger: Ledger, documents: list[Document], made: dict[str, Annotations]) -> tuple[Story, ...]:
    return link_going_on(ledger, sorted(documents, key=reading_order), made, now=START)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(REPORTS), st.lists(st.integers(1, len(REPORTS)), max_size=3).map(sorted))
def test_batches_of_any_size_in_any_order_end_as_all_at_once(
    arrived: list[Document], cuts: list[int]
) -> None:
    with TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.sqlite")) as ledger:
        for cut in (*cuts, len(arrived)):
            assert derive(ledger, arrived[:cut], {}) == link_stories(arrived[:cut], {})


def test_only_what_came_after_the_kept_state_is_put_again(ledger: Ledger) -> None:
    derive(ledger, REPORTS[:-3], {})
    book = ledger.derivation_book
    kept = book.checkpoints()[0]
    assert 0 < kept.documents < len(REPORTS) - 3
    book.save_checkpoint(kept, Linked().dump(), now=START)
    put = {id for story in derive(ledger, REPORTS, {}) for id in story.documents}
    assert put == {report.id for report in REPORTS[kept.documents :]}


def test_what_is_read_anew_is_put_anew(ledger: Ledger) -> None:
    first = REPORTS[0].id
    derive(ledger, REPORTS, {})
    before = {kept.inputs for kept in ledger.derivation_book.checkpoints()}
    made = {first: Annotations(first, (), quantities=(Quantity(0, 1, 3.0, 3.0, "killed"),))}
    ledger.save_document(REPORTS[0], now=START)
    ledger.save_annotations(made[first], made_by="grammar/2", now=START)
    assert derive(ledger, REPORTS, made) == link_stories(REPORTS, made)
    assert before.isdisjoint(kept.inputs for kept in ledger.derivation_book.checkpoints())
