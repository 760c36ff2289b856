"""Pairs of names that write one name, as the corpora of transliteration and of politicians give them."""

import csv
import zlib
from collections.abc import Iterator
from pathlib import Path

from dateline.text.naming.lexicon import words_of
from dateline.text.naming.sounds import Script, Sounds, script_of, sounds_of

LANGUAGES = ("arabic", "hebrew", "russian")
VARIANTS = Path(__file__).with_name("name_variants.txt")
CHOOSE, REPORT = 0, 1
"""Halves of the politicians, by id: rules and weights see the first only."""


def read_transliterations(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Yield Latin words with their Arabic, Hebrew or Russian ones; `part` is 64 (train) or 16 (held out)."""
    for language in LANGUAGES:
        for line in (folder / f"netranslit/wd_{language}_{part}").read_text(encoding="utf-8").splitlines():
            latin, other, _ = line.split("\t")
            yield latin, other.replace(" ", "")


def read_anetac(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Yield English and Arabic single words of ANETAC; `part` is train or dev."""
    english = (folder / f"anetac/{part}.en").read_text(encoding="utf-8").splitlines()
    arabic = (folder / f"anetac/{part}.ar").read_text(encoding="utf-8").splitlines()
    for first, second in zip(english, arabic, strict=True):
        if " " not in first and " " not in second:
            yield first, second


def read_politicians(folder: Path, half: int | None = None) -> list[dict[str, str]]:
    """Return the politicians of one half (or all), each with its id and its name in each language."""
    with (folder / "everypolitician_multiname.tsv").open(encoding="utf-8", newline="") as lines:
        people = list(csv.DictReader(lines, delimiter="\t"))
    return [person for person in people if half is None or half_of(person["qid"]) == half]


def half_of(qid: str) -> int:
    """Return the half that a politician falls in."""
    return zlib.crc32(qid.encode()) % 2


def word_pairs(people: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the words at the same place of two names of one person that have as many words."""
    for person in people:
        names = list(dict.fromkeys(name for key, name in person.items() if key != "qid" and name))
        for at, name in enumerate(names):
            for other in names[at + 1 :]:
                yield from _same_places(name, other)


def _same_places(name: str, other: str) -> Iterator[tuple[str, str]]:
    first, second = _in_order(name), _in_order(other)
    if len(first) == len(second):
        yield from zip(first, second, strict=True)


def _in_order(name: str) -> list[str]:
    if ", " in name:
        surname, _, given = name.partition(", ")
        name = f"{given} {surname}"
    return name.replace("-", " ").split()


def read_variants() -> list[list[str]]:
    """Return the groups of spellings of one name."""
    lines = VARIANTS.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def variant_pairs() -> Iterator[tuple[str, str]]:
    """Yield the spellings of one name two by two."""
    for spellings in read_variants():
        for at, spelling in enumerate(spellings):
            yield from ((spelling, other) for other in spellings[at + 1 :])


def spelled(pair: tuple[str, str]) -> tuple[Sounds, Sounds] | None:
    """Return the sounds of both words, the Latin one first; None where a script is not known."""
    first, second = sounds_of("".join(words_of(pair[0]))), sounds_of("".join(words_of(pair[1])))
    if Script.OTHER in (first.script, second.script) or not first.symbols or not second.symbols:
        return None
    if first.script is not Script.LATIN and script_of(pair[1]) is Script.LATIN:
        return second, first
    return first, second
