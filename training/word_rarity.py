"""How rare the words of a language are in news: one command from corpora to the packaged table.

Run: `python -m training.word_rarity [--corpora ~/corpora]`. Texts are cut into pages of equal length, so that
headlines and articles count alike; a word's level is by the share of pages that have it. Only texts of
open or unstated licence are read (docs of the corpora say which), and only words with their level are kept.
"""

import argparse
import csv
import json
import math
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import dateline.link
from dateline.link.rarity import FOLDER, LEVEL, PAGE_WORDS
from dateline.text.fold import folded_words

OUT = Path(dateline.link.__file__).parent / FOLDER
MOST_WORDS = {"en": 20_000, "fa": 9_000, "ar": 9_000}
LEAST_PAGES = 3  # a word of fewer pages is as rare as one that is not listed


def english(corpora: Path) -> Iterator[str]:
    """Give the texts of PolNeAR, MUC-3, LGL, Worldwide Newswire, WikiEvents and the India police reports."""
    yield from _plain(corpora / "2_attribution/polnear/train/text", "**/*.txt")
    for path in sorted((corpora / "8_events/muc4").glob("**/*-muc3*")):
        yield from path.read_text(encoding="utf-8", errors="replace").split("\nDEV-")
    for article in ElementTree.parse(corpora / "4_geo/lgl.xml").iter("article"):
        yield article.findtext("text") or ""
    yield from _columns(corpora / "5_ner_syntax/en_worldwide", "*.tsv", "\t")
    for line in (corpora / "8_events/wikievents/dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield " ".join(json.loads(line)["tokens"])
    yield from _plain(corpora / "8_events/india_police_docs", "train.tsv")


def persian(corpora: Path) -> Iterator[str]:
    """Give the texts of Fars, FarsTail and the Universal Dependencies banks."""
    for path in sorted((corpora / "13_streams/fars_news").glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8")):
            yield " ".join(
                str(part) for name, part in article.items() if name in ("title", "abstract", "body")
            )
    yield from _fields(corpora / "11_contradiction/farstail/Train-word.csv", ("premise",), "\t")
    yield from _conllu(corpora, "fa_*.conllu")


def arabic(corpora: Path) -> Iterator[str]:
    """Give the texts of ANS, ANERcorp, AQMAR and the Universal Dependencies bank."""
    yield from _fields(corpora / "11_contradiction/ans/train.csv", ("s1", "s2"), ",")
    yield from _columns(corpora / "5_ner_syntax/anercorp", "train.txt", " ")
    yield from _columns(corpora / "5_ner_syntax/aqmar", "train.txt", " ")
    yield from _conllu(corpora, "ar_*.conllu")


READERS: dict[str, Callable[[Path], Iterator[str]]] = {"en": english, "fa": persian, "ar": arabic}


def _plain(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        yield from path.read_text(encoding="utf-8", errors="replace").split("\n\n\n")


def _columns(folder: Path, pattern: str, separator: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield " ".join(line.split(separator)[0] for line in lines if not line.startswith("http"))


def _fields(path: Path, names: tuple[str, ...], separator: str) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=separator):
            yield " ".join(row[name] or "" for name in names)


def _conllu(corpora: Path, pattern: str) -> Iterator[str]:
    for path in sorted((corpora / "5_ner_syntax/ud").glob(pattern)):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield " ".join(line.partition("=")[2] for line in lines if line.startswith("# text ="))


def pages(texts: Iterator[str]) -> Iterator[set[str]]:
    """Give the words of each page of `PAGE_WORDS`; what is left at the end is a page too."""
    page: list[str] = []
    for text in texts:
        page += folded_words(text)
        while len(page) >= PAGE_WORDS:
            yield set(page[:PAGE_WORDS])
            del page[:PAGE_WORDS]
    yield set(page)


def table(lang: str, corpora: Path) -> str:
    """Return the lines of a table: a level, and the words that have it."""
    count, holders = 0, Counter[str]()
    for page in pages(READERS[lang](corpora)):
        holders.update(page)
        count += 1
    levels: dict[int, list[str]] = {}
    for word, held in sorted(holders.items(), key=lambda entry: (-entry[1], entry[0]))[: MOST_WORDS[lang]]:
        if held >= LEAST_PAGES and not word.isdecimal():
            levels.setdefault(round(math.log(count / held) / LEVEL), []).append(word)
    print(f"{lang}: {count} pages, {sum(map(len, levels.values()))} words")
    return "".join(f"{level} {' '.join(sorted(words))}\n" for level, words in sorted(levels.items()))


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--corpora", type=Path, default=default)
    corpora = parser.parse_args().corpora.expanduser()
    OUT.mkdir(exist_ok=True)
    for lang in READERS:
        (OUT / f"{lang}.txt").write_text(table(lang, corpora), encoding="utf-8")


if __name__ == "__main__":
    main()
