"""Choose decoding settings on held-out articles.

`python -m training.choose_reader --corpora FOLDER --model FOLDER --out FILE`.
"""

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.inference.attributions import Settings
from dateline.inference.reader import OnnxReader, load_reader, window_raw_attributions
from dateline.model.spans import Span
from training.corpora import Passage, Range, read_polnear
from training.scoring import Counts, Said, count_hits, token_starts, tokens_in
from training.splits import split_attributions

KEPT, MEASURED = 0.4, 0.6
"""Least score of what the reader gives out, and of what counts here: between them the grammar decides."""
GRID = {
    "gap": (8.0, 16.0, 32.0),
    "cue": (0.1, 0.15, 0.2, 0.3),
    "shift": (-0.5, 0.0, 0.5),
    "same": (0.3, 0.5),
}


class Scored:
    """Passages with the model's scores, decoded as often as there are settings to try."""

    def __init__(self, reader: OnnxReader, passages: Sequence[Passage]) -> None:
        self.reader = reader
        self.articles = []
        for passage in passages:
            tokens = token_starts(passage.text)
            gold = [
                Said(tokens_in(tokens, each.content), tokens_in(tokens, each.source))
                for each in passage.attributions or ()
            ]
            pieces = reader.cut(passage.text)
            self.articles.append((tokens, gold, pieces, list(reader.score(pieces))))

    def measure(self, settings: Settings) -> Counts:
        """Return the counts over all passages."""
        total = Counts()
        for tokens, gold, pieces, scored in self.articles:
            raw = (
                attribution
                for window, scores in scored
                for attribution in window_raw_attributions(pieces, window, scores, self.reader.meta, settings)
            )
            said = [
                Said(tokens_in(tokens, _ranges(each.content)), tokens_in(tokens, _ranges(each.source)))
                for each in raw
                if each.score >= MEASURED
            ]
            total += count_hits(said, gold)
        return total


def _ranges(spans: Sequence[Span]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def choose(scored: Scored) -> Settings:
    """Climb from the defaults, one setting at a time, until no step helps."""
    best = Settings(keep=KEPT, gap=16.0, same=0.3)
    reached = _worth(scored, best)
    for _ in range(3):
        before = reached
        for name, values in GRID.items():
            for value in values:
                tried = dataclasses.replace(best, **{name: value})
                worth = _worth(scored, tried)
                if worth > reached:
                    best, reached = tried, worth
        if reached == before:
            break
    return best


def _worth(scored: Scored, settings: Settings) -> float:
    counts = scored.measure(settings)
    return counts.scores(counts.hits)[2] + counts.scores(counts.sourced)[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--dev", action="store_true", help="also measure on PolNeAR's dev folder")
    args = parser.parse_args()
    reader = load_reader(args.model)
    scored = Scored(reader, split_attributions(args.corpora).held)
    settings = choose(scored) if args.out else reader.meta.settings
    print(settings, scored.measure(settings).told())
    if args.out:
        args.out.write_text(json.dumps(dataclasses.asdict(settings), indent=1) + "\n", encoding="utf-8")
    if args.dev:
        dev = Scored(reader, tuple(read_polnear(args.corpora / "2_attribution/polnear/dev")))
        print("dev", dev.measure(settings).told())


if __name__ == "__main__":
    main()
