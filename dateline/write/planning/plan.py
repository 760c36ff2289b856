"""Dossiers into an edition: which stories, in which section and order, in which sentences. No disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from dateline.model.documents import Document
from dateline.model.editions import (
    Citation,
    Dispute,
    Edition,
    EditionSection,
    EditionStatus,
    OverviewParagraph,
    Period,
    Sentence,
)
from dateline.model.identity import content_id
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.background import background_of
from dateline.write.choosing.digests import find_digests
from dateline.write.choosing.following import is_on_beat
from dateline.write.choosing.happenings import is_told_in, join_foreign, split_happenings
from dateline.write.choosing.items import Draft, draft_items, leave_out_told
from dateline.write.choosing.period import cut_to_period
from dateline.write.choosing.sections import by_subject
from dateline.write.choosing.summary import find_gaps, summarise_sources
from dateline.write.choosing.told_before import edition_before
from dateline.write.planning.changes import find_changes
from dateline.write.planning.disputes import DisputedToll, disputed_tolls, find_changed_minds, find_disputes
from dateline.write.planning.house import house_of
from dateline.write.planning.overview import overview_of
from dateline.write.planning.roundup import Told
from dateline.write.prose.cite import edition_document
from dateline.write.settings import EditionSettings, Supplement, house_words, print_words, same_language

WRITER = "write/1"


def plan_edition(
    dossiers: Sequence[StoryDossier],
    *,
    settings: EditionSettings,
    period: Period,
    number: int,
    now: datetime,
    supplement: Supplement | None = None,
) -> Edition:
    """Write the edition of `period` from accepted claims; the same input gives the same edition.

    A document counts by the day it states, or by its capture where it states none. The id is the hash
    of the content without the moment of issue.
    """
    supplement = supplement or Supplement()
    current = [cut for dossier in dossiers if (cut := cut_to_period(dossier, period)) is not None]
    on_beat = [dossier for dossier in current if is_on_beat(dossier, settings)]
    happenings = [part for part in _happenings(on_beat, settings) if is_on_beat(part, settings)]
    digests = find_digests(on_beat, settings)
    tried = list(draft_items(happenings, settings, supplement, digests, begin=period.begin))
    drafted = [draft for draft in tried if draft is not None]
    printed, repeated = leave_out_told(drafted, settings)
    printed = [_going_on(draft, current, supplement, settings.language) for draft in printed]
    sections = tuple(_sections(printed, settings))
    told = [draft.dossier for draft in printed]
    tolls = {one.story.id: list(disputed_tolls(one, settings=settings, others=happenings)) for one in told}
    disputes = tuple(dispute for one in told for dispute in find_disputes(one, tolls[one.story.id], settings))
    weights = {draft.item.story: draft.weight for draft in printed}
    overview = tuple(_overview(sections, disputes, _told_from(told, settings, supplement), weights))
    sentences = [sentence for section in sections for entry in section.items for sentence in entry.sentences]
    cited = list(_citations(sentences)) + [c for d in disputes for v in d.versions for c in v.citations]
    at_hand = [document for one in (*told, *happenings) for document in one.documents]
    at_hand += [document for earlier in supplement.earlier for document in earlier.documents]
    documents = _cited_documents(at_hand, cited)
    gaps = find_gaps(
        len(current) - len(on_beat),
        len(tried) - len(drafted),
        len(happenings) - len(tried) + supplement.unread,
        printed=told,
        repeated=[draft.told_in for draft in repeated if draft.told_in is not None],
    )
    edition = Edition(
        id="",
        number=number,
        title=settings.title,
        language=settings.language,
        editor=settings.editor,
        tlp=settings.tlp,
        period=period,
        issued_at=now.isoformat(),
        status=EditionStatus.DRAFT,
        overview=overview,
        sections=sections,
        disputes=disputes,
        changes=(
            *supplement.changes,
            *_nothing_new(printed, settings.language),
            *_changes(told, tolls, settings),
        ),
        source_summary=summarise_sources(told, sentences, settings=settings),
        gaps=(*gaps, *supplement.gaps),
        documents=tuple(edition_document(document) for document in documents),
        made_by=_made_by(told),
        house=house_of(documents, settings),
    )
    return replace(edition, id=edition_id(edition))


def edition_id(edition: Edition) -> str:
    """Return the hash of what an edition says, leaving out its id, status, moment of issue and notices."""
    content = asdict(edition)
    for field in ("id", "status", "issued_at", "notices"):
        del content[field]
    if content["house"] is None:  # issued before names were printed into editions
        del content["house"]
    for entry in (entry for section in content["sections"] for entry in section["items"]):
        if entry["continues"] is None:  # issued before stories were said to go on
            del entry["continues"]
    return content_id("e", content)


def _happenings(dossiers: Sequence[StoryDossier], settings: EditionSettings) -> list[StoryDossier]:
    parts = [part for dossier in dossiers for part in split_happenings(dossier, settings.names)]
    return join_foreign(parts, settings.names, settings.language)


def _going_on(draft: Draft, dossiers: Sequence[StoryDossier], supplement: Supplement, language: str) -> Draft:
    """Say which edition told of the story before, of whatever happening, and put what it told behind."""
    item = draft.item
    story = next(one.story for one in dossiers if item.story.startswith(one.story.id))
    before = edition_before(story.documents, supplement.told)
    if (earlier := background_of(item, story, supplement.earlier, language)) is not None:
        item = replace(item, sentences=_with_background(draft, earlier.sentence, language))
    return replace(draft, item=replace(item, continues=before))


def _with_background(draft: Draft, background: Sentence, language: str) -> tuple[Sentence, ...]:
    """Put what was told before behind what is new, before quotations in other languages."""
    foreign = {one.id for one in draft.dossier.documents if not same_language(one.lang, language)}
    quoted = [s for s in draft.item.sentences if any(c.document in foreign for c in s.citations)]
    own = (sentence for sentence in draft.item.sentences if sentence not in quoted)
    return (*own, background, *quoted)


def _sections(drafts: Sequence[Draft], settings: EditionSettings) -> Iterator[EditionSection]:
    titles = [section.title for section in settings.sections]
    other = house_words(settings.language).other_section
    for title in dict.fromkeys([*titles, other]):
        mine = [draft for draft in drafts if draft.section == title]
        mine.sort(key=lambda draft: not is_told_in(draft.dossier, settings.language))
        if mine:
            yield EditionSection(title, tuple(by_subject([draft.item for draft in mine])))


def _told_from(dossiers: Sequence[StoryDossier], settings: EditionSettings, supplement: Supplement) -> Told:
    return Told(
        {document.id: document for dossier in dossiers for document in dossier.documents},
        {claim.id: claim for dossier in dossiers for claim in dossier.claims},
        {notes.document: notes for dossier in dossiers for notes in dossier.annotations},
        settings,
        supplement.parse,
    )


def _overview(
    sections: Sequence[EditionSection], disputes: Sequence[Dispute], told: Told, weights: Mapping[str, float]
) -> Iterator[OverviewParagraph]:
    """Yield the paragraph of each section, from the weightiest items: the body has them by day."""
    for section in sections:
        weightiest = sorted(section.items, key=lambda entry: -weights[entry.story])
        yield overview_of(weightiest, _disputes_of(section, disputes), told)


def _disputes_of(section: EditionSection, disputes: Sequence[Dispute]) -> list[Dispute]:
    stories = {entry.story for entry in section.items}
    return [dispute for dispute in disputes if dispute.event in stories]


def _changes(
    told: Sequence[StoryDossier], tolls: Mapping[str, Sequence[DisputedToll]], settings: EditionSettings
) -> Iterator[dict[str, str]]:
    for dossier in told:
        yield from find_changes(dossier, settings=settings)
        yield from find_changed_minds(tolls[dossier.story.id], settings)


def _nothing_new(printed: Sequence[Draft], language: str) -> Iterator[dict[str, str]]:
    """Say so where all that is printed was told before: an editor may not want to issue it again."""
    told = [draft.told_in for draft in printed if draft.told_in is not None]
    if told and len(told) == len(printed):
        words = print_words(language)
        edition = words["number"].format(number=max(told))
        yield {"kind": "repetition", "text": words["nothing_new"].format(edition=edition)}


def _citations(sentences: Iterable[Sentence]) -> Iterator[Citation]:
    return (citation for sentence in sentences for citation in sentence.citations)


def _cited_documents(documents: Iterable[Document], cited: Iterable[Citation]) -> list[Document]:
    wanted = {citation.document for citation in cited}
    return list({document.id: document for document in documents if document.id in wanted}.values())


def _made_by(dossiers: Iterable[StoryDossier]) -> dict[str, str]:
    """Name each component that had a part in the edition, with its version ("name/version")."""
    named = {WRITER}
    for dossier in dossiers:
        named |= {document.reader for document in dossier.documents}
        named |= {component for notes in dossier.annotations for component in notes.made_by}
        named |= {claim.made_by for claim in dossier.claims}
    pairs = (name.rpartition("/")[::2] if "/" in name else (name, "") for name in sorted(named) if name)
    return dict(pairs)
