"""Who does what to whom in invented sentences that are kept here, so that a floor can hold it everywhere.

Usage: python -m benchmarks.syntax_cases [--model FOLDER]
Sentences and gold are in `cases/syntax.txt`. A verb is right when `dateline.text.clauses` names as its doers
and its undergoers nobody where the gold has nobody, and else somebody whose name has the word of the gold.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.reader import load_reader
from dateline.inference.reading import Reader
from dateline.model.spans import Span
from dateline.text.clauses import Parse

CASES = Path(__file__).parent / "cases" / "syntax.txt"


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb of a sentence with who does it and to whom, in words of the sentence; `-` is nobody."""

    sentence: str
    verb: str
    doer: str
    undergoer: str


def read_deeds(path: Path = CASES) -> Iterator[Deed]:
    """Read the deeds of a file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        for line in lines[1:]:
            verb, doer, undergoer = (field.strip() for field in line.split("|"))
            yield Deed(lines[0], verb, doer, undergoer)


def share_right(reader: Reader, deeds: Sequence[Deed]) -> float:
    """Return the share of verbs that are right."""
    return sum(is_right(reader, deed) for deed in deeds) / len(deeds)


def is_right(reader: Reader, deed: Deed) -> bool:
    """Say whether the tree of a sentence has the parties of one of its verbs."""
    text = deed.sentence
    (tree,) = reader.read(text, (Span(0, len(text)),)).syntax
    parse = Parse(tree)
    verb = parse.at(text.index(deed.verb))
    assert verb is not None, f"no word {deed.verb!r} in {text!r}"
    parties = ((deed.doer, parse.doers(verb)), (deed.undergoer, parse.undergoers(verb)))
    return all(_named(text, parse, word, places) for word, places in parties)


def _named(text: str, parse: Parse, word: str, places: tuple[int, ...]) -> bool:
    if word == "-" or not places:
        return word == "-" and not places
    return any(word in parse.name(place).of(text) for place in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    reader = load_reader(parser.parse_args().model)
    deeds = list(read_deeds())
    for deed in deeds:
        if not is_right(reader, deed):
            print(f"{deed.verb}, of: {deed.sentence}")
    print(f"right: {share_right(reader, deeds):.3f} of {len(deeds)} verbs")


if __name__ == "__main__":
    main()
