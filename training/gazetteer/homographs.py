"""Which words of running text are towns too, and mostly are not meant so: one command to the packaged lists.

Run: `python -m training.gazetteer.homographs [--corpora ~/corpora]`. A script without capitals does not tell
ليل (night) from Lille. In annotated text a word is counted as a place where it is a name; in plain text where
a word of type, a preposition of place or a well-known place stands beside it. A word that is mostly something
else is listed, unless its town is known everywhere.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.extract.places.belief import KNOWN_AFAR, known_places
from dateline.extract.places.words import PlaceWords, place_words
from dateline.text.homographs import FOLDER, packaged_folder
from dateline.text.tokens import tokenize
from training.word_rarity import READERS

LANGUAGES = ("ar", "fa")
LEAST_TAGGED = 2  # occurrences in annotated text that are enough to judge by
LEAST_PLAIN = 6  # occurrences in plain text
LEAST_FOR_TOWN = 8  # occurrences to judge a town of `TOWN` people
MOST_TAGGED_PLACES = 0.34  # share of places from which a word may be a town
MOST_PLAIN_PLACES = 0.2
MOST_FOR_TOWN = 0.1
TOWN = 60_000
REACH = 2  # tokens to either side in which a well-known place speaks for another
TAGGED = {
    "ar": (
        "5_ner_syntax/anercorp/train.txt",
        "5_ner_syntax/aqmar/train.txt",
        "5_ner_syntax/ud/ar_pud.conllu",
    ),
    "fa": ("5_ner_syntax/ud/fa_perdt-ud-dev.conllu",),  # the other bank has no proper nouns
}


def tagged_words(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the folded words of an annotated file, and whether each is a name."""
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t") if path.suffix == ".conllu" else line.split(" ")
        if path.suffix == ".conllu" and len(parts) > 3 and parts[0].isdecimal():
            yield from ((word, parts[3] == "PROPN") for word in tokenize(parts[1]).words)
        elif path.suffix != ".conllu" and len(parts) > 1:
            yield from ((word, parts[-1] != "O") for word in tokenize(parts[0]).words)


def plain_words(words: Sequence[str], known: PlaceWords) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text that are towns too, and whether the words beside each speak for one."""
    before = known.type_words | known.locatives
    famous = [_is_famous(word) for word in words]
    for at, word in enumerate(words):
        if not word.isascii() and known_places(word) is not None:
            beside = any(famous[max(0, at - REACH) : at]) or any(famous[at + 1 : at + 1 + REACH])
            yield word, beside or (at > 0 and words[at - 1] in before)


def _is_famous(word: str) -> bool:
    known = None if word.isascii() else known_places(word)
    return known is not None and known.people >= KNOWN_AFAR


def homographs(lang: str, corpora: Path) -> list[str]:
    """Return the words of a language that are towns too and mostly are not meant so."""
    tagged, plain = (Counter[str](), Counter[str]()), (Counter[str](), Counter[str]())
    for path in TAGGED[lang]:
        for word, is_name in tagged_words(corpora / "5_ner_syntax" / path):
            tagged[is_name][word] += 1
    for text in READERS[lang](corpora):
        for word, is_place in plain_words(tokenize(text).words, place_words(lang)):
            plain[is_place][word] += 1
    seen = {*tagged[False], *plain[False], *plain[True]}
    return sorted(word for word in seen if _is_mostly_other(word, tagged, plain))


def _is_mostly_other(
    word: str, tagged: tuple[Counter[str], Counter[str]], plain: tuple[Counter[str], Counter[str]]
) -> bool:
    known = None if word.isascii() else known_places(word)
    if known is None or known.widely or known.people >= KNOWN_AFAR:
        return False
    is_town = known.people >= TOWN
    judged = ((tagged, LEAST_TAGGED, MOST_TAGGED_PLACES), (plain, LEAST_PLAIN, MOST_PLAIN_PLACES))
    for counts, least, most in judged:
        seen = counts[False][word] + counts[True][word]
        if seen >= (LEAST_FOR_TOWN if is_town else least):
            return counts[True][word] < (MOST_FOR_TOWN if is_town else most) * seen
    return False


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    corpora = parser.parse_args().corpora.expanduser()
    out = packaged_folder() / FOLDER
    out.mkdir(exist_ok=True)
    for lang in LANGUAGES:
        found = homographs(lang, corpora)
        (out / f"{lang}.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
        print(f"{lang}: {len(found)} words")


if __name__ == "__main__":
    main()
