"""The sentences of one story that can be printed, each with its value for print."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateline.model.annotations import Annotations, BlockKind, MentionType
from dateline.model.claims import Claim, LinkKind, Polarity
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import TimeKind
from dateline.write.choosing.following import Following, following_score
from dateline.write.choosing.introductions import Introduction, find_antecedent, find_introductions
from dateline.write.choosing.looking_back import LaterReports, named_days
from dateline.write.choosing.score import (
    headline_score,
    lacks_person,
    leans_on_another,
    nobody_speaks,
    opens_on_a_scene,
    passing,
    place_score,
    points_back,
    sketch_score,
    speaker_score,
    wording_score,
)
from dateline.write.compare.folding import folded_words
from dateline.write.prose.counts import CORRECTION, outdated_figures
from dateline.write.prose.frames import COUNTED, exact_name
from dateline.write.prose.furniture import is_furniture, without_furniture
from dateline.write.prose.lost_marks import marks_wanted
from dateline.write.prose.whole import is_tail, is_title, is_whole
from dateline.write.settings import EditionSettings, same_language

TOO_LONG = 900  # code points: never printed
OUTDATED = 3.0  # gives a toll that its outlet has raised since
REPRINT = 3.0  # a copy's sentence gives way to the original's unless it is much better
POINTS_BACK = 2.5
SCENE = 1.0  # "the village" before any place is named
NAMED_ELSEWHERE = 1.0  # "he" for whom the name is put in: seldom the first thing to say
DATED, LOOKED_AT = 1.0, 0.5  # says when, and by how many look back to it: chosen on SemEval's trial side
BACKGROUND, FAR_BACK = 2.0, 14  # tells of days before the period alone, all so many before the report
BEHIND = 2.0  # what is background stands behind what is new that is worth as much, and more
KEY = 60  # code points by which a sentence is known again
FOREIGN = 1.5  # a sentence in another language can only be quoted, not read by everybody
TELLING = 1.5
WANTS_MARKS = 2.5  # for each mark that a text without any is likely to want still
NEVER_PRINTED = (BlockKind.HEADING, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that carries an accepted claim, with its value for print.

    `antecedent` is where its document names the one for whom its opening pronoun stands,
    `introductions` are where it names in full those whom the sentence calls by surname. A sentence
    in another language is `telling` where its frame can name a speaker, give a toll or say that it denies.
    A `sketch` tells no claim of anybody's, no event, no figure and nobody's fate, and names no person.
    """

    claim: Claim
    document: Document
    span: Span
    text: str
    score: float
    dependent: bool
    words: frozenset[str]
    antecedent: Span | None = None
    telling: bool = True
    sketch: bool = False
    introductions: tuple[Introduction, ...] = ()
    past: bool = False

    @property
    def standing(self) -> float:
        """By which candidates are ordered: background, what is `past`, leads an item for want of news."""
        return self.score - BEHIND * self.past


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all the stories of an edition say of one.

    `boilerplate` are the keys of sentences that an outlet prints below everything, which are left out;
    `later` says which days later reports look back to: what is told of these goes first; `following` has the
    documents that were read for what the desk follows; `begin` is the first day of the edition's period.
    """

    boilerplate: frozenset[str] = frozenset()
    later: LaterReports = field(default_factory=LaterReports)
    following: Following | None = None
    begin: str = ""


def find_candidates(
    dossier: StoryDossier,
    documents: Sequence[Document],
    settings: EditionSettings,
    around: Surroundings | None = None,
) -> tuple[Candidate, ...]:
    """Find the printable sentences of `documents`, best first; equal scores by document and place."""
    around = around or Surroundings()
    following = around.following or Following(settings.beat)
    annotations = {notes.document: notes for notes in dossier.annotations}
    copies = {copy.document for copy in dossier.story.copies}
    order = {document.id: rank for rank, document in enumerate(documents)}
    outdated = outdated_figures(dossier)
    best: dict[tuple[str, Span], Candidate] = {}
    for document in documents:
        read = annotations.get(document.id)
        named = following.naming(document, read)
        for claim in dossier.claims:
            if claim.document != document.id or sentence_key(claim, document) in around.boilerplate:
                continue
            candidate = _candidate(claim, document, read, settings)
            if candidate is None:
                continue
            followed = following_score(claim.sentence.start, named, settings.beat)
            score = candidate.score + followed - REPRINT * (document.id in copies)
            score -= OUTDATED * ((document.id, claim.sentence.start) in outdated)
            past = is_background(candidate.span, read, document, around.begin)
            score += -BACKGROUND if past else _dated(candidate.span, read, around.later)
            candidate = replace(candidate, score=score, past=past)
            key = (document.id, candidate.span)
            if key not in best or _rank(candidate, order) < _rank(best[key], order):
                best[key] = candidate
    return tuple(sorted(best.values(), key=lambda candidate: _rank(candidate, order)))


def find_boilerplate(dossiers: Sequence[StoryDossier]) -> frozenset[str]:
    """Find the sentences that one outlet prints in several stories: "Syria has been at war since 2011"."""
    told: dict[str, set[str]] = {}
    for dossier in dossiers:
        documents = {document.id: document for document in dossier.documents}
        for claim in dossier.claims:
            key = sentence_key(claim, documents[claim.document])
            told.setdefault(key, set()).add(dossier.story.id)
    return frozenset(key for key, stories in told.items() if len(stories) > 1)


def sentence_key(claim: Claim, document: Document) -> str:
    """Return by what a sentence of an outlet is known again: its first words."""
    sentence = claim.sentence
    words = document.text[sentence.start : min(sentence.end, sentence.start + KEY)]
    return f"{document.outlet or document.url} {' '.join(words.casefold().split())}"


def _rank(candidate: Candidate, order: dict[str, int]) -> tuple[float, int, int, str]:
    return (-candidate.standing, order[candidate.document.id], candidate.span.start, candidate.claim.id)


def _candidate(
    claim: Claim, document: Document, notes: Annotations | None, settings: EditionSettings
) -> Candidate | None:
    span = without_furniture(claim.sentence, document.text, document.title)
    text = " ".join(span.of(document.text).split())
    if not text or len(text) > TOO_LONG or (notes is not None and _in_block(span, notes)):
        return None
    # Corrections are told among the changes.
    if CORRECTION.match(text) or is_furniture(text) or is_title(text, document):
        return None
    score = speaker_score(claim) + wording_score(text, notes, span)
    score += place_score(claim, notes, span, document)
    sketched = sketch_score(claim, notes, span)
    score += sketched + headline_score(text, document)
    score -= SCENE * opens_on_a_scene(text, document.lang)
    score -= WANTS_MARKS * marks_wanted(document, notes, span)
    language = settings.language
    foreign = not same_language(document.lang, language)
    telling = not foreign or (notes is not None and _is_telling(claim, span, notes, settings))
    named = None if foreign else find_antecedent(claim, span, document)
    lacking = named is None and lacks_person(document.text, span, notes, document.lang)
    if lacking or (named is None and points_back(document.text, span, document.lang)):
        score -= POINTS_BACK
    score -= NAMED_ELSEWHERE * (named is not None)
    score -= FOREIGN if foreign else passing(text, language)
    unnamed = not foreign and nobody_speaks(document.text, span, notes, document.lang)
    dependent = named is None and (unnamed or leans_on_another(text, document.lang))
    words = frozenset(folded_words(text))
    score += claim.confidence + TELLING * (foreign and telling)
    dependent = dependent or not is_whole(text) or is_tail(claim, document)
    looked_for = not foreign and notes is not None and bool(notes.events)
    sketch = looked_for and sketched < 0 and not _tells_of_somebody(claim, text, notes, span)
    known = () if foreign or notes is None else tuple(find_introductions(document, notes, span))
    return Candidate(claim, document, span, text, score, dependent, words, named, telling, sketch, known)


def _tells_of_somebody(claim: Claim, text: str, notes: Annotations | None, span: Span) -> bool:
    """Say whether somebody speaks or is named in a sentence, or it gives a figure."""
    mentions = notes.mentions if notes is not None else ()
    named = any(m.type is MentionType.PERSON and span.start <= m.start < span.end for m in mentions)
    return named or len(claim.chain) > 1 or any(letter.isdigit() for letter in text)


def _is_telling(claim: Claim, span: Span, notes: Annotations, settings: EditionSettings) -> bool:
    first = claim.chain[0] if claim.chain else None
    if first is not None and first.kind is LinkKind.SPEAKER and exact_name(first.name or "", settings.names):
        return True
    if claim.polarity is Polarity.DENIED:
        return True
    return any(
        quantity.kind in COUNTED and span.start <= quantity.start < span.end for quantity in notes.quantities
    )


def _dated(span: Span, notes: Annotations | None, later: LaterReports) -> float:
    """Score a sentence that says when: the more, the more later reports look back to that day."""
    days = list(named_days(notes, span)) if notes is not None else []
    return max(DATED, LOOKED_AT * later.weight_of_days(days)) if days else 0.0


def is_background(span: Span, notes: Annotations | None, document: Document, begin: str) -> bool:
    """Say whether all that is dated within `span` lies long before the report, and before the day `begin`."""
    printed = document.published.day if document.published else ""
    if notes is None or len(printed) < len("2020-03-12"):
        return False
    latest = min(begin, (date.fromisoformat(printed) - timedelta(days=FAR_BACK)).isoformat())
    times = (time for time in notes.times if span.covers(Span(time.start, time.end)))
    ends = [time.until or time.begin for time in times if time.kind is TimeKind.DATE]
    return bool(ends) and all(end is not None and end < latest[: len(end)] for end in ends)


def _in_block(span: Span, notes: Annotations) -> bool:
    return any(b.kind in NEVER_PRINTED and b.start < span.end and span.start < b.end for b in notes.blocks)
