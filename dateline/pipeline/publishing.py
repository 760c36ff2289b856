"""Write, check and issue an edition; and prove one again from the archive."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dateline.archive import verify_archive
from dateline.desk.settings import WatchedName
from dateline.errors import EditionError, Unreadable
from dateline.model.annotations import MentionType
from dateline.model.documents import Document
from dateline.model.editions import (
    Edition,
    EditionDocument,
    EditionPicture,
    EditionStatus,
    Period,
    Sentence,
    SentenceVerdict,
)
from dateline.model.identity import bytes_id
from dateline.model.ledger import Stage, StoryDossier
from dateline.model.outlets import Outlet
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.pipeline.pictures import picture_format, printable_pictures
from dateline.pipeline.printing import cited_evidence, print_edition
from dateline.pipeline.reading import annotate_document, derive_document
from dateline.read import READER
from dateline.store import Ledger
from dateline.text.fold import fold
from dateline.write.folder import load_edition, picture_bytes
from dateline.write.forms.feeds import write_feeds
from dateline.write.machine import format_edition
from dateline.write.plan import edition_id, plan_edition
from dateline.write.reread import Rereading
from dateline.write.settings import (
    EditionSettings,
    SectionSettings,
    Supplement,
    name_for_print,
    same_language,
)
from dateline.write.verify import verify_edition

LATEST = "latest"
SILENT_AFTER = timedelta(days=3)


def last_period(doors: Doors, begin: str | None, until: str | None) -> Period:
    """Return the period asked for, by default the desk's last days up to today.

    Raises EditionError.
    """
    last = _day(until, "--until") if until else doors.now.astimezone(doors.desk.zone).date()
    length = doors.desk.settings.period.days
    first = _day(begin, "--from") if begin else last - timedelta(days=length - 1)
    if first > last:
        raise EditionError(f"the period begins on {first}, after its end on {last}; swap --from and --until")
    return Period(first.isoformat(), last.isoformat())


def issue_edition(doors: Doors, period: Period) -> tuple[Edition, Path]:
    """Write the edition of a period, leave out what its sources do not bear out, issue it, return its folder.

    Raises EditionError where what is left still fails: such an edition is never issued.
    """
    told = doors.ledger.dossiers(begin=period.begin, until=period.until)
    dossiers = [with_earlier_versions(doors.ledger, dossier) for dossier in told]
    bodies, supplement = _supplement(doors, dossiers, period)
    number = 1 + len(doors.ledger.editions())
    drafted = plan_edition(
        dossiers,
        settings=edition_settings(doors),
        period=period,
        number=number,
        now=doors.now,
        supplement=supplement,
    )
    edition = _keep_what_holds(doors, drafted, bodies)
    folder = doors.desk.editions_folder / f"{number:03d}"
    documents = {d.id: d for dossier in dossiers for d in dossier.documents}
    cited = {entry.id: documents[entry.id] for entry in edition.documents}
    print_edition(doors, edition, cited, folder, pictures=bodies)
    doors.ledger.save_edition(edition, now=doors.now)
    _point_latest(doors.desk.editions_folder, folder.name)
    write_feeds(doors.desk.editions_folder)
    return edition, folder


def with_earlier_versions(ledger: Ledger, dossier: StoryDossier) -> StoryDossier:
    """Add what the articles of a story said before they were changed, with its accepted claims."""
    known = {document.id for document in dossier.documents}
    found = [version for document in dossier.documents for version in ledger.versions(document.url)]
    earlier = {v.id: v for v in found if v.id not in known and v.reader == READER}
    return replace(
        dossier,
        documents=(*dossier.documents, *earlier.values()),
        annotations=(*dossier.annotations, *ledger.annotations(earlier).values()),
        claims=(*dossier.claims, *ledger.claims(tuple(earlier), accepted_only=True)),
    )


def prove_edition(doors: Doors, folder: Path) -> list[SentenceVerdict]:
    """Recompute each sentence of the edition in `folder` from the archive. Raises EditionError."""
    settings = edition_settings(doors)
    return verify_edition(
        load_edition(folder),
        derive=lambda entry: derive_cited(doors, entry),
        picture_bytes=lambda file: picture_bytes(folder, file),
        outlet_names=settings.outlet_names,
        rereading=Rereading(
            settings.language, lambda document: annotate_document(doors, document), settings.names
        ),
    )


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


def edition_settings(doors: Doors) -> EditionSettings:
    """Return the desk's house style as the writer takes it."""
    settings = doors.desk.settings
    sections = tuple(SectionSettings(s.title, s.keywords, s.countries) for s in settings.sections)
    return EditionSettings(
        title=settings.title,
        language=settings.language,
        editor=settings.editor,
        tlp=settings.tlp,
        sections=sections,
        citation=settings.style.citation,
        beat=settings.beat.keywords,
        max_items=settings.bulletin.max_stories,
        sentences_per_item=settings.bulletin.sentences_per_story,
        outlet_names={outlet.id: name_for_print(outlet, settings.language) for outlet in doors.outlets},
        names=house_names(settings.watch, settings.language),
    )


def house_names(watch: Iterable[WatchedName], language: str) -> dict[str, str]:
    """Map each folded spelling of the watched names to the one that an edition in `language` prints."""
    names: dict[str, str] = {}
    for watched in watch:
        outlet = Outlet(watched.name, watched.name, aliases=watched.aliases)
        printed = name_for_print(outlet, language)
        if watched.type is MentionType.ORG and same_language(language, "en"):
            printed = f"the {printed.removeprefix('The ').removeprefix('the ')}"
        names |= {fold(spelling): printed for spelling in (watched.name, *watched.aliases)}
    return names


def _keep_what_holds(doors: Doors, edition: Edition, bodies: Mapping[str, bytes]) -> Edition:
    """Drop each sentence that fails the check, with an Issue, until what is left holds."""
    verdicts = _verdicts(doors, edition, bodies)
    failed = {verdict.path: verdict for verdict in verdicts if not verdict.ok}
    for path, verdict in failed.items():
        reason = f"left out of edition {edition.number}: {'; '.join(verdict.why)}"
        doors.ledger.save_issue(make_issue(doors, Stage.WRITE, path, reason), now=doors.now)
    held = without_failed(edition, set(failed)) if failed else edition
    held = replace(held, status=EditionStatus.ISSUED)
    held = replace(held, id=edition_id(held))
    still = [verdict for verdict in _verdicts(doors, held, bodies) if not verdict.ok]
    if still:
        reasons = "\n".join(f"  {verdict.path}: {'; '.join(verdict.why)}" for verdict in still)
        raise EditionError(f"the edition is not borne out by its sources and is not issued:\n{reasons}")
    return held


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


def _verdicts(doors: Doors, edition: Edition, bodies: Mapping[str, bytes]) -> list[SentenceVerdict]:
    settings = edition_settings(doors)
    return verify_edition(
        format_edition(edition),
        derive=lambda entry: derive_cited(doors, entry),
        picture_bytes=bodies.get,
        outlet_names=settings.outlet_names,
        rereading=Rereading(
            settings.language, lambda document: annotate_document(doors, document), settings.names
        ),
    )


def _supplement(
    doors: Doors, dossiers: list[StoryDossier], period: Period
) -> tuple[dict[str, bytes], Supplement]:
    bodies: dict[str, bytes] = {}
    pictures: dict[str, tuple[EditionPicture, ...]] = {}
    for dossier in dossiers:
        for document in dossier.documents:
            pictures[document.id] = tuple(_printed(doors, document, bodies))
    return bodies, Supplement(pictures=pictures, gaps=tuple(_gaps(doors, period)))


def _printed(doors: Doors, document: Document, bodies: dict[str, bytes]) -> list[EditionPicture]:
    printed = []
    for picture in printable_pictures(document):
        latest = doors.ledger.latest_capture(picture.url)
        if latest is None:
            continue
        body = doors.archive.read_body(latest.evidence)
        ending = picture_format(body)
        if ending is None:
            continue
        file = f"pictures/{bytes_id(body)[:16]}.{ending}"
        bodies[file] = body
        published = picture.published or document.published
        printed.append(
            EditionPicture(
                file=file,
                caption=picture.caption or "",
                credit=picture.credit or "",
                sha256=bytes_id(body),
                published=published.day if published else None,
                alt=picture.alt or "",
            )
        )
    return printed


def _gaps(doors: Doors, period: Period) -> list[str]:
    """Say which pages could not be used, and which outlets fell silent."""
    gaps = [
        f"{issue.outlet or issue.subject}: {issue.reason}"
        for issue in doors.ledger.issues()
        if issue.stage is not Stage.WRITE and period.begin <= issue.at.date().isoformat() <= period.until
    ]
    names = {outlet.id: outlet.name for outlet in doors.desk.outlets}
    for status in doors.ledger.outlet_status(now=doors.now):
        if status.outlet in names and status.silence and status.silence > SILENT_AFTER:
            gaps.append(f"{names[status.outlet]} has printed nothing new for {status.silence.days} days.")
    return list(dict.fromkeys(gaps))


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise EditionError(f"{option}: expected a day such as 2020-03-22, found {text!r}") from None


def _point_latest(editions: Path, name: str) -> None:
    pointer, fresh = editions / LATEST, editions / f".{LATEST}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(name, target_is_directory=True)
    fresh.replace(pointer)
