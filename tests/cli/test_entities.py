"""Entities on the command line: listed, explained, merged, split, and all of it undone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.desk import create_desk, load_desk
from dateline.model.annotations import DocumentEntity, MentionType
from dateline.resolve.entities import resolve_entities
from dateline.store import Ledger
from tests.store.nouns import GRAMMAR, at, make_annotations, make_custody, make_document, make_evidence

NAMES = ("Rostam Behzadfar", "رستم بهزادفر", "Abu Nayef")
SHORT = {"Rostam Behzadfar": ("Behzadfar",)}  # how a text calls him after his full name
NOW = ("--now", "2020-03-09T00:00:00Z", "--by", "mina")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk whose ledger names one man in two scripts, and him again by his kunya."""
    create_desk(tmp_path, "Trial")
    pairs = []
    with Ledger.open(load_desk(tmp_path).store_address) as ledger:
        for hours, name in enumerate(NAMES):
            evidence = make_evidence(f"https://tidings.example/{hours}", name, hours)
            document = make_document(evidence, name)
            made = replace(
                make_annotations(document),
                entities=(DocumentEntity("e0", MentionType.PERSON, name, SHORT.get(name, ())),),
            )
            ledger.save_capture(evidence, make_custody(evidence), now=at(hours))
            ledger.save_document(document, now=at(hours))
            ledger.save_annotations(made, made_by=GRAMMAR, now=at(hours))
            pairs.append((document, made))
        ledger.save_entities(resolve_entities(pairs), now=at(3))
    return tmp_path


def entities(desk: Path, *words: str) -> str:
    ran = CliRunner().invoke(app, ["entities", *words, "--desk", str(desk)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.output


def count(desk: Path) -> int:
    return len(entities(desk, "list").splitlines())


def test_merge_and_undo(desk: Path) -> None:
    assert count(desk) == 2
    merged = entities(desk, "merge", "Rostam Behzadfar", "Abu Nayef", "--why", "his kunya", *NOW)
    assert count(desk) == 1
    decision = re.search(r"\((j-\w+)\)", merged)
    assert decision is not None
    entities(desk, "undo", decision[1], *NOW)
    assert count(desk) == 2
    explained = entities(desk, "explain", "Abu Nayef")
    assert "same by mina" in explained
    assert "(undone)" in explained
    assert "his kunya" in explained


def test_split_and_undo(desk: Path) -> None:
    split = entities(desk, "split", "Rostam Behzadfar", "رستم بهزادفر", "--why", "a namesake", *NOW)
    assert count(desk) == 3
    entities(desk, "undo", *re.findall(r"\((j-\w+)\)", split), *NOW)
    assert count(desk) == 2


def test_the_past_can_be_asked(desk: Path) -> None:
    entities(desk, "merge", "Rostam Behzadfar", "Abu Nayef", *NOW)
    assert len(entities(desk, "list", "--as-of", "2020-03-08T12:00:00Z").splitlines()) == 2


def test_what_cannot_be_done_is_said_and_nothing_changes(desk: Path) -> None:
    runner = CliRunner()
    for words, message in (
        (["split", "Abu Nayef", "Abu Nayef"], "has one name only"),
        (["split", "Abu Nayef", "Somebody"], "is no name of"),
        (["split", "Rostam Behzadfar", "Behzadfar"], "only by what stands around it"),
        (["merge", "Abu Nayef", "Abu Nayef"], "are one entity already"),
        (["explain", "Nobody"], "expected one entity's id or name, found none"),
    ):
        ran = runner.invoke(app, ["entities", *words, "--desk", str(desk)])
        assert message in str(ran.exception)
    assert count(desk) == 2
