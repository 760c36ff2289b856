"""Names measured: pairs of politicians across scripts, transliterated words, speed, resolving.

Run: `python -m benchmarks.names [pairs|bench|words|speed|resolve|watch] --part report`. Corpora
lie in `$DATELINE_CORPORA` (`~/corpora`). The half `choose` of the people set the weights, `report` did not.
`--write` keeps the pairs, so that another program can judge the same ones; `--scores` measures its answers.
"""

import argparse
import json
import os
import random
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from dateline.extract import extract_annotations
from dateline.knowledge import parse_watch_list
from dateline.model.annotations import Annotations, DocumentEntity, MentionType
from dateline.model.documents import Document
from dateline.outlets import OutletIndex, load_outlets
from dateline.resolve.entities import resolve_entities
from dateline.resolve.watching import WatchIndex
from dateline.text.naming.alignment import READ_WORTH, alignment_gain, tables
from dateline.text.naming.analysis import analyse_name
from dateline.text.naming.comparison import DECISION, match_names, score_names
from dateline.text.naming.lexicon import words_of
from dateline.text.naming.readings import readings_of
from dateline.text.naming.sounds import Sounds, sounds_of
from training.name_cases import Case, name_cases, script_pair
from training.name_pairs import (
    CHOOSE,
    REPORT,
    read_anetac,
    read_politicians,
    read_transliterations,
)
from training.name_pairs import LANGUAGES as TRANSLITERATED

TASKS = ("pairs", "bench", "words", "speed", "resolve", "watch")
BENCH = Path(__file__).parent / "cases" / "name_bench.tsv"
RIVAL_DECISION = 0.7  # where logic-v2 takes two names for the same
SEED = 2020
CANDIDATES = 1_000
PRECISION = 0.95
MENTIONS, IN_ONE = 1_000_000, 10
WATCHED, SEEN, SLOWED = 50_000, 300, 60
FILLER = "The council said on Tuesday that talks in Basra about water would go on until the spring . "
DOCUMENT = Document(
    "", "", "", None, None, None, None, None, datetime(2020, 3, 8, tzinfo=UTC), "en", "", (), ""
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS, nargs="?", default="pairs")
    parser.add_argument("--part", choices=("choose", "report"), default="report")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--write", type=Path, help="keep the pairs as JSON lines for `dateline match`")
    parser.add_argument("--scores", type=Path, help="measure these answers, JSON lines with `score`")
    parser.add_argument("--errors", type=int, default=0, help="print so many of the worst errors")
    options = parser.parse_args()
    folder = options.corpora.expanduser() / "12_names"
    if options.task == "words":
        measure_words(folder)
        return
    if options.task == "bench":
        measure_bench(options.write, options.scores, options.errors)
        return
    cases = name_cases(read_politicians(folder, CHOOSE if options.part == "choose" else REPORT), SEED)
    if options.task == "resolve":
        measure_resolving(read_politicians(folder))
        return
    if options.task == "watch":
        measure_watching(read_politicians(folder))
        return
    if options.write:
        write_cases(cases, options.write)
    if options.task == "speed":
        measure_speed(cases)
    else:
        measure_pairs(cases, options.scores, options.errors)


def write_cases(cases: Sequence[Case], path: Path) -> None:
    lines = (json.dumps({"a": case.first, "b": case.second, "type": "PERSON"}) for case in cases)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure_pairs(cases: Sequence[Case], scores_file: Path | None, errors: int) -> None:
    """Print precision, recall and F at the decision, recall at precision .95 and average precision."""
    if scores_file:
        scores = [json.loads(line)["score"] for line in scores_file.read_text(encoding="utf-8").splitlines()]
    else:
        scores = [match_names(case.first, case.second, MentionType.PERSON).score for case in cases]
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for case, score in zip(cases, scores, strict=True):
        for group in ("all", script_pair(case)):
            groups[group].append((score, case.same))
        if not case.same:
            groups[f"all, {case.made}"].append((score, False))
    print(f"{'pairs':<26}{'n':>6}{'P':>7}{'R':>7}{'F':>7}{'R@P.95':>8}{'AP':>7}")
    for group, judged in sorted(groups.items(), key=lambda entry: -len(entry[1])):
        print(f"{group:<26}{len(judged):>6}" + _figures(judged))
    worst = sorted(zip(cases, scores, strict=True), key=lambda pair: -abs(pair[1] - pair[0].same))
    for case, score in worst[:errors]:
        print(f"{score:.2f} {'same' if case.same else 'unlike'} {case.first} | {case.second} ({case.made})")


def _figures(judged: Sequence[tuple[float, bool]]) -> str:
    same = sum(truth for _, truth in judged)
    if not same:
        return f"   {sum(score >= DECISION for score, _ in judged) / len(judged):.3f} taken for the same"
    found = [truth for score, truth in judged if score >= DECISION]
    precision, recall = sum(found) / max(len(found), 1), sum(found) / same
    f_score = 2 * precision * recall / max(precision + recall, 1e-9)
    ranked = f"{_recall_at(judged, same):>8.3f}{_average(judged, same):>7.3f}"
    return f"{precision:>7.3f}{recall:>7.3f}{f_score:>7.3f}{ranked}"


def _recall_at(judged: Sequence[tuple[float, bool]], same: int) -> float:
    """Return the best recall at a threshold with the wanted precision."""
    best, right = 0.0, 0
    ordered = sorted(judged, reverse=True)
    for count, (score, truth) in enumerate(ordered, 1):
        right += truth
        tied = count < len(ordered) and ordered[count][0] == score
        if not tied and right / count >= PRECISION:
            best = right / same
    return best


def _average(judged: Sequence[tuple[float, bool]], same: int) -> float:
    total, right = 0.0, 0
    for count, (_, truth) in enumerate(sorted(judged, key=lambda pair: (-pair[0], pair[1])), 1):
        right += truth
        total += truth * right / count
    return total / same


def measure_bench(write: Path | None, scores_file: Path | None, errors: int) -> None:
    """Print precision, recall and F on our cases of the kinds of nomenklatura's name benchmark."""
    rows = [line.split("\t") for line in BENCH.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    if write:
        pairs = ({"a": first, "b": second, "type": type} for _, _, type, first, second in rows)
        write.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")
    if scores_file:
        scores = [json.loads(line)["score"] for line in scores_file.read_text(encoding="utf-8").splitlines()]
    else:
        scores = [match_names(first, second, MentionType(type)).score for *_, type, first, second in rows]
    threshold = RIVAL_DECISION if scores_file else DECISION
    judged = [(score + DECISION - threshold, row[1] == "1") for score, row in zip(scores, rows, strict=True)]
    print(f"{'cases':<26}{len(rows):>6}" + _figures(judged))
    wrong = [
        (score, row)
        for score, row in zip(scores, rows, strict=True)
        if (score >= threshold) is not (row[1] == "1")
    ]
    for score, row in wrong[:errors]:
        print(f"{score:.2f} {row}")


def measure_words(folder: Path) -> None:
    """Print how often the true partner of a held-out word is the likeliest of a thousand."""
    for language in TRANSLITERATED:
        pairs = [
            (latin, other) for latin, other in read_transliterations(folder, "16") if _is_of(language, other)
        ]
        print(language, f"{_rank_one(pairs):.3f}")
    print("anetac dev", f"{_rank_one(list(read_anetac(folder, 'dev'))):.3f}")


def _is_of(language: str, word: str) -> bool:
    return {"arabic": "Arab", "hebrew": "Hebr", "russian": "Cyrl"}[language] == sounds_of(word).script


def _rank_one(pairs: list[tuple[str, str]]) -> float:
    random.Random(SEED).shuffle(pairs)
    pairs = pairs[:CANDIDATES]
    others = [heard(other) for _, other in pairs]
    right = 0
    for latin, other in pairs:
        gains = [word_gain(latin, each) for each in others]
        right += others[gains.index(max(gains))].word == heard(other).word
    return right / len(pairs)


def heard(word: str) -> Sounds:
    return sounds_of("".join(words_of(word)))


def word_gain(latin: str, other: Sounds) -> float:
    word = heard(latin)
    table = tables()[word.script, other.script]
    gain = alignment_gain(word.symbols, other.symbols, table)
    for reading in readings_of(word.word):
        gain = max(gain, READ_WORTH * alignment_gain(sounds_of(reading).symbols, other.symbols, table))
    return gain


def measure_speed(cases: Sequence[Case]) -> None:
    """Print pairs a second on names never seen before, on known ones, and the memory of the process."""
    start = time.process_time()
    for name in {name for case in cases for name in (case.first, case.second)}:
        analyse_name(name, MentionType.PERSON)
    analysed = time.process_time()
    pairs = [
        (analyse_name(case.first, MentionType.PERSON), analyse_name(case.second, MentionType.PERSON))
        for case in cases
    ]
    begin = time.process_time()
    for first, second in pairs:
        score_names(first, second)
    cold = time.process_time()
    for first, second in pairs:
        score_names(first, second)
    warm = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"analysis {len(cases) * 2 / (analysed - start):,.0f} names/s")
    print(f"first meeting {len(pairs) / (cold - begin):,.0f} pairs/s")
    print(f"again {len(pairs) / (warm - cold):,.0f} pairs/s")
    print(f"memory {memory:.0f} MB")


def measure_resolving(people: Sequence[dict[str, str]]) -> None:
    """Print how long it takes to resolve a million mentions in a hundred thousand documents."""
    chance = random.Random(SEED)
    names = [[name for key, name in person.items() if key != "qid" and name] for person in people]
    popular = [1 / rank for rank in range(1, len(names) + 1)]
    drawn = iter(chance.choices(names, weights=popular, k=MENTIONS))
    documents = (
        (replace(DOCUMENT, id=f"d-{at}"), _mentioning(f"d-{at}", islice(drawn, IN_ONE), chance))
        for at in range(MENTIONS // IN_ONE)
    )
    start = time.process_time()
    entities = resolve_entities(documents)
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{MENTIONS:,} mentions are {len(entities):,} entities in {spent:.0f} s, {memory:.0f} MB")


def _mentioning(document: str, drawn: Iterable[Sequence[str]], chance: random.Random) -> Annotations:
    entities = (
        DocumentEntity(f"e{at}", MentionType.PERSON, chance.choice(names)) for at, names in enumerate(drawn)
    )
    return Annotations(document, (), entities=tuple(entities))


def measure_watching(people: Sequence[dict[str, str]]) -> None:
    """Print how long a list of 50,000 names takes to load and a text to be looked through."""
    names = sorted({name for person in people for key, name in person.items() if key != "qid" and name})
    chance = random.Random(SEED)
    while len(names) < WATCHED:
        given, surname = chance.choice(names).split()[0], chance.choice(names).split()[-1]
        names.append(f"{given} {surname}")
    rows = "\n".join(f'"{name.replace(chr(34), "")}",PERSON' for name in names[:WATCHED])
    start = time.process_time()
    index = WatchIndex(parse_watch_list(f"name,type\n{rows}\n".encode(), "watch.csv"))
    loaded = time.process_time()
    texts = [_text_with(name) for name in chance.sample(names, SEEN)]
    begin = time.process_time()
    seen = sum(any(True for _ in index.find(text)) for text in texts)
    each = (time.process_time() - begin) / len(texts)
    print(f"{WATCHED:,} names load in {loaded - start:.1f} s")
    print(f"{each * 1000:.1f} ms a text of 190 words, {seen} of {len(texts)} found")
    _measure_slowing(texts[:SLOWED], index)


def _text_with(name: str) -> str:
    return f"{FILLER * 5} {name} told reporters. {FILLER * 5}"


def _measure_slowing(texts: Sequence[str], index: WatchIndex) -> None:
    """Print how much longer reading takes with the names than without, by the grammar alone."""
    outlets = OutletIndex(load_outlets())
    documents = [replace(DOCUMENT, id=f"d-{at}", text=text) for at, text in enumerate(texts)]
    spent = []
    for watch in (None, index.spans, None, index.spans):  # the first round warms what is kept
        begin = time.process_time()
        for document in documents:
            extract_annotations(document, outlets=outlets, watch=watch)
        spent.append(time.process_time() - begin)
    without, with_names = (1000 * each / len(texts) for each in spent[2:])
    print(f"reading takes {with_names:.1f} ms a text with the names, {without:.1f} ms without")


if __name__ == "__main__":
    main()
