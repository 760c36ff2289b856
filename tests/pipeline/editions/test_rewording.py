"""A language model may reword what is printed; its lies are not printed, and neither is its silence."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.kills import make_desk
from dateline.desk import load_desk
from dateline.errors import ModelError
from dateline.inference.language_model import LanguageModel
from dateline.model.editions import Edition
from dateline.net.endpoint import post_json
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.editions.drafting import last_period, plan_period
from dateline.pipeline.editions.rewording import language_model, reword_edition
from dateline.write.prose.passages import sentences_of
from tests.loopback import Answer, Site, status_page

NOW = datetime(2020, 3, 21, 20, tzinfo=UTC)
PATH = "/v1/chat/completions"


@pytest.fixture(scope="module")
def read_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_desk(tmp_path_factory.mktemp("read") / "desk", articles=2)
    with open_doors(load_desk(folder), now=NOW) as opened:
        list(run_desk(opened))
    return folder


@pytest.fixture
def doors(read_desk: Path, tmp_path: Path) -> Iterator[Doors]:
    with open_doors(load_desk(shutil.copytree(read_desk, tmp_path / "desk")), now=NOW) as opened:
        yield opened


def _planned(doors: Doors) -> Edition:
    return plan_period(doors, last_period(doors, "2020-03-08", "2020-03-21"))[0]


def _answering(*sentences: dict[str, object]) -> Answer:
    content = json.dumps({"sentences": list(sentences)})
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return status_page(200, body, Content_Type="application/json")


def _bodies(edition: Edition) -> list[str]:
    return [sentence.text for path, sentence in sentences_of(edition) if path.startswith("sections")]


def _first(doors: Doors) -> str:
    sentence = _planned(doors).sections[0].items[0].sentences[0]
    return sentence.text.replace(f" {sentence.citations[0].label}", "")


def _reworded(doors: Doors, site: Site, answer: Answer) -> tuple[Edition, Edition, list[str]]:
    site.script(PATH, answer)
    before = _planned(doors)
    after = reword_edition(doors, before, LanguageModel(site.url("/v1"), "m", post_json, timeout_seconds=0.5))
    return (
        before,
        after,
        [issue.reason for issue in doors.ledger.issues() if "language model" in issue.reason],
    )


def test_true_words_in_another_order_are_printed(doors: Doors, site: Site) -> None:
    first = _first(doors)
    head, _, tail = first.partition(", said on ")
    day, _, rest = tail.partition(" that ")
    text = f"On {day}, {head} said that {rest}"
    assert text != first
    before, after, issues = _reworded(doors, site, _answering({"from": [1], "text": text}))
    assert issues == []
    assert after.id != before.id
    assert _bodies(after)[0].startswith(text.rstrip("."))
    assert after.made_by["language model"] == "m+reword-1"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sami Darwish", "Rami Halabi"),
        ("people were killed", "people were reportedly killed"),
        ("people were killed", "people were not killed"),
        ("people were killed", "people were killed by the army"),
        ("people", "hundred people"),
        ("March", "April"),
        (", said", ", denied"),
        (".", "; the owner is guilty."),
    ],
)
def test_a_lie_is_not_printed(doors: Doors, site: Site, old: str, new: str) -> None:
    first = _first(doors)
    assert old in first
    lie = _answering({"from": [1], "text": first.replace(old, new)})
    before, after, issues = _reworded(doors, site, lie)
    assert after == before
    assert len(issues) == 1


@pytest.mark.parametrize(
    "answer",
    [
        status_page(500),
        status_page(200, b"no JSON"),
        status_page(200, b"[" * 100_000),
        status_page(200, b'{"choices": []}'),
        status_page(200, b"x" * 3_000_000),
        _answering(),
        _answering({"from": [9], "text": "x"}),
        _answering({"from": [1], "text": "x"}, {"from": [1], "text": "y"}),
        _answering({"from": [], "text": "The town is quiet."}),
        _answering({"from": [1], "text": 7}),
        _answering({"from": [True], "text": "x"}),
        _answering({"from": [1], "text": "x" * 5000}),
    ],
)
def test_an_answer_that_is_none_leaves_our_words(doors: Doors, site: Site, answer: Answer) -> None:
    before, after, issues = _reworded(doors, site, answer)
    assert after == before
    assert issues


def test_the_model_sees_the_chosen_sentences_and_the_key_of_the_environment(
    doors: Doors, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert language_model(doors) is None
    with pytest.raises(ModelError, match="not what was asked for"):
        site.script(PATH, status_page(200, b"{}"))
        LanguageModel(site.url("/v1"), "m", post_json, key="secret").reword(["One."])
    assert site.headers[-1]["Authorization"] == "Bearer secret"
