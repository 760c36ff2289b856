"""Train the weights that look at names a second time, on texts that the reader was not trained on.

Run: `python -m training.second_look --corpora FOLDER`; makes `dateline/extract/names/second_look.npz`. Needs
scikit-learn, at training time only; two minutes. Of Worldwide Newswire the countries that are held out of the
reader's training teach, with their words parted as the corpus has them and as they are printed: of a text
that it was trained on the reader is too sure. Printed is what each
threshold gives on each country with weights of the others (`benchmarks.reader_mentions` measures all of them
with weights that all of them taught, and flatters).
"""

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.reader_mentions import Counts
from dateline.extract.names import find_names, reader_names
from dateline.extract.names.signs import KIND_OF, KINDS, Numbers, named_text
from dateline.extract.names.weighing import ENOUGH, WEIGHTS, SecondLook
from dateline.extract.places import add_place_names, find_toponyms
from dateline.inference.reader import OnnxReader, load_reader
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences
from training.corpora import Passage, worldwide_country
from training.splits import split_mentions
from training.variation import APART, Edit, edited

STRENGTH = 0.005  # inverse of the penalty on large weights; best of 0.003 to 0.1, each country left out
MEASURED = frozenset({"PERSON", "ORG", "PLACE"})
LANG = "en"
THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)


@dataclass(frozen=True)
class Lesson:
    """The names of one article: their signs and the kinds that each may be; `marked` counts those to find."""

    country: str
    signs: Numbers
    right: tuple[frozenset[str], ...]
    marked: int


def lesson(reader: OnnxReader, passage: Passage) -> Lesson:
    """Read the names of an article as annotations have them before the second look."""
    text = passage.text
    sentences = split_sentences(text, LANG)
    raw, known = reader.read(text), find_names(text, LANG, sentences)
    toponyms = find_toponyms(text, LANG)
    names = add_place_names(text, LANG, reader_names(text, LANG, raw.mentions, known), toponyms)
    places = [Span(each.start, each.end) for each in toponyms]
    assert raw.words is not None
    named = named_text(text, names, raw.words, known, places, sentences)
    marks = {
        Span(mark.start, mark.end): frozenset(KIND_OF[MentionType(kind)] for kind in mark.types)
        for mark in passage.mentions or ()
    }
    right = tuple(marks.get(name.span) or frozenset({KINDS[0]}) for name in names)
    marked = sum(not MEASURED.isdisjoint(kinds) for kinds in marks.values())
    return Lesson(worldwide_country(passage.name), named.signs(), right, marked)


def as_printed(passage: Passage) -> Passage:
    """Return an article of parted words ("Iran - backed") as it would be printed."""
    return edited(passage, [Edit(*match.span(), "") for match in APART.finditer(passage.text)])


def fit(lessons: Sequence[Lesson]) -> SecondLook:
    """Fit weights over standardised signs, and return them for signs as they come."""
    signs = np.vstack([each.signs for each in lessons])
    right = np.array([KINDS.index(min(kinds)) for each in lessons for kinds in each.right])
    means, spreads = signs.mean(axis=0), np.maximum(signs.std(axis=0), 1e-6)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit((signs - means) / spreads, right)
    weights = np.zeros((signs.shape[1], len(KINDS)))
    starts = np.full(len(KINDS), -30.0)  # what no name of the lessons is
    weights[:, model.classes_] = model.coef_.T / spreads[:, None]
    starts[model.classes_] = model.intercept_ - means @ weights[:, model.classes_]
    return SecondLook(weights, starts)


def count(look: SecondLook, lessons: Iterable[Lesson], least: float) -> Counts:
    """Count what is found with a threshold."""
    total = Counts()
    for each in lessons:
        likely = look.likely(each.signs)
        best = likely[:, 1:].argmax(axis=1) + 1
        kept = likely[np.arange(len(best)), best] >= least
        found = [
            (KINDS[kind], kinds)
            for kind, kinds, is_kept in zip(best, each.right, kept, strict=True)
            if is_kept and KINDS[kind] in MEASURED
        ]
        total += Counts(sum(kind in kinds for kind, kinds in found), len(found), each.marked)
    return total


def show(lessons: Sequence[Lesson]) -> None:
    """Print what each threshold gives, each country with weights of the others."""
    countries = sorted({each.country for each in lessons})
    looks = {country: fit([each for each in lessons if each.country != country]) for country in countries}
    for least in THRESHOLDS:
        counts = {
            country: count(look, [each for each in lessons if each.country == country], least)
            for country, look in looks.items()
        }
        total = sum(counts.values(), Counts())
        print(f"{least:.2f}{' (in use)' if least == ENOUGH else ''}: {total.told()}")
        for country, each in counts.items():
            print(f"    {country:6} {each.told()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    corpora = Path(parser.parse_args().corpora).expanduser()
    reader = load_reader()
    held = [passage for passage in split_mentions(corpora).held if not passage.unmarked]
    lessons = [lesson(reader, passage) for each in held for passage in (each, as_printed(each))]
    show(lessons)
    look = fit(lessons)
    np.savez_compressed(
        WEIGHTS,
        weights=look.weights.astype(np.float32),
        starts=look.starts.astype(np.float32),
        reader=np.array(reader.name),
    )
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes, {sum(len(each.right) for each in lessons)} names")


if __name__ == "__main__":
    main()
