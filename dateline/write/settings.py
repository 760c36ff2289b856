"""What a desk lays down for its editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from dateline.languages import language_table
from dateline.model.documents import Document
from dateline.model.editions import EditionPicture


@dataclass(frozen=True, slots=True)
class SectionSettings:
    """A section and what belongs in it; `countries` are ISO 3166-1 alpha-2, lower case."""

    title: str
    keywords: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """House style and choices of a desk. `outlet_names` maps outlet ids to names as printed.

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


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the caller adds from elsewhere: pictures by document id, gaps as sentences to print."""

    pictures: Mapping[str, tuple[EditionPicture, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()


def outlet_name(document: Document, names: Mapping[str, str]) -> str:
    """Return the outlet of a document as printed: its name, else its id, else the host of its address."""
    if document.outlet is not None:
        return names.get(document.outlet, document.outlet)
    return urlsplit(document.url).hostname or document.url


@dataclass(frozen=True, slots=True)
class HouseWords:
    """The words of print in one language, as in the table `write` of its file."""

    months: tuple[str, ...]
    frame: str
    frame_undated: str
    undated: str
    other_section: str
    dependent_openings: tuple[str, ...]
    replaceable_pronouns: tuple[str, ...]


@cache
def house_words(language: str) -> HouseWords:
    """Return the words of print in `language`, in English where the language has none."""
    table = language_table("en", "write") | language_table(language.split("-", maxsplit=1)[0], "write")
    lists = {name: tuple(words) for name, words in table.items() if isinstance(words, list)}
    return HouseWords(**(table | lists))
