"""What digests tell of reports in other languages: "the daily X reported (March 9) that …".

A digest is no report of one happening and is in none. Where a happening has no sentence of its own in the
language of the edition, the digest's sentence on a foreign report says there what that report says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.claims import Claim, LinkKind
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.text.fold import fold
from dateline.write.choosing.happenings import is_digest
from dateline.write.choosing.versions import latest_versions
from dateline.write.prose.frames import names_in
from dateline.write.settings import EditionSettings, outlet_name, same_language

Digest = tuple[Document, StoryDossier]
"""A digest with the dossier that it came in."""


def find_digests(dossiers: Sequence[StoryDossier], settings: EditionSettings) -> list[Digest]:
    """Return the digests in the language of the edition."""
    return [
        (document, dossier)
        for dossier in dossiers
        for document in latest_versions(dossier.documents)
        if same_language(document.lang, settings.language) and is_digest(document, dossier.claims)
    ]


def with_digests(part: StoryDossier, digests: Sequence[Digest], settings: EditionSettings) -> StoryDossier:
    """Return a happening with what digests tell of its foreign reports; the same where they tell nothing."""
    for digest, source in digests:
        told = list(_told(part, digest, source, settings)) if digest not in part.documents else []
        if told:
            part = _joined(part, digest, source, told)
    return part


def _told(
    part: StoryDossier, digest: Document, source: StoryDossier, settings: EditionSettings
) -> Iterator[tuple[Claim, Document]]:
    """Yield the claims of a digest that name the outlet and day of a foreign report and somebody in it."""
    for report in latest_versions(part.documents):
        if report.published is None or same_language(report.lang, settings.language):
            continue
        outlet, day = fold(outlet_name(report, settings.outlet_names)), report.published.day
        named = set(names_in(report.text, settings.names))
        for claim in source.claims:
            if claim.document != digest.id or named.isdisjoint(
                names_in(claim.sentence.of(digest.text), settings.names)
            ):
                continue
            outlets = [link for link in claim.chain if link.kind is LinkKind.OUTLET and link.name]
            if any((fold(link.name or ""), link.date) == (outlet, day) for link in outlets):
                yield claim, report


def _joined(
    part: StoryDossier, digest: Document, source: StoryDossier, told: Sequence[tuple[Claim, Document]]
) -> StoryDossier:
    """Put a digest's claims to a happening; it is of the origin of the report that it tells of."""
    reports = {report.id for _, report in told}
    origins = [
        group if reports.isdisjoint(group) else (*group, digest.id) for group in part.assessment.origins
    ]
    return replace(
        part,
        story=replace(part.story, documents=(*part.story.documents, digest.id)),
        assessment=replace(part.assessment, origins=tuple(origins)),
        documents=(*part.documents, digest),
        annotations=(*part.annotations, *(each for each in source.annotations if each.document == digest.id)),
        claims=(*part.claims, *dict.fromkeys(claim for claim, _ in told)),
    )
