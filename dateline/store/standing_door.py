"""The ledger's door to what is derived across documents, and to what is known beforehand."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dateline.model.entities import KnownEntity
from dateline.model.ledger import Assessment, Entity, Story, StoryDossier, StoryMarks
from dateline.store import dossiers, known, schema, stories
from dateline.store.connections import Connections


class StandingDoor(Connections):
    """Keeps and gives entities, stories and assessments."""

    def save_entities(self, entities: Iterable[Entity], *, now: datetime) -> None:
        """Make `entities` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_entities(connection, entities, now=now)

    def entities(self, *, as_of: datetime | None = None) -> list[Entity]:
        """Return the standing entities by id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.entities, Entity, as_of)

    def save_known(self, told: Iterable[KnownEntity], source: str, *, now: datetime) -> None:
        """Make `told` all that a source (a watch list, an import) knows; what it no longer has is closed."""
        with self._write() as connection:
            known.save_known(connection, told, source, now=now)

    def known_entities(self, *, as_of: datetime | None = None) -> list[KnownEntity]:
        """Return what the desk's watch lists and imports know, by source and id."""
        with self._read() as connection:
            return known.known_entities(connection, as_of)

    def save_stories(self, found: Iterable[Story], *, now: datetime) -> None:
        """Make `found` the standing stories; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_stories(connection, found, now=now)

    def stories(self, *, as_of: datetime | None = None) -> list[Story]:
        """Return the standing stories by id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.stories, Story, as_of)

    def story_of(self, document: str, *, as_of: datetime | None = None) -> str | None:
        """Return the id of the story that a document stands in."""
        with self._read() as connection:
            return stories.story_of(connection, document, as_of)

    def save_assessments(self, assessments: Iterable[Assessment], *, now: datetime) -> None:
        """Make `assessments` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_assessments(connection, assessments, now=now)

    def assessments(self, *, as_of: datetime | None = None) -> list[Assessment]:
        """Return the standing assessments by story id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.assessments, Assessment, as_of)

    def story_marks(self, *, begin: str, until: str, as_of: datetime | None = None) -> list[StoryMarks]:
        """Return what columns tell of the stories printed from `begin` to `until`, to choose by."""
        with self._read() as connection:
            return dossiers.marks_of_stories(connection, begin=begin, until=until, as_of=as_of)

    def dossiers(
        self, *, begin: str, until: str, as_of: datetime | None = None, only: Sequence[str] | None = None
    ) -> list[StoryDossier]:
        """Return the stories printed from `begin` to `until`, days included, with their accepted claims.

        `only` are the ids of those wanted, by default all.
        """
        with self._read() as connection:
            return dossiers.dossiers(connection, begin=begin, until=until, as_of=as_of, only=only)
