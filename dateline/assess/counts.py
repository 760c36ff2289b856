"""The figures of a story: how many were killed, wounded and so on, as each document has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from dateline.assess.corrections import earlier_sentences
from dateline.languages import language_codes, language_table
from dateline.model.annotations import Annotations, Quantity
from dateline.model.claims import Claim, Polarity
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.model.times import TimeKind
from dateline.text.fold import fold, folded_words

TOLLS = ("killed", "wounded", "casualties", "captured", "arrested", "missing", "displaced", "infected")
LONGEST_SORT = 3  # words that say who is counted: "iraqi border guards"
DAY = len("2020-03-10")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as one document gives it.

    `of` is who is counted, `None` for people at large; `day` is when it happened, as far as the text says it.
    `corrects` is the figure that the text itself says this one takes the place of.
    """

    document: Document
    kind: str
    of: str | None
    day: str | None
    low: float
    high: float
    span: Span
    is_denied: bool = False
    corrects: tuple[float, float] | None = None

    @property
    def outlet(self) -> str:
        """Who gives it."""
        return self.document.outlet or self.document.url

    @property
    def when(self) -> tuple[str, str, str]:
        """When it was given: a key to sort by."""
        printed = self.document.published.value if self.document.published else ""
        return printed, self.document.captured_at.isoformat(), self.document.id


def counts_of(document: Document, made: Annotations) -> Iterator[Count]:
    """Yield one figure for each kind, day and sort of people counted: the total, not its parts."""
    yield from totals(_all_counts(document, made))


def counts_among(document: Document, made: Annotations, numbers: Set[int]) -> list[Count]:
    """Return the totals among some of a document's quantities, those of one event, whatever day they name.

    Where it gives several figures, what it says first is what it reports.
    """
    found = [_undated(count) for count in _all_counts(document, made, only=numbers)]
    first: dict[tuple[str, str | None], Span] = {}
    for count in sorted(found, key=lambda count: count.span):
        first.setdefault((count.kind, count.of), _sentence(count.span, made))
    return totals(count for count in found if first[count.kind, count.of].covers(count.span))


def _undated(count: Count) -> Count:
    """Return a count of one event: the day is the event's; a long phrase says more than who is counted."""
    is_long = count.of is not None and len(count.of.split()) > LONGEST_SORT
    return replace(count, day=None, of=None if is_long else count.of)


def totals(counts: Iterable[Count]) -> list[Count]:
    """Return the greatest figure that each document gives for one kind, day and sort of people."""
    found: dict[tuple[str, str, str | None, str | None], Count] = {}
    for count in counts:
        figure = (count.document.id, count.kind, count.day, count.of)
        known = found.get(figure)
        if known is None or count.low > known.low:
            found[figure] = count
    return list(found.values())


def _all_counts(document: Document, made: Annotations, only: Set[int] | None = None) -> Iterator[Count]:
    taken_back = _taken_back(document, made)
    left = {quantity.replaces for quantity in made.quantities} | taken_back.keys()
    days = _event_days(made)
    for number, quantity in enumerate(made.quantities):
        if quantity.kind not in TOLLS or quantity.part_of is not None or number in left:
            continue
        if (quantity.low is None and quantity.high is None) or (only is not None and number not in only):
            continue
        span = Span(quantity.start, quantity.end)
        low, high = range_of(quantity)
        yield Count(
            document=document,
            kind=quantity.kind,
            of=_people(quantity.of),
            day=days.get(number) or _day_in_sentence(span, made),
            low=low,
            high=high,
            span=span,
            is_denied=_is_denied(span, made.claims),
            corrects=_corrected(quantity, made, taken_back.values()),
        )


def _taken_back(document: Document, made: Annotations) -> Mapping[int, Quantity]:
    """Return the figures that the article says an earlier version of it gave."""
    notes = list(earlier_sentences(document, made))
    return {
        number: quantity
        for number, quantity in enumerate(made.quantities)
        if any(note.covers(Span(quantity.start, quantity.end)) for note in notes)
    }


def _corrected(
    quantity: Quantity, made: Annotations, taken_back: Iterable[Quantity]
) -> tuple[float, float] | None:
    """Return the figure that this one takes the place of, as the text itself says."""
    if quantity.replaces is not None:
        return range_of(made.quantities[quantity.replaces])
    earlier = (range_of(other) for other in taken_back if other.kind == quantity.kind)
    return next((figure for figure in earlier if figure != range_of(quantity)), None)


def range_of(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value; an open end is 0 or infinity."""
    low, high = quantity.low, quantity.high
    return (low if low is not None else 0.0, high if high is not None else float("inf"))


def _event_days(made: Annotations) -> Mapping[int, str]:
    return {
        number: event.begin[:DAY]
        for event in made.events
        if event.begin and len(event.begin) >= DAY
        for number in event.quantities
    }


def _day_in_sentence(span: Span, made: Annotations) -> str | None:
    """Return the one day that the sentence of a figure names."""
    sentence = _sentence(span, made)
    days = {
        time.begin[:DAY]
        for time in made.times
        if time.kind is not TimeKind.DURATION
        and sentence.covers(Span(time.start, time.end))
        and time.begin is not None
        and len(time.begin) >= DAY
        and time.until is not None
        and time.begin[:DAY] == time.until[:DAY]
    }
    return days.pop() if len(days) == 1 else None


def _sentence(span: Span, made: Annotations) -> Span:
    return next((sentence for sentence in made.sentences if sentence.covers(span)), span)


def _is_denied(span: Span, claims: Iterable[Claim]) -> bool:
    telling = [claim for claim in claims if any(content.covers(span) for content in claim.content)]
    return bool(telling) and all(claim.polarity is Polarity.DENIED for claim in telling)


def _people(of: str | None) -> str | None:
    """Return who is counted, folded; `None` where it is people, whoever they are."""
    words = folded_words(of or "")
    return None if set(words) <= _anybody() else fold(" ".join(words))


@cache
def _anybody() -> frozenset[str]:
    """Return the words of all languages that say of those counted no more than that they are people."""
    tables = (language_table(code, "common") for code in language_codes())
    return frozenset(
        word for table in tables for name in table.get("anybody", ()) for word in folded_words(str(name))
    )


def dated(counts: Sequence[Count]) -> Iterator[Count]:
    """Give counts of one kind without a day the latest day known that is not after their document.

    Where the same document gives another figure with its day, one without repeats what is known of a day,
    and is left out, or is on something else, such as all who were killed in a war, and stays without.
    """
    known = {(count.low, count.high) for count in counts if count.day is not None}
    days = sorted({count.day for count in counts if count.day is not None})
    saying = {count.document.id for count in counts if count.day is not None}
    for count in counts:
        if count.day is not None:
            yield count
        elif count.document.id not in saying:
            yield replace(count, day=_latest(days, count.when[0]))
        elif (count.low, count.high) not in known:
            yield count


def _latest(days: Sequence[str], printed: str) -> str | None:
    before = [day for day in days if not printed or day <= printed[:DAY]]
    return before[-1] if before else None
