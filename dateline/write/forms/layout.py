"""The nouns of a laid-out edition: words, directions, notes and pictures in the order of print."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words that run one way. With `note` they are a citation label, followed by the mark of that note.

    `first` is true at the first mark of a note; `quiet` is the signature of a judgement.
    """

    text: str
    rtl: bool = False
    lang: str = ""
    note: int | None = None
    first: bool = False
    italic: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs on lines of their own; `rtl` where the paragraph as a whole runs from right to left."""

    runs: tuple[Run, ...]
    rtl: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class LaidPicture:
    """A picture as printed, with its width on paper in millimetres."""

    file: str
    alt: str
    caption: str
    source: str
    width: float
    rtl: bool


@dataclass(frozen=True, slots=True)
class LaidEntry:
    """One bullet: its paragraphs, how it stands (origins, grade), its pictures."""

    paragraphs: tuple[Paragraph, ...]
    standing: str = ""
    pictures: tuple[LaidPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidSection:
    """A titled section."""

    title: str
    entries: tuple[LaidEntry, ...]


@dataclass(frozen=True, slots=True)
class LaidDispute:
    """What is disputed, of which story, and each version with its citations."""

    about: str
    story: tuple[Run, ...]
    versions: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A footnote: one cited passage. `quote` is empty where the sentence prints those words itself."""

    number: int
    outlet: str
    date: str
    title: str
    title_rtl: bool
    lang: str
    url: str
    quote: str
    quote_rtl: bool


@dataclass(frozen=True, slots=True)
class LaidSource:
    """A cited document in the list of sources, with the numbers of its notes."""

    outlet: str
    date: str
    title: str
    rtl: bool
    lang: str
    url: str
    captured: str
    evidence: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A row of the source summary."""

    outlet: str
    documents: str
    sentences: str
    origins: str
    languages: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole edition ready for paper: nothing in it is markup, every string is one line.

    `notices` are what was said of it after its issue, `words` the fixed words of its language.
    """

    title: str
    number: str
    period: str
    editor: str
    tlp: str
    notices: tuple[Paragraph, ...]
    language: str
    rtl: bool
    sections: tuple[LaidSection, ...]
    disputes: tuple[LaidDispute, ...]
    changes: tuple[Paragraph, ...]
    gaps: tuple[Paragraph, ...]
    summary: str
    outlets: tuple[OutletRow, ...]
    notes: tuple[LaidNote, ...]
    sources: tuple[LaidSource, ...]
    colophon: tuple[str, ...]
    words: Mapping[str, str]
