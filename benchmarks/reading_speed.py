"""How fast texts are read: times, places and counts together, and all of `dateline annotate`.

Run: `python -m benchmarks.reading_speed [values|annotate] [--articles 300] [--workers 2]`. The articles are
those of LGL, joined into texts of 600 words; the corpora lie in `$DATELINE_CORPORA` (`~/corpora`). `values`
reads what follows from words and tables alone: sentences, times, quantities, place names and where they lie.
`annotate` writes the lines of the command, its reader included. What is loaded once is loaded before;
processes started for many articles load it on the way.
"""

import argparse
import io
import json
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.places import lgl
from dateline.cli.annotate import run
from dateline.extract.places import place_mentions, toponym_mentions
from dateline.extract.quantities import find_quantities
from dateline.extract.times import find_times
from dateline.processes import default_workers
from dateline.text.sentences import split_sentences

WORDS = 600
PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
OPENING = "On Monday two people were killed in Basra, Iraq."


def articles(texts: list[str]) -> Iterator[str]:
    """Yield texts of 600 words or a few more, made of whole articles and their beginnings."""
    words: list[str] = []
    for text in texts:
        words += [*text.split(" "), "\n\n"]
        while len(words) >= WORDS:
            yield " ".join(words[:WORDS])
            words = words[WORDS:]


def read_values(text: str) -> None:
    """Read the values of a text, as `dateline annotate` does."""
    sentences = split_sentences(text, "en")
    find_times(text, "en", sentences=sentences)
    find_quantities(text, "en")
    place_mentions(text, "en", toponym_mentions(text, "en", ()))


def measure_values(texts: list[str]) -> None:
    read_values(OPENING)
    size = sum(len(text.encode()) for text in texts) / 1e6
    for said in ("at first sight", "names and words remembered"):
        began = time.process_time()
        for text in texts:
            read_values(text)
        spent = time.process_time() - began
        print(f"times, places and counts, {said}: {size / spent:.2f} MB/s of processor time ({size:.2f} MB)")


def measure_annotate(texts: list[str], workers: int) -> None:
    lines = [json.dumps({"id": str(at), "text": text, "lang": "en"}) for at, text in enumerate(texts)]
    run([], out=io.StringIO(), stdin=[json.dumps({"id": "0", "text": OPENING, "lang": "en"})])
    began, worked = time.perf_counter(), processor_time()
    run([], out=io.StringIO(), stdin=lines, workers=workers)
    spent, worked = time.perf_counter() - began, processor_time() - worked
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in PROCESSES]
    print(
        f"annotate: {len(texts) / spent:.1f} articles/s on the clock, {worked / len(texts):.3f} CPU s each, "
        f"peak {peaks[0]:.0f} MB, of another process {peaks[1]:.0f} ({len(texts)} articles of {WORDS} words)"
    )


def processor_time() -> float:
    """Return the seconds that this process has worked, and those that it started and that have ended."""
    return sum(spent.ru_utime + spent.ru_stime for spent in map(resource.getrusage, PROCESSES))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", nargs="*", default=["values", "annotate"])
    parser.add_argument("--articles", type=int, default=300, help="articles that are annotated")
    parser.add_argument("--workers", type=int, default=default_workers(), help="processes that annotate")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    options = parser.parse_args()
    texts = [article.text for article in lgl(options.corpora.expanduser())]
    if "values" in options.tasks:
        measure_values(texts)
    if "annotate" in options.tasks:
        measure_annotate(list(articles(texts))[: options.articles], options.workers)


if __name__ == "__main__":
    main()
