"""Events of sentences judged by hand: are type, actor and target right, and how many sentences have
one.

Run: `python -m benchmarks.events_sentences [draw|score] --part blind`. Sentences are drawn by fixed seeds,
one an article of `7_clustering/5w1h_clusters` (all sorts of news) or of `5_ner_syntax/en_worldwide`
(newswire of five continents): first 200 by which rules may be chosen (`choose`), then 40 that were reported
first (`report`), and 40 judged when all mending was done (`fresh`). Later 30 more by which rules may be
chosen (`second`), and 40 judged when that was done (`last`). When events were read off syntax, with an eye
on all the former, 40 more (`unseen`); when all these had been looked at, again 40 (`newest`). When weights
had been taught which events are sound, 80 of newswire, local and American news by which they were not taught
(`blind`); when that had been looked at, 70 more, ten of them reports on the war in Syria (`again`); then 140,
twenty of them of that war, judged when all mending of that round was done, as read before and after it, by
one who did not see which was which (`late`); 80 more judged in the same way a round later, thirty of them
of agencies by which nothing had been taught (`latest`). `draw` prints them with the events read. The
judgements lie in `cases/event_sentences.json`, by article and character offset, without any text: whether the
sentence tells an event at all (`tells`: something of the sixteen types that happened, was said, tried or
planned), and for each trigger read then "right" (type, actor and target) or what is wrong. An event found now
that was not judged is printed: judge it.
"""

import argparse
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.event_articles import article_text, news_articles, wire_text
from benchmarks.event_texts import annotate
from dateline.model.annotations import Annotations, EventMention
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences

SEED = 20200322
LATER_SEEDS = {
    "fresh": 20261122,
    "second": 20261123,
    "last": 20261124,
    "unseen": 20261125,
    "newest": 20261126,
}
LATER = {"fresh": 20, "second": 15, "last": 20, "unseen": 20, "newest": 20}  # drawn of each corpus
OF_CLUSTERS, OF_WIRE = 50, 70
MORE_OF_EACH = (40, 20)  # drawn later, of each corpus; the last are reported
CHOSEN_BY = OF_CLUSTERS + OF_WIRE + 2 * MORE_OF_EACH[0]
BLIND = {
    "blind": (20261127, {"wire": 40, "lgl": 20, "pol": 20}),
    "again": (20261128, {"wire": 30, "lgl": 15, "pol": 15, "fak": 10}),
    "late": (20261130, {"wire": 60, "lgl": 30, "pol": 30, "fak": 20}),
    "latest": (20261201, {"ntx": 30, "wire": 10, "lgl": 15, "pol": 15, "fak": 10}),
}  # seed, and how many are drawn of each corpus of `event_articles`
FEWEST_WORDS = 8
JUDGED = Path(__file__).parent / "cases" / "event_sentences.json"
TAUGHT = Path(__file__).parents[1] / "training" / "events" / "judged_events.json"


def articles(corpora: Path) -> list[tuple[str, str]]:
    """Return name and text of the articles drawn, in the order of the parts."""
    chance = random.Random(SEED)
    clusters = sorted((corpora / "7_clustering/5w1h_clusters").glob("*.json"))
    wire = sorted((corpora / "5_ner_syntax/en_worldwide").glob("*.tsv"))
    drawn_paths = [*chance.sample(clusters, OF_CLUSTERS), *chance.sample(wire, OF_WIRE)]
    for more in MORE_OF_EACH:
        for paths in (clusters, wire):
            drawn_paths += chance.sample([path for path in paths if path not in drawn_paths], more)
    for part, seed in LATER_SEEDS.items():
        for paths in (clusters, wire):
            left = [path for path in paths if path not in drawn_paths]
            drawn_paths += random.Random(seed).sample(left, LATER[part])
    return [
        (path.stem[:12], article_text(path)) if path.suffix == ".json" else (path.stem, wire_text(path))
        for path in drawn_paths
    ]


def judged_apart() -> frozenset[str]:
    """Return the articles of which a sentence was drawn: they teach nothing."""
    keys = json.loads(JUDGED.read_text(encoding="utf-8"))
    return frozenset(
        name for key in keys for name in (key.rpartition(":")[0], f"clu:{key.rpartition(':')[0]}")
    )


def blind_draws(corpora: Path, part: str) -> list[tuple[str, str, Span]]:
    """Return name, text and sentence of each draw of a part of `BLIND`: those judged, else new ones."""
    every = {name: text for name, text in news_articles(corpora) if text}
    verdicts = json.loads(JUDGED.read_text(encoding="utf-8"))
    places = [key.rpartition(":") for key, verdict in verdicts.items() if verdict.get("part") == part]
    if places:
        return [(name, every[name], _sentence_at(every[name], int(start))) for name, _, start in places]
    seed, counts = BLIND[part]
    known = judged_apart() | set(json.loads(TAUGHT.read_text(encoding="utf-8")))
    chance, found = random.Random(seed), []
    for corpus, count in counts.items():
        names = sorted(name for name in every if corpus_of(name) == corpus and name not in known)
        found += chance.sample(names, count)
    sentences = [(name, _long_sentences(every[name])) for name in found]
    return [(name, every[name], chance.choice(spans)) for name, spans in sentences if spans]


def corpus_of(name: str) -> str:
    return name.partition(":")[0] if ":" in name else "wire"


def _sentence_at(text: str, start: int) -> Span:
    return next(span for span in split_sentences(text, "en") if span.start <= start < span.end)


def _long_sentences(text: str) -> list[Span]:
    return [span for span in split_sentences(text, "en") if len(span.of(text).split()) >= FEWEST_WORDS]


def drawn(corpora: Path, part: str) -> Iterator[tuple[str, str, Annotations, Span]]:
    """Yield article name, text, annotations and sentence of each draw of a part."""
    if part in BLIND:
        for name, text, sentence in blind_draws(corpora, part):
            yield name, text, annotate(text), sentence
        return
    chance = random.Random(SEED)
    for number, (name, text) in enumerate(articles(corpora)):
        if long := _long_sentences(text):
            sentence = chance.choice(long)
            if part == part_of(number):
                yield name, text, annotate(text), sentence


def part_of(number: int) -> str:
    """Return the part to which a draw of the earlier ones belongs, by its place."""
    end = CHOSEN_BY
    for part, count in {"choose": 0, "report": MORE_OF_EACH[1], **LATER}.items():
        end += 2 * count
        if number < end:
            return part
    raise ValueError(f"only {end} sentences are drawn, not {number + 1}")


def events_in(read: Annotations, sentence: Span) -> list[EventMention]:
    return [event for event in read.events if sentence.covers(event.trigger)]


def describe(read: Annotations, text: str, event: EventMention) -> str:
    names = {mention.id: text[mention.start : mention.end] for mention in read.mentions}
    actors = [names[each] for each in event.actors] or [span.of(text) for span in event.actor_spans]
    targets = [names[each] for each in event.targets] or [span.of(text) for span in event.target_spans]
    return f"{event.type}/{event.mode} [{event.trigger.of(text)}] {actors} -> {targets} {event.stage}"


def draw(corpora: Path, part: str) -> None:
    for number, (name, text, read, sentence) in enumerate(drawn(corpora, part)):
        print(f"{number} {name}:{sentence.start} {' '.join(sentence.of(text).split())}")
        for event in events_in(read, sentence):
            print(f"      {describe(read, text, event)}")


def score(corpora: Path, part: str) -> None:
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    right = total = telling = covered = unjudged = 0
    for name, text, read, sentence in drawn(corpora, part):
        verdict = judged.get(f"{name}:{sentence.start}")
        if verdict is None:
            unjudged += 1
            continue
        found = events_in(read, sentence)
        telling += verdict["tells"]
        covered += bool(verdict["tells"] and found)
        for event in found:
            marks = verdict["events"].get(f"{event.trigger.of(text)}")
            if marks is None:
                unjudged += 1
                print("not judged:", name, sentence.start, describe(read, text, event))
                continue
            total += 1
            right += marks == "right"
    print(f"events right in type, actor and target: {right} of {total} = {right / max(total, 1):.3f}")
    print(f"sentences that tell an event: {telling}, of them with one found: {covered / max(telling, 1):.3f}")
    print(f"not judged: {unjudged}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=("draw", "score"))
    parser.add_argument("--part", choices=("choose", "report", *LATER, *BLIND), default="latest")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    arguments = parser.parse_args()
    {"draw": draw, "score": score}[arguments.task](Path(arguments.corpora).expanduser(), arguments.part)


if __name__ == "__main__":
    main()
