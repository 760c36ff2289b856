"""What an edition chooses to tell, held against timelines made by hand, beside LexRank on the same articles.

    python -m benchmarks.content FOLDER [--corpora FOLDER] [--part trial]

The articles and timelines are those of SemEval-2015 task 4: of its trial side thirty articles on one firm and
six timelines of persons and products, by which the choice was made; of `corpus_1` of its evaluation side
thirty articles on makers of aircraft and thirteen timelines. `fr-libya` and its like are crises of
ML-Crisis with one timeline each, in a language whose times Dateline does not read. The articles become a
desk in FOLDER, read once. For each timeline an edition is planned on that beat, and LexRank, of sumy, takes
as many sentences from the articles that the beat takes in. Needed: `pip install sumy`.

A sentence tells of the one day that is named in it, else of the day of its article. Dates are compared as
sets; of each timeline the sentences of its dated events are the reference for ROUGE, on folded words.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer

from benchmarks.timelines import CRISES, PARTS, Article, Timeline, read_part
from dateline.desk import load_desk
from dateline.inference.reader import load_reader
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Period
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.pipeline import Doors, open_doors, open_to_look, run_desk
from dateline.pipeline.editions.house import edition_settings
from dateline.write.choosing.sections import keyword_hits
from dateline.write.compare.folding import folded_words
from dateline.write.planning.plan import plan_edition
from dateline.write.settings import EditionSettings

NOW = datetime(2015, 6, 1, tzinfo=UTC)
ALL = Period("1900-01-01", "2100-01-01")
SETTINGS = """title = "Timelines"
languages = ["{language}"]
language = "{language}"
[[outlets]]
id = "press"
name = "Press"
"""


@dataclass(frozen=True, slots=True)
class Score:
    """How a choice of sentences compares with a timeline: F of days, and of words and pairs of words."""

    days: float
    words: float
    pairs: float


def make_desk(folder: Path, articles: Sequence[Article], language: str) -> None:
    """Write a desk whose inbox holds the articles, and read them."""
    inbox = folder / "inbox" / "press"
    inbox.mkdir(parents=True, exist_ok=True)
    (folder / "desk.toml").write_text(SETTINGS.format(language=language), encoding="utf-8")
    lines = (
        {
            "url": f"https://press.example/{article.id}",
            "title": article.title,
            "text": article.text,
            "published": article.day,
        }
        for article in articles
    )
    (inbox / "articles.jsonl").write_text(
        "".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8"
    )
    with open_doors(load_desk(folder), now=NOW, reader=load_reader()) as doors:
        for outcome in run_desk(doors):
            print(f"{outcome.stage.value:>8}  {outcome.done}", flush=True)


Choice = list[tuple[Document, Annotations, Span]]


def chosen_by_plan(dossiers: Sequence[StoryDossier], settings: EditionSettings) -> Choice:
    """Return the sentences that the body of an edition cites."""
    edition = plan_edition(dossiers, settings=settings, period=ALL, number=1, now=NOW)
    documents, notes = _by_id(dossiers)
    return [
        (documents[citation.document], notes[citation.document], Span(*citation.spans[-1]))
        for section in edition.sections
        for entry in section.items
        for sentence in entry.sentences
        for citation in sentence.citations
    ]


def chosen_by_lexrank(dossiers: Sequence[StoryDossier], settings: EditionSettings, wanted: int) -> Choice:
    """Return as many sentences by LexRank from the same articles, those that name what the beat is of."""
    documents, notes = _by_id(dossiers)
    places = [
        (documents[id], notes[id], Span(sentence.start, sentence.end))
        for id in sorted(documents)
        if keyword_hits(f"{documents[id].title} {documents[id].text}", settings.beat)
        for sentence in notes[id].sentences
    ]
    words = _Words()
    sentences = [
        Sentence(f"{rank} {span.of(document.text)}", words) for rank, (document, _, span) in enumerate(places)
    ]
    best = LexRankSummarizer()(ObjectDocumentModel([Paragraph(sentences)]), wanted)
    return [places[sentences.index(sentence)] for sentence in best]


class _Words:
    """Splits a sentence into words for LexRank; the number before it only keeps equal sentences apart."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return folded_words(text.partition(" ")[2])


def _by_id(dossiers: Iterable[StoryDossier]) -> tuple[dict[str, Document], dict[str, Annotations]]:
    documents = {document.id: document for dossier in dossiers for document in dossier.documents}
    return documents, {notes.document: notes for dossier in dossiers for notes in dossier.annotations}


def score(choice: Choice, timeline: Timeline) -> Score:
    """Compare a choice with a timeline."""
    days = {_day(*place) for place in choice}
    found = [any(_agree(day, other) for other in timeline.days) for day in days]
    met = [any(_agree(day, other) for other in days) for day in timeline.days]
    told = [folded_words(span.of(document.text)) for document, _, span in choice]
    wanted = [folded_words(sentence) for sentence in timeline.sentences]
    return Score(
        _f(sum(found) / max(1, len(found)), sum(met) / max(1, len(met))),
        _overlap(told, wanted, 1),
        _overlap(told, wanted, 2),
    )


def _day(document: Document, notes: Annotations, span: Span) -> str:
    named = [
        time.begin
        for time in notes.times
        if time.begin and time.begin == time.until and span.covers(Span(time.start, time.end))
    ]
    return named[0] if named else (document.published.day if document.published else "")


def _agree(first: str, second: str) -> bool:
    return first.startswith(second) or second.startswith(first)


def _overlap(told: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]], size: int) -> float:
    mine, theirs = (Counter(run for words in side for run in _runs(words, size)) for side in (told, wanted))
    shared = (mine & theirs).total()
    return _f(shared / max(1, mine.total()), shared / max(1, theirs.total()))


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compare(doors: Doors, timelines: Sequence[Timeline]) -> None:
    """Print the scores of both for each timeline, and their means."""
    dossiers = doors.ledger.dossiers(begin=ALL.begin, until=ALL.until)
    scores: dict[str, list[Score]] = {"the plan": [], "LexRank": []}
    for timeline in timelines:
        settings = replace(edition_settings(doors), beat=(timeline.target,), max_items=len(timeline.days))
        ours = chosen_by_plan(dossiers, settings)
        choices = (ours, chosen_by_lexrank(dossiers, settings, len(ours)))
        for name, choice in zip(scores, choices, strict=True):
            scores[name].append(score(choice, timeline))
            print(f"{timeline.target:<20} {name:<9} {len(choice):>3} {_row([scores[name][-1]])}")
    for name, found in scores.items():
        print(f"{'mean':<20} {name:<9}     {_row(found)}")


def _row(found: Sequence[Score]) -> str:
    days, words, pairs = (fmean(getattr(one, field) for one in found) for field in ("days", "words", "pairs"))
    return f"days {days:.3f}  words {words:.3f}  pairs {pairs:.3f}"


def main() -> None:
    """Make the desk where there is none, choose, compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "corpora")))
    parser.add_argument("--part", choices=PARTS, default="trial")
    options = parser.parse_args()
    articles, timelines = read_part(options.corpora, options.part)
    language = options.part.partition("-")[0] if options.part in CRISES else "en"
    if not (options.folder / "desk.toml").exists():
        make_desk(options.folder, articles, language)
    with open_to_look(load_desk(options.folder), now=NOW) as doors:
        compare(doors, timelines)


if __name__ == "__main__":
    main()
