"""Which English words stand in small letters: one command from corpora to the packaged list.

Run: `python -m training.word_casing [--corpora ~/corpora]`. Counts how often each word is small, and how
often it has a capital where no sentence begins. Only texts of open or unstated licence are read (those that
`training.word_rarity` reads, RAMS, ECB+ and our own word lists), none in capitals; only words are kept.
"""

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dateline.languages
from dateline.text.casing import SMALL_WORDS, is_in_capitals
from training.word_rarity import english

OUT = SMALL_WORDS
WORD_LISTS = Path(dateline.languages.__file__).parent / "en.toml"
WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?:['’][a-z]+)?(?![\w'’])")
OPENS = re.compile(r"(?:^|[.!?:\n\"“”‘'*•|)(-])\s*$")


def texts(corpora: Path) -> Iterator[str]:
    """Give English texts whose letters are as people wrote them."""
    for text in english(corpora):
        yield from (part for part in text.split("\n\n") if not is_in_capitals(part))
    for line in (corpora / "8_events/rams/dev.jsonlines").read_text(encoding="utf-8").splitlines():
        yield from (" ".join(sentence) for sentence in json.loads(line)["sentences"])
    for path in sorted((corpora / "6_entity_event_coref/ecbplus").glob("*/*.xml")):
        tokens = re.findall(r"<token [^>]*>([^<]*)</token>", path.read_text(encoding="utf-8"))
        yield " ".join(tokens)
    yield from WORD_LISTS.read_text(encoding="utf-8").splitlines()


def small_words(found: Iterator[str]) -> list[str]:
    """Return the words that are small oftener than they have a capital."""
    small, capital = Counter[str](), Counter[str]()
    for text in found:
        for match in WORD.finditer(text):
            word = match[0].partition("'")[0].partition("’")[0]
            if word.islower():
                small[word] += 1
            elif word.istitle() and not OPENS.search(text, max(0, match.start() - 4), match.start()):
                capital[word.lower()] += 1
    return sorted(word for word, count in small.items() if count > capital[word])


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--corpora", type=Path, default=default)
    words = small_words(texts(parser.parse_args().corpora.expanduser()))
    OUT.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words in {OUT}")


if __name__ == "__main__":
    main()
