"""Train the weights that read attack templates: `dateline/extract/events/weights/*.npz`.

Run: `python -m training.events.incidents --corpora FOLDER`. Trained on MUC-3/4's `dev` part, 1,300 reports
with their keys, every other one with its heading; `tst1` and `tst2` are never seen. Needs scikit-learn and
scipy, at training time only; with `OMP_NUM_THREADS=1` the fits take a minute.

`reports.npz` says of a whole report which kinds of incident it tells. `parts.npz` says of an entity which
part it has in one. What a report is thought to tell is a mark of its entities; while training, these marks
come from weights that have not seen the report (five folds), and so does what the reader takes its words for
(`training.events.parts`).
"""

import argparse
import os
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from dateline.extract.events.incidents.incidents import (
    MODES,
    STAGED,
    read_sentences,
    report_marks,
    standing_marks,
)
from dateline.extract.events.incidents.parts import HARMS, SURE, Candidate, candidates_of
from dateline.extract.events.incidents.phrases import Sentence
from dateline.extract.events.parsing.reading import Reading
from dateline.extract.events.weights import FOLDER
from dateline.inference.reader import load_reader
from dateline.inference.reading import RawPart
from dateline.model.annotations import PartRole
from dateline.text.weights import ROWS, row_of
from training.events.muc import Key, plain
from training.events.reports import LEVELS, STAGES, TYPES, Report, head_of, read_part

FOLDS = 5
SEED = 0
EXACT = 1e-3  # how near the best weights a fit must come
# Inverse of the penalty on large weights: for roles, places, and for reports and what is asked of parts; and
# how much the commonest and the rarest marks count beside the others. Chosen on folds of `dev` and on `tst1`.
ROLE_STRENGTH, PLACE_STRENGTH, REPORT_STRENGTH = 0.6, 0.7, 0.1
RARITY = (0.02, 3.0)
REPORT_ANSWERS = (*MODES, *(str(stage) for stage in STAGED), "any")
RAW = argparse.RawTextHelpFormatter
PART_ANSWERS = (*(str(role) for role in PartRole), *HARMS, *SURE, *(f"of {mode}" for mode in MODES))


def report_answers(keys: Sequence[Key]) -> list[bool]:
    """Return the right answers of a report, in the order of `REPORT_ANSWERS`."""
    types = {value for key in keys for value in key.values("4")}
    stages = {value for key in keys for value in key.values("5")}
    kinds = [TYPES[mode] in types for mode in MODES]
    return [*kinds, *(STAGES[stage] in stages for stage in STAGED), bool(keys)]


def is_one_of(phrases: set[str], heads: set[str], named: Iterable[str]) -> bool:
    """Say whether a candidate is one that a key names: by a whole phrase, or by its head."""
    wanted = set(named)
    return bool(wanted & phrases) or bool({head_of(each) for each in wanted} & heads)


def part_answers(candidate: Candidate, text_of: dict[int, str], keys: Sequence[Key]) -> list[bool]:
    """Return the right answers of a candidate, in the order of `PART_ANSWERS`."""
    phrases = {text_of[id(phrase)] for phrase in candidate.phrases} - {""}
    heads = {phrase.split()[-1] for phrase in phrases}
    found: set[str] = set()
    for key in keys:
        mine = [
            role
            for role in PartRole
            for entity in key.entities(role)
            if is_one_of(phrases, heads, entity.phrases)
        ]
        found |= set(mine)
        if mine:
            found |= {f"of {mode}" for mode, value in TYPES.items() if value in key.values("4")}
        for harm in HARMS:
            found |= {harm} if is_one_of(phrases, heads, key.harmed(harm.upper())) else set()
        if PartRole.ORGANISATION in mine:
            found |= {level for level, word in LEVELS.items() if key.confidence().startswith(word)}
    return [answer in found for answer in PART_ANSWERS]


Matrix = csr_matrix


def matrix_of(rows: Sequence[Iterable[str]]) -> Matrix:
    """Return sets of marks as rows of ones in hashed columns."""
    hashed = [sorted({row_of(mark) for mark in marks}) for marks in rows]
    ends = np.cumsum([0, *map(len, hashed)])
    columns = np.fromiter((row for each in hashed for row in each), dtype=np.int32)
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(rows), ROWS))


def fit(matrix: Matrix, right: NDArray[np.bool_], strength: float) -> tuple[NDArray, NDArray]:
    """Return a column of weights and a start for each answer."""
    columns, starts = [], []
    for answer in right.T:
        model = LogisticRegression(C=strength, solver="liblinear", tol=EXACT, random_state=SEED).fit(
            matrix, answer
        )
        columns.append(model.coef_[0])
        starts.append(model.intercept_[0])
    return np.stack(columns, 1), np.array(starts)


def fit_by_rarity(matrix: Matrix, right: NDArray[np.bool_], strength: float) -> tuple[NDArray, NDArray]:
    """Return the same, while fitting a mark counts by how rare it is.

    What stands everywhere is held down more than what tells one thing from another.
    """
    rarity = np.log(matrix.shape[0] / (1 + np.asarray(matrix.sum(0)).ravel()))
    rarity = np.clip(rarity / rarity[matrix.getnnz(0) > 0].mean(), *RARITY)
    columns, starts = fit((matrix @ diags(rarity.astype(np.float32))).tocsr(), right, strength)
    return columns * rarity[:, None], starts


def likely(matrix: Matrix, fitted: tuple[NDArray, NDArray]) -> NDArray:
    """Return how likely each answer is for each row."""
    return 1 / (1 + np.exp(-(matrix @ fitted[0] + fitted[1])))


def save(name: str, answers: Sequence[str], fitted: tuple[NDArray, NDArray], *, reader: str = "") -> None:
    """Write weights in steps of a 127th of the greatest of each answer, and the reader that taught them."""
    steps = np.abs(fitted[0]).max(0) / 127
    table = np.round(fitted[0] / steps).astype(np.int8)
    FOLDER.mkdir(exist_ok=True)
    np.savez_compressed(
        FOLDER / f"{name}.npz",
        answers=np.array(answers),
        table=table,
        steps=steps.astype(np.float32),
        starts=fitted[1].astype(np.float32),
        reader=np.array(reader),
    )


@dataclass(frozen=True)
class Lessons:
    """The candidates of all reports: whose each is, its marks and its right answers."""

    report: NDArray[np.int64]
    candidates: Sequence[tuple[str, Candidate]]
    matrix: Matrix
    right: NDArray[np.bool_]

    @property
    def fold(self) -> NDArray[np.int64]:
        """Return which of the folds each candidate is in."""
        return self.report % FOLDS


Read = tuple[Reading, list[Sentence]]


def standing_of(
    reports: Sequence[Report], read: Sequence[Read], unseen_parts: Sequence[Sequence[RawPart]]
) -> tuple[list[dict[str, float]], tuple[NDArray, NDArray]]:
    """Return what unseen reports are thought to tell, and the weights fitted on all of them."""
    whole = matrix_of([report_marks(*each, parts) for each, parts in zip(read, unseen_parts, strict=True)])
    right = np.array([report_answers(report.keys) for report in reports])
    folds = np.arange(len(reports)) % FOLDS
    unseen = np.zeros(right.shape)
    for fold in range(FOLDS):
        unseen[folds == fold] = likely(
            whole[folds == fold], fit(whole[folds != fold], right[folds != fold], REPORT_STRENGTH)
        )
    standing = [dict(zip(REPORT_ANSWERS, values, strict=True)) for values in unseen.tolist()]
    return standing, fit(whole, right, REPORT_STRENGTH)


def lessons_of(
    reports: Sequence[Report],
    read: Sequence[Read],
    standing: Sequence[dict[str, float]],
    unseen_parts: Sequence[Sequence[RawPart]],
) -> Lessons:
    """Return the candidates of all reports, with what unseen reports are thought to tell as marks."""
    numbers: list[int] = []
    candidates: list[tuple[str, Candidate]] = []
    answers: list[list[bool]] = []
    for number, (report, (reading, sentences)) in enumerate(zip(reports, read, strict=True)):
        marks = standing_marks(standing[number])
        for entity, candidate in candidates_of(reading, sentences, marks, unseen_parts[number]).items():
            numbers.append(number)
            candidates.append((entity, candidate))
            answers.append(part_answers(candidate, texts_of(reading, candidate), report.keys))
    matrix = matrix_of([candidate.marks for _, candidate in candidates])
    return Lessons(np.array(numbers), candidates, matrix, np.array(answers))


def texts_of(reading: Reading, candidate: Candidate) -> dict[int, str]:
    """Return the plain words of each phrase of a candidate, by the id of the phrase."""
    words = reading.tokens.words
    return {id(each): plain(" ".join(words[each.first : each.last])) for each in candidate.phrases}


def fit_parts(lessons: Lessons, rows: NDArray[np.bool_]) -> tuple[NDArray, NDArray]:
    """Fit roles on some candidates, and what is asked of parts only on those of them that have a role.

    By rarity places would be learnt by their names.
    """
    matrix, right, roles = lessons.matrix[rows], lessons.right[rows], len(PartRole)
    parts = right[:, : roles - 1].any(1)
    fitted = (
        fit_by_rarity(matrix, right[:, : roles - 1], ROLE_STRENGTH),
        fit(matrix, right[:, roles - 1 : roles], PLACE_STRENGTH),
        fit(matrix[parts], right[parts][:, roles:], REPORT_STRENGTH),
    )
    return np.hstack([each[0] for each in fitted]), np.hstack([each[1] for each in fitted])


def read_again(report: Report) -> Read:
    """Return the tokens and sentences of a report that was read."""
    return read_sentences(report.text, report.read, report.trees)


def train(reports: Sequence[Report], unseen_parts: Sequence[Sequence[RawPart]]) -> None:
    """Train and save both tables; `unseen_parts` are read by heads that have not seen the reports."""
    read, reader = [read_again(report) for report in reports], load_reader().name
    standing, fitted = standing_of(reports, read, unseen_parts)
    save("reports", REPORT_ANSWERS, fitted, reader=reader)
    lessons = lessons_of(reports, read, standing, unseen_parts)
    everything = np.ones(len(lessons.report), dtype=np.bool_)
    save("parts", PART_ANSWERS, fit_parts(lessons, everything), reader=reader)


def read_arguments(parser: argparse.ArgumentParser) -> tuple[list[Report], list[list[RawPart]]]:
    """Return the reports that the command line asks for, and what unseen ones were read as."""
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--read", type=Path, help="keep what was read in this file, and use it where it is")
    parser.add_argument("--unseen", type=Path, required=True, help="what training.events.parts has written")
    arguments = parser.parse_args()
    if arguments.read and arguments.read.exists():
        reports = pickle.loads(arguments.read.read_bytes())
    else:
        reports = read_part(Path(arguments.corpora).expanduser(), "dev", headings=True)
        if arguments.read:
            arguments.read.write_bytes(pickle.dumps(reports))
    return reports, pickle.loads(arguments.unseen.read_bytes())


def main() -> None:
    train(*read_arguments(argparse.ArgumentParser(description=__doc__, formatter_class=RAW)))


if __name__ == "__main__":
    main()
