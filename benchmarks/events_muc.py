"""Attack templates measured: MUC-4, part `tst1` or `tst2`, templates aligned and scored a slot.

Run: `python -m benchmarks.events_muc --part tst2`. The weights were trained on the part `dev`
(`training.events.incidents`); thresholds and rules were chosen on `dev` and `tst1`; `tst2` is reported.
The corpus is printed in capitals, and read as it stands.

**Alignment.** A response template is an incident of `find_incidents`. Templates of a message are
aligned one to one, greedily by the number of fills that agree; the type must agree, but a bombing
answers an attack and the reverse (and is wrong in `type`). What is not aligned is spurious or
missing in all its fills. P, R and F are over fills. Optional templates and fills ("?") count as any
other, "-" and "*" are no fill.

**Five string slots**, as GTT defines them (Du, Rush and Cardie 2021: PerpInd, PerpOrg, Target, Victim,
Weapon): fills are entities. The key lists the phrases that name each; a response entity is one phrase, right
when it is, in small letters and without marks, one of those of an entity not yet answered. A victim's
description belongs to the victim's name. `head` counts those whose last word before a
preposition is the same.

**Eight slots** (country and city apart): type, stage and confidence are equal; the days overlap; the country
is equal; the city is a place of the key; an organisation shares a content word; number is that of the key's
victims; effect is death or injury. A slot with several fills counts once, right where one fill agrees.
"""

import argparse
import os
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.extract.events.incident_parts import Part, PartRole
from dateline.extract.events.incidents import Incident, find_incidents
from training.events.muc import STRINGS, Key, days, plain
from training.events.reports import LEVELS, STAGES, TYPES, head_of, read_part

COUNTRIES = {
    "sv": "el salvador", "co": "colombia", "pe": "peru", "gt": "guatemala", "bo": "bolivia", "cl": "chile",
    "hn": "honduras", "ni": "nicaragua", "pa": "panama", "ar": "argentina", "br": "brazil", "ec": "ecuador",
    "us": "united states", "es": "spain", "ve": "venezuela", "cu": "cuba", "mx": "mexico", "cr": "costa rica",
}  # fmt: skip
SMALL = frozenset({"the", "of", "a", "an", "and", "in", "de", "la", "el", "los", "las", "del"})
SLOTS = ("type", "date", "country", "city", "stage", "organisation", "confidence", "number", "effect")
ROLES = tuple(role for role in STRINGS if role != "place")


@dataclass
class Template:
    """The fills of one incident: a set a slot, and for each string slot its entities as sets of phrases."""

    fills: dict[str, set[str]] = field(default_factory=dict)
    strings: dict[str, list[frozenset[str]]] = field(default_factory=dict)


def content(text: str) -> set[str]:
    return {word for word in plain(text).split() if word not in SMALL and len(word) > 1}


def template_of(key: Key) -> Template:
    """Return the fills of a template of the key."""
    places = key.places()
    effects = {effect for effect in ("DEATH", "INJURY") if key.harmed(effect)}
    fills = {
        "type": set(key.values("4")[:1]),
        "stage": set(key.values("5")[:1]),
        "date": set(days(" ".join(key.values("2")))),
        "country": set(places[:1]),
        "city": {word for place in places[1:] for word in content(place)},
        "organisation": {word for value in key.values("10") for word in content(value)},
        "confidence": {level for level, word in LEVELS.items() if key.confidence().startswith(word)},
        "number": {number[0] for value in key.values("21") if (number := re.match(r"\d+", value))},
        "effect": effects,
    }
    strings = {role: [entity.phrases for entity in key.entities(role)] for role in ROLES}
    return Template({slot: fill for slot, fill in fills.items() if fill}, strings)


def response_of(text: str, incident: Incident) -> Template:
    """Return the fills of an incident as the product reads it."""
    places = [plain(part.spans[0].of(text)) for part in incident.of(PartRole.PLACE)]
    victims = incident.of(PartRole.VICTIM)
    organisations = incident.of(PartRole.ORGANISATION)
    fills = {
        "type": {TYPES[incident.mode]},
        "stage": {STAGES.get(str(incident.stage), "ACCOMPLISHED")},
        "date": {(incident.begin or incident.until or "")[: len("1989-11-20")]} - {""},
        "country": {COUNTRIES.get(incident.country or "", "")} - {""},
        "city": {word for place in places if place not in COUNTRIES.values() for word in content(place)},
        "organisation": {word for part in organisations for word in content(part.spans[0].of(text))},
        "confidence": {level for part in organisations[:1] for level in LEVELS if _is_level(part, level)},
        "number": {str(part.number) for part in victims if part.number is not None},
        "effect": {harm.upper() for part in victims for harm in part.harms},
    }
    strings = {
        role: [frozenset({plain(part.spans[0].of(text))}) for part in incident.of(PartRole(role))]
        for role in ROLES
    }
    return Template({slot: fill for slot, fill in fills.items() if fill}, strings)


def _is_level(part: Part, level: str) -> bool:
    return part.certainty is not None and str(part.certainty).startswith(
        {"fact": "reported", "suspected": "suspected", "claimed": "claimed", "possible": "possible"}[level]
    )


def agreeing(key: Template, response: Template) -> set[str]:
    return {slot for slot in SLOTS if key.fills.get(slot, set()) & response.fills.get(slot, set())}


def string_hits(key: Template, response: Template, role: str, *, heads: bool = False) -> int:
    """Return how many entities of a response answer one of the key each."""
    left, hits = list(key.strings[role]), 0
    for phrases in response.strings[role]:
        mine = {head_of(phrase) for phrase in phrases if phrase} if heads else phrases
        for entity in left:
            if mine & ({head_of(phrase) for phrase in entity} if heads else entity):
                left.remove(entity)
                hits += 1
                break
    return hits


def compatible(key: Template, response: Template) -> bool:
    types = key.fills.get("type", set()) | response.fills.get("type", set())
    return len(types) == 1 or types <= {"ATTACK", "BOMBING"}


def align(gold: list[Template], made: list[Template]) -> Iterator[tuple[Template, Template]]:
    pairs = sorted(
        (
            (len(agreeing(key, response)) + sum(string_hits(key, response, role) for role in ROLES), -at, -to)
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


@dataclass
class Tally:
    """Fills right, given and wanted, a slot."""

    hits: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, gold: list[Template], made: list[Template]) -> None:
        """Count one message."""
        for templates, counter in ((gold, self.wanted), (made, self.given)):
            for template in templates:
                counter.update(template.fills.keys())
                counter.update({f"{role} string": len(template.strings[role]) for role in ROLES})
                counter.update({f"{role} head": len(template.strings[role]) for role in ROLES})
        for key, response in align(gold, made):
            self.hits.update(agreeing(key, response))
            for role in ROLES:
                self.hits[f"{role} string"] += string_hits(key, response, role)
                self.hits[f"{role} head"] += string_hits(key, response, role, heads=True)

    def line(self, name: str, slots: tuple[str, ...]) -> str:
        """Return P, R and F of some slots together."""
        hits, given, wanted = (
            sum(counter[slot] for slot in slots) for counter in (self.hits, self.given, self.wanted)
        )
        precision, recall, both = hits / (given or 1), hits / (wanted or 1), 2 * hits / (given + wanted or 1)
        return f"{name:24} P {precision:.3f} R {recall:.3f} F {both:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", choices=("dev", "tst1", "tst2"), default="tst2")
    parser.add_argument("--most", type=int, default=1300)
    parser.add_argument("--read", type=Path, help="keep what was read in this file, and use it where it is")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    arguments = parser.parse_args()
    if arguments.read and arguments.read.exists():
        reports = pickle.loads(arguments.read.read_bytes())
    else:
        reports = read_part(Path(arguments.corpora).expanduser(), arguments.part)
        if arguments.read:
            arguments.read.write_bytes(pickle.dumps(reports))
    tally = Tally()
    for report in reports[: arguments.most]:
        incidents = find_incidents(report.text, report.read, report.day)
        made = [response_of(report.text, incident) for incident in incidents]
        tally.add([template_of(key) for key in report.keys], made)
    for slot in SLOTS:
        print(tally.line(slot, (slot,)))
    print(tally.line("eight slots", SLOTS))
    for role in ROLES:
        print(tally.line(f"{role} string", (f"{role} string",)))
    for how in ("string", "head"):
        print(tally.line(f"five slots, {how}", tuple(f"{role} {how}" for role in ROLES)))


if __name__ == "__main__":
    main()
