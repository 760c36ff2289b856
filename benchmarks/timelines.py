"""Articles, and timelines made of them by hand: SemEval-2015 task 4, and ML-Crisis in three languages.

Articles of ML-Crisis are web pages as they were scraped: its first whole sentence begins the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

SEMEVAL = {
    "trial": ("Corpus-trial-data_task4", "TimeLines_trial_data_task4_v1.2"),
    "corpus_1": (
        "SemEval_Task4_data/corpus_1/corpus_trackA_CAT",
        "SemEval_Task4_data/corpus_1/TimeLines_Gold_Standard",
    ),
}
CRISES = {
    "fr-egypt": "Égypte",
    "fr-libya": "Libye",
    "es-egypt": "Egipto",
    "es-libya": "Libia",
    "it-egypt": "Egitto",
    "it-libya": "Libia",
}
PARTS = (*SEMEVAL, *CRISES)
NO_SPACE_BEFORE = re.compile(r" (?=[.,;:!?)\]”’%]|['’]s\b|n['’]t\b)")
WHOLE = re.compile(r"\w.{60,}[.!?…]\W?$")  # a line that is prose, no menu and no caption
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `sentences` are as the corpus counts them, where it does."""

    id: str
    title: str
    day: str
    text: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Whom or what a timeline is of, its days at their precision, and the sentences that tell its events."""

    target: str
    days: frozenset[str]
    sentences: tuple[str, ...]


def read_part(corpora: Path, part: str) -> tuple[list[Article], list[Timeline]]:
    """Return the articles and the timelines of one of PARTS."""
    folder = corpora / "9_timelines"
    if part in CRISES:
        language, _, crisis = part.partition("-")
        reference = folder / "ml_crisis" / language / "reference" / f"{crisis}.txt"
        return list(_scraped(folder / "ml_crisis" / language / crisis)), [_by_day(reference, CRISES[part])]
    texts, gold = (folder / "semeval15_t4" / name for name in SEMEVAL[part])
    articles = list(_marked_up(texts))
    return articles, list(_by_target(gold, articles))


def _marked_up(folder: Path) -> Iterator[Article]:
    """Yield the articles of SemEval: the headline, the day, then the text."""
    for file in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(file).getroot()
        tokens: dict[int, list[str]] = {}
        for token in root.iter("token"):
            tokens.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
        sentences = [NO_SPACE_BEFORE.sub("", " ".join(tokens[number])) for number in sorted(tokens)]
        day = datetime.strptime(sentences[1].strip(" ."), "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()
        text = " ".join(sentences[2:])
        yield Article(root.attrib["doc_id"], sentences[0].strip(), day, text, tuple(sentences))


def _by_target(folder: Path, articles: Sequence[Article]) -> Iterator[Timeline]:
    """Yield each timeline of SemEval; events without a day are left out."""
    by_id = {article.id: article for article in articles}
    for file in sorted(folder.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        days, told = set(), dict[str, None]()
        for line in lines[1:]:
            _, day, *mentions = line.split()
            if not day.startswith("X"):
                days.add(day.partition("-XX")[0])
                for mention in mentions:
                    article, sentence, _ = mention.split("-", maxsplit=2)
                    if article in by_id:  # one is named that the corpus lacks
                        told[by_id[article].sentences[int(sentence)]] = None
        yield Timeline(lines[0].strip(), frozenset(days), tuple(told))


def _scraped(folder: Path) -> Iterator[Article]:
    """Yield the articles of a crisis: the line above the first whole sentence is the headline."""
    for file in sorted(folder.glob("*/*.txt")):
        lines = [line.strip() for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
        first = next((at for at, line in enumerate(lines) if WHOLE.search(line)), None)
        if first is not None:
            body = [line for line in lines[first:] if WHOLE.search(line)]
            title = lines[first - 1] if first else body[0][:80]
            yield Article(f"{file.parent.name}-{file.stem}", title, file.parent.name, "\n\n".join(body))


def _by_day(file: Path, target: str) -> Timeline:
    """Return a timeline that gives each day and below it what happened."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    days = frozenset(line for line in lines if DAY.fullmatch(line))
    told = (line for line in lines if line not in days and any(letter.isalpha() for letter in line))
    return Timeline(target, days, tuple(told))
