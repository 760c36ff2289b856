"""Stories, events, disputes, news, gaps, grades and questions on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from tests.pipeline.test_knowledge import learn

SINCE = ("--since", "2020-03-21T20:00:00Z")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A desk on which a raid is disputed."""
    folder: Path = tmp_path_factory.mktemp("desk")
    learn(folder)
    return str(folder)


def run(*words: str, code: int = 0) -> str:
    ran = CliRunner().invoke(app, list(words), env={"COLUMNS": "160"})
    assert ran.exit_code == code, ran.output
    return ran.output


@pytest.mark.parametrize("words", [("stories", "{}"), ("stories", "list", "{}"), ("stories", "{}", "list")])
def test_the_desk_may_stand_alone_or_before_the_verb(desk: str, words: tuple[str, ...]) -> None:
    assert "Mosul" in run(*(word.format(desk) for word in words))


@pytest.mark.parametrize("command", ["stories", "events", "disputes"])
def test_lists_are_records_and_ask_the_past(desk: str, command: str) -> None:
    lines = [json.loads(line) for line in run(command, desk, "--json").splitlines()]
    assert lines
    assert len(run(command, desk, "--json", "--as-of", "2020-03-01").splitlines()) == 0


def test_a_dispute_names_who_says_what(desk: str) -> None:
    printed = run("disputes", desk)
    assert "3: " in printed
    assert "9: " in printed
    (dispute,) = (json.loads(line) for line in run("disputes", desk, "--json").splitlines())
    assert "different figure" in run("show", dispute["event"]["id"], "--desk", desk)


@pytest.mark.parametrize(("as_of", "both"), [((), True), (("--as-of", "2020-03-21T20:00:00Z"), False)])
@pytest.mark.parametrize("command", ["stories", "events"])
def test_what_an_id_names_is_shown_as_it_was_known(
    desk: str, command: str, as_of: tuple[str, ...], both: bool
) -> None:
    kind = {"stories": "story", "events": "event"}[command]
    (raid,) = (
        each[kind]["id"]
        for each in map(json.loads, run(command, desk, "--json").splitlines())
        if "Mosul" in each["title"]
    )
    shown = run("show", raid, "--desk", desk, *as_of)
    assert "Three killed in Mosul" in shown
    assert ("Nine killed in Mosul" in shown) is both


def test_a_story_shows_its_documents_in_the_order_of_printing(desk: str) -> None:
    (story,) = (
        each["story"]
        for each in map(json.loads, run("stories", desk, "--json").splitlines())
        if "Mosul" in each["title"]
    )
    printed = run("show", story["id"], "--desk", desk)
    places = [printed.index(id) for id in story["documents"]]
    assert places == sorted(places)


def test_what_one_outlet_alone_tells_agrees_with_nobody(desk: str) -> None:
    (raid,) = (json.loads(line)["event"]["id"] for line in run("events", desk, "--json").splitlines())
    shown = run("show", raid, "--desk", desk, "--as-of", "2020-03-21T20:00:00Z")
    assert "(one outlet)" in shown
    assert "(same)" not in shown


def test_what_was_not_known_yet_is_not_shown(desk: str) -> None:
    (dispute,) = (json.loads(line) for line in run("disputes", desk, "--json").splitlines())
    run("show", dispute["event"]["id"], "--desk", desk, "--as-of", "2020-03-01", code=1)


def test_what_is_new_is_printed_with_its_claims(desk: str) -> None:
    printed = run("diff", desk, *SINCE)
    assert "disputed" in printed
    assert "claims c-" in printed
    assert {json.loads(line)["kind"] for line in run("diff", desk, *SINCE, "--json").splitlines()} >= {
        "disputed"
    }


def test_merging_and_undoing(desk: str) -> None:
    ids = [json.loads(line)["story"]["id"] for line in run("stories", desk, "--json").splitlines()]
    decision = run("stories", desk, "merge", *ids[:2], "--because", "one report").split()[0]
    assert len(run("stories", desk, "--json").splitlines()) == len(ids) - 1
    run("stories", "undo", desk, decision)
    assert [json.loads(line)["story"]["id"] for line in run("stories", desk, "--json").splitlines()] == ids


def test_questions_and_gaps(desk: str) -> None:
    assert "questions DESK add" in run("questions", desk)
    question = run("questions", desk, "add", "Who fired?", "--by", "mina").split()[0]
    assert "Who fired?" in run("gaps", desk, "--now", "2020-03-23T00:00:00Z")
    run("questions", desk, "close", question, "--because", "the police know", "--by", "mina")
    assert "the police know" in run("questions", desk)
    assert "Who fired?" not in run("gaps", desk, "--now", "2020-03-23T00:00:00Z")


def test_a_claim_has_a_digit_with_its_rule_until_somebody_grades_it(desk: str) -> None:
    (dispute,) = (json.loads(line) for line in run("disputes", desk, "--json").splitlines())
    claim = dispute["attribute"]["versions"][0]["givers"][0]["claim"]
    assert "4, doubtful (one origin gives it, 1 otherwise)" in run("grade", claim, "--desk", desk)
    printed = run("grade", claim, "2", "--desk", desk, "--because", "seen by two of us", "--by", "mina")
    assert "2, probably true (seen by two of us, by mina)" in printed
