"""Who is in play while a document is read: whom "he", "the statement" and "the report" mean."""

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.claims import Link


class Gender(StrEnum):
    """What a pronoun or an office tells of the one it is used of: "she", "the spokesman"."""

    WOMAN = "woman"
    MAN = "man"


@dataclass
class Scene:
    """Who is in play while a document is read from top to bottom.

    `people` are those that were in play by their entity, the latest last; `genders` what was told of them.
    """

    person: Link | None = None
    group: Link | None = None
    source: Link | None = None
    outlet: Link | None = None
    issuer: Link | None = None
    block: int = -1
    carried: tuple[Link, ...] = ()
    carried_for: str | None = None
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    people: dict[str, Link] = field(default_factory=dict)
    genders: dict[str, Gender] = field(default_factory=dict)

    def bring(self, person: Link) -> None:
        """Bring a person into play."""
        self.person = person
        if person.entity:
            self.people.pop(person.entity, None)
            self.people[person.entity] = person

    def whom(self, gender: Gender | None) -> Link | None:
        """Return the person whom a pronoun means: the one in play, or the latest that may be meant."""
        if self.person is None or self._may_be(self.person, gender):
            return self.person
        return next((each for each in reversed(self.people.values()) if self._may_be(each, gender)), None)

    def _may_be(self, person: Link, gender: Gender | None) -> bool:
        return gender is None or self.genders.get(person.entity or "", gender) is gender
