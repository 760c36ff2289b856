"""Articles of all sorts of news from several corpora, by a name that says where each lies."""

import csv
import json
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

LONGEST = 5000  # code points; it is their beginning that tells the news


def news_articles(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of the articles of seven corpora, long ones cut behind a sentence.

    Newswire of five continents, local news ("lgl:"), American news ("pol:"), reports on the war in Syria
    ("fak:"), on outbreaks of disease ("geo:", every second one), the news of many agencies ("ntx:") and
    articles of many outlets on 35 events ("clu:").
    """
    for path in sorted((corpora / "5_ner_syntax/en_worldwide").glob("*.tsv")):
        yield path.stem, cut(wire_text(path))
    for record in ElementTree.parse(corpora / "4_geo/lgl.xml").getroot():
        yield f"lgl:{record.get('docid')}", cut(record.findtext("text") or "")
    for path in sorted((corpora / "2_attribution/polnear/train").rglob("*.txt")):
        yield f"pol:{path.stem}", cut(path.read_text(encoding="utf-8", errors="replace"))
    csv.field_size_limit(sys.maxsize)
    with (corpora / "11_contradiction/fa_kes.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            yield f"fak:{row['unit_id']}", cut(row["article_content"])
    for number, article in enumerate(ElementTree.parse(corpora / "4_geo/GeoVirus.xml").iter("article")):
        if number % 2:
            yield f"geo:{number}", cut((article.findtext("text") or "").strip())
    yield from _agencies(corpora / "7_clustering/ntrex/src.eng.tsv")
    for path in sorted((corpora / "7_clustering/5w1h_clusters").glob("*.json")):
        yield f"clu:{path.stem[:12]}", cut(article_text(path))


def _agencies(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the articles of a table of sentences by article, the headline in a line of its own."""
    rows = (line.partition("\t")[::2] for line in path.read_text(encoding="utf-8").splitlines())
    for name, lines in groupby(rows, key=lambda row: row[0]):
        headline, *rest = (line.strip() for _, line in lines)
        yield f"ntx:{name}", cut(f"{headline}\n{' '.join(rest)}")


def cut(text: str) -> str:
    """Return the beginning of a text up to the end of a sentence."""
    return text if len(text) <= LONGEST else text[: text.rfind(". ", 0, LONGEST) + 1]


def article_text(path: Path) -> str:
    """Return the text of an article of the clusters."""
    return json.loads(path.read_text(encoding="utf-8"))["text"] or ""


def wire_text(path: Path) -> str:
    """Return the text of an article given a word a line."""
    words = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    text = " ".join(word for word in words if word)
    text = re.sub(r" ([,.;:!?%)\]’”]|'s\b|n't\b|'')", r"\1", text)
    return re.sub(r"([(\[“]|``) ", r"\1", text)
