"""How well stories are told apart: B-cubed on the 5W1H clusters, by time, in the order of the stream.

    python benchmarks/clustering.py [--corpora FOLDER]

Events are split in two halves by the hash of their name: thresholds are chosen on one, reported on the other.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

from dateline.link import stories
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.times import StatedTime

HOURS_TO_CAPTURE = timedelta(hours=1)


def load_documents(folder: Path) -> tuple[list[Document], dict[str, str]]:
    """Return the articles as documents, and the event of each by document id."""
    documents, events = [], {}
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        document = to_document(article)
        documents.append(document)
        events[document.id] = article["newsCluster"]["Event"]
    return documents, events


def to_document(article: dict[str, str]) -> Document:
    printed = datetime.fromisoformat(article["date_publish"]).replace(tzinfo=UTC)
    return Document(
        id=content_id("d", article["dId"]),
        evidence=article["dId"],
        url=article["url"],
        outlet=article["source_domain"],
        title=article["title"],
        byline=None,
        source=None,
        published=StatedTime(printed.isoformat(), article["date_publish"]),
        captured_at=printed + HOURS_TO_CAPTURE,
        lang=(article["language"] or "en")[:2],
        text=article["text"],
        pictures=(),
        reader="corpus",
    )


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Return precision, recall and F. Reference: Bagga and Baldwin 1998."""
    groups, events = _inverted(found), _inverted(gold)
    shares = [len(groups[found[id]] & events[gold[id]]) for id in gold]
    precision = sum(s / len(groups[found[id]]) for s, id in zip(shares, gold, strict=True)) / len(gold)
    recall = sum(s / len(events[gold[id]]) for s, id in zip(shares, gold, strict=True)) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _inverted(labels: Mapping[str, str]) -> dict[str, set[str]]:
    inverted: dict[str, set[str]] = defaultdict(set)
    for id, label in labels.items():
        inverted[label].add(id)
    return inverted


def score(documents: Sequence[Document], events: Mapping[str, str]) -> tuple[float, float, float]:
    linked = stories.link_stories(documents, {})
    found = {id: story.id for story in linked for id in story.documents}
    return b_cubed(found, {document.id: events[document.id] for document in documents})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--corpora", type=Path, default=default)
    folder = parser.parse_args().corpora.expanduser() / "7_clustering" / "5w1h_clusters"
    documents, events = load_documents(folder)
    halves: tuple[list[Document], list[Document]] = ([], [])
    for document in documents:
        halves[crc32(events[document.id].encode()) % 2].append(document)
    report("dates as given", halves, events)
    # Many dates of this corpus are years off for the event that they are labelled with.
    report("dates left out", tuple([undated(d) for d in half] for half in halves), events)


def undated(document: Document) -> Document:
    return replace(document, published=None, captured_at=datetime(2018, 3, 1, tzinfo=UTC))


def report(title: str, halves: tuple[list[Document], ...], events: Mapping[str, str]) -> None:
    shipped = stories.MIN_ALIKE
    for threshold in (0.06, 0.08, 0.09, 0.1, 0.11, 0.12, 0.14, 0.16, 0.2):
        stories.MIN_ALIKE = threshold
        print(f"{title}, chosen on, MIN_ALIKE {threshold:.2f}:", figures(halves[0], events))
    stories.MIN_ALIKE = shipped
    print(f"{title}, reported on, MIN_ALIKE {shipped:.2f}:", figures(halves[1], events))
    print(f"{title}, all, MIN_ALIKE {shipped:.2f}:", figures([*halves[0], *halves[1]], events))


def figures(documents: Sequence[Document], events: Mapping[str, str]) -> str:
    return "P {:.3f} R {:.3f} F {:.3f}".format(*score(documents, events))


if __name__ == "__main__":
    main()
