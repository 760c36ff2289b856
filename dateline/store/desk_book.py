"""The ledger's second door, for those who work at the desk: people, acts, and records a page at a time."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection

from dateline.model.claims import Claim
from dateline.model.ledger import Assessment, Decision, Entity, Issue, Story
from dateline.model.people import Act, ActKind, Person, Session
from dateline.store import browse, claims, facets, kept_words, people, schema, spellings

Opener = Callable[[], AbstractContextManager[Connection]]


class DeskBook:
    """What the desk keeps of its people, and what their pages ask for. `Ledger.book` gives one."""

    def __init__(self, read: Opener, write: Opener) -> None:
        self._read = read
        self._write = write

    # People and sessions

    def add_person(self, person: Person, password: str, *, now: datetime) -> None:
        """Add a person with the hash of a password. Raises InputError for a name that is taken."""
        with self._write() as connection:
            people.add_person(connection, person, password, now=now)

    def change_person(self, person: Person, *, now: datetime, password: str | None = None) -> None:
        """Give a person another role or password, or disable the login. Raises InputError."""
        with self._write() as connection:
            people.change_person(connection, person, password=password, now=now)

    def logins(self) -> list[people.Login]:
        """Return everybody by name, with the hash of the password."""
        with self._read() as connection:
            return people.logins(connection)

    def begin_session(self, session: Session) -> None:
        """Keep a session."""
        with self._write() as connection:
            people.begin_session(connection, session)

    def find_session(self, id: str, *, now: datetime) -> Session | None:
        """Return the session with this id that has neither ended nor expired."""
        with self._read() as connection:
            return people.find_session(connection, id, now=now)

    def end_sessions(self, *, now: datetime, id: str | None = None, person: str | None = None) -> None:
        """End one session, or all of a person."""
        with self._write() as connection:
            people.end_sessions(connection, id=id, person=person, now=now)

    # Acts, and what was seen

    def append_acts(self, acts: Iterable[Act]) -> None:
        """Append what somebody did."""
        with self._write() as connection:
            people.append_acts(connection, acts)

    def acts_on(self, subjects: Sequence[str]) -> list[Act]:
        """Return the acts on some subjects in order, and the undoings of those acts."""
        with self._read() as connection:
            return people.acts_on(connection, subjects)

    def latest_acts(
        self,
        *,
        by: str | None = None,
        kinds: Sequence[ActKind] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> list[Act]:
        """Return the newest acts, the newest first, of one or of all, from `since` and before `until`."""
        with self._read() as connection:
            return people.latest_acts(connection, by=by, kinds=kinds, since=since, until=until, limit=limit)

    def find_act(self, id: str) -> Act | None:
        """Return the act with this id."""
        with self._read() as connection:
            return people.find_act(connection, id)

    def mark_seen(self, person: str, subjects: Iterable[str], *, at: datetime) -> None:
        """Keep that a person has seen some subjects."""
        with self._write() as connection:
            people.mark_seen(connection, person, subjects, at=at)

    def forget_seen(self, person: str, subjects: Sequence[str]) -> None:
        """Make subjects new again for a person."""
        with self._write() as connection:
            people.forget_seen(connection, person, subjects)

    def seen_at(self, person: str, subjects: Sequence[str]) -> dict[str, datetime]:
        """Return when a person saw each of the subjects last; those never seen are left out."""
        with self._read() as connection:
            return people.seen_at(connection, person, subjects)

    def busy_at(self, person: str, *, limit: int) -> list[datetime]:
        """Return when a person did or saw something, the newest first."""
        with self._read() as connection:
            return people.busy_at(connection, person, limit=limit)

    def keep_words(self, person: str, subject: str, words: str, *, now: datetime) -> None:
        """Keep the words that a person is writing on a subject and has not saved yet."""
        with self._write() as connection:
            kept_words.keep_words(connection, person, subject, words, now=now)

    def drop_words(self, person: str, subject: str) -> None:
        """Forget what a person was writing on a subject."""
        with self._write() as connection:
            kept_words.drop_words(connection, person, subject)

    def kept_words(self, person: str, prefix: str) -> dict[str, str]:
        """Return what a person was writing on the subjects that begin with a prefix, by subject."""
        with self._read() as connection:
            return kept_words.kept_words(connection, person, prefix)

    # Records a page at a time

    def arrivals(
        self,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int = 50,
        as_of: datetime | None = None,
    ) -> list[browse.Arrival]:
        """Return the stories, that with the newest document first; `before` is the last number of a page."""
        with self._read() as connection:
            return list(islice(browse.arrivals(connection, before=before, after=after, as_of=as_of), limit))

    def stories(self, ids: Sequence[str], *, as_of: datetime | None = None) -> dict[str, Story]:
        """Return those of the stories that stood, by id."""
        with self._read() as connection:
            return browse.records_by_id(connection, schema.stories, Story, ids, as_of)

    def assessments(self, ids: Sequence[str], *, as_of: datetime | None = None) -> dict[str, Assessment]:
        """Return the assessments of those of the stories that have one."""
        with self._read() as connection:
            return browse.records_by_id(connection, schema.assessments, Assessment, ids, as_of)

    def entities(self, ids: Sequence[str], *, as_of: datetime | None = None) -> dict[str, Entity]:
        """Return those of the entities that stood, by id."""
        with self._read() as connection:
            return browse.records_by_id(connection, schema.entities, Entity, ids, as_of)

    def entities_named(
        self, words: str, *, type: str | None = None, limit: int = 50, as_of: datetime | None = None
    ) -> list[Entity]:
        """Return the entities with a spelling that contains `words`; none given, the most written of."""
        with self._read() as connection:
            return browse.entities_named(connection, words, type=type, limit=limit, as_of=as_of)

    def entities_spelled(
        self, names: Sequence[str], *, as_of: datetime | None = None
    ) -> dict[str, list[Entity]]:
        """Return for each of some names the entities that bear it, by id, however its letters are written."""
        with self._read() as connection:
            return spellings.entities_spelled(connection, names, as_of)

    def latest_issues(self, limit: int, *, as_of: datetime | None = None) -> tuple[list[Issue], int]:
        """Return the newest Issues, the newest first, and how many there are in all."""
        with self._read() as connection:
            return browse.latest_issues(connection, limit, as_of)

    def stories_of(self, documents: Sequence[str], *, as_of: datetime | None = None) -> dict[str, str]:
        """Return the story of each document that stands in one."""
        with self._read() as connection:
            return browse.stories_of(connection, documents, as_of)

    def standing_verdicts(
        self, subjects: Sequence[str], *, as_of: datetime | None = None
    ) -> dict[str, Decision]:
        """Return what stands on each subject: accepted or rejected, by a person before a rule."""
        with self._read() as connection:
            return browse.standing_verdicts(connection, subjects, as_of)

    def decisions_on(self, subjects: Sequence[str], *, as_of: datetime | None = None) -> list[Decision]:
        """Return the decisions on some subjects that were not undone, in order."""
        with self._read() as connection:
            return browse.decisions_on(connection, subjects, as_of)

    def grades(self, *, as_of: datetime | None = None) -> dict[str, Decision]:
        """Return the grade that was given last to each outlet and claim that somebody graded, by subject."""
        with self._read() as connection:
            return browse.standing_grades(connection, as_of)

    def facets(self, documents: Sequence[str], *, as_of: datetime | None = None) -> facets.Facets:
        """Return what some documents, few enough for a page, have in common."""
        with self._read() as connection:
            return facets.count_facets(connection, documents, as_of)

    def learned_between(self) -> tuple[datetime, datetime] | None:
        """Return when the ledger learned its first and its last document, `None` where it has none."""
        with self._read() as connection:
            return browse.learned_between(connection)

    def attributed(
        self, *, begin: str | None, until: str | None, limit: int, as_of: datetime | None = None
    ) -> list[Claim]:
        """Return what was learned last of what somebody says, printed from `begin` to `until`."""
        with self._read() as connection:
            return claims.latest_attributed(connection, begin=begin, until=until, limit=limit, as_of=as_of)

    def names_in(self, documents: Sequence[str], types: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the names of some types that were read in each of the documents."""
        with self._read() as connection:
            return facets.names_in(connection, documents, types)
