"""The match door: a line an answer, in order, and a bad line does not stop it."""

import io
import json

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.cli.match import run


def answers(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    assert run(out=out, stdin=lines) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_is_answered_in_order() -> None:
    same, other = answers(
        '{"a": "Rostam Behzadfar", "b": "رستم بهزادفر", "type": "PERSON"}\n',
        '{"a": "Rostam Behzadfar", "b": "Rostam Behnam", "type": "PER", "id": 7}\n',
    )
    assert same["score"] > 0.5 > other["score"]
    assert "skeleton equal" in str(same["explanation"])
    assert other["id"] == 7


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object, found list"),
        ('{"a": "Ali"}', "expected `b` to be a name, found None"),
        ('{"a": "Ali", "b": " "}', "expected `b` to be a name, found ' '"),
        ('{"a": "Ali", "b": "Aly", "type": "SHIP"}', "expected `type` to be one of PERSON"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_the_next_is_answered(line: str, reason: str) -> None:
    bad, good = answers(line, '{"a": "Ali", "b": "علی"}')
    assert reason in str(bad["issues"])
    assert bad["score"] == 0.0
    assert good["score"] > 0.5


def test_two_names_are_explained_to_a_person() -> None:
    printed = CliRunner().invoke(app, ["match", "Jund al-Badiya", "جند البادية", "--type", "ORG"]).output
    assert printed.splitlines()[0].endswith("  the same")
    assert "jund ~ جند" in printed
