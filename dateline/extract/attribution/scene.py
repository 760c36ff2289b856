"""Who is in play while a document is read: whom "he", "the statement" and "the report" mean."""

from dataclasses import dataclass, field

from dateline.model.claims import Link


@dataclass
class Scene:
    """Who is in play while a document is read from top to bottom."""

    person: Link | None = None
    group: Link | None = None
    source: Link | None = None
    outlet: Link | None = None
    issuer: Link | None = None
    block: int = -1
    carried: tuple[Link, ...] = ()
    carried_for: str | None = None
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
