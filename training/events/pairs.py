"""Train the weights that say which parts are of one attack: `dateline/extract/events/weights/pairs.npz`.

Run: `python -m training.events.pairs --read FILE --unseen FILE`, with the files of
`training.events.incidents`. Two candidates that MUC-3/4's keys of `dev` name are of one attack where a
template names both; at least one of the two suffers. How likely each has its part is said by weights that
have not seen the report (five folds). Needs scikit-learn and scipy, at training time only; with
`OMP_NUM_THREADS=1` it takes four minutes.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dateline.extract.events.incidents.pairs import Pairs, is_suffering, tellings_of
from dateline.extract.events.incidents.parts import Candidate, Found, found_of
from dateline.inference.reader import load_reader
from dateline.inference.reading import RawPart
from dateline.model.annotations import PartRole
from training.events.incidents import (
    FOLDS,
    PART_ANSWERS,
    RAW,
    Lessons,
    Read,
    fit_parts,
    is_one_of,
    lessons_of,
    likely,
    matrix_of,
    read_again,
    read_arguments,
    save,
    standing_of,
    texts_of,
)
from training.events.muc import Key
from training.events.reports import Report

STRENGTH = 0.05  # inverse of the penalty on large weights; chosen by folds: .84 of the pairs ranked right
LIKELY = 0.1  # how likely a part must be for its pairs to be learnt from
Lesson = tuple[set[str], bool]


def unseen_answers(lessons: Lessons) -> NDArray[np.float64]:
    """Return how likely each answer is for each candidate, by weights that have not seen its report."""
    found = np.zeros(lessons.right.shape)
    for fold in range(FOLDS):
        here = lessons.fold == fold
        found[here] = likely(lessons.matrix[here], fit_parts(lessons, ~here))
    return found


def named_by(candidate: Candidate, texts: dict[int, str], keys: Sequence[Key], role: PartRole) -> set[int]:
    """Return the numbers of the keys that name a candidate in a role."""
    phrases = set(texts.values()) - {""}
    heads = {phrase.split()[-1] for phrase in phrases}
    return {
        number
        for number, key in enumerate(keys)
        if any(is_one_of(phrases, heads, entity.phrases) for entity in key.entities(role))
    }


def pairs_of(
    report: Report, read: Read, judged: Sequence[tuple[str, Candidate, dict[str, float]]]
) -> Iterator[Lesson]:
    """Yield the marks of each pair of a report that its keys name, and whether one template names both."""
    reading, sentences = read
    found = [
        (each, named_by(candidate, texts_of(reading, candidate), report.keys, each.part.role))
        for entity, candidate, answers in judged
        for each in found_of(reading, entity, candidate, answers, dict.fromkeys(PartRole, LIKELY))
    ]
    pairs = Pairs.of([each for each, _ in found], tellings_of(reading, sentences, report.read))
    for (first, mine), (second, others) in combinations(_with_keys(found), 2):
        if (is_suffering(first) or is_suffering(second)) and first.part.entity != second.part.entity:
            yield pairs.marks(first, second), bool(mine & others)


def _with_keys(found: Sequence[tuple[Found, set[int]]]) -> list[tuple[Found, set[int]]]:
    return [(each, keys) for each, keys in found if keys]


def train(reports: Sequence[Report], unseen_parts: Sequence[Sequence[RawPart]]) -> None:
    """Train and save the table; a report with many pairs counts by the root of their number."""
    read = [read_again(report) for report in reports]
    lessons = lessons_of(reports, read, standing_of(reports, read, unseen_parts)[0], unseen_parts)
    answers = unseen_answers(lessons)
    judged: list[list[tuple[str, Candidate, dict[str, float]]]] = [[] for _ in reports]
    for number, (entity, candidate), values in zip(
        lessons.report.tolist(), lessons.candidates, answers.tolist(), strict=True
    ):
        judged[number].append((entity, candidate, dict(zip(PART_ANSWERS, values, strict=True))))
    told = [list(pairs_of(*each)) for each in zip(reports, read, judged, strict=True)]
    matrix = matrix_of([marks for pairs in told for marks, _ in pairs])
    right = np.array([is_one for pairs in told for _, is_one in pairs])
    times = np.array([3 / np.sqrt(len(pairs)) for pairs in told for _ in pairs])
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(matrix, right, sample_weight=times)
    save("pairs", ["together"], (model.coef_.T, model.intercept_), reader=load_reader().name)


def main() -> None:
    train(*read_arguments(argparse.ArgumentParser(description=__doc__, formatter_class=RAW)))


if __name__ == "__main__":
    main()
