"""Offices that a text tells of as begun or ended: "was appointed prime minister on 17 March"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.annotations import Annotations, Mention, MentionType
from dateline.model.documents import Document
from dateline.model.entities import RoleEvidence, RoleStage
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.resolve.offices import change_words, office_words

REACH = 90  # code points between the word of a change and the office
DAY_LENGTH = len("2020-03-17")
_OF = re.compile(r"(?:-designate)?(?:\s+of(?:\s+the)?(?:\s+[A-Z][\w’'-]+)+)?")


def told_changes(
    document: Document, made: Annotations, day: str | None
) -> Iterator[tuple[str, str, RoleEvidence]]:
    """Yield who took or left an office, by the id of the document's entity, the office and the place.

    The day is the one that the sentence states, else that of the document.
    """
    words = change_words(document.lang)
    if words is None:
        return
    persons = [mention for mention in made.mentions if mention.type is MentionType.PERSON and mention.entity]
    for stage, pattern in zip((RoleStage.APPOINTED, RoleStage.LEFT), words, strict=True):
        for cue in pattern.finditer(document.text):
            sentence = _around(made.sentences, cue.start())
            office = _office_near(document, sentence, cue.span()) if sentence else None
            who = _who(persons, sentence, cue.span(), office) if sentence and office else None
            if sentence is None or office is None or who is None or who.entity is None:
                continue
            when = _day_near(made.times, sentence, cue.end()) or day
            start, end = min(office.start, cue.start()), max(office.end, cue.end())
            evidence = RoleEvidence(document.id, start, end, stage, when)
            yield who.entity, _phrase(document.text, office, sentence), evidence


def _around(sentences: Sequence[Span], at: int) -> Span | None:
    return next((sentence for sentence in sentences if sentence.start <= at < sentence.end), None)


def _office_near(document: Document, sentence: Span, cue: tuple[int, int]) -> Span | None:
    """Return the office nearest to the word of the change, one after it first."""
    found = [
        Span(*match.span())
        for match in office_words(document.lang).finditer(document.text, sentence.start, sentence.end)
    ]
    after = [office for office in found if cue[1] <= office.start <= cue[1] + REACH]
    before = [office for office in found if cue[0] - REACH <= office.end <= cue[0]]
    return after[0] if after else (before[-1] if before else None)


def _who(
    persons: Iterable[Mention], sentence: Span, cue: tuple[int, int], office: Span | None
) -> Mention | None:
    """Return whom the change is told of: one between word and office, else the last before, else the next."""
    inside = [person for person in persons if sentence.start <= person.start < sentence.end]
    if office and office.start > cue[1]:
        between = [person for person in inside if cue[1] <= person.start and person.end <= office.start]
        if between:
            return between[0]
    before = [person for person in inside if person.end <= cue[0]]
    return before[-1] if before else next((person for person in inside if person.start >= cue[1]), None)


def _day_near(times: Sequence[TimeExpression], sentence: Span, at: int) -> str | None:
    days = [
        time
        for time in times
        if time.kind is TimeKind.DATE
        and sentence.start <= time.start < sentence.end
        and time.begin
        and len(time.begin) >= DAY_LENGTH
        and time.begin == time.until
    ]
    if not days:
        return None
    nearest = bisect_left([time.start for time in days], at)
    return days[min(nearest, len(days) - 1)].begin


def _phrase(text: str, office: Span, sentence: Span) -> str:
    """Return the office with what it is of: "prime minister-designate", "president of Iraq"."""
    beyond = _OF.match(text, office.end, sentence.end)
    return text[office.start : beyond.end() if beyond else office.end]
