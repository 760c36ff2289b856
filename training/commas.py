"""Train the weights that put lost commas back: `dateline/text/weights/commas.npz`.

Run: `python -m training.commas --corpora FOLDER`. Trained on the sentences of PolNeAR's train folder, of
Worldwide Newswire and re3d, without the parts that `training.splits` holds out; those show precision and
recall by threshold. Needs scikit-learn and scipy, at training time only.
"""

import argparse
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dateline.text.commas import WEIGHTS, Word, marks_of, words_of
from dateline.text.weights import ROWS, row_of
from training.corpora import Passage
from training.splits import split_attributions, split_mentions

STRENGTH = 0.15  # inverse of the penalty on large weights
LONGEST = 120  # words of a line that can be one sentence
SENTENCE_ENDS = (".", "!", "?")


def sentences_in(passages: Iterable[Passage]) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of texts, cut at full stops before capitals."""
    for passage in passages:
        for line in passage.text.split("\n"):
            yield from _cut(words_of(line))


def _cut(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    begin = 0
    for place, word in enumerate(words):
        last = place + 1 == len(words)
        ends = word.folded.endswith(SENTENCE_ENDS) and not last and words[place + 1].shape[:1] in "AC"
        if last or ends:
            if 5 <= place + 1 - begin <= LONGEST:
                yield words[begin : place + 1]
            begin = place + 1


def gaps_of(sentences: Iterable[tuple[Word, ...]]) -> tuple[csr_matrix, np.ndarray]:
    """Return the marks of each gap as a row, and whether a comma stands there."""
    rows: list[int] = []
    ends, answers = [0], []
    for words in sentences:
        for place, word in enumerate(words[:-1]):
            if word.comma is not None:
                rows.extend({row_of(mark) for mark in marks_of(words, place)})
                ends.append(len(rows))
                answers.append(word.comma)
    values = np.ones(len(rows), dtype=np.float32)
    return csr_matrix((values, np.array(rows), np.array(ends)), shape=(len(answers), ROWS)), np.array(answers)


def save(model: LogisticRegression, path: Path) -> None:
    """Write weights in 8 bits."""
    weights = model.coef_.T
    steps = np.abs(weights).max(0) / 127
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        path,
        answers=np.array(["comma"]),
        table=np.round(weights / steps).astype(np.int8),
        steps=steps.astype(np.float32),
        starts=model.intercept_.astype(np.float32),
    )


def show(likely: np.ndarray, answers: np.ndarray) -> None:
    """Print precision and recall by threshold."""
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        put = likely >= threshold
        right = int((put & answers).sum())
        print(
            f"{threshold:.1f}  precision {right / max(1, put.sum()):.3f}  recall {right / answers.sum():.3f}"
        )


def main() -> None:
    """Train, show, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "corpora")))
    options = parser.parse_args()
    splits = (split_attributions(options.corpora), split_mentions(options.corpora))
    marks, answers = gaps_of(sentences_in(each for split in splits for each in split.train))
    print(f"{len(answers)} gaps, {answers.sum()} commas", flush=True)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=200).fit(marks, answers)
    save(model, WEIGHTS)
    marks, answers = gaps_of(sentences_in(each for split in splits for each in split.held))
    show(model.predict_proba(marks)[:, 1], answers)


if __name__ == "__main__":
    main()
