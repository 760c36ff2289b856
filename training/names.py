"""How names are written across scripts, learned from transliterated pairs: one command from corpora to gains.

Run: `python -m training.names [--corpora ~/corpora]`. Each pair of words is aligned, alignments are counted,
counts become gains, and words are aligned again with those, six times. Arabic–Hebrew and the like, of which
there are few pairs, are composed through Latin.
"""

import argparse
import json
import math
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.text.naming.alignment import Gains, Table
from dateline.text.naming.letters import SKELETON_CLASSES
from dateline.text.naming.sounds import Script, Sounds
from training.name_pairs import (
    CHOOSE,
    read_anetac,
    read_politicians,
    read_transliterations,
    spelled,
    variant_pairs,
    word_pairs,
)

OUT = Path(__file__).parent.parent / "dateline/text/naming/gains.json"
ROUNDS = 6
MOST_PAIRS = 40_000
SMOOTHING = 0.3
ROUGH_GAP = 0.1  # at first, letters rather stand against something: else vowels never meet
LEAST_GAIN = 0.0  # a pair whose best alignment is no likelier than chance teaches nothing
SCRIPTS = (Script.LATIN, Script.ARABIC, Script.HEBREW, Script.CYRILLIC)
DIRECT_WEIGHT = 0.4  # share of the few pairs that need no way through Latin
VARIANT_TIMES = 8  # our own list of spellings is small, and the one nearest to the news
VARIANT_WEIGHT = 0.5  # share of Latin–Latin counts that come from Latin words that differ

Counts = Counter[tuple[str, str]]
"""How often a symbol stood against another; "" is nothing."""
SoundPair = tuple[Sounds, Sounds]
Scripts = tuple[Script, Script]


def main() -> None:
    """Learn the gains and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    folder = parser.parse_args().corpora.expanduser() / "12_names"
    counts = count_scripts(sound_pairs(folder))
    tables = {f"{first}-{second}": _columns(found) for (first, second), found in counts.items()}
    card = {
        "made_by": "training/names.py",
        "corpora": "NETransliteration (CC BY 4.0), ANETAC train, EveryPolitician (CC0), choosing half",
    }
    OUT.write_text(json.dumps({"card": card, "scripts": tables}, ensure_ascii=False) + "\n", encoding="utf-8")
    print(OUT, OUT.stat().st_size)


def sound_pairs(folder: Path) -> dict[Scripts, list[SoundPair]]:
    """Return the pairs of words to learn from by their scripts, Latin first."""
    words = [
        *read_transliterations(folder, "64"),
        *read_anetac(folder, "train"),
        *word_pairs(read_politicians(folder, CHOOSE)),
    ]
    weighted = list(variant_pairs()) * VARIANT_TIMES
    found: dict[Scripts, list[SoundPair]] = defaultdict(list)
    for pair in words:
        sounds = spelled(pair)
        if sounds is not None:
            found[sounds[0].script, sounds[1].script].append(sounds)
    chance = random.Random(7)
    for scripts, pairs in list(found.items()):
        if scripts == (Script.LATIN, Script.LATIN):
            found[scripts] = [pair for pair in pairs if pair[0].symbols != pair[1].symbols]
        chance.shuffle(found[scripts])
    most = {scripts: pairs[:MOST_PAIRS] for scripts, pairs in found.items()}
    for pair in weighted:
        sounds = spelled(pair)
        if sounds is not None and sounds[0].symbols != sounds[1].symbols:
            most.setdefault((sounds[0].script, sounds[1].script), []).append(sounds)
    return most


def count_scripts(pairs: Mapping[Scripts, list[SoundPair]]) -> dict[Scripts, Counts]:
    """Count aligned symbols for each pair of scripts, composing what Latin alone can tell."""
    latin = Script.LATIN
    counts = {(latin, other): learn(pairs[latin, other]) for other in SCRIPTS if other is not latin}
    variants = learn(pairs[latin, latin])
    turned = [_turned(counts[latin, other]) for other in SCRIPTS[1:]]
    through = sum((compose(found, found) for found in turned), Counter())
    symmetric = mixed(_both_ways(variants), through, VARIANT_WEIGHT)
    made = {(latin, latin): symmetric, **counts}
    for at, first in enumerate(SCRIPTS[1:], 1):
        for second in SCRIPTS[at:]:
            composed = compose(counts[latin, first], counts[latin, second])
            direct = learn(pairs.get((first, second), ()))
            made[first, second] = mixed(direct, composed, DIRECT_WEIGHT)
    for script in SCRIPTS:
        made[script, script] = mixed(_identical(made[script, script]), made[script, script], 0.6)
    return made


def learn(pairs: Iterable[SoundPair]) -> Counts:
    """Return the counts of the best alignments after some rounds of aligning and counting."""
    pairs = list(pairs)
    counts = _rough_counts(pairs)
    for _ in range(ROUNDS):
        table = table_of(counts)
        counts = Counter()
        for first, second in pairs:
            gain, steps = align(first.symbols, second.symbols, table)
            if gain > LEAST_GAIN:
                counts.update(steps)
    return counts


def _rough_counts(pairs: Iterable[SoundPair]) -> Counts:
    """Return first counts: symbols of one coarse class go together."""
    first = Counter(symbol for pair in pairs for symbol in pair[0].symbols)
    second = Counter(symbol for pair in pairs for symbol in pair[1].symbols)
    counts: Counts = Counter()
    for symbol, times in first.items():
        for other, other_times in second.items():
            alike = symbol == other or _class(symbol) == _class(other)
            counts[symbol, other] = times * other_times * (20 if alike else 1) / second.total()
        counts[symbol, ""] = ROUGH_GAP * times
    for other, times in second.items():
        counts["", other] = ROUGH_GAP * times
    return counts


def _class(symbol: str) -> str:
    return SKELETON_CLASSES.get(symbol) or "vowel"


def align(first: str, second: str, table: Table) -> tuple[float, list[tuple[str, str]]]:
    """Return the best alignment of two words and its gain."""
    rows = [[(0.0, "")] + [(0.0, "left")] * len(second)]
    for at, other in enumerate(second, 1):
        rows[0][at] = (rows[0][at - 1][0] + table.other_gaps[other], "left")
    for symbol in first:
        above, row = rows[-1], [(rows[-1][0][0] + table.gaps[symbol], "up")]
        gains = table.pairs.get(symbol, {})
        for at, other in enumerate(second, 1):
            row.append(
                max(
                    (above[at - 1][0] + gains.get(other, -4.0), "both"),
                    (above[at][0] + table.gaps[symbol], "up"),
                    (row[-1][0] + table.other_gaps[other], "left"),
                )
            )
        rows.append(row)
    return rows[-1][-1][0], _steps(first, second, rows)


def _steps(first: str, second: str, rows: list[list[tuple[float, str]]]) -> list[tuple[str, str]]:
    at, other_at = len(first), len(second)
    steps = []
    while at or other_at:
        step = rows[at][other_at][1]
        at -= step != "left"
        other_at -= step != "up"
        steps.append((first[at] if step != "left" else "", second[other_at] if step != "up" else ""))
    return steps


def compose(first: Counts, second: Counts) -> Counts:
    """Return counts between two scripts that were each counted against Latin."""
    latin = Counter[str]()
    for (symbol, _), times in first.items():
        latin[symbol] += times
    by_symbol: dict[str, dict[str, float]] = defaultdict(dict)
    for (symbol, other), times in second.items():
        by_symbol[symbol][other] = times
    made: Counts = Counter()
    for (symbol, one), times in first.items():
        total = sum(by_symbol[symbol].values())
        for other, other_times in by_symbol[symbol].items():
            if symbol and (one or other):
                made[one, other] += times * other_times / total
    for (symbol, one), times in first.items():
        if not symbol:
            made[one, ""] += times
    for (symbol, other), times in second.items():
        if not symbol:
            made["", other] += times
    return made


def mixed(first: Counts, second: Counts, weight: float) -> Counts:
    """Return both counts as shares, the first with `weight`."""
    made: Counts = Counter()
    for counts, share in ((first, weight), (second, 1 - weight)):
        for step, times in counts.items():
            made[step] += 100_000 * share * times / counts.total()
    return made


def _turned(counts: Counts) -> Counts:
    return Counter({(second, first): times for (first, second), times in counts.items()})


def _both_ways(counts: Counts) -> Counts:
    return counts + _turned(counts)


def _identical(counts: Counts) -> Counts:
    made: Counts = Counter()
    for (symbol, _), times in counts.items():
        if symbol:
            made[symbol, symbol] += times
    return made


def table_of(counts: Counts) -> Table:
    """Turn counts into gains: log of how much likelier a step is than its symbols by chance."""
    columns = _columns(counts)
    pairs = {
        symbol: Gains(dict(zip(columns["second"], row, strict=True)), -4.0)
        for symbol, row in zip(columns["first"], columns["pairs"], strict=True)
    }
    gaps = Gains(dict(zip(columns["first"], columns["first_gaps"], strict=True)), -3.0)
    other_gaps = Gains(dict(zip(columns["second"], columns["second_gaps"], strict=True)), -3.0)
    return Table(pairs, gaps, other_gaps, gaps, other_gaps)


def _columns(counts: Counts) -> dict[str, list]:
    first, second = Counter[str](), Counter[str]()
    for (symbol, other), times in counts.items():
        first[symbol] += times
        second[other] += times
    total = counts.total()
    symbols, others = sorted(set(first) - {""}), sorted(set(second) - {""})
    here = sum(first[symbol] for symbol in symbols)
    there = sum(second[other] for other in others)

    def gain(symbol: str, other: str) -> float:
        chance = (first[symbol] / here if symbol else 1) * (second[other] / there if other else 1)
        seen = (counts[symbol, other] + SMOOTHING * chance) / total
        return round(max(math.log(seen / chance), -6.0), 2)

    return {
        "first": symbols,
        "second": others,
        "pairs": [[gain(symbol, other) for other in others] for symbol in symbols],
        "first_gaps": [gain(symbol, "") for symbol in symbols],
        "second_gaps": [gain("", other) for other in others],
    }


if __name__ == "__main__":
    main()
