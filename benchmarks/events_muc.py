"""Attack templates measured: MUC-4, part `dev`, `tst1` or `tst2`, with templates aligned and scored a
slot.

Run: `python benchmarks/events_muc.py --part tst2 --most 100`. No part was trained on; the words
were chosen elsewhere. The corpus is printed in capitals: letters are made small where the word is
known in small letters in other corpora, so names keep their capitals (offsets do not change).

A response template is a happening (retellings joined) of type assault, abduction or destruction
that was done, tried or threatened, clashes and offensives left out. Templates of a message are
aligned greedily by the number of fills that agree; type must agree (a bombing answers an attack and
the reverse, counted wrong in `type`). A fill agrees when: type, stage, confidence are equal; the
days overlap; country is equal; city is one of the places of the key; an organisation or victim
shares a content word with one of the key's (for a victim the key's name or description); number is
that of the key's humans; effect is death or injury. Keys filled "-" or "*" have no fill, "?"
(uncertain) and optional templates count as any other. P, R and F are over fills.
"""

import argparse
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dateline.extract import extract_annotations
from dateline.model.annotations import Annotations, EventMention, EventStage
from dateline.model.documents import Document
from dateline.model.times import StatedTime
from dateline.outlets import OutletIndex, load_outlets

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
TYPES = {
    "attack": "ATTACK", "killing": "ATTACK", "assassination": "ATTACK", "execution": "ATTACK",
    "shooting": "ATTACK", "shelling": "ATTACK", "rocket attack": "ATTACK", "airstrike": "ATTACK",
    "wounding": "ATTACK", "abuse": "ATTACK", "bombing": "BOMBING", "abduction": "KIDNAPPING",
    "destruction": "ARSON",
}  # fmt: skip
STAGES = {
    EventStage.DONE: "ACCOMPLISHED",
    EventStage.ATTEMPTED: "ATTEMPTED",
    EventStage.THREATENED: "THREATENED",
}
COUNTRIES = {
    "sv": "EL SALVADOR", "co": "COLOMBIA", "pe": "PERU", "gt": "GUATEMALA", "bo": "BOLIVIA", "cl": "CHILE",
    "hn": "HONDURAS", "ni": "NICARAGUA", "pa": "PANAMA", "ar": "ARGENTINA", "br": "BRAZIL", "ec": "ECUADOR",
    "us": "UNITED STATES", "es": "SPAIN", "ve": "VENEZUELA", "cu": "CUBA", "mx": "MEXICO", "cr": "COSTA RICA",
}  # fmt: skip
EMPTY = frozenset({"", "-", "*"})
SMALL = frozenset(
    {"the", "of", "a", "an", "and", "in", "de", "la", "el", "los", "las", "del", "two", "three", "one"}
)
SLOTS = (
    "type",
    "date",
    "country",
    "city",
    "stage",
    "organisation",
    "confidence",
    "number",
    "effect",
    "victim",
)


@dataclass
class Template:
    """The fills of one incident, a set a slot."""

    fills: dict[str, set[str]] = field(default_factory=dict)


def messages(path: Path) -> Iterator[tuple[str, str]]:
    for block in re.split(r"\n(?=(?:DEV|TST\d)-MUC\d-\d{4})", "\n" + path.read_text(encoding="latin-1")):
        name = re.match(r"\s*((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*\n", block)
        if name:
            yield name[1], block[name.end() :]


def keys(path: Path) -> Iterator[tuple[str, Template]]:
    slot, name, raw = "", "", {}
    for line in [*path.read_text(encoding="latin-1").splitlines(), "0.  MESSAGE: ID"]:
        found = re.match(r"(\d+)\.\s+[A-Z :]+?(?:\s{2,}|$)(.*)", line)
        if line.startswith(";") or not line.strip():
            continue
        if found:
            slot = found[1]
            if slot == "0" and raw:
                yield name, _template(raw)
                raw = {}
            name = found[2].split()[0] if slot == "0" and found[2] else name
            raw.setdefault(slot, []).append(found[2].strip())
        elif slot:
            raw.setdefault(slot, []).append(line.strip())


def _template(raw: dict[str, list[str]]) -> Template:
    def values(slot: str) -> list[str]:
        joined = " / ".join(raw.get(slot, ()))
        return [value.strip(" ?") for value in joined.split("/") if value.strip(" ?") not in EMPTY]

    def words(*slots: str) -> set[str]:
        return {word for slot in slots for value in values(slot) for word in content(value)}

    fills: dict[str, set[str]] = {"type": set(values("4")[:1]), "stage": set(values("5")[:1])}
    fills["date"] = set(days(" ".join(values("2"))))
    places = [
        re.sub(r"\(.*?\)", "", part).strip() for value in values("3") for part in re.split(r"[:-]", value)
    ]
    fills["country"] = set(places[:1])
    fills["city"] = {word for place in places[1:] for word in content(place)}
    fills["organisation"] = words("10")
    fills["confidence"] = {scale(value) for value in values("11")[:1]}
    fills["number"] = {number[0] for value in values("21") if (number := re.match(r"\d+", value))}
    fills["effect"] = {
        effect
        for value in values("23")
        for effect in ("DEATH", "INJURY")
        if effect in value and "NO " not in value
    }
    fills["victim"] = words("18", "19")
    return Template({slot: fill for slot, fill in fills.items() if fill})


def content(text: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z\d]+", text.lower()) if word not in SMALL and len(word) > 1]


def scale(value: str) -> str:
    return next(
        (word for word in ("REPORTED", "CLAIMED", "SUSPECTED", "POSSIBLE") if value.startswith(word)), "OTHER"
    )


def days(text: str) -> list[str]:
    found = re.findall(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})", text)
    return [
        f"19{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
        for day, month, year in found
        if month in MONTHS
    ]


def small_words(corpora: Path) -> frozenset[str]:
    """Return the words that other corpora print in small letters at least twice."""
    seen: Counter[str] = Counter()
    for path in sorted((corpora / "5_ner_syntax/en_worldwide").glob("*.tsv"))[:500]:
        seen.update(line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(word for word, count in seen.items() if word.islower() and count > 1)


def mixed(text: str, small: frozenset[str]) -> str:
    def word(match: re.Match[str]) -> str:
        lower = match[0].lower()
        return lower if lower in small else lower.capitalize()

    body = re.sub(r"[A-Z][A-Z']*", word, text)
    body = re.sub(r"(?<!\n)\n(?!\n)\s*", " ", body)
    return re.sub(r"(^|[.!?]\s+|\n\n\s*)([a-z])", lambda match: match[1] + match[2].upper(), body)


def responses(text: str, small: frozenset[str], outlets: OutletIndex) -> list[Template]:
    head, _, body = text.partition("[TEXT]")
    printed = days(head)
    published = StatedTime(printed[0], printed[0]) if printed else None
    words = mixed(body or text, small).strip()
    read = extract_annotations(
        Document(
            "m",
            "e",
            "file:m",
            None,
            None,
            None,
            None,
            published,
            datetime(1990, 1, 1, tzinfo=UTC),
            "en",
            words,
            (),
            "r",
        ),
        outlets=outlets,
    )
    found = [
        event
        for event in read.events
        if event.mode in TYPES and event.type in ("ASSAULT", "COERCE") and event.stage in STAGES
    ]
    return [_response(read, words, event, found) for event in found if event.same_as is None]


def _response(read: Annotations, text: str, event: EventMention, events: list[EventMention]) -> Template:
    told = [each for each in events if each is event or each.same_as == event.id]
    mentions = {mention.id: mention for mention in read.mentions}
    located = {place.mention: place for place in read.places}
    names = lambda ids: [text[mentions[each].start : mentions[each].end] for each in ids]  # noqa: E731
    everywhere = [located[each] for one in told for each in one.places if each in located]
    default = Counter(place.country for place in read.places if place.country).most_common(1)
    codes = [place.country for place in everywhere if place.country] or [code for code, _ in default]
    counts = [read.quantities[index] for one in told for index in one.quantities]
    fills = {
        "type": {TYPES[event.mode or ""]},
        "stage": {STAGES[event.stage]},
        "date": {one.begin for one in told if one.begin},
        "country": {COUNTRIES.get(code or "", "OTHER") for code in codes[:1]},
        "city": {word for one in told for name in names(one.places) for word in content(name)},
        "organisation": {
            word
            for one in told
            for each in one.actors
            if mentions[each].type in ("ORG", "MISC")
            for word in content(names([each])[0])
        },
        "number": {
            str(int(count.low))
            for count in counts
            if count.low and count.kind in ("killed", "wounded", "captured")
        },
        "effect": {
            "DEATH" if count.kind == "killed" else "INJURY"
            for count in counts
            if count.kind in ("killed", "wounded")
        },
        "victim": {word for one in told for span in one.target_spans for word in content(span.of(text))},
    }
    if event.mode in ("killing", "assassination", "execution"):
        fills["effect"] |= {"DEATH"}
    fills["city"] -= {word for name in COUNTRIES.values() for word in content(name)}
    if fills["organisation"]:
        fills["confidence"] = {scale(str(event.certainty).upper().replace("BLAMED", "SUSPECTED"))}
    return Template({slot: fill for slot, fill in fills.items() if fill})


def agreeing(key: Template, response: Template) -> set[str]:
    return {slot for slot in SLOTS if key.fills.get(slot, set()) & response.fills.get(slot, set())}


def compatible(key: Template, response: Template) -> bool:
    types = key.fills.get("type", set()) | response.fills.get("type", set())
    return len(types) == 1 or types <= {"ATTACK", "BOMBING"}


def align(gold: list[Template], made: list[Template]) -> Iterator[tuple[Template, Template]]:
    pairs = sorted(
        (
            (len(agreeing(key, response)), -at, -to)
            for at, key in enumerate(gold)
            for to, response in enumerate(made)
            if compatible(key, response)
        ),
        reverse=True,
    )
    keys_left, made_left = set(range(len(gold))), set(range(len(made)))
    for _, at, to in pairs:
        if -at in keys_left and -to in made_left:
            keys_left.discard(-at)
            made_left.discard(-to)
            yield gold[-at], made[-to]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "tst1", "tst2"), default="tst2")
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    arguments = parser.parse_args()
    corpora = Path(arguments.corpora).expanduser()
    folder = corpora / "8_events/muc4" / arguments.part
    texts = [
        each for path in sorted(folder.glob("*muc[34]*")) if "key" not in path.name for each in messages(path)
    ]
    gold: dict[str, list[Template]] = {}
    for path in sorted(folder.glob("key*")):
        for name, template in keys(path):
            gold.setdefault(name, []).extend([template] if template.fills.get("type") else [])
    small, outlets = small_words(corpora), OutletIndex(load_outlets())
    report(texts[: arguments.most], gold, small, outlets)


def report(
    texts: list[tuple[str, str]], gold: dict[str, list[Template]], small: frozenset[str], outlets: OutletIndex
) -> None:
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for name, text in texts:
        keyed, made = gold.get(name, []), responses(text, small, outlets)
        wanted.update(slot for template in keyed for slot in template.fills)
        given.update(slot for template in made for slot in template.fills)
        hits.update(slot for key, response in align(keyed, made) for slot in agreeing(key, response))
    for slot in SLOTS:
        print(f"{slot:13} {_scores(hits[slot], given[slot], wanted[slot])}")
    counted = [slot for slot in SLOTS if slot != "victim"]
    total = [sum(each[slot] for slot in counted) for each in (hits, given, wanted)]
    print(f"all but victim {_scores(*total)}, {len(texts)} messages")


def _scores(hits: int, given: int, wanted: int) -> str:
    return f"P {_part(hits, given)} R {_part(hits, wanted)} F {_f(hits, given, wanted)}"


def _part(hits: int, of: int) -> str:
    return f"{hits / of if of else 0:.3f}"


def _f(hits: int, given: int, wanted: int) -> str:
    return f"{2 * hits / (given + wanted) if given + wanted else 0:.3f}"


if __name__ == "__main__":
    main()
