"""The benchmarks that need no outside corpora, each against its floor.

Run: python -m benchmarks.run
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks import certainty
from benchmarks.kills import survive_kills
from benchmarks.reader_cases import AGENCIES, f_of, read_cases, score_cases
from benchmarks.run_desk import sample_desk
from benchmarks.syntax_cases import read_deeds, share_right
from benchmarks.times import persian_misses
from dateline.inference.reader import load_reader

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
KILLS = 5


def figures() -> Iterator[tuple[str, float]]:
    """Yield each figure by the name of its floor."""
    reader = load_reader()
    score = score_cases(reader, read_cases())
    yield "content", f_of(score, score.hits)
    yield "with source", f_of(score, score.sourced)
    score = score_cases(reader, read_cases(AGENCIES))
    yield "agencies", f_of(score, score.sourced)
    levels = certainty.judge(certainty.read_cases(), verbose=False)
    yield "certainty", certainty.mean(certainty.f_scores(levels))
    yield "who did what", share_right(reader, list(read_deeds()))
    count, misses = persian_misses()
    yield "persian times", 1 - len(misses) / count
    with tempfile.TemporaryDirectory() as folder:
        yield "kills", 1 - len(survive_kills(Path(folder), rounds=KILLS, seed=1)) / KILLS


def main() -> None:
    """Print each figure with its floor, and the speed of the sample desk; exit 1 below a floor."""
    below = []
    for name, figure in figures():
        below += [name] if figure < FLOORS[name] else []
        print(f"{name}: {figure:.3f}, floor {FLOORS[name]:.2f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        documents, seconds, megabytes = sample_desk(Path(folder) / "sample")
    print(f"sample desk: {documents} documents in {seconds:.1f} s, peak {megabytes:.0f} MB")
    sys.exit(f"below the floor: {', '.join(below)}" if below else 0)


if __name__ == "__main__":
    main()
