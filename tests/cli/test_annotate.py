import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import dateline.extract
from dateline.cli.annotate import run
from dateline.extract import ReadText
from dateline.model.documents import Document

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/contract/annotate.schema.json").read_text(encoding="utf-8")
)
TEXT = (
    "Karim Saleh, the mayor of Basra, said on Monday that the road “may open” soon. He denied any delay.\n\n"
    "  • The newspaper al-Modon reported (March 12), citing a local source, that two trucks burned (Fars, March 13).\n"  # noqa: E501
)


def answers(*lines: str, files: list[Path] | None = None) -> list[dict[str, Any]]:
    out = io.StringIO()
    assert run(files or [], out=out, stdin=lines) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def line(**fields: object) -> str:
    return json.dumps(fields)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "😀" * 40,
        "وزیر گفت: «مرز باز است.»",
        "قال الوزير إن الحدود مغلقة.",
        "Cafe\u0301 \ud800 said",
    ],
)
def test_answers_fit_the_contract(text: str) -> None:
    (answer,) = answers(line(id="a", text=text, published="2020-03-20", publisher="The Gazette"))
    Draft202012Validator(SCHEMA).validate(answer)
    assert answer["id"] == "a"


def test_a_bad_line_becomes_an_answer_with_issues_and_the_rest_goes_on() -> None:
    found = answers("not json", line(id=7), "[1]", line(id="b", text="Officials said it fell."), "[" * 50_000)
    assert [answer["id"] for answer in found] == ["line 1", "7", "line 3", "b", "line 5"]
    assert [bool(answer["issues"]) for answer in found] == [True, True, True, False, True]
    for answer in found:
        Draft202012Validator(SCHEMA).validate(answer)


def test_what_goes_wrong_in_one_text_is_its_issue_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = dateline.extract.read_text

    def fail_once(document: Document, **given: Any) -> ReadText:
        if document.id == "b":
            raise ZeroDivisionError("nobody foresaw this")
        return read(document, **given)

    monkeypatch.setattr(dateline.extract, "read_text", fail_once)
    found = answers(*(line(id=each, text=TEXT) for each in "abc"))
    assert [each["id"] for each in found] == ["a", "b", "c"]
    assert [bool(each["claims"]) for each in found] == [True, False, True]
    assert "ZeroDivisionError: nobody foresaw this" in found[1]["issues"][0]


def test_wrong_fields_are_issues_and_the_text_is_still_read() -> None:
    (answer,) = answers(line(id="a", text="Officials said it fell.", published="yesterday", lang=3))
    assert len(answer["issues"]) == 2
    assert answer["claims"]


def test_files_are_lines_or_one_document_each(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(id="x", text="One fell.") + "\n" + line(id="y", text="Two fell."))
    (tmp_path / "b.txt").write_text("Officials said it fell.")
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\x00")
    files = [tmp_path / name for name in ("a.jsonl", "b.txt", "c.txt", "missing.txt")]
    found = answers(files=files)
    assert [answer["id"] for answer in found] == ["x", "y", "b.txt", "c.txt", "missing.txt"]
    assert [bool(answer["issues"]) for answer in found] == [False, False, False, True, True]


WORDS = st.sampled_from(
    [
        "Karim Saleh",
        "said",
        "that",
        "“",
        "”",
        ",",
        ".",
        "(Fars, March 18)",
        "denied",
        "according to",
        "the mayor",
        "and",
        "who",
        "\n",
        "گفت که",
        "قال",
        "إن",
        "«",
        "»",
        "may",
        "officials",
        "in an interview to",
        "citing",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_lie_in_the_text_cut_no_word_and_chains_end_in_the_publisher(text: str) -> None:
    (answer,) = answers(line(id="a", text=text, publisher="The Gazette"))
    for claim in answer["claims"]:
        assert claim["chain"][-1]["kind"] == "publisher"
        for span in claim["content"]:
            start, end = span["start"], span["end"]
            assert 0 <= start < end <= len(text)
            assert not (start and text[start - 1].isalnum() and text[start].isalnum())
            assert not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def test_the_attacks_of_a_whole_report_are_gathered() -> None:
    text = (
        "Gunmen shot dead two police officers and wounded five people when they attacked a checkpoint in "
        "Baquba on Tuesday. The attackers used rifles and hand grenades, the interior ministry said."
    )
    (answer,) = answers(line(id="a", text=text, published="2020-03-12"))
    Draft202012Validator(SCHEMA).validate(answer)
    told = {event["id"] for event in answer["events"]}
    (incident, *_) = answer["incidents"]
    assert incident["mode"] == "attack"
    assert set(incident["events"]) <= told
    roles = {
        part["role"]: text[span["start"] : span["end"]]
        for part in incident["parts"]
        for span in part["spans"]
    }
    assert {"individual", "victim", "place"} <= roles.keys()


@pytest.mark.parametrize(
    "text", ["The two ministers met in Basra on Monday and signed nothing.", "وزیر گفت."]
)
def test_a_text_without_an_attack_has_no_incident(text: str) -> None:
    (answer,) = answers(line(id="a", text=text))
    assert answer["incidents"] == []


def test_the_day_of_a_dateline_stands_for_one_that_is_not_stated() -> None:
    text = (
        "LIMA, 2 MAR 90 (EFE) -- FIVE MEN THREW A BOMB AT THE PERUVIAN NATIONAL BANK YESTERDAY, POLICE SAID."
    )
    (answer,) = answers(line(id="a", text=text))
    assert answer["published"] == "1990-03-02"
    assert "1990-03-01" in {time["value"] for time in answer["times"]}
    assert "Lima".upper() in {text[each["start"] : each["end"]] for each in answer["mentions"]}
