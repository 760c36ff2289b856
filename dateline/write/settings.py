"""What a desk lays down for its editions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from dateline.languages import language_table
from dateline.model.documents import Document
from dateline.model.editions import EditionItem, EditionPicture, Sentence
from dateline.model.outlets import Outlet
from dateline.model.syntax import SyntaxTree

ParseSentence = Callable[[str], SyntaxTree | None]
"""What reads the syntax of one sentence; `None` where it cannot be read."""
OTHER_LETTERS = ("ar", "fa", "he", "ur", "ps", "ckb", "ru", "uk", "zh", "ja", "ko", "el")


@dataclass(frozen=True, slots=True)
class SectionSettings:
    """A section and what belongs in it; `countries` are ISO 3166-1 alpha-2, lower case."""

    title: str
    keywords: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """House style and choices of a desk. `outlet_names` maps outlet ids to names as printed.

    `names` maps each folded spelling of a name, in any script, to the one that the house prints.

    `watch` maps the names looked for in every text to their types; `countries` are those of the beat.

    `citation` is the label with the fields outlet, month, day and year. `beat` are the keywords
    without one of which a story is left out; an empty beat takes every story.
    """

    title: str
    language: str = "en"
    editor: str | None = None
    tlp: str | None = None
    sections: tuple[SectionSettings, ...] = ()
    citation: str = "({outlet}, {month} {day})"
    beat: tuple[str, ...] = ()
    max_items: int = 60
    sentences_per_item: int = 3
    outlet_names: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    watch: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A sentence that an earlier edition opened an item on, with the documents that it cites."""

    number: int
    sentence: Sentence
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the caller adds: pictures by document id, gaps and changes as sentences to print.

    `unread` counts the stories of the period that were not read for the edition. `parse` returns the syntax
    of one sentence of English: without it a sentence is judged by its words alone. `told` maps each passage
    that stands printed, a document with its spans, to the number of the edition that cites it. `earlier` is
    what these editions opened on, background of the stories that go on.
    """

    pictures: Mapping[str, tuple[EditionPicture, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    changes: tuple[dict[str, str], ...] = ()
    unread: int = 0
    parse: ParseSentence | None = None
    told: Mapping[tuple[str, tuple[tuple[int, int], ...]], int] = field(default_factory=dict)
    earlier: tuple[Earlier, ...] = ()


def outlet_name(document: Document, names: Mapping[str, str]) -> str:
    """Return the outlet of a document as printed: its name, else its id, else the host of its address."""
    if document.outlet is not None:
        return names.get(document.outlet, document.outlet)
    return urlsplit(document.url).hostname or document.url


def name_for_print(outlet: Outlet, language: str) -> str:
    """Return the outlet's name in the letters that `language` is written in, if it has such a name.

    >>> name_for_print(Outlet("k", "خبرگزاری کارون", aliases=("KNA", "Karun")), "en")
    'Karun'
    """
    latin = language.split("-", maxsplit=1)[0] not in OTHER_LETTERS
    names = (outlet.name, *outlet.aliases)
    readable = [name for name in names if any("A" <= letter <= "z" for letter in name) is latin]
    words = [name for name in readable if not name.isupper() or name == outlet.name]
    return (words or readable or [outlet.name])[0]


@dataclass(frozen=True, slots=True)
class HouseWords:
    """The words of print in one language, as in the table `write` of its file."""

    months: tuple[str, ...]
    undated: str
    at_least: str
    other_section: str
    dependent_openings: tuple[str, ...]
    linking: tuple[str, ...]
    pointing_words: tuple[str, ...]
    tallies: tuple[str, ...]
    replaceable_pronouns: tuple[str, ...]
    backward_words: tuple[str, ...]
    backward_places: tuple[str, ...]
    personal_words: tuple[str, ...]
    insisting_words: tuple[str, ...]
    further: tuple[str, ...]
    uncounted: tuple[str, ...]
    own_words: tuple[str, ...]
    passing_times: tuple[str, ...]
    nameless_sources: tuple[str, ...]
    loaded_words: tuple[str, ...]
    happenings: tuple[str, ...]
    definite_words: tuple[str, ...]
    nameless_groups: tuple[str, ...]
    assumed_nouns: tuple[str, ...]
    harm_words: tuple[str, ...]
    parts_of_day: tuple[str, ...]
    going_on: tuple[str, ...]
    small_numbers: tuple[str, ...]
    facilities: tuple[str, ...]
    report_articles: tuple[str, ...]
    report_words: tuple[str, ...]
    conditions: tuple[str, ...]
    sourcing: tuple[str, ...]
    owners: tuple[str, ...]
    place_words: tuple[str, ...]
    frames: Mapping[str, str]
    attack_kinds: Mapping[str, str]
    deeds_of_nouns: Mapping[str, str]
    tolls: Mapping[str, str]
    language_names: Mapping[str, str]


@cache
def print_words(language: str) -> Mapping[str, str]:
    """Return the fixed words of an edition in `language`, in English where the language has none."""
    return language_table("en", "print") | language_table(language.split("-", maxsplit=1)[0], "print")


@cache
def house_words(language: str) -> HouseWords:
    """Return the words of print in `language`, in English where the language has none."""
    table = language_table("en", "write") | language_table(language.split("-", maxsplit=1)[0], "write")
    lists = {name: tuple(words) for name, words in table.items() if isinstance(words, list)}
    return HouseWords(**(table | lists))


def same_language(first: str, second: str) -> bool:
    """Compare two BCP 47 tags by their language alone."""
    return first.split("-", maxsplit=1)[0].lower() == second.split("-", maxsplit=1)[0].lower()


def standing(entry: EditionItem, words: Mapping[str, str]) -> str:
    """Say how a story stands: its independent origins, its grade, and which edition it goes on from."""
    several = entry.independent_origins > 1
    origins = words["origins"].format(count=entry.independent_origins) if several else ""
    grade = words["grade"].format(grade=entry.grade) if entry.grade else ""
    earlier = ""
    if entry.continues is not None:
        earlier = words["continues"].format(edition=words["number"].format(number=entry.continues))
    return " · ".join(part for part in (origins, grade, earlier) if part)
