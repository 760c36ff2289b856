"""How fast the reader reads, and how much memory it takes: 600-word articles, one process.

Usage: python -m benchmarks.reader_speed [--model FOLDER] [--threads 2] [--articles 60]
The articles are made of invented sentences, so that the figure can be had without any corpus. Peak memory
is that of the whole process. At the end one text of 200,000 words is read, with its syntax.
"""

import argparse
import random
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.reader import load_reader
from dateline.inference.reading import Reader
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences

WORDS = 600
SPEAKERS = (
    "The interior minister",
    "A local official in Basra",
    "Hassan al-Tamimi",
    "The National Water Board",
)
CUES = ("said", "told reporters", "denied", "announced in a statement", "warned", "claimed")
CONTENTS = (
    "that the bridge would reopen before the end of the week",
    "the convoy had left the province on Tuesday evening",
    "there was “no evidence” of a second attack near the harbour",
    "three workers were wounded when the depot caught fire",
    "talks with the neighbouring states would go on in Muscat",
)


def make_article(words: int, chance: random.Random) -> str:
    """Return an invented article of about so many words, four sentences a paragraph."""
    sentences: list[str] = []
    count = 0
    while count < words:
        sentence = f"{chance.choice(SPEAKERS)} {chance.choice(CUES)} {chance.choice(CONTENTS)}."
        sentences.append(sentence)
        count += len(sentence.split())
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, reader: Reader, articles: Sequence[tuple[str, Sequence[Span]]]) -> None:
    """Print how fast articles are read, each with the sentences whose syntax is wanted."""
    started, worked = time.perf_counter(), time.process_time()
    for article, sentences in articles:
        reader.read(article, sentences)
    spent, worked = time.perf_counter() - started, time.process_time() - worked
    rate, each = len(articles) / spent, worked / len(articles)
    print(f"{name}: {rate:.1f} articles/s on the clock, {each:.3f} CPU s an article")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--longest", type=int, default=200_000, help="words of the one long text")
    args = parser.parse_args()
    chance = random.Random(1)
    started = time.perf_counter()
    reader = load_reader(args.model, threads=args.threads)
    reader.read("Warm up.")
    print(f"loaded in {time.perf_counter() - started:.2f} s")
    articles = [make_article(WORDS, chance) for _ in range(args.articles)]
    measure("without syntax", reader, [(article, ()) for article in articles])
    measure("with syntax", reader, [(article, split_sentences(article, "en")) for article in articles])
    print(f"peak memory {peak_megabytes():.0f} MB")
    if args.longest:
        long_text = make_article(args.longest, chance)
        started = time.perf_counter()
        reading = reader.read(long_text, split_sentences(long_text, "en"))
        spent = time.perf_counter() - started
        print(f"{args.longest} words in {spent:.1f} s, {len(reading.attributions)} attributions")
        print(f"peak memory {peak_megabytes():.0f} MB")


if __name__ == "__main__":
    main()
