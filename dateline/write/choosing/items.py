"""Happenings into items: the weightiest that have room, each in the sentences chosen for it. No disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.model.editions import EditionItem, EditionPicture
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.candidates import Candidate, Surroundings, find_boilerplate, find_candidates
from dateline.write.choosing.choose import Doubter, choose_sentences
from dateline.write.choosing.digests import Digest, with_digests
from dateline.write.choosing.following import Following
from dateline.write.choosing.looking_back import later_reports
from dateline.write.choosing.phrase import Wording, phrase_sentence
from dateline.write.choosing.sections import best_section
from dateline.write.choosing.summary import note_origins
from dateline.write.choosing.told_before import edition_that_told
from dateline.write.choosing.versions import latest_versions, origins_of
from dateline.write.choosing.weight import weigh_story
from dateline.write.settings import EditionSettings, Supplement, same_language

PICTURES_PER_ITEM = 2
FULL_LENGTH, A_NOTE = 3.0, 1.5  # weights: told at full length, still told in a long edition
FEW_SENTENCES = 2  # of a happening that is not told at full length
SHORT_EDITION = 10  # items: up to here nothing is too light to print


@dataclass(frozen=True, slots=True)
class Draft:
    """One happening on its way into the edition: its dossier, its weight, and its item.

    `told_in` is the number of the edition that has told all of it, None where something is new.
    """

    dossier: StoryDossier
    weight: float
    section: str
    item: EditionItem
    told_in: int | None = None


def draft_items(
    dossiers: Sequence[StoryDossier],
    settings: EditionSettings,
    supplement: Supplement,
    digests: Sequence[Digest] = (),
    *,
    begin: str = "",
) -> Iterator[Draft | None]:
    """Yield the drafts of an edition, the weightiest first, None for one in which nothing can be printed.

    A happening behind the last that has room is not put into words at all: a large ledger has thousands.
    One of which everything stands printed takes no room. One that is told in other languages alone is told
    in the words of `digests`, where they have any. `begin` is the first day of the period.
    """
    following = Following(settings.beat)
    around = Surroundings(find_boilerplate(dossiers), later_reports(dossiers), following, begin)
    back, printed = around.later.weights_of(dossiers), 0
    chooser = _Chooser(settings, supplement, around)
    weighed = [(weigh_story(one, settings, following) + back[one.story.id], one) for one in dossiers]
    for weight, dossier in sorted(weighed, key=_importance):
        if printed == settings.max_items or (printed >= SHORT_EDITION and weight < A_NOTE):
            return
        wanted = _length(weight, settings)
        chosen = chooser.choose(dossier, wanted)
        retold = dossier if chooser.is_read(chosen) else with_digests(dossier, digests, settings)
        if retold is not dossier:
            chosen = chooser.choose(retold, wanted)
        chooser.told.extend(chosen)
        draft = _draft(retold, weight, settings, supplement, chosen) if chosen else None
        printed += draft is not None and draft.told_in is None
        yield draft


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Chooses the sentences of one happening after another, none that says again what is `told` of others."""

    settings: EditionSettings
    supplement: Supplement
    around: Surroundings
    told: list[Candidate] = field(default_factory=list)

    def choose(self, dossier: StoryDossier, wanted: int) -> tuple[Candidate, ...]:
        """Choose up to `wanted` sentences of a happening."""
        notes = {notes.document: notes for notes in dossier.annotations}
        documents = latest_versions(dossier.documents)
        candidates = find_candidates(dossier, documents, self.settings, self.around)
        doubter = Doubter(notes, self.settings, self.supplement.parse)
        return choose_sentences(candidates, wanted, self.settings.language, self.told, doubter)

    def is_read(self, chosen: Sequence[Candidate]) -> bool:
        """Say whether one of the sentences is in the language of the edition."""
        return any(same_language(one.document.lang, self.settings.language) for one in chosen)


def _draft(
    dossier: StoryDossier,
    weight: float,
    settings: EditionSettings,
    supplement: Supplement,
    chosen: Sequence[Candidate],
) -> Draft:
    """Put the chosen sentences of a happening into words."""
    notes = {notes.document: notes for notes in dossier.annotations}
    doubter = Doubter(notes, settings, supplement.parse)
    wording = Wording(notes, settings, parse=supplement.parse, doubt=doubter)
    sentences = tuple(phrase_sentence(candidate, wording) for candidate in chosen)
    cited = list(dict.fromkeys(c.document for sentence in sentences for c in sentence.citations))
    entry = EditionItem(
        story=dossier.story.id,
        sentences=sentences,
        independent_origins=len(origins_of(dossier)),
        pictures=tuple(_pictures(cited, supplement)),
        origins_note=note_origins(dossier, settings=settings),
    )
    told_in = edition_that_told(sentences, supplement.told)
    return Draft(dossier, weight, best_section(dossier, settings), entry, told_in)


def leave_out_told(
    drafts: Sequence[Draft], settings: EditionSettings
) -> tuple[list[Draft], tuple[Draft, ...]]:
    """Return the drafts to print, and those left out because an edition has told all of them.

    Where nothing is new all that was told is printed again, as far as there is room.
    """
    fresh = [draft for draft in drafts if draft.told_in is None]
    if fresh or not drafts:
        return fresh, tuple(draft for draft in drafts if draft.told_in is not None)
    return list(drafts[: settings.max_items]), ()


def _length(weight: float, settings: EditionSettings) -> int:
    """Return how many sentences a happening is told in."""
    full = settings.sentences_per_item
    return full if weight >= FULL_LENGTH else min(full, FEW_SENTENCES)


def _pictures(documents: Iterable[str], supplement: Supplement) -> list[EditionPicture]:
    found = [picture for identity in documents for picture in supplement.pictures.get(identity, ())]
    return list({picture.sha256: picture for picture in found}.values())[:PICTURES_PER_ITEM]


def _importance(weighed: tuple[float, StoryDossier]) -> tuple[float, str, str]:
    """Order by weight and newness; ids settle what is left."""
    weight, dossier = weighed
    newest = max(d.published.day if d.published else "" for d in dossier.documents)
    backwards = "".join(chr(0x10FFFF - ord(character)) for character in newest.ljust(10))
    return (-round(weight, 3), backwards, dossier.story.id)
