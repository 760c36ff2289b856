"""What the ledger does not have: outlets and languages gone quiet, unknowns of events, open questions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.assess.habits import Silence, find_silences
from dateline.errors import InputError
from dateline.model.annotations import EventType
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Question, Verdict
from dateline.pipeline.ledger.standing import NOT_COUNTED, EventStanding, events_standing
from dateline.store import Ledger

HARMFUL = frozenset({EventType.ASSAULT})
MIN_OUTLETS = 2  # what one outlet alone tells is unknown in most respects


@dataclass(frozen=True, slots=True)
class Unknown:
    """What no claim says of an event: `who`, `where`, `when` or `how many`."""

    event: str
    title: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionStanding:
    """A question with the decision that closed it, if one did; its reason is the answer."""

    question: Question
    closed: Decision | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that is missing at a moment."""

    silences: tuple[Silence, ...]
    unknowns: tuple[Unknown, ...]
    questions: tuple[Question, ...]


def find_gaps(ledger: Ledger, *, now: datetime, as_of: datetime | None = None) -> Gaps:
    """Return who has gone quiet by `now`, what no claim says of the events, and the open questions."""
    unknowns = (_unknown(each) for each in events_standing(ledger, as_of=as_of))
    open_questions = (
        each.question for each in questions_standing(ledger, as_of=as_of) if each.closed is None
    )
    return Gaps(
        tuple(silences(ledger, now=now, as_of=as_of)),
        tuple(each for each in unknowns if each is not None),
        tuple(open_questions),
    )


def silences(ledger: Ledger, *, now: datetime, as_of: datetime | None = None) -> list[Silence]:
    """Return the outlets, then the languages, that have gone quiet against their own habit."""
    outlets: dict[str, list[datetime]] = defaultdict(list)
    languages: dict[str, list[datetime]] = defaultdict(list)
    for document in ledger.documents(as_of=as_of):
        moment = _moment(document)
        languages[document.lang.partition("-")[0]].append(moment)
        if document.outlet is not None:
            outlets[document.outlet].append(moment)
    return [*find_silences("outlet", outlets, now), *find_silences("language", languages, now)]


def _moment(document: Document) -> datetime:
    """Return when a document was printed, a day standing for its noon, else when it was captured."""
    value = document.published.value if document.published else ""
    try:
        stated = datetime.fromisoformat(value if "T" in value else f"{value}T12:00")
    except ValueError:
        return document.captured_at
    return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).astimezone(UTC)


def _unknown(standing: EventStanding) -> Unknown | None:
    if len(standing.outlets) < MIN_OUTLETS:
        return None
    told = {attribute.name for attribute in standing.account.attributes}
    event = standing.event
    missing = [
        word
        for word, is_missing in (
            ("who", "actor" not in told),
            ("where", event.place is None),
            ("when", event.begin is None),
            ("how many", event.type in HARMFUL and told <= NOT_COUNTED),
        )
        if is_missing
    ]
    return Unknown(event.id, standing.title, tuple(missing)) if missing else None


def ask_question(ledger: Ledger, text: str, *, by: str, at: datetime, about: str | None = None) -> Question:
    """Write a question down; `about` is any id of the ledger. Raises InputError or NotFound."""
    if not text.strip():
        raise InputError("a question needs words")
    subject = ledger.find(about).id if about else None
    question = Question(content_id("q", text, by, at.isoformat(), subject), text, by, at, subject)
    ledger.event_book.ask(question, now=at)
    return question


def close_question(ledger: Ledger, id: str, *, by: str, at: datetime, why: str) -> Decision:
    """Close a question with its answer. Raises InputError for one that is closed or no question, NotFound."""
    found = ledger.find(id)
    standing = {each.question.id: each for each in questions_standing(ledger)}
    if found.id not in standing or standing[found.id].closed is not None:
        raise InputError(f"{id}: expected an open question, found a {found.kind}; see dateline questions")
    decision_id = content_id("j", Verdict.CLOSE.value, found.id, by, at.isoformat(), why)
    decision = Decision(decision_id, Verdict.CLOSE, found.id, by, at, why)
    ledger.append_decision(decision, now=at)
    return decision


def questions_standing(ledger: Ledger, *, as_of: datetime | None = None) -> list[QuestionStanding]:
    """Return the questions in the order in which they were asked, each with what closed it."""
    decisions = ledger.judgements(as_of=as_of)
    undone = {decision.subject for decision in decisions if decision.verdict is Verdict.UNDO}
    closed = {
        decision.subject: decision
        for decision in decisions
        if decision.verdict is Verdict.CLOSE and decision.id not in undone
    }
    asked = ledger.event_book.questions(as_of=as_of)
    return [QuestionStanding(question, closed.get(question.id)) for question in asked]
