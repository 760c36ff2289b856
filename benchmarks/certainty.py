"""How sure a claim is: MEANTIME, English, over the five levels.

Run: `python -m benchmarks.certainty --part report`. Each happening that people marked with certainty has one
level: certain, probable, possible, or unknown where they found it left open (no text of this corpus is marked
doubtful). Ours is the certainty of the shortest claim whose content holds the marked word; where none does,
what the corpus says most often, certain. Of each pair of texts, in the order of their names, the first may
choose words (`choose`), the second is reported (`report`). F of each level that occurs, their mean, and
the mean F of always answering the most frequent level.
"""

import argparse
import os
from collections import Counter
from collections.abc import Sequence
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
    parser.add_argument("--part", choices=("choose", "report", "all"), default="report")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--verbose", action="store_true", help="print what is wrong, with its sentence")
    arguments = parser.parse_args()
    pairs: list[tuple[Certainty, Certainty]] = []
    chosen = slice(None) if arguments.part == "all" else slice(arguments.part == "report", None, 2)
    for text, marked in list(texts(Path(arguments.corpora).expanduser()))[chosen]:
        claims = annotate(text).claims
        for word, values in marked:
            pairs.append((LEVELS[values[0]], level_at(claims, word)))
            if arguments.verbose and pairs[-1][0] != pairs[-1][1]:
                print(*pairs[-1], "…", text[max(0, word.start - 90) : word.end + 30])
    scores = f_scores(pairs)
    for level, score in scores.items():
        print(f"{level}: F {score:.3f} of {sum(gold == level for gold, _ in pairs)}")
    often = Counter(gold for gold, _ in pairs).most_common(1)[0][0]
    majority = f_scores([(gold, often) for gold, _ in pairs])
    print(f"macro F {sum(scores.values()) / len(scores):.3f}", end="; ")
    print(f"always {often}: {sum(majority.values()) / len(majority):.3f}")


if __name__ == "__main__":
    main()
