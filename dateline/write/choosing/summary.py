"""What an edition says of its own sources and of what it lacks. Reference: ICD 206, source summary."""

from collections.abc import Iterable, Sequence

from dateline.model.documents import Document
from dateline.model.editions import Edition, Sentence
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.versions import origins_of
from dateline.write.prose.cite import full_date
from dateline.write.settings import EditionSettings, outlet_name


def summarise_sources(
    dossiers: Sequence[StoryDossier], sentences: Sequence[Sentence], *, settings: EditionSettings
) -> dict[str, object]:
    """Count for each outlet the documents used, the sentences that cite it and the origins it stands for."""
    documents = {document.id: document for dossier in dossiers for document in dossier.documents}
    names = {d.id: outlet_name(d, settings.outlet_names) for d in documents.values()}
    originals = {group[0] for dossier in dossiers for group in origins_of(dossier)}
    rows = [
        _row(name, [d for d in documents.values() if names[d.id] == name], sentences, originals)
        for name in sorted(set(names.values()))
    ]
    return {
        "outlets": rows,
        "documents": len(documents),
        "sentences": len(sentences),
        "stories": len(dossiers),
        "languages": sorted({document.lang for document in documents.values()}),
    }


def _row(
    name: str, documents: Sequence[Document], sentences: Iterable[Sentence], originals: set[str]
) -> dict[str, object]:
    mine = {document.id for document in documents}
    cited = sum(any(c.document in mine for c in sentence.citations) for sentence in sentences)
    return {
        "outlet": name,
        "documents": len(documents),
        "cited_sentences": cited,
        "independent_origins": len(mine & originals),
        "languages": sorted({document.lang for document in documents}),
    }


def components_of(edition: Edition) -> str:
    """List what had a part in an edition, each with its version: "reader 2, write 1"."""
    return ", ".join(f"{name} {version}".rstrip() for name, version in sorted(edition.made_by.items()))


def note_origins(dossier: StoryDossier, *, settings: EditionSettings) -> str:
    """Name the independent origins of a story: "Reuters (2 reprints), Fars"."""
    names = {d.id: outlet_name(d, settings.outlet_names) for d in dossier.documents}
    parts = []
    for group in origins_of(dossier):
        reprints = len({names[one] for one in group}) - 1
        counted = f" ({reprints} {'reprint' if reprints == 1 else 'reprints'})" if reprints else ""
        parts.append(names[group[0]] + counted)
    return ", ".join(dict.fromkeys(parts))


def find_gaps(
    off_beat: int, silent: int, light: int, *, printed: Sequence[StoryDossier], repeated: Sequence[int] = ()
) -> tuple[str, ...]:
    """List in words what the edition leaves out, and the documents that state no date.

    `repeated` are the numbers of the editions that told what is left out because it is not new.
    """
    gaps = [
        f"No date stated: {document.title or document.url} ({document.url}); counted by its capture on "
        f"{full_date(document.captured_at.date().isoformat(), 'en')}."
        for dossier in printed
        for document in dossier.documents
        if document.published is None
    ]
    left_out = (
        (off_beat, "outside the beat"),
        (silent, "without a sentence that stands alone"),
        (light, "too light for the length of an edition"),
        (len(repeated), f"told in {_numbers(repeated)} already"),
    )
    gaps += [f"{_stories(count)} of the period left out: {why}." for count, why in left_out if count > 0]
    return tuple(gaps)


def _numbers(editions: Sequence[int]) -> str:
    return ", ".join(f"No. {number}" for number in sorted(set(editions)))


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"
