"""Persian claims against the attribution relations of the Persian RST corpus: the extent of what is said.

Definitions. Gold is the nucleus of each `attribution` relation, which is what is said; its satellite ("X
said") gives no source of its own, so sources are not scored. Of nuclei of one document that overlap by half
or more, the longest counts once. A hit is one to one, with a Jaccard overlap of content tokens of at least
0.5, as in `attribution.py`. `held` is the share of gold contents of which one claim has at least half of the
tokens, however much else it has: relations of rhetoric often end inside of what is said. Thoughts and
findings are attributions there as well; the corpus is tokenised, and its words have lost their zero-width
joints. It is measured on and never trained on.

Run: python -m benchmarks.persian_attribution CORPORA [--errors N]
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.attribution import (
    HIT,
    Marked,
    Score,
    Tokens,
    add_document,
    claims_of,
    jaccard,
    token_starts,
    tokens_in,
)
from dateline.extract import extract_annotations
from dateline.extract.contract import format_annotations
from dateline.model.documents import Document
from dateline.outlets import OutletIndex, load_outlets

FILES = Path("2_attribution/persian_rst")
NAME = "fas.rst.prstc_train"

Places = dict[int, tuple[int, int]]
"""Start and end of each token of a text, by its number from 1."""


def read_texts(folder: Path) -> Iterator[tuple[str, str, Places]]:
    """Yield name, text and places of tokens of each document; tokens stand with a space between."""
    for block in (folder / f"{NAME}.tok").read_text(encoding="utf-8").split("# newdoc_id = ")[1:]:
        name, *lines = block.splitlines()
        text, places = "", Places()
        for line in lines:
            number, _, rest = line.partition("\t")
            if number.isdigit():
                word = rest.split("\t")[0]
                places[int(number)] = (len(text), len(text) + len(word))
                text += word + " "
        yield name.strip(), text, places


def read_contents(folder: Path) -> dict[str, list[tuple[int, int]]]:
    """Return the first and last token of each nucleus of an attribution, by document."""
    contents = defaultdict(list)
    with (folder / f"{NAME}.rels").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label"] == "attribution":
                tokens = row["unit2_toks" if row["dir"] == "1>2" else "unit1_toks"]
                numbers = [int(number) for part in tokens.split(",") for number in part.split("-")]
                contents[row["doc"]].append((numbers[0], numbers[-1]))
    return contents


def widest(contents: list[Tokens]) -> list[Tokens]:
    """Return contents without those that are half or more of a longer one."""
    kept: list[Tokens] = []
    for content in sorted(contents, key=len, reverse=True):
        if content and all(jaccard(content, other) < HIT for other in kept):
            kept.append(content)
    return kept


def measure(folder: Path) -> tuple[Score, int]:
    """Score what is made of all texts, and count the gold contents that a claim holds."""
    outlets, score, contents, held = OutletIndex(load_outlets()), Score(), read_contents(folder), 0
    for name, text, places in read_texts(folder):
        starts = token_starts(text)
        spans = [(places[first][0], places[last][1]) for first, last in contents[name]]
        gold = [Marked(tokens, frozenset()) for tokens in widest([tokens_in(starts, [s]) for s in spans])]
        document = Document(
            name, "", "", None, None, None, None, None, datetime(1970, 1, 1, tzinfo=UTC), "fa", text, (), ""
        )
        answer = format_annotations(document, extract_annotations(document, outlets=outlets))
        claims = claims_of(answer, starts)
        held += sum(any(_holds(claim.content, mark.content) for claim in claims) for mark in gold)
        add_document(score, gold, claims, text)
    return score, held


def _holds(claim: Tokens, content: Tokens) -> bool:
    return len(claim & content) >= HIT * len(content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many misses")
    options = parser.parse_args()
    score, held = measure(options.corpora / FILES)
    print(f"{score.gold} gold, {score.predicted} predicted")
    print(score.line("content", score.hits), f"held {held / max(score.gold, 1):.3f}")
    print("\n".join(score.misses[:: max(1, len(score.misses) // max(options.errors, 1))][: options.errors]))


if __name__ == "__main__":
    main()
