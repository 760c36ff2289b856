"""Attack templates measured: MUC-4, part `tst1` or `tst2`, templates aligned and scored a slot.

Run: `python -m benchmarks.events_muc --part tst2`. The weights were trained on the part `dev`
(`training.events.incidents`); thresholds and rules were chosen on `dev` and `tst1`; `tst2` is reported.
The corpus is printed in capitals, and read as it stands.

**Alignment.** A response template is an incident of `find_incidents`. Templates of a message are
aligned one to one, greedily by the number of fills that agree; the type must agree, but a bombing
answers an attack and the reverse (and is wrong in `type`). What is not aligned is spurious or
missing in all its fills. P, R and F are over fills; "-" and "*" are no fill. Optional templates and fills
("?") are wanted only where they are answered, as the task counts them (Chinchor 1992, MUC-4 evaluation
metrics: the possible fills are those that must be given, and the optional ones that were); `--demand-all`
wants them all.

**Five string slots**, as GTT defines them (Du, Rush and Cardie 2021: PerpInd, PerpOrg, Target, Victim,
Weapon): fills are entities. The key lists the phrases that name each; a response entity is one phrase, right
when it is, in small letters, without marks and without an article in front, one of those of an entity not
yet answered. A victim's description belongs to the victim's name. `head` counts those whose last word before
a preposition is the same.

GTT counts an entity, too, where the one mention given for it is among those of the key, letter for letter but
for capitals and articles, in templates aligned one to one. So its .502 (tst3 and tst4) is to be set beside
`string`, not `head`, and beside `--demand-all`, since it is not said to spare what is optional. Where a mean
over slots counts the type of incident as one more, `with type` is its like.

**Eight slots** (country and city apart): type, stage and confidence are equal; the day is that of the key, or
one between the two that it gives; the country is equal; the city is a place of the key; an organisation
shares a content word; number is that of the key's victims; effect is death or injury. A slot with several
fills counts once, right where one fill agrees.
"""

import argparse
import os
import pickle
import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.attack_templates import HOW, ROLES, SLOTS, Tally, Template
from dateline.extract.events.incidents.incidents import Incident
from dateline.extract.events.incidents.parts import Part
from dateline.model.annotations import PartRole
from training.events.muc import Key, days, plain
from training.events.reports import LEVELS, STAGES, TYPES, incidents_of, read_part

COUNTRIES = {
    "sv": "el salvador", "co": "colombia", "pe": "peru", "gt": "guatemala", "bo": "bolivia", "cl": "chile",
    "hn": "honduras", "ni": "nicaragua", "pa": "panama", "ar": "argentina", "br": "brazil", "ec": "ecuador",
    "us": "united states", "es": "spain", "ve": "venezuela", "cu": "cuba", "mx": "mexico", "cr": "costa rica",
}  # fmt: skip
SMALL = frozenset({"the", "of", "a", "an", "and", "in", "de", "la", "el", "los", "las", "del"})
NUMBERS = {
    "date": "2", "country": "3", "city": "3", "type": "4", "stage": "5", "organisation": "10",
    "confidence": "11", "number": "21", "effect": "23",
}  # fmt: skip
ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


def content(text: str) -> set[str]:
    return {word for word in plain(text).split() if word not in SMALL and len(word) > 1}


def _days_of(key: Key) -> set[str]:
    """Return the days of a key: of "20 NOV 89 - 22 NOV 89" those between, too."""
    found: set[str] = set()
    for value in key.values("2"):
        ends = [date.fromisoformat(day) for day in days(value)]
        found |= {day.isoformat() for day in ends}
        if len(ends) == 2:
            found |= {
                (ends[0] + timedelta(days=more)).isoformat() for more in range((ends[1] - ends[0]).days)
            }
    return found


def template_of(key: Key) -> Template:
    """Return the fills of a template of the key."""
    places = key.places()
    effects = {effect for effect in ("DEATH", "INJURY") if key.harmed(effect)}
    fills = {
        "type": set(key.values("4")[:1]),
        "stage": set(key.values("5")[:1]),
        "date": _days_of(key),
        "country": set(places[:1]),
        "city": {word for place in places[1:] for word in content(place)},
        "organisation": {word for value in key.values("10") for word in content(value)},
        "confidence": {level for level, word in LEVELS.items() if key.confidence().startswith(word)},
        "number": {number[0] for value in key.values("21") if (number := re.match(r"\d+", value))},
        "effect": effects,
    }
    entities = {role: key.entities(role) for role in ROLES}
    return Template(
        {slot: fill for slot, fill in fills.items() if fill},
        {role: [_bare(each.phrases) for each in found] for role, found in entities.items()},
        key.is_optional,
        frozenset(slot for slot, number in NUMBERS.items() if key.may_lack(number)),
        {
            role: [_bare(each.phrases) for each in found if each.is_optional]
            for role, found in entities.items()
        },
    )


def _bare(phrases: Iterable[str]) -> frozenset[str]:
    """Return phrases without the article in front."""
    return frozenset(ARTICLE.sub("", phrase) for phrase in phrases)


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
        role: [_bare({plain(part.spans[0].of(text))}) for part in incident.of(PartRole(role))]
        for role in ROLES
    }
    return Template({slot: fill for slot, fill in fills.items() if fill}, strings)


def _is_level(part: Part, level: str) -> bool:
    return part.certainty is not None and str(part.certainty).startswith(
        {"fact": "reported", "suspected": "suspected", "claimed": "claimed", "possible": "possible"}[level]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", choices=("dev", "tst1", "tst2"), default="tst2")
    parser.add_argument("--most", type=int, default=1300)
    parser.add_argument("--read", type=Path, help="keep what was read in this file, and use it where it is")
    parser.add_argument("--demand-all", action="store_true", help="want optional fills like any other")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    arguments = parser.parse_args()
    if arguments.read and arguments.read.exists():
        reports = pickle.loads(arguments.read.read_bytes())
    else:
        reports = read_part(Path(arguments.corpora).expanduser(), arguments.part)
        if arguments.read:
            arguments.read.write_bytes(pickle.dumps(reports))
    tally = Tally(arguments.demand_all)
    for report in reports[: arguments.most]:
        incidents = incidents_of(report)
        made = [response_of(report.text, incident) for incident in incidents]
        tally.add([template_of(key) for key in report.keys], made)
    for slot in SLOTS:
        print(tally.line(slot, (slot,)))
    print(tally.line("eight slots", SLOTS))
    for role in ROLES:
        print(tally.line(f"{role} string", (f"{role} string",)))
    for how in HOW:
        five = tuple(f"{role} {how}" for role in ROLES)
        print(tally.line(f"five slots, {how}", five))
        print(tally.line("with type", ("type", *five)))


if __name__ == "__main__":
    main()
