"""Corpora as they are unpacked, read into passages: a text with the spans that each corpus marks.

Offsets are code points of `Passage.text`. What a corpus does not mark is `None`, so that it trains nothing.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from dateline.model.annotations import EventType
from dateline.model.claims import Certainty

Range = tuple[int, int]

ALL_TYPES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC"))
NO_KIND = "NONE"
KINDS = (NO_KIND, *EventType)
"""What a word may tell: none of PLOVER's types, or one of them; `OTHER` is a happening beside the sixteen."""
LEVELS = tuple(Certainty)


@dataclass(frozen=True)
class MarkedMention:
    """A name with the types it may have here; `required` is false where it may also be no name at all."""

    start: int
    end: int
    types: frozenset[str]
    required: bool = True


@dataclass(frozen=True)
class MarkedAttribution:
    """One attribution: cue, source and content, each in one or more pieces."""

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True)
class MarkedHappening:
    """Words that tell a happening, with what may be true of it: the set of everything says nothing.

    Where the words are a whole sentence, one word in it is what all this holds of.
    """

    start: int
    end: int
    kinds: frozenset[str] = frozenset(KINDS)
    levels: frozenset[str] = frozenset(LEVELS)
    denied: bool | None = None
    is_event: bool | None = None


@dataclass(frozen=True)
class MarkedWord:
    """One word of a syntax tree; `head` counts the words of its sentence from one, zero is the root."""

    start: int
    end: int
    lemma: str
    tag: str
    head: int
    relation: str
    passive: bool = False

    def moved(self, by: int) -> "MarkedWord":
        """Return the word so many code points further."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Passage:
    """One text with what one corpus marks in it. `unmarked` are the types of names that it leaves out.

    What is not marked inside `telling` is no happening at all; inside `typing`, it is none of the types.
    """

    name: str
    text: str
    mentions: tuple[MarkedMention, ...] | None = None
    unmarked: frozenset[str] = frozenset()
    attributions: tuple[MarkedAttribution, ...] | None = None
    happenings: tuple[MarkedHappening, ...] = ()
    telling: tuple[Range, ...] = ()
    typing: tuple[Range, ...] = ()
    sentences: tuple[tuple[MarkedWord, ...], ...] = ()


def read_polnear(folder: Path) -> Iterator[Passage]:
    """Read one side of PolNeAR, first annotator only."""
    for path in sorted((folder / "text").glob("*.txt")):
        annotators = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotators:
            text = path.read_text(encoding="utf-8")
            yield Passage(
                path.stem, text, attributions=_brat(annotators[0].read_text(encoding="utf-8"), text)
            )


def _brat(annotations: str, text: str) -> tuple[MarkedAttribution, ...]:
    spans: dict[str, tuple[str, tuple[Range, ...]]] = {}
    found = []
    for line in annotations.split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            kind, _, ranges = fields[1].partition(" ")
            pairs = (pair.split() for pair in ranges.split(";"))
            spans[fields[0]] = (kind, tuple((int(a), min(int(b), len(text))) for a, b in pairs))
        elif re.fullmatch(r"E\d+", fields[0]):
            found.append([part.split(":")[1] for part in fields[1].split()])
    return tuple(
        filter(None, (_attribution([spans[name] for name in names if name in spans]) for names in found))
    )


def _attribution(parts: Iterable[tuple[str, tuple[Range, ...]]]) -> MarkedAttribution | None:
    by_role: dict[str, list[Range]] = {"Cue": [], "Source": [], "Content": []}
    for kind, ranges in parts:
        by_role.get(kind, []).extend(ranges)
    cue, source, content = (tuple(sorted(by_role[role])) for role in ("Cue", "Source", "Content"))
    return MarkedAttribution(cue, source, content) if cue and content else None


PLACE = frozenset(("GPE", "LOC"))
WORLDWIDE = {
    "Person": frozenset(("PERSON",)), "Organization": frozenset(("ORG",)), "Location": PLACE,
    "Facility": frozenset(("FAC",)), "NORP": frozenset(("NORP",)), "Misc": frozenset(("MISC",)),
    "Product": frozenset(("MISC",)), "Date": frozenset(), "Money": frozenset(),
}  # fmt: skip
CROSSNER = {
    "politician": frozenset(("PERSON",)), "person": frozenset(("PERSON",)), "country": frozenset(("GPE",)),
    "politicalparty": frozenset(("ORG",)), "organisation": frozenset(("ORG",)),
    "location": PLACE | {"FAC"}, "election": frozenset(("MISC",)), "event": frozenset(("MISC",)),
    "misc": frozenset(("MISC", "NORP")),
}  # fmt: skip
UNER = {"PER": frozenset(("PERSON",)), "ORG": frozenset(("ORG",)), "LOC": PLACE | {"FAC"}}
RE3D = {
    "Person": frozenset(("PERSON",)), "Organisation": frozenset(("ORG", "GPE")),
    "Nationality": frozenset(("NORP",)), "Location": PLACE | {"FAC"},
}  # fmt: skip


def worldwide_country(name: str) -> str:
    """Return the country or region of a Worldwide Newswire file name."""
    return name.split("_", maxsplit=1)[0]


def read_worldwide(folder: Path) -> Iterator[Passage]:
    """Read Worldwide Newswire, an article a file."""
    governed = _governed_places()
    for path in sorted(folder.glob("*.tsv")):
        sentences = _columns(path, token=0, tag=1)
        yield _from_sentences(path.stem, sentences, WORLDWIDE, frozenset(), governed)


def read_crossner(folder: Path) -> Iterator[Passage]:
    """Read CrossNER politics, ten unrelated sentences a passage."""
    for path in sorted(folder.glob("*.txt")):
        sentences = _columns(path, token=0, tag=1)
        for first in range(0, len(sentences), 10):
            chunk = sentences[first : first + 10]
            yield _from_sentences(f"{path.stem}-{first}", chunk, CROSSNER, frozenset(("NORP", "FAC")))


def read_uner(folder: Path) -> Iterator[Passage]:
    """Read UNER-EWT, fifteen sentences a passage."""
    for path in sorted(folder.glob("*.iob2")):
        sentences = _columns(path, token=1, tag=2)
        for first in range(0, len(sentences), 15):
            chunk = sentences[first : first + 15]
            yield _from_sentences(f"{path.stem}-{first}", chunk, UNER, frozenset(("NORP", "MISC", "FAC")))


def read_re3d(folder: Path) -> Iterator[Passage]:
    """Read re3d; a description without a capital ("rebel groups") may or may not be a name."""
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        texts = {line["_id"]: line["text"] for line in _json_lines(source / "documents.json")}
        marked: dict[str, list[MarkedMention]] = {name: [] for name in texts}
        for entity in _json_lines(source / "entities.json"):
            types = RE3D.get(entity["type"], ALL_TYPES - {"PERSON", "ORG"})
            named = entity["type"] in RE3D and entity["type"] != "Person" and entity["value"][:1].isupper()
            marked[entity["documentId"]].append(MarkedMention(entity["begin"], entity["end"], types, named))
        for name, text in texts.items():
            mentions = _outermost(marked[name])
            yield Passage(name, text, mentions, frozenset(("MISC", "FAC", "NORP")))


def _outermost(mentions: Iterable[MarkedMention]) -> tuple[MarkedMention, ...]:
    kept: list[MarkedMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _json_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _columns(path: Path, *, token: int, tag: int) -> list[list[tuple[str, str]]]:
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line.strip():
            sentences.append([])
        elif not line.startswith("# ") and len(fields) > tag and fields[token].strip():
            sentences[-1].append((unicodedata.normalize("NFC", fields[token]), fields[tag]))
    return [sentence for sentence in sentences if sentence]


def _from_sentences(
    name: str,
    sentences: Iterable[list[tuple[str, str]]],
    scheme: dict[str, frozenset[str]],
    unmarked: frozenset[str],
    governed: frozenset[str] = frozenset(),
) -> Passage:
    """Join tokens with spaces and sentences with line breaks, and keep where each name came to stand."""
    text, mentions, open_mention = "", [], None
    for number, sentence in enumerate(sentences):
        text += "\n" if number % 3 == 0 and text else ""
        for token, tag in [*sentence, ("", "O")]:
            if open_mention and not tag.startswith("I-"):
                start, kind = open_mention
                types = _narrowed(text[start:].strip(), scheme[kind], governed)
                if types:
                    mentions.append(MarkedMention(start, len(text.rstrip()), types))
                open_mention = None
            text += " " if text and token and not text.endswith("\n") else ""
            if tag.startswith("B-"):
                open_mention = (len(text), tag[2:])
            text += token
    return Passage(name, text, tuple(mentions), unmarked)


NATURAL = re.compile(
    r"\b(rivers?|sea|lakes?|oceans?|mountains?|mount|mt\.?|valley|islands?|gulf|strait|desert|peninsula|coast|"
    r"peninsula|basin|africa|asia|europe|americas?|caribbean|balkans|middle east|pacific|atlantic|west bank|"
    r"region|north|south|east|west|arctic|antarctica|earth|world|cape|bay|forest|delta|horn)\b", re.IGNORECASE
)  # fmt: skip


def _narrowed(name: str, types: frozenset[str], governed: frozenset[str]) -> frozenset[str]:
    """Tell governed places from natural ones where the name itself does."""
    if types != PLACE or not governed:
        return types
    if name.lower() in governed:
        return frozenset(("GPE",))
    return frozenset(("LOC",)) if NATURAL.search(name) else types


MORE_GOVERNED = (
    "us", "u.s.", "usa", "united states", "uk", "britain", "england", "scotland", "washington", "beijing",
    "south korea", "north korea", "russia", "iran", "syria", "vietnam", "south africa", "new york",
    "new delhi", "hong kong", "tanzania", "congo", "ivory coast", "north macedonia", "south sudan",
)  # fmt: skip


def _governed_places() -> frozenset[str]:
    """Return countries and the cities of the time zone table, lower case."""
    table = files("tzdata") / "zoneinfo"
    countries = [line.split("\t")[1] for line in _rows(table / "iso3166.tab")]
    cities = [line.split("\t")[2].split("/")[-1].replace("_", " ") for line in _rows(table / "zone1970.tab")]
    return frozenset(name.lower() for name in (*countries, *cities, *MORE_GOVERNED))


def _rows(table: object) -> list[str]:
    lines = table.read_text(encoding="utf-8").splitlines()  # type: ignore[attr-defined]
    return [line for line in lines if line and not line.startswith("#")]
