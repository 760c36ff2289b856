"""What a desk knows before it reads: its watch list, what it imported, its outlets, the starter list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dateline.desk.settings import WatchedName
from dateline.extract.names import Watcher
from dateline.knowledge import load_starter
from dateline.knowledge.starter import outlets_known
from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.identity import content_id
from dateline.model.outlets import Outlet
from dateline.model.spans import Span
from dateline.resolve.watching import WatchIndex
from dateline.store import Ledger
from dateline.text.naming.sounds import Script, script_of

DESK_SOURCE = "desk.toml"
LEAST_WATCHED_WORDS = 2  # of a packaged name: one word may be any
PLAIN_KINDS = ("body:",)
LEFT_TO_READING = ("people:", "outlet:")  # packaged outlets are found as sources, peoples by their words


class Known:
    """What is known, loaded from the ledger and made ready when it is first asked for."""

    def __init__(self, outlets: Sequence[Outlet], ledger: Ledger) -> None:
        self._outlets, self._ledger = outlets, ledger
        self._indexes: dict[tuple[WatchedName, ...], WatchIndex] = {}

    @cached_property
    def imported(self) -> tuple[KnownEntity, ...]:
        """What `dateline entities import` took in."""
        return tuple(self._ledger.known_entities())

    def entities(self, named: Iterable[WatchedName]) -> tuple[KnownEntity, ...]:
        """Return all that is known, what the desk says itself first."""
        own = (*watched_known(named), *self.imported, *outlets_known(self._outlets, is_watched=True))
        taken = {known.id for known in own}
        return (*own, *(known for known in load_starter() if known.id not in taken))

    def watcher(self, named: Sequence[WatchedName]) -> Watcher:
        """Return what finds names in a text: those `named`, imported ones, and longer packaged ones."""

        def find(text: str) -> Iterable[tuple[Span, MentionType]]:
            return self._index(tuple(named)).spans(text)

        return find

    def _index(self, named: tuple[WatchedName, ...]) -> WatchIndex:
        if named not in self._indexes:
            watched = (known for known in self.imported if known.is_watched)
            outlets = _longer_names(outlets_known(self._outlets, is_watched=True))
            told = (*watched_known(named), *watched, *outlets)
            self._indexes[named] = WatchIndex([*told, *_packaged()])
        return self._indexes[named]


def watched_known(named: Iterable[WatchedName]) -> Iterator[KnownEntity]:
    """Yield the names of the desk's settings as known entities."""
    for each in named:
        id = content_id("w", each.type.value, each.name)
        yield KnownEntity(id, each.type, (each.name, *each.aliases), DESK_SOURCE, is_watched=True)


def _packaged() -> Iterator[KnownEntity]:
    """Yield packaged bodies by their longer names, others where a script has no capitals to see them by."""
    for known in load_starter():
        if known.id.startswith(PLAIN_KINDS):
            yield from _longer_names([known])
        elif not known.id.startswith(LEFT_TO_READING):
            yield from _longer_names([known], (Script.ARABIC, Script.HEBREW))


def _longer_names(
    known: Iterable[KnownEntity], scripts: tuple[Script, ...] = tuple(Script)
) -> Iterator[KnownEntity]:
    """Yield known entities by their names of several words in some scripts."""
    for each in known:
        names = tuple(
            name
            for name in each.names
            if len(name.split()) >= LEAST_WATCHED_WORDS and script_of(name) in scripts
        )
        if names:
            yield replace(each, names=names)
