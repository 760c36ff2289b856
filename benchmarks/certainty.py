"""How sure a claim is: MEANTIME, English, over the five levels.

Run: `python -m benchmarks.certainty --part report`. Each happening that people marked with certainty has one
level: certain, probable, possible, or unknown where they found it left open (no text of this corpus is marked
doubtful). Ours is the certainty of the shortest claim whose content holds the marked word; where none does,
what the corpus says most often, certain. Of each pair of texts, in the order of their names, the first may
choose words (`choose`), the second is reported (`report`). F of each level that occurs, their mean, and
the mean F of always answering the most frequent level. `--part cases` reads our own sentences in
`cases/certainty.txt` instead, by which rules are mended.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.event_texts import annotate
from benchmarks.events_certainty import texts
from dateline.model.claims import Certainty, Claim
from dateline.model.spans import Span

LEVELS = {
    "CERTAIN": Certainty.CERTAIN,
    "PROBABLE": Certainty.PROBABLE,
    "POSSIBLE": Certainty.POSSIBLE,
    "UNDERSPECIFIED": Certainty.UNKNOWN,
}
CASES = Path(__file__).parent / "cases" / "certainty.txt"
Marks = Sequence[tuple[Span, Certainty]]
"""Words with how sure their text leaves them."""


def marked_texts(corpora: Path, part: str) -> Iterator[tuple[str, Marks]]:
    """Yield the texts of a part of MEANTIME with their marked words."""
    chosen = slice(None) if part == "all" else slice(part == "report", None, 2)
    for text, marked in list(texts(corpora))[chosen]:
        yield text, [(word, LEVELS[values[0]]) for word, values in marked]


def read_cases(path: Path = CASES) -> Iterator[tuple[str, Marks]]:
    """Yield our own sentences, each with the one word in brackets: "Ice may [close] the road. | possible"."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, level = line.rpartition(" | ")
            before, _, rest = sentence.partition("[")
            word, _, after = rest.partition("]")
            yield before + word + after, [(Span(len(before), len(before + word)), Certainty(level))]


def judge(marked: Iterator[tuple[str, Marks]], *, verbose: bool) -> list[tuple[Certainty, Certainty]]:
    """Return the level of each marked word and ours; print those that differ where wished."""
    pairs: list[tuple[Certainty, Certainty]] = []
    for text, words in marked:
        claims = annotate(text).claims
        for word, level in words:
            pairs.append((level, level_at(claims, word)))
            if verbose and pairs[-1][0] != pairs[-1][1]:
                print(*pairs[-1], "…", text[max(0, word.start - 90) : word.end + 30])
    return pairs


def mean(scores: dict[Certainty, float]) -> float:
    """Return the mean F of the levels."""
    return sum(scores.values()) / len(scores)


def level_at(claims: Sequence[Claim], word: Span) -> Certainty:
    """Return the certainty of the shortest claim whose content holds a word."""
    holding = [
        (content.end - content.start, claim.certainty)
        for claim in claims
        for content in claim.content
        if content.covers(word)
    ]
    return min(holding)[1] if holding else Certainty.CERTAIN


def f_scores(pairs: Sequence[tuple[Certainty, Certainty]]) -> dict[Certainty, float]:
    """Return the F of each level that occurs in the gold, the first of each pair."""
    gold, found = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return {level: 2 * right[level] / (gold[level] + found[level]) for level in gold}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--part", choices=("choose", "report", "all", "cases"), default="report")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--verbose", action="store_true", help="print what is wrong, with its sentence")
    arguments = parser.parse_args()
    own = arguments.part == "cases"
    texts_read = read_cases() if own else marked_texts(arguments.corpora.expanduser(), arguments.part)
    pairs = judge(texts_read, verbose=arguments.verbose)
    scores = f_scores(pairs)
    for level, score in scores.items():
        print(f"{level}: F {score:.3f} of {sum(gold == level for gold, _ in pairs)}")
    often = Counter(gold for gold, _ in pairs).most_common(1)[0][0]
    majority = f_scores([(gold, often) for gold, _ in pairs])
    print(f"macro F {mean(scores):.3f}; always {often}: {mean(majority):.3f}")


if __name__ == "__main__":
    main()
