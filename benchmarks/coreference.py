"""Event coreference across documents on ECB+: CoNLL F of gold mentions, and of the mentions that we find.

    python -m benchmarks.coreference [--corpora FOLDER] [--part all|report|choose]

CoNLL F is the mean of MUC, B-cubed and CEAF-e, by the scorer below. Documents are put into stories as the
product does; no label of topic or subtopic is used. Gold mentions have a span and nothing else: in a story
those with the same stem are taken for one event. For own mentions the product's events are scored on the gold
mentions whose words they share; a gold mention that is in none stands alone. Topics with an odd number are
reported, with an even one constants may be chosen.
Reference: Cybulska and Vossen 2014; Pradhan et al. 2014, Scoring Coreference Partitions.
"""

import argparse
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from benchmarks.clustering import b_cubed, make_document
from dateline.extract import extract_annotations
from dateline.link import link_stories
from dateline.link.events import link_events
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.outlets import OutletIndex, load_outlets

Partition = Mapping[str, str]
SUFFIXES = ("ations", "ation", "ings", "ing", "ers", "ed", "es", "er", "s", "e")
MIN_STEM = 3
LIGHT = frozenset(
    {"have", "had", "has", "make", "made", "take", "took", "give", "gave", "do", "did", "get", "got"}
)
IRREGULAR = dict(
    pair.split(":")
    for pair in [
        "shot:shoot",
        "won:win",
        "died:die",
        "dead:die",
        "death:die",
        "deaths:die",
        "dies:die",
        "dying:die",
        "fell:fall",
        "went:go",
        "came:come",
        "struck:strike",
        "bought:buy",
        "sold:sell",
        "acquisition:acquir",
        "theft:steal",
        "stole:steal",
        "stolen:steal",
        "said:say",
        "told:tell",
        "left:leave",
        "began:begin",
        "found:find",
        "held:hold",
        "injury:injur",
        "injuries:injur",
        "injured:injur",
    ]
)


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A gold mention of an event."""

    id: str
    document: str
    span: Span
    event: str


def read_corpus(folder: Path, topics: Iterable[int]) -> tuple[list[Document], list[GoldMention]]:
    """Return the documents and gold event mentions of some topics."""
    documents, mentions = [], []
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            document, found = read_document(path)
            documents.append(document)
            mentions += found
    return documents, mentions


def read_document(path: Path) -> tuple[Document, list[GoldMention]]:
    """Return one document of ECB+, its tokens joined by spaces and its sentences by line ends."""
    root = ElementTree.parse(path).getroot()
    spans, text, sentence = {}, "", "0"
    for token in root.iter("token"):
        text += "" if not text else " " if token.get("sentence") == sentence else "\n\n"
        sentence = token.get("sentence") or "0"
        spans[token.get("t_id")] = Span(len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    document = make_document(path.stem, "en", None, text)
    return document, _mentions(root, document, spans)


def _mentions(
    root: ElementTree.Element, document: Document, spans: Mapping[str | None, Span]
) -> list[GoldMention]:
    event_of = {
        source.get("m_id"): relation.get("note") or relation.get("r_id") or ""
        for relation in root.iter("CROSS_DOC_COREF")
        for source in relation.iter("source")
    }
    event_of |= {
        source.get("m_id"): f"{document.id} {relation.get('r_id')}"
        for relation in root.iter("INTRA_DOC_COREF")
        for source in relation.iter("source")
    }
    found = []
    for markable in root.findall("Markables/*"):
        anchors = [spans[anchor.get("t_id")] for anchor in markable.iter("token_anchor")]
        if markable.tag.startswith(("ACTION", "NEG_ACTION")) and anchors:
            id = f"{document.id} {markable.get('m_id')}"
            span = Span(anchors[0].start, anchors[-1].end)
            found.append(GoldMention(id, document.id, span, event_of.get(markable.get("m_id"), id)))
    return found


def stem_of(words: str) -> str:
    """Return what is left of the telling word of a mention without its ending."""
    found = [word for word in re.findall(r"[a-z]+", words.lower()) if word not in LIGHT]
    word = found[0] if found else words.lower()
    word = IRREGULAR.get(word, word)
    suffix = next((s for s in SUFFIXES if word.endswith(s) and len(word) - len(s) >= MIN_STEM), "")
    stem = word[: len(word) - len(suffix)]
    return stem[:-1] if len(stem) > MIN_STEM and stem[-1] == stem[-2] else stem


def join_gold(
    mentions: Sequence[GoldMention], documents: Mapping[str, Document], story: Partition
) -> dict[str, str]:
    """Return the event of each gold mention."""
    return {
        mention.id: f"{story[mention.document]} {stem_of(mention.span.of(documents[mention.document].text))}"
        for mention in mentions
    }


def join_own(
    mentions: Sequence[GoldMention], documents: Sequence[Document], made: Mapping[str, Annotations]
) -> tuple[dict[str, str], float]:
    """Return the product's event of each gold mention, and the share of them that it finds."""
    event_of = {
        (telling.document, mention): event.id
        for event in link_events(documents, made)
        for telling in event.tellings
        for mention in telling.mentions
    }
    found: dict[str, str] = {}
    for gold in mentions:
        same = [each for each in made[gold.document].events if each.trigger.overlaps(gold.span)]
        keys = [key for each in same if (key := event_of.get((gold.document, each.id)))]
        found[gold.id] = keys[0] if keys else gold.id
    return found, sum(event != id for id, event in found.items()) / len(found)


def muc(found: Partition, gold: Partition) -> float:
    """Return MUC F. Reference: Vilain et al. 1995."""
    precision, recall = _links(found, gold), _links(gold, found)
    return _f(precision, recall)


def _links(of: Partition, other: Partition) -> float:
    right = total = 0
    for members in _groups(of).values():
        right += len(members) - len({other[id] for id in members})
        total += len(members) - 1
    return right / total if total else 0.0


def ceaf_e(found: Partition, gold: Partition) -> float:
    """Return CEAF with the entity measure of similarity. Reference: Luo 2005."""
    groups, events = list(_groups(found).values()), list(_groups(gold).values())
    place = {id: number for number, members in enumerate(events) for id in members}
    scores = np.zeros((len(groups), len(events)))
    for row, members in enumerate(groups):
        for column, shared in Counter(place[id] for id in members).items():
            scores[row, column] = 2 * shared / (len(members) + len(events[column]))
    best = _best_alignment(scores)
    return _f(best / len(groups), best / len(events))


def _best_alignment(scores: NDArray[np.float64]) -> float:
    """Return the score of the best one-to-one alignment, part by part: most groups touch few events."""
    total, seen = 0.0, set[int]()
    rows, columns = np.nonzero(scores)
    of_row, of_column = defaultdict(list), defaultdict(list)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        of_row[row].append(column)
        of_column[column].append(row)
    for start in of_row:
        if start not in seen:
            part, touched, queue = [start], set[int](), [start]
            seen.add(start)
            while queue:
                for column in of_row[queue.pop()]:
                    touched.add(column)
                    new = [row for row in of_column[column] if row not in seen]
                    seen.update(new)
                    part += new
                    queue += new
            total += _assign(scores[np.ix_(part, sorted(touched))])
    return total


def _assign(scores: NDArray[np.float64]) -> float:
    """Return the greatest sum of a one-to-one assignment. Reference: Kuhn 1955, by shortest paths."""
    cost = -scores if scores.shape[0] <= scores.shape[1] else -scores.T
    rows, columns = cost.shape
    over_rows, over_columns = np.zeros(rows + 1), np.zeros(columns + 1)
    match = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, way, used = (
            np.full(columns + 1, np.inf),
            np.zeros(columns + 1, dtype=int),
            np.zeros(columns + 1, bool),
        )
        while match[column] != 0:
            used[column] = True
            at = match[column]
            reduced = cost[at - 1] - over_rows[at] - over_columns[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], way[1:][better] = reduced[better], column
            open_least = np.where(used[1:], np.inf, least[1:])
            following = int(np.argmin(open_least)) + 1
            delta = open_least[following - 1]
            over_rows[match[used]] += delta
            over_columns[used] -= delta
            least[~used] -= delta
            column = following
        while column:
            match[column], column = match[way[column]], int(way[column])
    return float(
        -sum(cost[match[column] - 1, column - 1] for column in range(1, columns + 1) if match[column])
    )


def _groups(labels: Partition) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id, label in labels.items():
        groups[label].append(id)
    return groups


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def report(name: str, found: Partition, gold: Partition) -> None:
    """Print the three measures and their mean."""
    scores = (muc(found, gold), b_cubed(found, gold)[2], ceaf_e(found, gold))
    print(
        "{}: MUC {:.3f} B-cubed {:.3f} CEAF-e {:.3f}".format(name, *scores), f"CoNLL F {sum(scores) / 3:.3f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--part", choices=("all", "report", "choose"), default="report")
    options = parser.parse_args()
    folder = options.corpora.expanduser() / "6_entity_event_coref/ecbplus"
    parts = {"all": (0, 1), "report": (1,), "choose": (0,)}[options.part]
    topics = [int(path.name) for path in folder.iterdir() if path.name.isdigit()]
    documents, mentions = read_corpus(folder, sorted(topic for topic in topics if topic % 2 in parts))
    outlets = OutletIndex(load_outlets())
    made = {document.id: extract_annotations(document, outlets=outlets) for document in documents}
    story = {id: each.id for each in link_stories(documents, made) for id in each.documents}
    gold = {mention.id: mention.event for mention in mentions}
    print(f"{len(documents)} documents, {len(mentions)} mentions, {len(set(gold.values()))} events")
    report("each mention alone", {id: id for id in gold}, gold)
    report("gold mentions", join_gold(mentions, {each.id: each for each in documents}, story), gold)
    own, share = join_own(mentions, documents, made)
    report(f"own mentions, {share:.3f} of the gold ones in an event", own, gold)


if __name__ == "__main__":
    main()
