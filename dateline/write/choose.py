"""The sentences of one story that can be printed, and the choice among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import Annotations, BlockKind
from dateline.model.claims import Claim, LinkKind
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.antecedents import takes_as_told
from dateline.write.counts import CORRECTION
from dateline.write.folding import folded_words, words_of
from dateline.write.frames import COUNTED, exact_name
from dateline.write.furniture import is_furniture, without_furniture
from dateline.write.introductions import Introduction, find_antecedent, find_introductions
from dateline.write.lexicon import lexicon
from dateline.write.lost_clauses import commas_wanted
from dateline.write.lost_marks import has_no_commas
from dateline.write.score import (
    headline_score,
    leans_on_another,
    names_a_day,
    opens_on_a_quotation,
    opens_on_a_scene,
    passing,
    place_score,
    points_back,
    sketch_score,
    speaker_score,
    wording_score,
)
from dateline.write.sections import keyword_hits
from dateline.write.settings import EditionSettings, same_language
from dateline.write.whole import is_tail, is_title, is_whole
from dateline.write.wording import in_house_words

SAME_THING = 0.6  # share of the shorter sentence's words found in the other: then both say the same
TOO_LONG = 900  # code points: never printed
GOOD_ENOUGH = 1.0  # score below which a further sentence is not worth its place
REPRINT = 3.0  # a copy's sentence gives way to the original's unless it is much better
POINTS_BACK = 2.5
SCENE = 1.0  # "the village" before any place is named
NAMED_ELSEWHERE = 1.0  # "he" for whom the name is put in: seldom the first thing to say
# Names what the desk follows, by the root of how many words that has (few are a subject); says when.
ON_BEAT, DATED = 4.0, 1.0  # chosen on SemEval-2015's trial side
KEY = 60  # code points by which a sentence is known again
FOREIGN = 1.5  # a sentence in another language can only be quoted, not read by everybody
TELLING = 1.5
MOST_FOREIGN = 1  # quotations in other languages in one item
WANTS_COMMAS = 2.5  # for each comma that a text without any is likely to want still
NEVER_PRINTED = (BlockKind.HEADING, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that carries an accepted claim, with its value for print.

    `antecedent` is where its document names the one for whom its opening pronoun stands,
    `introductions` are where it names in full those whom the sentence calls by surname. A sentence
    in another language is `telling` where its frame can name a speaker or give a toll.
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
    introductions: tuple[Introduction, ...] = ()


def find_candidates(
    dossier: StoryDossier,
    documents: Sequence[Document],
    settings: EditionSettings,
    boilerplate: frozenset[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """Find the printable sentences of `documents`, best first; equal scores by document and place.

    `boilerplate` are the keys of sentences that an outlet prints below everything, which are left out.
    """
    annotations = {notes.document: notes for notes in dossier.annotations}
    copies = {copy.document for copy in dossier.story.copies}
    order = {document.id: rank for rank, document in enumerate(documents)}
    best: dict[tuple[str, Span], Candidate] = {}
    for document in documents:
        for claim in dossier.claims:
            if claim.document != document.id or sentence_key(claim, document) in boilerplate:
                continue
            candidate = _candidate(claim, document, annotations.get(document.id), settings)
            if candidate is None:
                continue
            if document.id in copies:
                candidate = replace(candidate, score=candidate.score - REPRINT)
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
    return (-candidate.score, order[candidate.document.id], candidate.span.start, candidate.claim.id)


def _candidate(
    claim: Claim, document: Document, notes: Annotations | None, settings: EditionSettings
) -> Candidate | None:
    span = without_furniture(claim.sentence, document.text, document.title)
    text = " ".join(span.of(document.text).split())
    if not text or len(text) > TOO_LONG or (notes is not None and _in_block(span, notes)):
        return None
    if (
        CORRECTION.match(text) or is_furniture(text) or is_title(text, document)
    ):  # corrections are told among the changes
        return None
    score = speaker_score(claim) + wording_score(text, notes, span)
    score += place_score(claim, notes, span, document)
    score += sketch_score(claim, notes, span) + headline_score(text, document)
    score -= SCENE * opens_on_a_scene(text, document.lang)
    score += ON_BEAT * bool(keyword_hits(text, settings.beat)) / max(1, len(settings.beat)) ** 0.5
    score += DATED * (notes is not None and names_a_day(notes, span))
    if has_no_commas(document.text):
        printed = in_house_words(document, notes, span, names=settings.names, language=settings.language)
        score -= WANTS_COMMAS * commas_wanted(" ".join(printed.split()))
    language = settings.language
    foreign = not same_language(document.lang, language)
    telling = not foreign or (notes is not None and _is_telling(claim, span, notes, settings))
    named = None if foreign else find_antecedent(claim, span, document)
    if named is None and points_back(document.text, span, notes, document.lang):
        score -= POINTS_BACK
    score -= NAMED_ELSEWHERE * (named is not None)
    score -= FOREIGN if foreign else passing(text, language)
    dependent = named is None and leans_on_another(text, document.lang)
    words = frozenset(folded_words(text))
    score += claim.confidence + TELLING * (foreign and telling)
    dependent = dependent or not is_whole(text) or is_tail(claim, document)
    known = () if foreign or notes is None else tuple(find_introductions(document, notes, span))
    return Candidate(claim, document, span, text, score, dependent, words, named, telling, known)


def _is_telling(claim: Claim, span: Span, notes: Annotations, settings: EditionSettings) -> bool:
    first = claim.chain[0] if claim.chain else None
    if first is not None and first.kind is LinkKind.SPEAKER and exact_name(first.name or "", settings.names):
        return True
    return any(
        quantity.kind in COUNTED and span.start <= quantity.start < span.end for quantity in notes.quantities
    )


def _in_block(span: Span, notes: Annotations) -> bool:
    return any(b.kind in NEVER_PRINTED and b.start < span.end and span.start < b.end for b in notes.blocks)


def choose_sentences(
    candidates: Sequence[Candidate], wanted: int, language: str, printed: Sequence[Candidate] = ()
) -> tuple[Candidate, ...]:
    """Choose up to `wanted` candidates that stand alone and repeat neither each other nor what is `printed`.

    The best are chosen first. They follow document by document, each in the order of its text, other
    languages last.
    """
    chosen: list[Candidate] = []
    candidates = _few_foreign(candidates, language)
    for candidate in candidates:
        good = not chosen or candidate.score >= GOOD_ENOUGH
        if len(chosen) == wanted or not good or candidate.dependent or _lacks_lead(candidate, chosen):
            continue
        told = " ".join(other.text for other in chosen)
        again = _repeats(candidate, chosen) or any(_says_again(candidate, other) for other in printed)
        if not again and not takes_as_told(candidate.text, told, language):
            chosen.append(candidate)
    return tuple(_in_reading_order(chosen, language))


def _few_foreign(candidates: Sequence[Candidate], language: str) -> list[Candidate]:
    """Keep the candidates of the edition's language, and the best few of others."""
    own = [c for c in candidates if same_language(c.document.lang, language)]
    alone = not any(not candidate.dependent for candidate in own)
    foreign = [c for c in candidates if c not in own and not c.dependent and (alone or c.telling)]
    kept = foreign[:MOST_FOREIGN]
    return [candidate for candidate in candidates if candidate in own or candidate in kept]


def _lacks_lead(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Say whether somebody is quoted first, and nothing is chosen that stands before it in its document."""
    before = (
        other.span.start < candidate.span.start
        for other in chosen
        if other.document.id == candidate.document.id
    )
    return opens_on_a_quotation(candidate.text) and not any(before)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(
        _overlap(candidate.words, other.words) >= SAME_THING
        or (candidate.document.id == other.document.id and candidate.span.overlaps(other.span))
        for other in chosen
    )


def _says_again(candidate: Candidate, other: Candidate) -> bool:
    """Say whether a sentence of another item has said all this: its words, and each name and number."""
    if _overlap(candidate.words, other.words) < SAME_THING:
        return False
    return _facts(candidate) <= other.words


def _facts(candidate: Candidate) -> frozenset[str]:
    words = words_of(candidate.text)
    numbers = {word.folded for word in words if word.raw[0].isdigit() or word.folded in lexicon().numbers}
    return frozenset(word.folded for word in words[1:] if word.capitalised) | numbers


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, min(len(first), len(second)))


def _in_reading_order(chosen: Sequence[Candidate], language: str) -> list[Candidate]:
    """Order by document and place; quotations in other languages come last."""
    documents = list(dict.fromkeys(candidate.document.id for candidate in chosen))
    return sorted(
        chosen,
        key=lambda candidate: (
            not same_language(candidate.document.lang, language),
            documents.index(candidate.document.id),
            candidate.span.start,
        ),
    )
