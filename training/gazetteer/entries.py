"""What the gazetteer is built of: places with their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.text.gazetteer import Kind, name_key

SHORTENED = {"saint": "st", "mount": "mt", "fort": "ft"}


@dataclass(frozen=True)
class Entry:
    """One place with all its names; `main` is how it is printed."""

    main: str
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str
    region: str
    population: int
    geonameid: int
    kind: Kind


def names_of(entry: Entry) -> set[str]:
    """Return the folded names under which an entry is found: "Saint Paul" as "St. Paul" too."""
    keys = {key for name in (entry.main, *entry.names) if len(key := name_key(name)) > 1}
    for key in tuple(keys):
        first, space, rest = key.partition(" ")
        if space and first in SHORTENED:
            keys.add(f"{SHORTENED[first]} {rest}")
    return keys


def middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of the middle of the towns and the middle of the box that holds them."""
    mean = [sum(point[axis] for point in points) / len(points) for axis in (0, 1)]
    box = [(min(each[axis] for each in points) + max(each[axis] for each in points)) / 2 for axis in (0, 1)]
    return (mean[0] + box[0]) / 2, (mean[1] + box[1]) / 2
