"""How well the reader finds names: exact span and type, against held-out Worldwide Newswire and re3d.

Usage: python -m benchmarks.reader_mentions [--corpora FOLDER] [--model FOLDER] [--network-only]
CORPORA (or DATELINE_CORPORA) holds `5_ner_syntax`. Measured is what `dateline annotate` gives: reader,
grammar and gazetteer together; `--network-only` leaves those two out. A hit has the same first and last code
point and the same type, of PERSON, ORG and PLACE (GPE or LOC; what the corpora call a location). Worldwide
Newswire's validation part is all articles on seven countries, none of which is trained on. In re3d a
government is an organisation where we say GPE: a mark with more than one type is met by any of them, and one
that is only a description ("rebel groups", "the minister") counts neither for nor against.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.reader_options import reader_options
from dateline.extract import extract_annotations
from dateline.inference.reader import load_reader
from dateline.inference.reading import Reader
from dateline.model.documents import Document
from dateline.outlets import OutletIndex, load_outlets
from training.corpora import MarkedMention, Passage
from training.splits import split_mentions

Finder = Callable[[str], list[tuple[int, int, str]]]
"""Finds the names of a text: start, end and type of each."""
KIND = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, names found and names marked, that add up over passages."""

    hits: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.found + other.found, self.marked + other.marked)

    def told(self) -> str:
        """Return precision, recall and F in words."""
        precision = self.hits / max(self.found, 1)
        recall = self.hits / max(self.marked, 1)
        both = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"P {precision:.3f} R {recall:.3f} F {both:.3f} ({self.marked} marked)"


def kinds_of(mention: MarkedMention) -> frozenset[str]:
    """Return the measured types that a marked name may have; empty for a name of another kind."""
    return frozenset(KIND[kind] for kind in mention.types if kind in KIND)


def network_names(reader: Reader) -> Finder:
    """Return what finds the names of a text by the network alone."""
    return lambda text: [(each.span.start, each.span.end, each.type) for each in reader.read(text).mentions]


def annotated_names(reader: Reader) -> Finder:
    """Return what finds the names of a text as annotations have them."""
    outlets = OutletIndex(load_outlets())

    def find(text: str) -> list[tuple[int, int, str]]:
        document = Document(
            "d", "", "", None, None, None, None, None, datetime(1970, 1, 1, tzinfo=UTC), "en", text, (), ""
        )
        mentions = extract_annotations(document, outlets=outlets, reader=reader).mentions
        return [(each.start, each.end, each.type) for each in mentions]

    return find


def count_mentions(find: Finder, passages: Iterable[Passage]) -> dict[str, Counts]:
    """Count by type, by the type found where a mark leaves it open, and in all."""
    totals = {kind: Counts() for kind in ("PERSON", "ORG", "PLACE", "all")}
    for passage in passages:
        marked = {(each.start, each.end): each for each in passage.mentions or ()}
        met: set[tuple[int, int]] = set()
        for start, end, label in find(passage.text):
            place = (start, end)
            kind, mark = KIND.get(label), marked.get(place)
            if kind is None or (mark is not None and not mark.required):
                continue
            hit = mark is not None and kind in kinds_of(mark)
            met |= {place} if hit else set()
            for name in (kind, "all"):
                totals[name] += Counts(hits=hit, found=1, marked=hit)
        for place, mark in marked.items():
            kinds = kinds_of(mark)
            if kinds and mark.required and place not in met:
                for name in (min(kinds), "all"):
                    totals[name] += Counts(marked=1)
    return totals


def main() -> None:
    parser = reader_options(__doc__)
    parser.add_argument("--network-only", action="store_true", help="leave out grammar and gazetteer")
    args = parser.parse_args()
    reader = load_reader(args.model)
    find = network_names(reader) if args.network_only else annotated_names(reader)
    held = split_mentions(args.corpora).held
    parts = {
        "Worldwide Newswire": [passage for passage in held if not passage.unmarked],
        "re3d": [passage for passage in held if passage.unmarked],
    }
    for part, passages in parts.items():
        print(f"{part}: {len(passages)} articles")
        for kind, counts in count_mentions(find, passages).items():
            print(f"  {kind:7} {counts.told()}")


if __name__ == "__main__":
    main()
