"""Train the weights that tell events that were read well from others, on events judged by hand.

Run: `python -m training.events.sentences train --corpora FOLDER`; makes
`dateline/extract/events/weights/sentences.npz`. Needs scikit-learn and scipy, at training time only; with
`OMP_NUM_THREADS=1` reading takes five minutes, fitting seconds. `draw --seed 7 --count 20` prints sentences
with the events read in them, to judge more.

What was no event, or none of its type (`judged.py`), stays so however its parties are read now; whether an
event is right is asked of its parties as they are read now. One of which nobody said who is right teaches
that it is an event, and that it is wrong where it is still read as it was judged. The choosing halves of the
sentences of PLOVER and CAMEO, and the invented ones in the manner of ACLED (`benchmarks.events`), teach
besides what a sentence printed alone tells. No sentence of `benchmarks.events_sentences` is among them.
"""

import argparse
import os
import pickle
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack
from sklearn.linear_model import LogisticRegression

from benchmarks.event_articles import news_articles
from benchmarks.event_texts import read_whole
from benchmarks.events import acled_cases, event_class, event_type, main_event, parts, plover_cases
from benchmarks.events_sentences import describe, judged_apart
from dateline.extract import ReadText
from dateline.extract.events.parsing.reading import read_tokens
from dateline.extract.events.parsing.words import event_words
from dateline.extract.events.sentence_events import tellings_in
from dateline.extract.events.soundness import ANSWERS, ENOUGH, soundness
from dateline.extract.events.telling import event_of
from dateline.inference.reader import load_reader
from dateline.model.annotations import EventMention
from training.events.incidents import EXACT, SEED, Matrix, likely, matrix_of, save
from training.events.judged import NONE, WHOLE, Judged, Sides, read_judged

STRENGTH = 0.15  # inverse of the penalty on large weights; best of 0.05 to 0.15 by cross-validation
TYPED_WEIGHT = 0.45  # of a sentence of PLOVER or CAMEO, one judged by hand weighs 1
FOLDS = 10
A_SENTENCE = 2  # sentences drawn of an article


@dataclass(frozen=True)
class Typed:
    """An event of a sentence of which the type alone is known, and whether it has that type."""

    marks: frozenset[str]
    is_event: bool


@dataclass(frozen=True)
class Lesson:
    """A judged event as it is read now: where it stands, its marks, the verdict, and whether it is right.

    `is_right` is `None` where nobody said who would be.
    """

    article: str
    sentence: int
    marks: frozenset[str]
    verdict: str
    is_right: bool | None


def candidates(read: ReadText) -> Iterator[tuple[EventMention, int, frozenset[str]]]:
    """Yield every event that is read in a text, sound or not, with its sentence and its marks."""
    words, found = event_words("en"), read.annotations
    assert words is not None
    reading = read_tokens(
        read.text, words, found.mentions, found.times, found.quantities, found.claims,
        happenings=read.happenings, trees=read.trees,
    )  # fmt: skip
    for told in tellings_in(reading, found.sentences):
        yield event_of(reading, told, "v0"), told.sentence, told.marks


def lessons(name: str, read: ReadText, judged: Sequence[Judged]) -> Iterator[Lesson]:
    """Yield each judged event of an article that is still read."""
    known = {event.trigger: event for event in judged}
    for event, sentence, marks in candidates(read):
        was = known.get((event.trigger.start, event.trigger.end))
        if was and (was.verdict == "no event" or was.kind == f"{event.type}/{event.mode}"):
            yield Lesson(name, sentence, marks, was.verdict, _is_right(event, was))


def _is_right(event: EventMention, was: Judged) -> bool | None:
    """Say whether an event has the type, stage and parties of its judgement, phrases by where they end."""
    if was.verdict in NONE or was.verdict in WHOLE - {"right"}:
        return False
    if was.right is None:
        return False if _reads(event, was.read) else None
    return _reads(event, was.right)


def _reads(event: EventMention, sides: Sides) -> bool:
    """Say whether an event has parties that end where those of two sides do."""
    found = ({span.end for span in spans} for spans in (event.actor_spans, event.target_spans))
    return all(ends == {end for _, end in side} for ends, side in zip(found, sides, strict=True))


def typed_sentences(read: Mapping[str, ReadText], corpora: Path) -> Iterator[Typed]:
    """Yield events of the sentences of PLOVER and CAMEO by which words were chosen too, as far as they teach.

    An event of the type of its sentence is one; of a sentence that has none of them, the surest is none.
    """
    for text, kind_of, kind in typed_cases(corpora):
        found = [(event, marks) for event, _, marks in candidates(read[text])]
        fitting = [Typed(marks, True) for event, marks in found if kind_of(event) == kind]
        surest = main_event([event for event, _ in found], text)
        yield from fitting or (Typed(marks, False) for event, marks in found if event is surest)


def typed_cases(corpora: Path) -> list[tuple[str, Callable[[EventMention], object], object]]:
    """Return the choosing halves of PLOVER, CAMEO and ACLED: sentence, what to ask of an event, answer."""
    cases: list[tuple[str, Callable[[EventMention], object], object]]
    lines = (corpora / "8_events/cameo/train.tsv").read_text(encoding="utf-8").splitlines()
    classed = [tuple(line.rsplit("\t", 1)) for line in lines if "\t" in line]
    cases = [(text, event_type, kind) for text, kind in parts(plover_cases(corpora), "choose")]
    cases += [(text, event_class, int(kind)) for text, kind in parts(classed, "choose")]
    return cases + [(text, _filed, kind) for kind, text in acled_cases("choose")]


def _filed(event: EventMention) -> str:
    """Return ACLED's event and sub-event of an event."""
    return "/".join(event.acled or ())


def train(taught: Sequence[Lesson], typed: Sequence[Typed]) -> None:
    """Fit and save the weights, and print what each threshold gives by cross-validation."""
    marks = matrix_of([lesson.marks for lesson in taught])
    right = np.array([[lesson.verdict not in NONE, bool(lesson.is_right)] for lesson in taught])
    known = np.array([lesson.is_right is not None for lesson in taught])
    folds = np.unique([lesson.article for lesson in taught], return_inverse=True)[1] % FOLDS
    unseen = np.zeros(right.shape)
    for fold in range(FOLDS):
        held, rest = folds == fold, folds != fold
        unseen[held] = likely(marks[held], _fit(marks[rest], right[rest], known[rest], typed))
    _print_thresholds(taught, unseen, right)
    save("sentences", ANSWERS, _fit(marks, right, known, typed), reader=load_reader().name)


def _fit(
    marks: Matrix, right: NDArray[np.bool_], known: NDArray[np.bool_], typed: Sequence[Typed]
) -> tuple[NDArray, NDArray]:
    """Fit what is an event on all that were judged, what is right on those of which that is known."""
    fitted = [
        _fit_one(marks, right[:, 0], typed),
        _fit_one(marks[known], right[known, 1], typed),
    ]
    return np.stack([each.coef_[0] for each in fitted], 1), np.array([each.intercept_[0] for each in fitted])


def _fit_one(marks: Matrix, right: NDArray[np.bool_], typed: Sequence[Typed]) -> LogisticRegression:
    """Fit one answer; sentences of which only the type is known weigh less."""
    rows = vstack([marks, matrix_of([each.marks for each in typed])])
    answers = np.concatenate([right, [each.is_event for each in typed]])
    weights = np.concatenate([np.ones(len(right)), np.full(len(typed), TYPED_WEIGHT)])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=EXACT, random_state=SEED)
    return model.fit(rows, answers, sample_weight=weights)


def _print_thresholds(taught: Sequence[Lesson], unseen: NDArray, right: NDArray[np.bool_]) -> None:
    sound = np.array([soundness(*row) for row in unseen])
    told: dict[tuple[str, int], list[int]] = {}
    for at, lesson in enumerate(taught):
        if lesson.verdict != "no event":
            told.setdefault((lesson.article, lesson.sentence), []).append(at)
    print(f"{len(taught)} events, in use at {ENOUGH}")
    for least in np.arange(0, 0.7, 0.05):
        kept = sound >= least
        found = np.mean([kept[places].any() for places in told.values()])
        print(
            f"{least:.2f}: kept {kept.mean():.3f}, of them right {right[kept, 1].mean():.3f}, "
            f"an event {right[kept, 0].mean():.3f}; telling sentences that keep one {found:.3f}"
        )


def draw(articles: Mapping[str, str], arguments: argparse.Namespace) -> None:
    """Print sentences of articles that have not been judged, with the events read in them."""
    chance, known = random.Random(arguments.seed), read_judged()
    for name in chance.sample([name for name in articles if name not in known], arguments.count):
        read = read_whole(articles[name])
        events, text = read.annotations.events, read.text
        telling = [
            each for each in read.annotations.sentences if any(each.covers(event.trigger) for event in events)
        ]
        for sentence in chance.sample(telling, min(A_SENTENCE, len(telling))):
            print(f"{name} {' '.join(sentence.of(text).split())}")
            for event in (event for event in events if sentence.covers(event.trigger)):
                print(f"    {event.trigger.start} {describe(read.annotations, text, event)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("task", choices=("draw", "train"))
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=20, help="articles to draw")
    parser.add_argument("--read", type=Path, help="keep what was read in this file, and use it where it is")
    arguments = parser.parse_args()
    corpora = Path(arguments.corpora).expanduser()
    articles = dict(news_articles(corpora))
    if arguments.task == "draw":
        draw({name: text for name, text in articles.items() if name not in judged_apart()}, arguments)
        return
    kept = arguments.read
    if kept and kept.exists():
        read, typed = pickle.loads(kept.read_bytes())
    else:
        read = {name: read_whole(articles[name]) for name in read_judged()}
        typed = {text: read_whole(text) for text, *_ in typed_cases(corpora)}
        if kept:
            kept.write_bytes(pickle.dumps((read, typed)))
    judged = read_judged()
    taught = [lesson for name, text in read.items() for lesson in lessons(name, text, judged[name])]
    train(taught, list(typed_sentences(typed, corpora)))


if __name__ == "__main__":
    main()
