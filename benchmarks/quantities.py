"""Numbers measured: MUC-4 victims by document, Recognizers-Text numbers and percentages, speed.

Run: `python benchmarks/quantities.py [muc|recognizers|listed|speed] --part report`; corpora lie in
`$DATELINE_CORPORA` or `~/corpora`. Documents at odd places are those on which rules were chosen (`choose`).
"""

import argparse
import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.extract.quantities import bare_numbers, find_quantities
from dateline.text.amount_words import amount_words
from dateline.text.amounts import read_amount
from dateline.text.tokens import tokenize

EFFECTS = {"DEATH": "killed", "INJURY": "wounded"}
VICTIMS = ("killed", "wounded")
REACH = 12  # letters by which a number may begin beside its case: signs and articles
FEWEST = 2  # one victim is mostly named without a number
NOT_OF_NEWS = re.compile(r"\^|\d[eE][+-]?\d|\bover\b|\bout of\b|1 in twenty|على|جزء من|واحد من|مائة من|1 في")
Victims = set[tuple[str, int]]


def muc_documents(corpora: Path) -> Iterator[tuple[str, str, Victims]]:
    """Yield id, text and victims (kind and number) of each document with templates."""
    folder = corpora / "8_events/muc4"
    victims: dict[str, Victims] = {}
    for path in sorted(folder.rglob("key-*")):
        for template in re.split(r"(?m)^0\.", path.read_text(errors="replace")):
            name = re.search(r"MESSAGE: ID\s+(\S+)", template)
            if name:
                victims.setdefault(name[1], set()).update(_victims(template))
    for path in sorted(each for each in folder.rglob("*-muc*") if "key" not in each.name):
        for text in re.split(r"(?m)^(?=(?:DEV|TST\d)-MUC\d-\d{4})", path.read_text(errors="replace")):
            name = re.match(r"(\S+)", text)
            if name and name[1] in victims:
                yield name[1], text, victims[name[1]]


def _victims(template: str) -> Victims:
    effects = _entries(template, "HUM TGT: EFFECT OF INCIDENT")
    by_name = {
        name: int(number) for number, name in _entries(template, "HUM TGT: NUMBER") if number.isdecimal()
    }
    return {
        (EFFECTS[effect], by_name[name])
        for effect, name in effects
        if effect in EFFECTS and by_name.get(name, 0) >= FEWEST
    }


def _entries(template: str, slot: str) -> list[tuple[str, str]]:
    """Return value and name of each filler of a slot: `21. HUM TGT: NUMBER  5: "PEASANTS"`."""
    body = re.search(rf"\d+\.\s+{slot}(.*?)(?=\n\d+\.|\Z)", template, re.S)
    return (
        [(value.strip(), name) for value, name in re.findall(r'([\w -]+): ("[^"]*")', body[1])]
        if body
        else []
    )


def muc(corpora: Path, part: str, show: int) -> None:
    """F of (kind, number) by document that has victims, numbers of two and more."""
    documents = sorted(each for each in muc_documents(corpora) if each[2])
    chosen = documents if part == "all" else documents[1::2] if part == "choose" else documents[0::2]
    right = found_all = gold_all = 0
    for name, text, gold in chosen:
        found = {
            (each.kind, int(each.low))
            for each in find_quantities(text.lower(), "en")
            if each.kind in VICTIMS and each.low is not None and each.low == each.high and each.low >= FEWEST
        }
        right, found_all, gold_all = right + len(found & gold), found_all + len(found), gold_all + len(gold)
        if show and found != gold:
            print(name, "missed", sorted(gold - found), "extra", sorted(found - gold))
    print(
        f"MUC-4 victims ({part}): F {2 * right / (found_all + gold_all):.3f}, "
        f"recall {right / gold_all:.3f}, "
        f"precision {right / found_all:.3f} ({len(chosen)} documents, gold {gold_all})"
    )


def recognizers(corpora: Path, part: str, show: int) -> None:
    """Share of Recognizers-Text numbers and percentages whose value is read at their place.

    Cases of news are those without powers, scientific notation or ratios ("one over three").
    """
    for folder, lang in (("English", "en"), ("Arabic", "ar")):
        hits: list[tuple[bool, bool]] = []
        for text, start, wanted in _number_cases(corpora / f"3_time/recognizers/Number/{folder}"):
            tokens = tokenize(text)
            at = next((at for at, each in enumerate(tokens.starts) if each >= start), 0)
            number = read_amount(tokens, at, amount_words(lang)) if len(tokens) else None
            hit = number is not None and abs(number.value - wanted) < 1e-6 * max(1.0, abs(wanted))
            hits.append((hit, NOT_OF_NEWS.search(text) is None))
            if show and not hit:
                print(lang, repr(text), wanted, number and number.value)
        news = [hit for hit, of_news in hits if of_news]
        print(
            f"Recognizers numbers {folder}: {sum(news) / len(news):.3f} of {len(news)} cases of news, "
            f"all {sum(hit for hit, _ in hits) / len(hits):.3f} of {len(hits)}"
        )


def listed(corpora: Path, part: str, show: int) -> None:
    """Share of the same numbers and percentages that `dateline annotate` lists with their value."""
    for folder, lang in (("English", "en"), ("Arabic", "ar")):
        right = count = 0
        for text, start, wanted in _number_cases(corpora / f"3_time/recognizers/Number/{folder}"):
            known = find_quantities(text, lang)
            found = [
                each
                for each in (*known, *bare_numbers(text, lang, known))
                if each.low is not None and each.low == each.high and abs(each.start - start) <= REACH
            ]
            hit = any(abs((each.low or 0) - wanted) < 1e-6 * max(1.0, abs(wanted)) for each in found)
            right, count = right + hit, count + 1
            if show and not hit:
                print(lang, repr(text), wanted, [each.low for each in found])
        print(f"Recognizers numbers listed, {folder}: {right / count:.3f} of {count}")


def _number_cases(folder: Path) -> Iterator[tuple[str, int, float]]:
    for name in ("NumberModel", "PercentModel"):
        path = folder / f"{name}.json"
        for case in json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else ():
            for result in case.get("Results", ()):
                value = str((result.get("Resolution") or {}).get("value", "")).rstrip("%").replace(",", "")
                if re.fullmatch(r"-?\d+(\.\d+)?(E\+?\d+)?", value):
                    yield case["Input"], result["Start"], float(value)


def speed(corpora: Path, part: str, show: int) -> None:
    texts = [text for _, text, _ in muc_documents(corpora)]
    began = time.process_time()
    for text in texts:
        find_quantities(text, "en")
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"quantities, English: {size / (time.process_time() - began):.2f} MB/s ({size:.2f} MB)")


TASKS = {"muc": muc, "recognizers": recognizers, "listed": listed, "speed": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", default=list(TASKS))
    parser.add_argument("--part", choices=["choose", "report", "all"], default="report")
    parser.add_argument("--show", type=int, default=0, help="print what is wrong")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    options = parser.parse_args()
    for task in options.tasks:
        TASKS[task](options.corpora.expanduser(), options.part, options.show)


if __name__ == "__main__":
    main()
