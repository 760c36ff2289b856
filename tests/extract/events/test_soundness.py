"""How sound events are: by the reader's judgement of the trigger and by what stands around it."""

from dataclasses import replace

import numpy as np
import pytest

from dateline.extract.events import find_events
from dateline.extract.events.parsing.reading import read_tokens
from dateline.extract.events.parsing.words import event_words
from dateline.extract.events.sentence_events import tellings_in
from dateline.extract.events.soundness import ANSWERS, ENOUGH, sound_ones, soundness
from dateline.extract.events.telling import Told
from dateline.extract.events.weights import FOLDER, load_weights
from dateline.inference.reader import load_reader
from dateline.model.annotations import EventType
from dateline.model.spans import Span
from tests.extract.factory import happening, tree

SHELLED = """Soldiers 2 nsubj NOUN
shelled 0 root VERB
the 4 det DET
village 2 obj NOUN
on 6 case ADP
Monday 2 obl PROPN"""


def told_in(rows: str, trigger: Span, kind: EventType | None) -> list[Told]:
    text, made = tree(rows)
    words = event_words("en")
    assert words is not None
    found = (happening(trigger, kind),)
    reading = read_tokens(text, words, (), (), (), (), happenings=found, trees=(made,))
    return list(tellings_in(reading, (made.span,)))


def score_of(told: Told) -> float:
    (answers,) = load_weights("sentences").score_each([told.marks])
    return soundness(*answers)


def test_an_event_of_the_kind_that_the_reader_sees_is_sounder() -> None:
    seen, unseen = (told_in(SHELLED, Span(9, 16), kind) for kind in (EventType.ASSAULT, EventType.OTHER))
    assert score_of(seen[0]) > score_of(unseen[0])


def test_what_the_reader_takes_for_no_event_of_any_kind_is_less_sound() -> None:
    seen, unseen = (told_in(SHELLED, Span(9, 16), kind) for kind in (EventType.ASSAULT, None))
    assert score_of(seen[0]) > score_of(unseen[0])


def test_what_stands_beside_a_trigger_is_a_mark_of_its_stem() -> None:
    (told,) = told_in(SHELLED, Span(9, 16), EventType.ASSAULT)
    assert {"shell before=soldiers", "shell after=the", "shell rel=root", "beside none"} <= told.marks


def test_that_a_verb_tells_an_event_with_its_object_is_a_mark() -> None:
    rows = SHELLED.replace("shelled", "sent").replace("village", "troops")
    (told,) = told_in(rows, Span(9, 13), EventType.MOBILIZE)
    assert {"told with its object", "object=troops", "words=1"} <= told.marks


def test_a_borrowed_word_needs_no_reader_to_know_it() -> None:
    rows = SHELLED.replace("shelled", "began").replace("the", "a").replace("village", "dharna")
    (told,) = told_in(rows, Span(9, 14), None)
    assert told.draft.sense.mode == "protest"


def test_what_is_sound_enough_is_kept_and_nothing_else() -> None:
    events = told_in(SHELLED, Span(9, 16), EventType.ASSAULT)
    assert [score_of(each) >= ENOUGH for each in events] == [True]
    (kept,) = sound_ones(events)
    assert replace(kept, likely=None) == events[0]
    assert kept.likely is not None
    assert kept.likely > ENOUGH
    assert list(sound_ones([])) == []


def test_an_event_likelier_right_has_more_confidence() -> None:
    text, made = tree(SHELLED)
    sure, unsure, unread = (
        find_events(text, "en", sentences=[made.span], trees=[made], happenings=happenings)[0].confidence
        for happenings in (
            [happening(Span(9, 16), EventType.ASSAULT)],
            [happening(Span(9, 16), EventType.MOBILIZE)],
            None,
        )
    )
    assert unsure < sure < 1
    assert unread == 0.7


def test_the_weights_were_taught_by_the_packaged_reader() -> None:
    with np.load(FOLDER / "sentences.npz") as stored:
        assert str(stored["reader"]) == load_reader().name, "train them again: training/README.md"


def test_the_weights_answer_what_is_asked_of_them() -> None:
    assert load_weights("sentences").answers == ANSWERS


@pytest.mark.parametrize(
    ("is_event", "is_right", "expected"), [(1.0, 1.0, 1.0), (0.5, 0.5, 0.5), (1.0, 0.0, 0.0)]
)
def test_soundness_is_the_geometric_mean(is_event: float, is_right: float, expected: float) -> None:
    assert soundness(is_event, is_right) == pytest.approx(expected)
