"""How fast a stream of made-up documents is put into stories, block by block, and in how much memory.

    python -m benchmarks.clustering_speed [--documents 20000] [--a-day 2000] [--block 10000] [--kept FILE]

Words are drawn as often as English news has them; each story has words and names of its own, several reports
over days, and reprints. With `--kept` the state is written to a file after each block and gone on with from
there, so that a stream of a million can be stopped and left to run:

    nice -n 19 python -m benchmarks.clustering_speed --documents 1000000 --kept stream.state
"""

import argparse
import math
import random
import resource
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Self

from dateline.link import StoryStream
from dateline.link.keeping import Reader, Writer
from dateline.link.rarity import word_rarities
from dateline.link.space import story_id
from dateline.model.documents import Document

START = datetime(2020, 3, 1, tzinfo=UTC)
WORDS = 350  # of a document
OWN_WORDS, OWN_SHARE = 25, 0.15  # a story's own words, and how many of a report's are those
REPORTS = 4  # of a story, on average
LATEST = 1000  # documents whose speed is told beside that of the block
REPORTED_ON = 1000  # the latest stories that any report is of
REPRINTED = 0.2  # share of reports that are printed again as they are
SYLLABLES = (
    "ba",
    "dor",
    "fin",
    "gal",
    "hesh",
    "kar",
    "lam",
    "mur",
    "nak",
    "pol",
    "qas",
    "rim",
    "sul",
    "tav",
    "zan",
)


def documents(count: int, a_day: int, seed: int) -> Iterator[Document]:
    """Give made-up documents in order of time."""
    draw = random.Random(seed)
    words = list(word_rarities("en"))
    often = list(accumulate(math.exp(-word_rarities("en")[word]) for word in words))
    stories: list[list[str]] = []
    last = ""
    for number in range(count):
        if not stories or draw.random() < 1 / REPORTS:
            stories.append([*draw.choices(words[200:], k=OWN_WORDS - 5), *(_name(draw) for _ in range(5))])
            del stories[:-REPORTED_ON]
        own = stories[-1 - int(min(draw.expovariate(1 / 20), len(stories) - 1))]
        if draw.random() >= REPRINTED or not last:
            told = draw.choices(words, cum_weights=often, k=int(WORDS * (1 - OWN_SHARE)))
            told += draw.choices(own, k=int(WORDS * OWN_SHARE))
            draw.shuffle(told)
            last = " ".join(told)
        yield _document(number, last, START + timedelta(days=number / a_day))


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=3)).capitalize()


def _document(number: int, text: str, moment: datetime) -> Document:
    url = f"https://made-up.example/{number}"
    return Document(f"d{number}", "", url, None, None, None, None, None, moment, "en", text, (), "")


@dataclass(slots=True)
class Run:
    """A stream as far as it has come: documents put, and stories that stand."""

    stream: StoryStream
    documents: int = 0
    stories: int = 0

    def add(self, document: Document) -> None:
        """Put one more document."""
        placement = self.stream.add(document)
        self.documents += 1
        self.stories += (placement.story == story_id(document.id)) - len(placement.merged)

    def save(self, path: Path, *, a_day: int, seed: int) -> None:
        """Write it, whole or not at all."""
        writer = Writer()
        writer.numbers((a_day, seed, self.documents, self.stories))
        self.stream.dump(writer)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(writer.to_bytes())
        beside.replace(path)

    @classmethod
    def load(cls, path: Path, *, a_day: int, seed: int) -> Self:
        """Read what `save` wrote. Raises SystemExit for a stream of other documents."""
        reader = Reader(path.read_bytes())
        *made_by, documents, stories = reader.numbers()
        if made_by != [a_day, seed]:
            raise SystemExit(f"{path}: expected a stream of --a-day {a_day} --seed {seed}, found {made_by}")
        return cls(StoryStream.load(reader), documents, stories)


def resident_mib() -> float:
    """Return how much memory this process has now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--a-day", type=int, default=2_000)
    parser.add_argument("--block", type=int, default=10_000, help="documents between two lines")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kept", type=Path, help="file in which the state is kept and gone on with")
    return parser.parse_args()


def main() -> None:
    """Print one line a block."""
    options = _options()
    of = {"a_day": options.a_day, "seed": options.seed}
    is_kept = options.kept is not None and options.kept.is_file()
    run = Run.load(options.kept, **of) if is_kept else Run(StoryStream())
    block, latest = 0.0, deque[float](maxlen=LATEST)
    for document in islice(documents(options.documents, **of), run.documents, None):
        begin = time.process_time()
        run.add(document)
        latest.append(time.process_time() - begin)
        block += latest[-1]
        if run.documents % options.block == 0 or run.documents == options.documents:
            lately = f"the last {len(latest)} {len(latest) / sum(latest):.0f}"
            speeds = f"{options.block / block:.0f} documents/s, {lately}, {resident_mib():.0f} MiB"
            print(f"{run.documents} documents, {run.stories} stories: {speeds}", flush=True)
            block = 0.0
            if options.kept is not None:
                run.save(options.kept, **of)


if __name__ == "__main__":
    main()
