"""Documents into stories as they come: each joins the story that it fits best, or opens one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import Self

from dateline.link.copies import MIN_OVERLAP, CopyFinder, Match, credits
from dateline.link.keeping import NONE, Reader, Writer
from dateline.link.rarity import StreamRarity
from dateline.link.readings import Counted, Reading, Weighing, count_features
from dateline.link.settling import MIN_FIT, SETTLED_FIT, SETTLING, SMALL, fit_at_once, fit_settled
from dateline.link.space import GroupSpace, Merged, story_id
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.text.fold import folded_words

FORGET_EVERY = 1000  # documents at least, and a share of those remembered: so each costs the same
FORGOTTEN_SHARE = 0.25
MIN_SHARED_TEXT = 0.3  # documents that are so much one text are one story, whatever else they say
MOST_AT_ONCE = 5000  # documents of one moment that are judged together


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a document went. `merged` are stories that are now part of another: (story, into)."""

    document: str
    story: str
    copy_of: str | None
    merged: Merged
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document of the moment: those that are one text with it, and the earlier group that it joins."""

    counted: Counted
    same_text: tuple[str, ...]
    group: int | None

    def dump(self, writer: Writer) -> None:
        """Write it."""
        self.counted.dump(writer)
        writer.texts(self.same_text)
        writer.number(NONE if self.group is None else self.group)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        counted, same_text, group = Counted.load(reader), tuple(reader.texts()), reader.number()
        return cls(counted, same_text, None if group == NONE else group)


class StoryStream:
    """Stories of a stream of documents, in order of time; what each costs does not grow with the stream.

    A document joins an earlier story that it fits, or opens one. Those of one moment are then judged
    together, by their ids: in which order they came makes no difference.
    """

    def __init__(self) -> None:
        self._copies = CopyFinder()
        self._weighing = Weighing()
        self._space = GroupSpace()
        self._waiting: list[Waiting] = []
        self._unsettled: dict[int, Reading] = {}  # small groups, by the reading that opened each
        self._group_of: dict[str, int] = {}
        self._taken = 0

    def add(self, document: Document, made: Annotations | None = None) -> Placement:
        """Put one more document into a story."""
        words = folded_words(document.text)
        matches = self._copies.add(document, words)
        counted = count_features(document, made, words)
        merged = self._go_on_to(counted.moment)
        same_text = tuple(_same_text(matches))
        group = self._earlier_group(counted, same_text)
        self._waiting.append(Waiting(counted, same_text, group))
        story = story_id(document.id) if group is None else self._space.story(group)
        return Placement(document.id, story, _original(matches), merged, tuple(matches))

    def finish(self) -> Merged:
        """Judge the last moment, and join the small stories that still wait to what they are most like."""
        return (*self._close(), *self._settle(datetime.max.replace(tzinfo=UTC)))

    def dump(self, writer: Writer) -> None:
        """Write all that later documents are compared with."""
        self._copies.dump(writer)
        self._weighing.rarity.dump(writer)
        self._space.dump(writer)
        writer.numbers((self._taken, len(self._waiting)))
        for waiting in self._waiting:
            waiting.dump(writer)
        writer.numbers(self._unsettled)
        for reading in self._unsettled.values():
            reading.dump(writer)
        writer.numbers(self._group_of.values())
        writer.texts(self._group_of)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote: a stream that goes on as if it had never stopped."""
        stream = cls()
        stream._copies = CopyFinder.load(reader)
        stream._weighing = Weighing(StreamRarity.load(reader))
        stream._space = GroupSpace.load(reader)
        stream._taken, waiting = reader.numbers()
        stream._waiting = [Waiting.load(reader) for _ in range(waiting)]
        stream._unsettled = {number: Reading.load(reader) for number in reader.numbers()}
        group_of = reader.numbers()
        stream._group_of = dict(zip(reader.texts(), group_of, strict=True))
        return stream

    def _go_on_to(self, moment: datetime) -> Merged:
        """Judge the moment before where a later one begins; what comes late is judged with what is now."""
        is_later = not self._waiting or moment > self._waiting[0].counted.moment
        closed = self._close() if is_later or len(self._waiting) >= MOST_AT_ONCE else ()
        return (*closed, *self._settle(moment - SETTLING))

    def _earlier_group(self, counted: Counted, same_text: Sequence[str]) -> int | None:
        """Return the group of an earlier moment that a document belongs to."""
        same = self._groups_of(same_text)
        if same:
            return same[0]
        best = self._space.nearest(self._weighing.weigh(counted, seen=False))
        return best[1] if best is not None and best[0] >= MIN_FIT else None

    def _groups_of(self, documents: Sequence[str]) -> list[int]:
        """Return the groups that documents of earlier moments are in now, in the order of opening."""
        found = {self._space.current(self._group_of.get(id)) for id in documents}
        return sorted(number for number in found if number is not None)

    def _close(self) -> Merged:
        """Put the documents of the moment into their groups, and join those that are one."""
        moment, self._waiting = sorted(self._waiting, key=lambda each: each.counted.document), []
        for each in moment:
            self._weighing.see(each.counted)
        put = [self._put(each) for each in moment]
        readings, merged = dict(put), list[tuple[str, str]]()
        for each, (_, reading) in zip(moment, put, strict=True):
            kept, *others = self._groups_of((each.counted.document, *each.same_text))
            merged += [self._space.join(kept, other) for other in others]
            readings.setdefault(kept, reading)
        merged += self._space.join_alike(readings, fit_at_once, least=MIN_FIT)
        self._forget_after(moment)
        return tuple(merged)

    def _put(self, waiting: Waiting) -> tuple[int, Reading]:
        """Put a document into its group, as the others of the moment weigh it."""
        reading, id = self._weighing.weigh(waiting.counted, seen=True), waiting.counted.document
        number = self._space.put(id, reading, self._space.current(waiting.group))
        if waiting.group is None:
            self._unsettled[number] = reading
        self._group_of[id] = number
        return number, reading

    def _settle(self, before: datetime) -> Merged:
        """Join the small groups that were opened before a moment to what each is most like."""
        due = list(takewhile(lambda number: self._unsettled[number].moment <= before, self._unsettled))
        readings = {number: self._unsettled.pop(number) for number in due}
        return self._space.join_alike(readings, fit_settled, least=SETTLED_FIT, most=SMALL)

    def _forget_after(self, moment: Sequence[Waiting]) -> None:
        """Drop what no later document can join, from time to time."""
        self._taken += len(moment)
        if self._taken >= max(FORGET_EVERY, FORGOTTEN_SHARE * len(self._group_of)):
            self._space.forget(max(each.counted.moment for each in moment))
            current = ((id, self._space.current(old)) for id, old in self._group_of.items())
            self._group_of = {id: number for id, number in current if number is not None}
            self._taken = 0


def _same_text(matches: Sequence[Match]) -> Iterator[str]:
    """Give the earlier documents that are one text with the latest."""
    for match in matches:
        if min(match.of_earlier, match.of_later) >= MIN_SHARED_TEXT:
            yield match.earlier.id


def _original(matches: Sequence[Match]) -> str | None:
    """Return the earliest document that the latest one is a copy of."""
    of = (
        match.earlier.id
        for match in matches
        if match.of_later >= MIN_OVERLAP and not credits(match.earlier, match.later)
    )
    return next(of, None)
