"""How well stories are told apart: B-cubed on 5W1H, translations joined on NTREX, in the order of the stream.

    python -m benchmarks.clustering [--corpora FOLDER] [--half 0|1] [--order SEED]

Stories are what `dateline cluster` answers. Events and documents are split in two halves by the hash
of their name: constants are chosen on one half, with `--half 0`, and reported on the other.
"""

import argparse
import io
import json
import os
import random
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from dateline.cli.cluster import run
from dateline.link.times import printed_at, reading_order
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.times import StatedTime
from dateline.text.unicode import nfc

HOURS_TO_CAPTURE = timedelta(hours=1)
ONE_DAY = datetime(2018, 10, 1, tzinfo=UTC)  # NTREX gives no dates: nothing is told apart by them
NTREX = {"en": "src.eng.tsv", "fa": "ref.fas.tsv", "ar": "ref.arb.tsv", "he": "ref.heb.tsv"}
PAIRS = (("en", "fa"), ("en", "ar"), ("en", "he"), ("fa", "ar"))
DISTRACTORS = 150  # of each other corpus
# NTREX documents of several outlets that report one happening, by reading them.
SAME_HAPPENING = (
    "Hurricane Rosa",
    "Indonesia",
    "Ryder Cup",
    "Syria",
)


def load_events(folder: Path) -> tuple[list[Document], dict[str, str]]:
    """Return the 5W1H articles as documents, and the event of each by document id."""
    documents, events = [], {}
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        document = to_document(article)
        documents.append(document)
        events[document.id] = article["newsCluster"]["Event"]
    return documents, events


def to_document(article: Mapping[str, str]) -> Document:
    """Return an article of 5W1H as a document."""
    printed = datetime.fromisoformat(article["date_publish"]).replace(tzinfo=UTC)
    document = make_document(
        article["dId"], (article["language"] or "en")[:2], article["title"], article["text"]
    )
    stated = StatedTime(printed.isoformat(), article["date_publish"])
    return replace(document, published=stated, captured_at=printed + HOURS_TO_CAPTURE)


def make_document(name: str, lang: str, title: str | None, text: str) -> Document:
    """Return a document without a date."""
    return Document(
        id=content_id("d", lang, name),
        evidence=name,
        url=f"https://corpus.example/{name}",
        outlet=None,
        title=nfc(title) if title else None,
        byline=None,
        source=None,
        published=None,
        captured_at=ONE_DAY,
        lang=lang,
        text=nfc(text),
        pictures=(),
        reader="corpus",
    )


def load_ntrex(folder: Path) -> dict[str, dict[str, Document]]:
    """Return the NTREX documents by language and name; the first sentence is the title."""
    loaded = {}
    for lang, file in NTREX.items():
        sentences: dict[str, list[str]] = defaultdict(list)
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            name, _, sentence = line.partition("\t")
            sentences[name].append(sentence)
        loaded[lang] = {name: make_document(name, lang, s[0], " ".join(s)) for name, s in sentences.items()}
    return loaded


def load_distractors(corpora: Path) -> Iterator[Document]:
    """Give news on other things: English of 5W1H, Persian of Fars, Arabic of SaudiNewsNet."""
    documents, _ = load_events(corpora / "7_clustering/5w1h_clusters")
    yield from (undated(document) for document in documents[:DISTRACTORS])
    persian = json.loads((corpora / "13_streams/fars_news/fars-news-1.json").read_text(encoding="utf-8"))
    for number, article in enumerate(persian[:DISTRACTORS]):
        yield make_document(f"fars {number}", "fa", article["title"], _body(article))
    with zipfile.ZipFile(corpora / "13_streams/saudinewsnet/2015-07-23.zip") as day:
        arabic = json.loads(day.read(day.namelist()[0]).decode("utf-8-sig"))
    for number, article in enumerate(islice(arabic, DISTRACTORS)):
        yield make_document(f"saudi {number}", "ar", article["title"], article["content"])


def _body(article: Mapping[str, Any]) -> str:
    return "\n\n".join([article["abstract"], *map(str, article["paragraphs"])])


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


def stories_of(documents: Iterable[Document]) -> dict[str, str]:
    """Return the story of each document as `dateline cluster` says, which is given them in this order."""
    answers = io.StringIO()
    run(out=answers, stdin=map(_line, documents))
    story, became = dict[str, str](), dict[str, str]()
    for answer in map(json.loads, answers.getvalue().splitlines()):
        if "merged_into" in answer:
            became[answer["story"]] = answer["merged_into"]
        else:
            story[answer["id"]] = answer["story"]
    return {id: _followed(found, became) for id, found in story.items()}


def _line(document: Document) -> str:
    published = document.published.value if document.published else None
    fields = {"id": document.id, "title": document.title, "lang": document.lang, "published": published}
    return json.dumps({**fields, "text": document.text})


def _followed(story: str, became: Mapping[str, str]) -> str:
    while story in became:
        story = became[story]
    return story


def undated(document: Document) -> Document:
    """Return a document as if it gave no date. Many dates of 5W1H are years off its own events."""
    return replace(document, published=None, captured_at=ONE_DAY)


def in_half(names: Iterable[str], half: int) -> list[str]:
    """Return the names of one half."""
    return [name for name in names if crc32(name.encode()) % 2 == half]


def reordered(documents: Iterable[Document], seed: int | None) -> list[Document]:
    """Return documents as they are, or with a seed in order of time, in one drawn by it within a moment."""
    shown = list(documents)
    if seed is None:
        return shown
    random.Random(seed).shuffle(shown)
    return sorted(shown, key=printed_at)


def report_events(corpora: Path, half: int, order: int | None) -> None:
    """Print B-cubed on one half of the 5W1H events."""
    documents, events = load_events(corpora / "7_clustering/5w1h_clusters")
    kept = set(in_half(set(events.values()), half))
    chosen = sorted((each for each in documents if events[each.id] in kept), key=reading_order)
    gold = {document.id: events[document.id] for document in chosen}
    for title, shown in (("dates as given", chosen), ("dates left out", [undated(each) for each in chosen])):
        scores = b_cubed(stories_of(reordered(shown, order)), gold)
        figures = "P {:.3f} R {:.3f} F {:.3f}".format(*scores)
        print(f"5W1H, half {half}, {len(chosen)} documents of {len(kept)} events, {title}: {figures}")


def report_translations(corpora: Path, half: int, order: int | None) -> None:
    """Print which share of the NTREX documents of one half is in the story of its translation.

    Precision is over all pairs of one language and the other in a story, those with a document of another
    corpus included: once with reports of two outlets on one happening taken for wrong, once for right.
    """
    loaded = load_ntrex(corpora / "7_clustering/ntrex")
    names = in_half(loaded["en"], half)
    of_half = {lang: {name: loaded[lang][name] for name in names} for lang in loaded}
    others = list(load_distractors(corpora))
    documents = [document for lang in of_half for document in of_half[lang].values()]
    story = stories_of(reordered(sorted([*documents, *others], key=reading_order), order))
    for one, other in PAIRS:
        joined = [
            (name, another)
            for name, document in of_half[one].items()
            for another, far in of_half[other].items()
            if story[document.id] == story[far.id]
        ]
        ways = ((one, other), (other, one))
        strangers = sum(_strangers(of_half, others, story, *way) for way in ways)
        right = sum(name == another for name, another in joined)
        same = sum(name == another or _is_same(loaded["en"], name, another) for name, another in joined)
        pairs = len(joined) + strangers
        print(
            f"NTREX, half {half}, {one}-{other}: {right / len(names):.3f} of {len(names)} translations "
            f"joined, precision {right / pairs:.3f}; {same / pairs:.3f} where reports of two outlets on one "
            f"happening count as right; {strangers} of {pairs} pairs are with a document of another corpus"
        )


def _strangers(
    of_half: Mapping[str, Mapping[str, Document]],
    others: Iterable[Document],
    story: Mapping[str, str],
    one: str,
    other: str,
) -> int:
    """Count the pairs of a document in one language with one of another corpus in the other language."""
    theirs = Counter(story[each.id] for each in others if each.lang == other)
    return sum(theirs[story[document.id]] for document in of_half[one].values())


def _is_same(english: Mapping[str, Document], name: str, another: str) -> bool:
    texts = (english[name].text, english[another].text)
    return any(all(happening in text for text in texts) for happening in SAME_HAPPENING)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--corpora", type=Path, default=default)
    parser.add_argument("--half", type=int, choices=(0, 1), default=1)
    parser.add_argument("--order", type=int, help="seed by which documents of one moment are ordered")
    options = parser.parse_args()
    report_events(options.corpora.expanduser(), options.half, options.order)
    report_translations(options.corpora.expanduser(), options.half, options.order)


if __name__ == "__main__":
    main()
