"""Attribution on invented news and bulletins that are kept here, so that a floor can hold it everywhere.

Usage: python -m benchmarks.reader_cases [--model FOLDER]
Texts and gold are in `cases/attributions.txt`; those in `cases/agencies.txt` are in the styles of agencies
and monitoring bulletins, and every second one was only scored when rules were mended on the others. A hit is
one to one, with a Jaccard overlap of content tokens of at least 0.5; `with source` needs the same of the
source tokens, as in `attribution.py`. Scored is what `extract_annotations` makes of reader and grammar.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.attribution import Marked, Score, add_document, claims_of, token_starts, tokens_in
from dateline.extract import extract_annotations
from dateline.extract.contract import format_annotations
from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.reader import load_reader
from dateline.inference.reading import Reader
from dateline.model.documents import Document
from dateline.outlets import OutletIndex, load_outlets

CASES = Path(__file__).parent / "cases" / "attributions.txt"
AGENCIES = CASES.with_name("agencies.txt")


@dataclass(frozen=True, slots=True)
class Case:
    """One paragraph with its attributions: source, cue and content in the words of the text."""

    text: str
    attributions: tuple[tuple[str, str, str], ...]


def read_cases(path: Path = CASES) -> Iterator[Case]:
    """Read the cases of a file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            text, *marked = lines
            fields = [[field.strip() for field in line.split("|")] for line in marked]
            yield Case(text, tuple((source, cue, content) for source, cue, content in fields))


def marks_of(case: Case) -> list[Marked]:
    """Return the gold of a case as token numbers; a source stands near its cue."""
    starts = token_starts(case.text)
    marked, reached = [], 0
    for source, cue, content in case.attributions:
        at = case.text.index(cue, reached)
        parts = [_place(case.text, part, 0) for part in content.split(" … ")]
        sources = [] if source == "-" else [_place(case.text, source, max(0, at - len(source) - 80))]
        marked.append(Marked(tokens_in(starts, parts), tokens_in(starts, sources)))
        reached = at
    return marked


def _place(text: str, words: str, least: int) -> tuple[int, int]:
    start = text.find(words, least)
    start = start if start >= 0 else text.index(words)
    return start, start + len(words)


def score_cases(reader: Reader | None, cases: Iterator[Case]) -> Score:
    """Score reader and grammar together, or the grammar alone."""
    outlets, score = OutletIndex(load_outlets()), Score()
    for number, case in enumerate(cases):
        captured = datetime(2020, 1, 1, tzinfo=UTC)
        document = Document(
            str(number), "", "", None, None, None, None, None, captured, "en", case.text, (), ""
        )
        found = format_annotations(document, extract_annotations(document, outlets=outlets, reader=reader))
        add_document(score, marks_of(case), claims_of(found, token_starts(case.text)), case.text)
    return score


def f_of(score: Score, hits: int) -> float:
    """Return F for so many hits."""
    return 2 * hits / max(score.predicted + score.gold, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    args = parser.parse_args()
    trained = load_reader(args.model)
    for name, reader in (("grammar", None), ("reader and grammar", trained)):
        _print(name, score_cases(reader, read_cases()), verbose=True)
    agencies = list(read_cases(AGENCIES))
    _print("agencies, mended on", score_cases(trained, iter(agencies[0::2])), verbose=True)
    _print("agencies, scored only", score_cases(trained, iter(agencies[1::2])), verbose=False)


def _print(name: str, score: Score, *, verbose: bool) -> None:
    print(f"{name}: {score.gold} gold, {score.predicted} found")
    print(score.line("content", score.hits))
    print(score.line("content with source", score.sourced))
    if verbose:
        print("\n".join(score.misses))


if __name__ == "__main__":
    main()
