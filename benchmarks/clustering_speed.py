"""How fast a stream of made-up documents is put into stories, block by block, and in how much memory.

    python -m benchmarks.clustering_speed [--documents 20000] [--a-day 2000] [--block 10000]

Words are drawn as often as English news has them; each story has words and names of its own, several reports
over days, and reprints.
"""

import argparse
import math
import random
import resource
import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from dateline.link import StoryStream
from dateline.link.rarity import word_rarities
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


def main() -> None:
    """Print one line a block."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--a-day", type=int, default=2_000)
    parser.add_argument("--block", type=int, default=10_000, help="documents between two lines")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    stream, found = StoryStream(), set[str]()
    block, latest = 0.0, deque[float](maxlen=LATEST)
    for number, document in enumerate(documents(options.documents, options.a_day, options.seed), 1):
        begin = time.process_time()
        found.add(stream.add(document).story)
        latest.append(time.process_time() - begin)
        block += latest[-1]
        if number % options.block == 0 or number == options.documents:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            speeds = f"{options.block / block:.0f} documents/s, the last {LATEST} {LATEST / sum(latest):.0f}"
            print(f"{number} documents, {len(found)} stories: {speeds}, {memory:.0f} MiB", flush=True)
            block = 0.0


if __name__ == "__main__":
    main()
