"""How many stories count as corroborated though all they print is one text: a day with known reprints.

    python -m benchmarks.corroboration [--corpora FOLDER] [--articles 1200] [--seed 11]

A day of SaudiNewsNet by its own outlets; every sixth article is printed again by one to four other outlets
some hours later, by a seeded draw as it is, cut, under a new headline and opening, or inside a text of their
own. The choice of the original was mended on the draw of seed 7.
"""

import argparse
import json
import os
import random
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from dateline.assess import assess_story
from dateline.link import link_stories
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.model.times import StatedTime
from dateline.text.unicode import nfc

DAY = datetime(2015, 7, 23, 6, tzinfo=UTC)
EVERY = 6
OPENING = "قالت مصادر مطلعة إن التفاصيل الآتية نشرت في وقت سابق اليوم. "


def read_day(path: Path, limit: int) -> list[Document]:
    """Return the articles of a day in the order of the file, spread over its hours."""
    with zipfile.ZipFile(path) as day:
        articles = json.loads(day.read(day.namelist()[0]).decode("utf-8-sig"))
    return [
        _document(f"a{number}", article["source"], article["title"], article["content"], number / limit)
        for number, article in enumerate(islice(articles, limit))
        if len(article["content"].split()) > 60
    ]


def _document(id: str, outlet: str, title: str, text: str, share_of_day: float) -> Document:
    moment = DAY + timedelta(hours=12 * share_of_day)
    url, stated = f"https://{outlet}.example/{id}", StatedTime(moment.isoformat(), "")
    captured = moment + timedelta(hours=1)
    return Document(id, "", url, outlet, nfc(title), None, None, stated, captured, "ar", nfc(text), (), "")


def reprint(document: Document, other: Document, number: int, draw: random.Random) -> Document:
    """Return one more printing of an article by another outlet."""
    words = document.text.split()
    cut = " ".join(words[: int(len(words) * draw.uniform(0.6, 0.9))])
    own = " ".join(other.text.split()[: int(len(words) * draw.uniform(0.1, 0.5))])
    text = draw.choice((document.text, cut, OPENING + document.text, f"{document.text}\n\n{own}"))
    assert document.published is not None
    moment = datetime.fromisoformat(document.published.value) + timedelta(hours=draw.uniform(0.2, 8))
    return replace(
        document,
        id=f"{document.id} r{number}",
        url=f"https://reprint{number}.example/{document.id}",
        outlet=f"reprint{number}",
        title=draw.choice((document.title, None)),
        text=text,
        published=StatedTime(moment.isoformat(), ""),
        captured_at=moment + timedelta(hours=1),
    )


def with_reprints(documents: Sequence[Document], draw: random.Random) -> Iterator[Document]:
    """Give the articles and the reprints of every sixth."""
    yield from documents
    for document in documents[::EVERY]:
        for number in range(draw.randint(1, 4)):
            yield reprint(document, draw.choice(documents), number, draw)


def main() -> None:
    """Print how many planted stories keep one origin, and the share of falsely corroborated stories."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--articles", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    day = options.corpora.expanduser() / "13_streams/saudinewsnet/2015-07-23.zip"
    documents = list(with_reprints(read_day(day, options.articles), random.Random(options.seed)))
    by_id = {document.id: document for document in documents}
    stories = link_stories(documents, {})
    corroborated = [story for story in stories if _origins(story, by_id) > 1]
    planted = [story for story in stories if any(" r" in id for id in story.documents)]
    false = [story for story in corroborated if len({id.partition(" ")[0] for id in story.documents}) == 1]
    single = [story for story in planted if len({id.partition(" ")[0] for id in story.documents}) == 1]
    print(f"{len(documents)} documents, {len(stories)} stories, {len(planted)} of them with planted reprints")
    print(f"of one text alone: {len(single)} stories, {len(false)} of them counted as corroborated")
    share = len(false) / len(corroborated) if corroborated else 0.0
    print(f"corroborated: {len(corroborated)} stories, {share:.4f} of them on one text")


def _origins(story: Story, by_id: dict[str, Document]) -> int:
    return len(assess_story(story, [by_id[id] for id in story.documents]).origins)


if __name__ == "__main__":
    main()
