"""What an outlet changed in an article after it was printed, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from dateline.web.room import Visit

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 12_000  # a longer text is compared by paragraphs


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text: "same", "gone" or "new"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """Two versions of one article; `changes` gives the earlier and the later text in one run."""

    earlier: str
    later: str
    title: str
    lang: str
    earlier_at: datetime
    later_at: datetime
    changes: tuple[Change, ...]


def version_diff(visit: Visit, one: str, other: str) -> VersionDiff:
    """Compare two documents, the earlier capture first. Raises NotFound."""
    found = visit.ledger.document(one), visit.ledger.document(other)
    earlier, later = sorted(found, key=lambda document: document.captured_at)
    return VersionDiff(
        earlier=earlier.id,
        later=later.id,
        title=later.title or later.url,
        lang=later.lang,
        earlier_at=earlier.captured_at,
        later_at=later.captured_at,
        changes=tuple(changes(_whole(earlier.title, earlier.text), _whole(later.title, later.text))),
    )


def _whole(title: str | None, text: str) -> str:
    return f"{title}\n\n{text}" if title else text


def changes(before: str, after: str) -> Iterator[Change]:
    """Give the runs that make `after` of `before`.

    >>> [(change.kind, change.text) for change in changes("five dead", "six dead")]
    [('gone', 'five'), ('new', 'six'), ('same', ' dead')]
    """
    old, new = _cut(before), _cut(after)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", "".join(old[i:j]))
            continue
        if i < j:
            yield Change("gone", "".join(old[i:j]))
        if k < m:
            yield Change("new", "".join(new[k:m]))


def _cut(text: str) -> list[str]:
    words = _WORD.findall(text)
    return words if len(words) <= MOST_WORDS else text.splitlines(keepends=True)
