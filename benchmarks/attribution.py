"""Attribution against PolNeAR: who says what, scored on the words of content and source.

Definitions. A token is a run of letters and digits. A predicted claim hits a gold attribution when the
Jaccard overlap of their content tokens is at least 0.5; pairs are taken one to one, the best overlap first.
`with source` counts a pair only if the Jaccard overlap of the source tokens is at least 0.5 too; gold
attributions without a source need a claim without a source span. Claims of mode `statement` are the
document's own and are left out. Where several annotators marked an article, the first by file name counts.

Run: python benchmarks/attribution.py ~/corpora --split dev
     python benchmarks/attribution.py ~/corpora --annotations lines.jsonl   (made by `dateline annotate`)
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

HIT = 0.5
_TOKEN = re.compile(r"\w+")
_SPAN = re.compile(r"(\d+) (\d+)")

Tokens = frozenset[int]


@dataclass(frozen=True)
class Marked:
    """One attribution as the token offsets of its content and source."""

    content: Tokens
    source: Tokens


@dataclass
class Score:
    """Counts over documents."""

    gold: int = 0
    predicted: int = 0
    hits: int = 0
    sourced: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self, name: str, hits: int) -> str:
        """Format precision, recall and F."""
        precision, recall = hits / max(self.predicted, 1), hits / max(self.gold, 1)
        f = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"{name:<22} P {precision:.3f}  R {recall:.3f}  F {f:.3f}"


def tokens_in(starts: Mapping[int, int], spans: list[tuple[int, int]]) -> Tokens:
    return frozenset(
        start for start, end in starts.items() for low, high in spans if low <= start and end <= high
    )


def token_starts(text: str) -> dict[int, int]:
    return {found.start(): found.end() for found in _TOKEN.finditer(text)}


def gold_attributions(annotation: str, starts: Mapping[int, int]) -> list[Marked]:
    spans: dict[str, list[tuple[int, int]]] = {}
    marked = []
    for line in annotation.splitlines():
        identity, _, rest = line.partition("\t")
        if identity.startswith("T"):
            spans[identity] = [(int(low), int(high)) for low, high in _SPAN.findall(rest.split("\t")[0])]
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": []}
        for part in line.partition("\t")[2].split():
            role, _, target = part.partition(":")
            name = role.rstrip("0123456789")
            if name in roles:
                roles[name].extend(spans.get(target, []))
        if content := tokens_in(starts, roles["Content"]):
            marked.append(Marked(content, tokens_in(starts, roles["Source"])))
    return marked


def claims_of(annotations: Mapping[str, Any], starts: Mapping[int, int]) -> list[Marked]:
    marked = []
    for claim in annotations["claims"]:
        if claim["mode"] == "statement":
            continue
        content = tokens_in(starts, [(span["start"], span["end"]) for span in claim["content"]])
        source = next((link["span"] for link in claim["chain"] if link.get("span")), None)
        marked.append(
            Marked(content, tokens_in(starts, [(source["start"], source["end"])] if source else []))
        )
    return marked


def jaccard(left: Tokens, right: Tokens) -> float:
    if not left and not right:
        return 1.0
    return len(left & right) / len(left | right)


def add_document(score: Score, gold: list[Marked], predicted: list[Marked], text: str) -> None:
    pairs = sorted(
        (
            (-jaccard(mark.content, claim.content), -jaccard(mark.source, claim.source), at, other)
            for at, mark in enumerate(gold)
            for other, claim in enumerate(predicted)
        )
    )
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    for overlap, source_overlap, at, other in pairs:
        if -overlap < HIT:
            break
        if at in used_gold or other in used_claims:
            continue
        used_gold.add(at)
        used_claims.add(other)
        score.sourced += -source_overlap >= HIT
    score.gold += len(gold)
    score.predicted += len(predicted)
    score.hits += len(used_gold)
    for kind, marks, used in (("missed", gold, used_gold), ("wrong", predicted, used_claims)):
        for at, mark in enumerate(marks):
            if at not in used and mark.content:
                start = min(mark.content | mark.source)
                score.misses.append(f"{kind}: {text[max(0, start - 60) : max(mark.content) + 12]!r}")


def articles(corpora: Path, split: str) -> Iterator[tuple[str, str, str]]:
    folder = corpora / "2_attribution" / "polnear" / split
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        if found:
            yield path.stem, path.read_text(encoding="utf-8"), found[0].read_text(encoding="utf-8")


def annotate(name: str, text: str, *, grammar_only: bool = False) -> Mapping[str, Any]:
    from dateline.extract import extract_annotations
    from dateline.extract.contract import format_annotations
    from dateline.inference.reader import load_reader
    from dateline.model.documents import Document
    from dateline.outlets import OutletIndex, load_outlets

    outlets = _OUTLETS.setdefault("all", OutletIndex(load_outlets()))
    document = Document(
        name, "", "", None, None, None, None, None, datetime(1970, 1, 1, tzinfo=UTC), "en", text, (), ""
    )
    reader = (
        None if grammar_only else _READERS.get("packaged") or _READERS.setdefault("packaged", load_reader())
    )
    return format_annotations(document, extract_annotations(document, outlets=outlets, reader=reader))


_OUTLETS: dict[str, Any] = {}
_READERS: dict[str, Any] = {}


def people(corpora: Path, split: str) -> Score:
    """Score each who marked an article against each other who did: how far people agree."""
    score = Score()
    folder = corpora / "2_attribution" / "polnear" / split
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        marked = [gold_attributions(each.read_text(encoding="utf-8"), token_starts(text)) for each in found]
        for one, other in permutations(marked, 2):
            add_document(score, one, other, text)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--grammar-only", action="store_true", help="leave out the trained reader")
    parser.add_argument("--people", action="store_true", help="how far those who marked an article agree")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--annotations", type=Path, help="JSON lines of `dateline annotate`, by article name")
    parser.add_argument("--errors", type=int, default=0, help="print so many misses")
    options = parser.parse_args()
    if options.people:
        score = people(options.corpora, options.split)
        print(score.line("content", score.hits), score.line("content with source", score.sourced), sep="\n")
        return
    lines = {}
    if options.annotations:
        with options.annotations.open(encoding="utf-8") as answers:
            lines = {answer["id"]: answer for answer in map(json.loads, answers)}
    score, characters, seconds = Score(), 0, 0.0
    for name, text, gold in list(articles(options.corpora, options.split))[: options.limit]:
        starts = token_starts(text)
        started = time.perf_counter()
        answer = lines[name] if lines else annotate(name, text, grammar_only=options.grammar_only)
        seconds += time.perf_counter() - started
        characters += len(text)
        if answer["text"] != text:
            sys.exit(f"{name}: the annotated text differs from the corpus; offsets cannot be compared")
        add_document(score, gold_attributions(gold, starts), claims_of(answer, starts), text)
    print(f"{options.split}: {score.gold} gold, {score.predicted} predicted")
    print(score.line("content", score.hits))
    print(score.line("content with source", score.sourced))
    if not lines:
        print(f"{characters / 1000:.0f} kB in {seconds:.1f} s: {characters / 1000 / seconds:.0f} kB/s")
    print("\n".join(score.misses[:: max(1, len(score.misses) // max(options.errors, 1))][: options.errors]))


if __name__ == "__main__":
    main()
