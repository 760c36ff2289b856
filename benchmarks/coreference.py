"""Event coreference across documents on ECB+: CoNLL F of gold mentions, and of the mentions that we find.

    python -m benchmarks.coreference [--corpora FOLDER] [--part all|report|choose]

CoNLL F is the mean of MUC, B-cubed and CEAF-e, by the scorer of `coreference_scores`. Documents are put into
stories as the product does; no label of topic or subtopic is used. Gold mentions have a span, nothing else:
in a story those of one stem, or of stems that say the same, are taken for one event. For own mentions the
product's events are scored on the gold mentions whose words they share; a gold mention that is in none stands
alone. Topics with an odd number are reported, with an even one constants may be chosen.
Reference: Cybulska and Vossen 2014; Pradhan et al. 2014, Scoring Coreference Partitions.
"""

import argparse
import os
from collections.abc import Iterable, Mapping, Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.clustering import make_document
from benchmarks.coreference_scores import Partition, conll
from benchmarks.event_stems import REPORTING, sense_of
from benchmarks.event_texts import annotate_document
from dateline.link import link_stories
from dateline.link.events import link_events
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.model.spans import Span

SENTENCES = "ECBplus_coreference_sentences.csv"


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A gold mention of an event."""

    id: str
    document: str
    span: Span
    event: str


def read_corpus(folder: Path, topics: Iterable[int]) -> tuple[list[Document], list[GoldMention]]:
    """Return the documents of some topics, and their event mentions in the sentences that were checked.

    Coreference across documents was marked in those sentences alone (Cybulska and Vossen 2014); published
    figures are on them.
    """
    with (folder / SENTENCES).open(encoding="utf-8-sig", newline="") as lines:
        checked = {(f"{line['Topic']}_{line['File']}", line["Sentence Number"]) for line in DictReader(lines)}
    documents, mentions = [], []
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            document, found = read_document(path)
            documents.append(document)
            mentions += [each for each in found if (path.stem, _sentence(document, each)) in checked]
    return documents, mentions


def _sentence(document: Document, mention: GoldMention) -> str:
    return str(document.text.count("\n\n", 0, mention.span.start))


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


def join_gold(
    mentions: Sequence[GoldMention], documents: Mapping[str, Document], story: Partition
) -> dict[str, str]:
    """Return the event of each gold mention; each time that somebody says something is one of its own."""
    found = {}
    for mention in mentions:
        sense = sense_of(mention.span.of(documents[mention.document].text))
        found[mention.id] = mention.id if sense in REPORTING else f"{story[mention.document]} {sense}"
    return found


def join_own(
    mentions: Sequence[GoldMention],
    documents: Sequence[Document],
    made: Mapping[str, Annotations],
    stories: Sequence[Story],
) -> tuple[dict[str, str], float]:
    """Return the product's event of each gold mention, and the share of them that it finds."""
    event_of = {
        (telling.document, mention): event.id
        for event in link_events(documents, made, stories=stories)
        for telling in event.tellings
        for mention in telling.mentions
    }
    found: dict[str, str] = {}
    for gold in mentions:
        same = [each for each in made[gold.document].events if each.trigger.overlaps(gold.span)]
        keys = [key for each in same if (key := event_of.get((gold.document, each.id)))]
        found[gold.id] = keys[0] if keys else gold.id
    return found, sum(event != id for id, event in found.items()) / len(found)


def report(name: str, found: Partition, gold: Partition) -> None:
    """Print the three measures and their mean."""
    scores = conll(found, gold)
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
    made = {document.id: annotate_document(document) for document in documents}
    stories = link_stories(documents, made)
    story = {id: each.id for each in stories for id in each.documents}
    gold = {mention.id: mention.event for mention in mentions}
    print(f"{len(documents)} documents, {len(mentions)} mentions, {len(set(gold.values()))} events")
    report("each mention alone", {id: id for id in gold}, gold)
    report("gold mentions", join_gold(mentions, {each.id: each for each in documents}, story), gold)
    own, share = join_own(mentions, documents, made, stories)
    report(f"own mentions, {share:.3f} of the gold ones in an event", own, gold)


if __name__ == "__main__":
    main()
