"""The events that each sentence of a text tells, with what speaks for them, before retellings are joined."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.extract.events.acled import Filing
from dateline.extract.events.counts import counts_of
from dateline.extract.events.event_marks import marks_of
from dateline.extract.events.fold import fold_harm
from dateline.extract.events.frames.blame import blame_in
from dateline.extract.events.frames.frames import drafts_of
from dateline.extract.events.frames.selection import is_selected
from dateline.extract.events.frames.stage import Standing, is_finite, standing_of
from dateline.extract.events.namesakes import Namesakes
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.reading import (
    Reading,
    hero_of,
    is_happening,
    pieces_of,
    quantities_within,
    speaker_of,
    times_within,
)
from dateline.extract.events.parsing.syntax import depth_of
from dateline.extract.events.parsing.when import TimePlace, dates_of
from dateline.extract.events.parsing.words import EventWords
from dateline.extract.events.telling import Told, hero_before, is_empty
from dateline.model.annotations import EventStage
from dateline.model.spans import Span
from dateline.model.times import TimeExpression

FAR_ON = 6  # sentences farther on in a text are told apart no more
HAPPENED = frozenset({EventStage.DONE, EventStage.ATTEMPTED})


def tellings_in(reading: Reading, sentences: Sequence[Span]) -> Iterator[Told]:
    """Yield the events of each sentence that has a word which may tell one."""
    triggering = [at for at, word in enumerate(reading.tokens.words) if word in reading.words.events]
    hero: int | None = None
    bases = Namesakes()
    for number, first, last in pieces_of(reading, sentences):
        if bisect_left(triggering, first) < bisect_left(triggering, last):
            yield from _sentence(reading, number, first, last, hero, bases)
        hero = hero_of(reading, first, last, hero)


def _sentence(
    reading: Reading, number: int, first: int, last: int, hero: int | None, bases: Namesakes
) -> Iterator[Told]:
    indexes = quantities_within(reading, first, last)
    scene, drafts = drafts_of(reading, first, last)
    bases.read(scene, drafts, reading.mentions)
    standings = {id(draft): standing_of(scene, draft, reading.words) for draft in drafts}
    real = [
        draft
        for draft in drafts
        if standings[id(draft)].stage is not EventStage.HYPOTHETICAL
        and is_happening(reading, draft)
        and is_selected(reading, scene, draft)
    ]
    told = fold_harm(scene, real, reading.words)
    near = times_within(reading.times, first, last)
    counts = counts_of(told, reading.quantities, reading.tokens, indexes)
    kept = [draft for draft, _ in told]
    blame = blame_in(scene, kept, reading.words)
    filing = Filing(reading, scene)
    for place, (draft, absorbed) in enumerate(told):
        time = _date(scene, draft, absorbed, kept, near, reading.words)
        if is_empty(reading, draft, time, counts.get(place, [])):
            continue
        standing = standings[id(draft)]
        finite = is_finite(scene, draft)
        depth = min(depth_of(scene, each.first) for each in (draft, *absorbed))
        marks: frozenset[str] = frozenset()
        if reading.happenings is not None:
            facts = _facts(standing, finite, depth, time, counts.get(place, ()))
            marks = marks_of(reading, scene, draft, [*facts, f"sentence={min(number, FAR_ON)}"])
        yield Told(
            draft,
            standing,
            time,
            tuple(counts.get(place, ())),
            number,
            blame,
            speaker_of(reading, draft),
            hero_before(reading, scene, draft, hero),
            finite,
            depth,
            filing.of(draft) if standing.stage in HAPPENED else None,
            marks,
        )


def _facts(
    standing: Standing, finite: bool, depth: int, time: TimeExpression | None, counts: Sequence[int]
) -> list[str]:
    """Return what is known of an event beside its words, as marks."""
    facts = [f"stage={standing.stage}", f"certainty={standing.certainty}", f"depth={depth}"]
    told = {"finite": finite, "dated": time is not None, "counted": bool(counts)}
    return facts + [name for name, is_so in told.items() if is_so]


def _date(
    scene: Scene,
    draft: Draft,
    absorbed: Sequence[Draft],
    kept: Sequence[Draft],
    times: Sequence[TimePlace],
    words: EventWords,
) -> TimeExpression | None:
    """Return the date of an event, or else of the casualties that it absorbed."""
    for each in (draft, *absorbed):
        if time := dates_of(scene, each, kept, times, words):
            return time
    return None
