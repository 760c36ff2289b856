"""Invented paragraphs in the style of Arabic and Persian agencies: people, dates, counts, who says what.

Each line of `agency_paragraphs.jsonl` holds what an editor of the language expects of one paragraph; what
the paragraph says beside it is left open.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.model.annotations import MentionType
from dateline.model.claims import Mode
from tests.extract.factory import annotate, chain, content

PARAGRAPHS = [
    json.loads(line)
    for line in (Path(__file__).parent / "agency_paragraphs.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("told", PARAGRAPHS, ids=lambda told: told["text"][:24])
def test_a_paragraph_is_read_as_its_editor_reads_it(told: dict[str, Any]) -> None:
    text = told["text"]
    annotations = annotate(text, published=told["published"])
    people = {text[m.start : m.end] for m in annotations.mentions if m.type is MentionType.PERSON}
    assert set(told["people"]) <= people
    times = [[text[time.start : time.end], time.value] for time in annotations.times]
    assert [time for time in told["times"] if time not in times] == []
    counts = [[str(each.kind), each.low, each.high] for each in annotations.quantities]
    assert [count for count in told["counts"] if count not in counts] == []
    said = [
        [next((name for _, name, _ in chain(claim)), None), content(claim, text)]
        for claim in annotations.claims
        if claim.mode is not Mode.STATEMENT
    ]
    assert [claim for claim in told["said"] if claim not in said] == []
