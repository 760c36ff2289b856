"""Prove an edition from the archive, before it is issued and ever after."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.archive import verify_archive
from dateline.desk.settings import WatchedName
from dateline.errors import EditionError, Unreadable
from dateline.model.annotations import Annotations, MentionType
from dateline.model.documents import Document
from dateline.model.editions import Edition, EditionDocument, HouseNames, Sentence, SentenceVerdict
from dateline.model.ledger import Stage
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.pipeline.editions.house import edition_settings
from dateline.pipeline.editions.printing import cited_evidence
from dateline.pipeline.reading import annotate_document, annotate_with, derive_document
from dateline.read import READER
from dateline.write.forms.folder import load_edition, picture_bytes
from dateline.write.forms.machine import format_edition, parse_edition
from dateline.write.planning.plan import edition_id
from dateline.write.proof.reread import Rereading
from dateline.write.proof.verify import PictureBytes, verify_edition


@dataclass(slots=True)
class Proof:
    """Derives cited documents and their annotations, each once, with the names an edition was printed with.

    An edition of before names were printed into editions is proved with the desk's of today.
    """

    doors: Doors
    house: HouseNames | None
    documents: dict[str, Document] = field(default_factory=dict)

    def derive(self, entry: EditionDocument) -> Document:
        """Return a cited document, read again from the archived bytes."""
        if entry.id not in self.documents:
            self.doors.report(Stage.READ, entry.url)
            self.documents[entry.id] = derive_cited(self.doors, entry)
        return self.documents[entry.id]

    def annotate(self, document: Document) -> Annotations:
        """Return the annotations of a document, made again."""
        if self.house is None:
            return annotate_document(self.doors, document)
        watched = [WatchedName(name=name, type=MentionType(kind)) for name, kind in self.house.watch.items()]
        return annotate_with(self.doors, document, watched=watched, countries=self.house.countries)

    def rereading(self, language: str) -> Rereading:
        """Return what reads the cited words again in house style."""
        names = edition_settings(self.doors).names if self.house is None else self.house.spellings
        return Rereading(language, self.annotate, names)

    def outlet_names(self) -> dict[str, str]:
        """Return the names of outlets as printed, by id."""
        return dict(edition_settings(self.doors).outlet_names if self.house is None else self.house.outlets)


def prove_edition(doors: Doors, folder: Path) -> list[SentenceVerdict]:
    """Recompute each sentence of the edition in `folder` from the archive. Raises EditionError."""
    formatted = load_edition(folder)
    prover = prover_of(Proof(doors, parse_edition(formatted).house), str(formatted.get("language", "en")))
    verdicts = prover(formatted, lambda file: picture_bytes(folder, file))
    if formatted.get("id") not in {edition.id for edition in doors.ledger.editions()}:
        # The names of the house are in the edition: whoever changes them could have anything borne out.
        why = "the ledger has not issued an edition with this id: names, numbers or words were changed in it"
        verdicts.append(SentenceVerdict("id", False, (why,)))
    return verdicts


def prove_archive(doors: Doors) -> list[SentenceVerdict]:
    """Hash the whole archive again; a verdict for each record that is altered, cut, missing or unknown."""
    faults = verify_archive(doors.archive, doors.ledger.evidence(), doors.ledger.custody())
    return [
        SentenceVerdict(f"archive/{fault.file}@{fault.offset}", False, (f"{fault.url}: {fault.what}",))
        for fault in faults
    ]


def derive_cited(doors: Doors, entry: EditionDocument) -> Document:
    """Read a cited document again from the archived bytes.

    Raises NotFound for a capture the ledger does not have, ArchiveError for bytes that are missing or
    altered, Unreadable for another reader version than this one.
    """
    if entry.reader != READER:
        raise Unreadable(
            f"was read by {entry.reader}, this is {READER}; verify with the version that wrote it"
        )
    return derive_document(doors, cited_evidence(doors, entry))


def keep_what_holds(doors: Doors, edition: Edition, bodies: Mapping[str, bytes]) -> Edition:
    """Return the edition as it may be issued: each sentence that fails the check is dropped, with an Issue.

    Raises EditionError where what is left does not hold either.
    """
    prove = prover_of(Proof(doors, edition.house), edition.language)
    failed = _failed(prove(format_edition(edition), bodies.get))
    if not failed:
        return edition
    for verdict in failed:
        reason = f"left out of edition {edition.number}: {'; '.join(verdict.why)}"
        doors.ledger.save_issue(make_issue(doors, Stage.WRITE, verdict.path, reason), now=doors.now)
    held = without_failed(edition, {verdict.path for verdict in failed})
    held = replace(held, id=edition_id(held))
    refuse_unproved(prove(format_edition(held), bodies.get))
    return held


def refuse_unproved(verdicts: Iterable[SentenceVerdict]) -> None:
    """Raise EditionError where a verdict is against its sentence."""
    failed = _failed(verdicts)
    if failed:
        reasons = "\n".join(f"  {verdict.path}: {'; '.join(verdict.why)}" for verdict in failed)
        raise EditionError(f"the edition is not borne out by its sources and is not issued:\n{reasons}")


def _failed(verdicts: Iterable[SentenceVerdict]) -> list[SentenceVerdict]:
    return [verdict for verdict in verdicts if not verdict.ok]


def without_failed(edition: Edition, failed: set[str]) -> Edition:
    """Return the edition without the sentences, pictures and disputes at the paths in `failed`.

    An item that loses all its sentences goes, and so does a section without items.
    """
    overview = tuple(
        replace(paragraph, sentences=_left(paragraph.sentences, f"overview[{p}]", failed))
        for p, paragraph in enumerate(edition.overview)
    )
    sections = []
    for n, section in enumerate(edition.sections):
        items = [
            replace(
                entry,
                sentences=_left(entry.sentences, f"sections[{n}].items[{i}]", failed),
                pictures=tuple(
                    picture
                    for p, picture in enumerate(entry.pictures)
                    if f"sections[{n}].items[{i}].pictures[{p}]" not in failed
                ),
            )
            for i, entry in enumerate(section.items)
        ]
        sections.append(replace(section, items=tuple(entry for entry in items if entry.sentences)))
    disputes = tuple(
        dispute
        for d, dispute in enumerate(edition.disputes)
        if not any(f"disputes[{d}].versions[{v}]" in failed for v in range(len(dispute.versions)))
    )
    return replace(
        edition,
        overview=tuple(paragraph for paragraph in overview if paragraph.sentences),
        sections=tuple(section for section in sections if section.items),
        disputes=disputes,
    )


def _left(sentences: tuple[Sentence, ...], where: str, failed: set[str]) -> tuple[Sentence, ...]:
    return tuple(sentence for s, sentence in enumerate(sentences) if f"{where}.sentences[{s}]" not in failed)


Prover = Callable[[Mapping[str, object], PictureBytes], list[SentenceVerdict]]


def prover_of(proof: Proof, language: str) -> Prover:
    """Return a function that proves editions in one language, deriving each document once for all of them."""
    rereading = proof.rereading(language)

    def prove(formatted: Mapping[str, object], bytes_of: PictureBytes) -> list[SentenceVerdict]:
        return verify_edition(
            formatted,
            derive=proof.derive,
            picture_bytes=bytes_of,
            outlet_names=proof.outlet_names(),
            rereading=rereading,
        )

    return prove
