"""Time expressions measured: TempEval-3, Recognizers cases, our Persian cases, Hengam spans, speed.

Run: `python -m benchmarks.times [tempeval|meantime|recognizers|models|persian|hengam|speed] --part report`.
The corpora lie in `$DATELINE_CORPORA` (`~/corpora`); every so many documents are reported on, rules
were chosen by the others.
"""

import argparse
import json
import os
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.times_cases import NEWS_FAMILIES, Case, is_right, recognizers_cases
from benchmarks.times_meantime import meantime_documents
from benchmarks.times_models import is_right_here, model_cases
from dateline.extract.times import find_times
from dateline.model.times import StatedTime, TimeExpression
from dateline.text.sentences import split_sentences

NEWS_REPORTED = 16  # every sixteenth document of TempEval-3 is of the part that figures are reported on
LANGUAGES = (("en", "English", 8), ("ar", "Arabic", 4))  # every eighth case is reported on, every fourth
CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Gold:
    """An expression as annotated."""

    start: int
    end: int
    value: str


def tempeval_documents(corpora: Path) -> Iterator[tuple[str, str, str, list[Gold]]]:
    """Yield name, text, day of printing and gold expressions of each TempEval-3 training document."""
    for path in sorted((corpora / "3_time/tempeval3").rglob("*.tml")):
        root = ET.parse(path).getroot()
        body = root.find("TEXT")
        printed = root.find("DCT/TIMEX3")
        if body is None or printed is None:
            continue
        text, gold = "", []
        for kind, piece in _walk(body):
            if kind is not None:
                gold.append(Gold(len(text), len(text) + len("".join(kind.itertext())), kind.get("value", "")))
            text += piece
        yield path.stem, text, printed.get("value", "")[:10], gold


def _walk(node: ET.Element) -> Iterator[tuple[ET.Element | None, str]]:
    yield (node if node.tag == "TIMEX3" else None), node.text or ""
    for child in node:
        yield from _walk(child)
        yield None, child.tail or ""


def parts(documents: list, part: str, reported: int) -> list:
    """Return the documents of one part: every eighth, say, to report, the others to choose by."""
    if part == "all":
        return documents
    return [each for at, each in enumerate(documents) if (at % reported == 0) == (part == "report")]


def score(found: list[tuple[int, int, str]], gold: list[Gold]) -> tuple[int, int, int, list[str]]:
    """Return how many gold expressions overlap with one found, and how many of those have its value."""
    free, overlaps, right, wrong = list(found), 0, 0, []
    for each in gold:
        near = [one for one in free if one[0] < each.end and each.start < one[1]]
        if not near:
            wrong.append(f"missed  {each.value}")
            continue
        best = min(near, key=lambda one: (one[2] != each.value, abs(one[0] - each.start)))
        free.remove(best)
        overlaps += 1
        right += best[2] == each.value
        if best[2] != each.value:
            wrong.append(f"value   gold {each.value} found {best[2]}")
    return overlaps, right, len(free), wrong


def f_score(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 0.0


def tempeval(corpora: Path, part: str, show: int) -> None:
    _news("TempEval-3", parts(list(tempeval_documents(corpora)), part, NEWS_REPORTED), part, show)


def meantime(corpora: Path, part: str, show: int) -> None:
    """English news of MEANTIME; errors of every second document were looked at, the others are reported."""
    documents = [
        (name, text, printed, [Gold(*each) for each in spans])
        for name, text, printed, spans in meantime_documents(corpora)
    ]
    chosen = documents if part == "all" else documents[part == "choose" :: 2]
    _news("MEANTIME", chosen, part, show)


def _news(corpus: str, documents: list[tuple[str, str, str, list[Gold]]], part: str, show: int) -> None:
    """Print the relaxed span F and the value F of a corpus of news."""
    totals = [0, 0, 0, 0]
    for name, text, printed, gold in documents:
        anchor = StatedTime(printed, printed)
        times = find_times(text, "en", anchor=anchor, sentences=split_sentences(text, "en"))
        found = [(each.start, each.end, each.value) for each in times]
        overlaps, right, _, _ = score(found, gold)
        totals = [a + b for a, b in zip(totals, (overlaps, right, len(found), len(gold)), strict=True)]
        if show:
            _show(name, text, times, gold, show)
    overlaps, right, found_all, gold_all = totals
    print(
        f"{corpus} ({part}): relaxed span F {100 * f_score(overlaps, found_all, gold_all):.1f}, "
        f"value F {100 * f_score(right, found_all, gold_all):.1f} "
        f"(gold {gold_all}, found {found_all}, overlap {overlaps}, right {right})"
    )


def _show(name: str, text: str, times: tuple[TimeExpression, ...], gold: list[Gold], width: int) -> None:
    for each in gold:
        near = [one for one in times if one.start < each.end and each.start < one.end]
        if not near:
            print(
                "MISSED",
                name,
                repr(text[each.start - width : each.start]),
                repr(text[each.start : each.end]),
                each.value,
            )
        elif all(one.value != each.value for one in near):
            one = near[0]
            around = text[max(0, each.start - width) : each.end + width]
            print(
                "VALUE ",
                name,
                repr(around),
                repr(text[one.start : one.end]),
                "gold",
                each.value,
                "found",
                one.value,
            )
    for one in times:
        if not any(one.start < each.end and each.start < one.end for each in gold):
            print("EXTRA ", name, repr(text[max(0, one.start - width) : one.end + width]), one.value)


def speed(corpora: Path, part: str, show: int) -> None:
    texts = [text for _, text, _, _ in tempeval_documents(corpora)]
    began = time.process_time()
    for text in texts:
        find_times(text, "en", anchor=StatedTime("2000-01-01", ""))
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"times, English: {size / (time.process_time() - began):.2f} MB/s ({size:.2f} MB)")


def persian_misses() -> tuple[int, list[str]]:
    """Return how many of our own cases there are, and a line for each that is not read right.

    Right is an expression with the days and the calendar that the case says.
    """
    cases = [json.loads(line) for line in (CASES / "persian_times.jsonl").read_text("utf-8").splitlines()]
    misses = []
    for case in cases:
        anchor = StatedTime(case["published"], case["published"])
        start = case["text"].index(case["phrase"])
        wanted = (case["begin"], case["until"], case["calendar"])
        times = find_times(case["text"], "fa", anchor=anchor)
        near = [each for each in times if each.start < start + len(case["phrase"]) and start < each.end]
        if len(near) != 1 or (near[0].begin, near[0].until, str(near[0].calendar)) != wanted:
            found = [(each.value, each.begin, each.until, each.calendar) for each in near]
            misses.append(f"PERSIAN {case['text']} {wanted} {found}")
    return len(cases), misses


def persian(corpora: Path, part: str, show: int) -> None:
    """Our own cases."""
    count, misses = persian_misses()
    print("\n".join(misses[:show]), end="\n" if misses[:show] else "")
    print(f"Persian cases: {1 - len(misses) / count:.3f} right of {count}")


def hengam(corpora: Path, part: str, show: int) -> None:
    """Hengam's gold sentences: an expression is found where it overlaps a marked span."""
    found_all = gold_all = overlaps = 0
    for text, gold in _hengam_sentences(corpora / "3_time/hengam/Gold.txt"):
        found = [
            (each.start, each.end) for each in find_times(text, "fa", anchor=StatedTime("2022-01-01", ""))
        ]
        hit_gold = sum(any(a < end and start < b for a, b in found) for start, end in gold)
        hit_found = sum(any(a < end and start < b for start, end in gold) for a, b in found)
        gold_all, found_all, overlaps = gold_all + len(gold), found_all + len(found), overlaps + hit_gold
        if show and (hit_gold < len(gold) or hit_found < len(found)):
            print("HENGAM", text, [text[a:b] for a, b in gold], [text[a:b] for a, b in found])
    print(f"Hengam: span F {f_score(overlaps, found_all, gold_all):.3f} (gold {gold_all}, found {found_all})")


def _hengam_sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for block in path.read_text().split("\n\n"):
        text, spans, last = "", [], "O"
        for line in block.splitlines():
            word, _, tag = line.partition("\t")
            start = len(text)
            text += word + " "
            if tag == "O":
                last = "O"
            elif last == "O":
                spans.append((start, len(text) - 1))
                last = tag
            else:
                spans[-1] = (spans[-1][0], len(text) - 1)
        yield text, spans


def recognizers(corpora: Path, part: str, show: int) -> None:
    """Recognizers-Text cases: those of news by family, then all; `times_cases` says what is right."""
    for lang, folder, reported in LANGUAGES:
        cases = parts(list(recognizers_cases(corpora, folder)), part, reported)
        hits = _judged(cases, lang, is_right, show)
        vouched = _judged([case for case in cases if case.vouched], lang, is_right, 0)
        sure = [right for rights in vouched.values() for right in rights]
        news = [right for family in NEWS_FAMILIES for right in hits.get(family, ())]
        every = [right for rights in hits.values() for right in rights]
        print(
            f"Recognizers {folder} ({part}): {sum(news) / len(news):.3f} of {len(news)} cases of news; "
            f"all {sum(every) / len(every):.3f} of {len(every)} ({_by_family(hits)}); "
            f"{sum(sure) / len(sure):.3f} of the {len(sure)} whose values the corpus's own tests look at"
        )


def models(corpora: Path, part: str, show: int) -> None:
    """Recognizers-Text cases of whole sentences that are none of the others."""
    for lang, folder, reported in LANGUAGES:
        hits = _judged(parts(list(model_cases(corpora, folder)), part, reported), lang, is_right_here, show)
        every = [right for rights in hits.values() for right in rights]
        print(
            f"Recognizers sentences {folder} ({part}): {sum(every) / len(every):.3f} of {len(every)} "
            f"({_by_family(hits)})"
        )


def _judged(
    cases: list[Case], lang: str, right: Callable[[Case, list[TimeExpression]], bool], show: int
) -> dict[str, list[bool]]:
    """Return for each family which of its cases are right; print the others where `show` says so."""
    hits: dict[str, list[bool]] = {}
    for case in cases:
        times = find_times(
            case.text,
            lang,
            anchor=StatedTime(case.printed, case.printed),
            sentences=split_sentences(case.text, lang),
        )
        hits.setdefault(case.family, []).append(right(case, list(times)))
        if show and not hits[case.family][-1]:
            found = [(case.text[each.start : each.end], each.value, each.begin, each.until) for each in times]
            told = case.text[case.start : case.end]
            print(f"{lang} {case.family} | {case.text} | {told} | {case.printed} | {case.timex}")
            print(f"   gold {sorted(case.wanted)}\n   found {found}")
    return hits


def _by_family(hits: dict[str, list[bool]]) -> str:
    return ", ".join(f"{family} {sum(rights)}/{len(rights)}" for family, rights in hits.items())


TASKS = {
    "tempeval": tempeval,
    "meantime": meantime,
    "recognizers": recognizers,
    "models": models,
    "persian": persian,
    "hengam": hengam,
    "speed": speed,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", default=list(TASKS))
    parser.add_argument("--part", choices=["choose", "report", "all"], default="report")
    parser.add_argument(
        "--show", type=int, default=0, help="print what is wrong with so many letters around it"
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    options = parser.parse_args()
    for task in options.tasks:
        TASKS[task](options.corpora.expanduser(), options.part, options.show)


if __name__ == "__main__":
    main()
