"""What was derived is derived again only where something is new, whoever asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.ledger import Decision, Verdict
from dateline.store import Ledger
from tests.store.nouns import at, make_annotations, make_custody, make_document, make_evidence


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "ledger.sqlite")) as opened:
        yield opened


def decide(ledger: Ledger, by: str) -> None:
    decision = Decision(f"x-{by}", Verdict.SAME, "doc-1", by, at(1), other="doc-2")
    ledger.append_decision(decision, now=at(1))


def read(ledger: Ledger, number: int) -> None:
    evidence = make_evidence("https://tidings.example/1", f"The bridge {number} is open.", number)
    document = make_document(evidence, f"The bridge {number} is open.")
    ledger.save_capture(evidence, make_custody(evidence), now=at(number))
    ledger.save_document(document, now=at(number))
    ledger.save_annotations(make_annotations(document), made_by="grammar/1", now=at(number))


def test_a_derivation_stands_until_something_is_new(ledger: Ledger) -> None:
    book = ledger.derivation_book
    read(ledger, 1)
    inputs = book.state_of_inputs()
    assert book.find_derivation(inputs) is None
    book.save_derivation(inputs, {"stories": 1}, now=at(1))
    assert book.find_derivation(book.state_of_inputs()) == {"stories": 1}
    read(ledger, 2)
    assert book.find_derivation(book.state_of_inputs()) is None


def test_words_of_persons_and_known_names_are_new_and_those_of_rules_are_not(ledger: Ledger) -> None:
    states = [ledger.derivation_book.state_of_inputs()]
    decide(ledger, "rule:names/1")
    assert ledger.derivation_book.state_of_inputs() == states[0]
    decide(ledger, "nadia")
    states.append(ledger.derivation_book.state_of_inputs())
    ledger.save_known([KnownEntity("k-1", MentionType.ORG, ("Ferry Guild",), "list")], "list", now=at(1))
    states.append(ledger.derivation_book.state_of_inputs())
    ledger.save_known([], "list", now=at(2))
    states.append(ledger.derivation_book.state_of_inputs())
    assert len(set(states[:3])) == 3
    assert states[3] == states[1]


def test_judgements_are_all_decisions_but_those_on_what_may_be_printed(ledger: Ledger) -> None:
    decide(ledger, "Mina")
    ledger.append_decision(Decision("x-1", Verdict.ACCEPT, "c-1", "rule:attributed/1", at(2)), now=at(2))
    ledger.append_decision(Decision("x-2", Verdict.GRADE, "outlet", "Mina", at(3)), now=at(3))
    assert [each.verdict for each in ledger.judgements()] == [Verdict.SAME, Verdict.GRADE]
    assert [each.verdict for each in ledger.judgements(as_of=at(1))] == [Verdict.SAME]
