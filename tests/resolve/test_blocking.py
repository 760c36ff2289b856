"""Names that may be one share a key, and few others do."""

import random
import time

import pytest

from dateline.model.annotations import MentionType
from dateline.resolve.blocking import blocking_keys, candidate_pairs
from dateline.text.naming import Name, analyse_name


def person(name: str) -> Name:
    return analyse_name(name, MentionType.PERSON)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Keyoumars Gol-Pasand", "كيومرث غولبسند"),
        ("Jahangir Tavakkolipour", "جهانگیر توکلی‌پور"),
        ("Nadhim al-Qurnawi", "ناظم القرناوي"),
        ("Putin, Vladimir", "Владимир Путин"),
        ("George W. Bush", "جورج بوش"),
    ],
)
def test_spellings_of_one_person_share_a_key(first: str, second: str) -> None:
    assert blocking_keys(person(first)) & blocking_keys(person(second))


def test_pairs_grow_with_the_names_and_not_with_their_square() -> None:
    chance = random.Random(3)
    syllables = [
        "ba",
        "ri",
        "mo",
        "sha",
        "ka",
        "le",
        "nu",
        "gho",
        "ti",
        "dar",
        "fa",
        "zi",
        "per",
        "lun",
        "vek",
    ]
    names = [
        person(f"{''.join(chance.sample(syllables, 3))} {''.join(chance.sample(syllables, 3))}")
        for _ in range(3000)
    ]
    start = time.process_time()
    pairs = sum(1 for _ in candidate_pairs(names))
    assert pairs < 3000 * 3000 / 2 / 50
    assert time.process_time() - start < 10
