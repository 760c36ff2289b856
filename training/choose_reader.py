"""Learn what judges attributions, and show what each threshold gives on held-out articles.

`python -m training.choose_reader --corpora FOLDER --model FOLDER --out FILE`.

The network scores each piece by itself. Two linear judges (`dateline.inference.judging`) look at whole
attributions: one chooses the extent of each content, the other says how likely an attribution is one. Both
are logistic regressions over a part of the training articles, decoded by the exported network.
"""

import argparse
import dataclasses
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.errors import ModelError
from dateline.inference.attributions import (
    PieceAttribution,
    Settings,
    describe_among,
    merge_attributions,
    propose,
    window_attributions,
)
from dateline.inference.decode import Run
from dateline.inference.judging import FLAT, Judges, Marks, Weights, describe
from dateline.inference.pieces import Pieces
from dateline.inference.reader import (
    OnnxReader,
    TextWindow,
    WindowScores,
    load_reader,
    whole_words,
    window_raw_attributions,
)
from dateline.model.spans import Span
from training.corpora import Passage, Range, read_polnear
from training.scoring import HIT, Counts, Said, count_hits, jaccard, match, token_starts, tokens_in
from training.splits import split_attributions

SETTINGS = Settings()
JUDGED_EVERY = 4
"""Each fourth training article teaches the judges."""
THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
RIDGE = 3.0
STEPS = 25
"""Newton steps of a regression; it is there after ten."""


@dataclass(frozen=True)
class Article:
    """A passage with its gold attributions and the model's scores."""

    tokens: list[Range]
    gold: list[Said]
    pieces: Pieces
    scored: list[tuple[TextWindow, WindowScores]]

    def said(self, content: Sequence[Span], source: Sequence[Span]) -> Said:
        """Return an attribution in tokens."""
        return Said(*(tokens_in(self.tokens, [(s.start, s.end) for s in part]) for part in (content, source)))

    def spans(self, runs: Sequence[Run], window: TextWindow) -> list[Span]:
        """Return the runs of a window as spans of the text."""
        return [whole_words(self.pieces, (a + window.start, b + window.start)) for a, b in runs]


def score_articles(reader: OnnxReader, passages: Sequence[Passage]) -> list[Article]:
    """Score all passages once, so that they can be decoded often."""
    articles = []
    for passage in passages:
        tokens = token_starts(passage.text)
        gold = [
            Said(tokens_in(tokens, each.content), tokens_in(tokens, each.source))
            for each in passage.attributions or ()
        ]
        pieces = reader.cut(passage.text)
        articles.append(Article(tokens, gold, pieces, list(reader.score(pieces))))
    return articles


def measure(reader: OnnxReader, articles: Sequence[Article], least: float) -> Counts:
    """Return the counts of what is believed at least so much."""
    total = Counts()
    for article in articles:
        raw = (
            attribution
            for window, scores in article.scored
            for attribution in window_raw_attributions(article.pieces, window, scores, reader.meta)
        )
        said = [article.said(each.content, each.source) for each in raw if each.score >= least]
        total += count_hits(said, article.gold)
    return total


def learn(reader: OnnxReader, articles: Sequence[Article]) -> Judges:
    """Return both judges; the second sees what the first has chosen.

    Raises ModelError when the network finds no cue, as after a few minutes of training.
    """
    extents = list(_extents(reader, articles))
    if not extents:
        raise ModelError(f"{reader.name} finds no cue in {len(articles)} training articles; train it longer")
    extent = regress(*zip(*extents, strict=True))
    judges = Judges(extent, extent)
    return Judges(extent, regress(*zip(*_merged(reader, articles, judges), strict=True)))


def _extents(reader: OnnxReader, articles: Sequence[Article]) -> Iterator[tuple[list[float], bool]]:
    """Yield each extent that a content may have, and whether it is some gold content."""
    for article in articles:
        for window, scores in article.scored:
            marks = _marks(article, window)
            for extents in propose(scores, reader.meta.distances, reader.meta.settings):
                for candidate in extents:
                    said = article.said(article.spans(candidate.contents, window), ())
                    hit = any(jaccard(said.content, gold.content) >= HIT for gold in article.gold)
                    yield describe(candidate, marks), hit


def _merged(
    reader: OnnxReader, articles: Sequence[Article], judges: Judges
) -> Iterator[tuple[list[float], bool]]:
    """Yield each merged attribution of an article, and whether it is matched."""
    for article in articles:
        described: list[list[float]] = []
        said: list[Said] = []
        for window, scores in article.scored:
            for each, among in _owned(reader, article, window, scores, judges):
                described.append(describe_among(each, among))
                said.append(
                    article.said(article.spans(each.content, window), article.spans(each.source, window))
                )
        hits = {row for row, _ in match(said, article.gold)}
        yield from ((row, at in hits) for at, row in enumerate(described))


def _owned(
    reader: OnnxReader, article: Article, window: TextWindow, scores: WindowScores, judges: Judges
) -> Iterator[tuple[PieceAttribution, list[PieceAttribution]]]:
    settings = reader.meta.settings
    own = (window.owned_start - window.start, window.owned_end - window.start)
    owned = window_attributions(scores, _marks(article, window), reader.meta.distances, settings, judges, own)
    merged = merge_attributions(owned, settings)
    yield from ((each, merged) for each in merged)


def _marks(article: Article, window: TextWindow) -> Marks:
    here = slice(window.start, window.end)
    return Marks.of(article.pieces.ids[here], article.pieces.features[here])


def regress(described: Sequence[Sequence[float]], hits: Sequence[bool]) -> Weights:
    """Return the weights of a ridge logistic regression, by Newton's method over standardised columns."""
    rows, wanted = np.asarray(described, dtype=np.float64), np.asarray(hits, dtype=np.float64)
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    rows = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    penalty = np.diag([RIDGE] * (rows.shape[1] - 1) + [0.0])
    found: FLAT = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (likely - wanted) + penalty @ found
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + penalty
        found = found - np.linalg.solve(bend, slope)
    weights = found[:-1] / scale
    return Weights(weights, float(found[-1] - mean @ weights))


def with_meta(reader: OnnxReader, **changes: object) -> OnnxReader:
    """Return the reader with other settings or judges."""
    return reader.with_meta(dataclasses.replace(reader.meta, **changes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="write settings and judges here, for training.export_reader")
    parser.add_argument("--dev", action="store_true", help="also measure on PolNeAR's dev folder")
    args = parser.parse_args()
    split, reader = split_attributions(args.corpora), load_reader(args.model)
    if args.out:
        reader = with_meta(reader, settings=SETTINGS, judges=None)
        reader = with_meta(reader, judges=learn(reader, score_articles(reader, split.train[::JUDGED_EVERY])))
        args.out.write_text(json.dumps(packed(reader), indent=1) + "\n", encoding="utf-8")
    held = score_articles(reader, split.held)
    for least in THRESHOLDS:
        print(least, measure(reader, held, least).told(), flush=True)
    if args.dev:
        dev = score_articles(reader, tuple(read_polnear(args.corpora / "2_attribution/polnear/dev")))
        print("dev", THRESHOLDS[1], measure(reader, dev, THRESHOLDS[1]).told())


def packed(reader: OnnxReader) -> dict[str, object]:
    """Return settings and judges as they stand in `meta.json`."""
    judges = reader.meta.judges
    weights = {
        name: {"weights": judge.weights.round(5).tolist(), "bias": round(judge.bias, 5)}
        for name, judge in (("extent", judges.extent), ("whole", judges.whole))
    } if judges else {}  # fmt: skip
    return {"settings": dataclasses.asdict(reader.meta.settings), "judges": weights}


if __name__ == "__main__":
    main()
