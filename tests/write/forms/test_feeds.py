import json
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest

from dateline.model.editions import EditionStatus
from dateline.write.forms.feeds import write_feeds
from dateline.write.forms.machine import serialise_edition
from tests.write.forms.factory import EDITION, HOSTILE, with_words


def put(editions: Path, edition, name: str) -> None:
    (editions / name).mkdir(parents=True)
    (editions / name / "edition.json").write_text(serialise_edition(edition), encoding="utf-8")


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    put(tmp_path, EDITION, "007")
    put(tmp_path, replace(EDITION, id="e-2", number=8, issued_at="2021-05-29T09:00:00+00:00"), "008")
    put(tmp_path, replace(EDITION, id="e-x"), ".008-draft")
    (tmp_path / "latest").symlink_to("008")
    return tmp_path


def test_rss_lists_each_edition_once_newest_first(editions: Path) -> None:
    write_feeds(editions, address="https://desk.example/editions")
    feed = feedparser.parse((editions / "feed.xml").read_bytes())
    assert feed.bozo is False
    assert [entry.link for entry in feed.entries] == [
        "https://desk.example/editions/008/index.html",
        "https://desk.example/editions/007/index.html",
    ]
    assert feed.entries[1].published == "Sat, 15 May 2021 09:00:00 +0000"
    assert feed.entries[0].id == "urn:dateline:e-2"
    assert "No. 6 said that the bridge was open" in feed.entries[0].summary


def test_json_feed_says_the_same(editions: Path) -> None:
    write_feeds(editions)
    feed = json.loads((editions / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [entry["url"] for entry in feed["items"]] == ["008/index.html", "007/index.html"]
    assert feed["items"][0]["date_published"] == "2021-05-29T09:00:00+00:00"


def test_a_withdrawn_edition_is_marked(tmp_path: Path) -> None:
    put(tmp_path, replace(EDITION, status=EditionStatus.WITHDRAWN), "007")
    write_feeds(tmp_path)
    feed = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert feed.entries[0].title.endswith("(withdrawn)")


def test_the_same_editions_give_the_same_feed(editions: Path) -> None:
    first = [file.read_bytes() for file in write_feeds(editions)]
    assert [file.read_bytes() for file in write_feeds(editions)] == first


def test_no_editions_no_feed(tmp_path: Path) -> None:
    assert write_feeds(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\ud800" not in words])
def test_words_stay_words(tmp_path: Path, words: str) -> None:
    put(tmp_path, with_words(words), "007")
    write_feeds(tmp_path)
    feed = feedparser.parse((tmp_path / "feed.xml").read_bytes(), sanitize_html=False)
    assert feed.bozo is False
    assert "<script" not in feed.entries[0].summary
    assert len(feed.entries) == 1
