"""The sentences of one story that can be printed, and the choice among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import Annotations, BlockKind, MentionType
from dateline.model.claims import Claim, LinkKind, Mode
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.text.fold import fold
from dateline.write.facts import find_quotations
from dateline.write.folding import folded_words, words_of
from dateline.write.settings import house_words, same_language

SAME_THING = 0.6  # share of the shorter sentence's words found in the other: then both say the same
SHORTEST, LONGEST = 60, 480  # code points of a sentence that is good to print
TOO_LONG = 900  # code points: never printed
GOOD_ENOUGH = 1.0  # score below which a further sentence is not worth its place
REPRINT = 1.5  # a copy's sentence gives way to the original's unless it is much better
LEAD, LEAD_ENDS = 1.0, 200  # the first sentences of an article, in code points
POINTS_BACK = 2.5
NAMED_ELSEWHERE = 1.0  # "he" for whom the name is put in: seldom the first thing to say
OWN_WORDS, PASSING = 4.0, 2.0  # out of place or out of date in a bulletin
FOREIGN = 1.5  # a sentence in another language can only be quoted, not read by everybody
MOST_FOREIGN = 1  # quotations in other languages in one item
OPENING = 6  # words
PLACE_LINE = re.compile(
    r"(?:[A-Z][A-Z .’'/-]{2,30}(?:, [\w. ]{2,20}){0,2}\s*(?:\([^)]{2,40}\))?"
    r"|[^\W\d_][^.:–—\n]{1,30} ?/ ?[^.:–—\n]{2,40})\s*[–—-]+\s+"
)
NEVER_PRINTED = (BlockKind.HEADING, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that carries an accepted claim, with its value for print.

    `antecedent` is where its document names the one for whom its opening pronoun stands.
    """

    claim: Claim
    document: Document
    span: Span
    text: str
    score: float
    dependent: bool
    words: frozenset[str]
    antecedent: Span | None = None


def find_candidates(
    dossier: StoryDossier, documents: Sequence[Document], language: str
) -> tuple[Candidate, ...]:
    """Find the printable sentences of `documents`, best first; equal scores by document and place."""
    annotations = {notes.document: notes for notes in dossier.annotations}
    copies = {copy.document for copy in dossier.story.copies}
    order = {document.id: rank for rank, document in enumerate(documents)}
    best: dict[tuple[str, Span], Candidate] = {}
    for document in documents:
        for claim in dossier.claims:
            if claim.document != document.id:
                continue
            candidate = _candidate(claim, document, annotations.get(document.id), language)
            if candidate is None:
                continue
            if document.id in copies:
                candidate = replace(candidate, score=candidate.score - REPRINT)
            key = (document.id, candidate.span)
            if key not in best or _rank(candidate, order) < _rank(best[key], order):
                best[key] = candidate
    return tuple(sorted(best.values(), key=lambda candidate: _rank(candidate, order)))


def _rank(candidate: Candidate, order: dict[str, int]) -> tuple[float, int, int, str]:
    return (-candidate.score, order[candidate.document.id], candidate.span.start, candidate.claim.id)


def _candidate(
    claim: Claim, document: Document, notes: Annotations | None, language: str
) -> Candidate | None:
    span = without_place_line(claim.sentence, document.text)
    text = " ".join(span.of(document.text).split())
    if not text or len(text) > TOO_LONG or (notes is not None and _in_block(span, notes)):
        return None
    score = _speaker_score(claim) + _wording_score(text, notes, span) + _place_score(span, document)
    foreign = not same_language(document.lang, language)
    named = None if foreign else find_antecedent(claim, span, document)
    if named is None and _points_back(document.text, span, notes, document.lang):
        score -= POINTS_BACK
    score -= NAMED_ELSEWHERE * (named is not None)
    score -= FOREIGN if foreign else _passing(text, language)
    dependent = named is None and leans_on_another(text, document.lang)
    words = frozenset(folded_words(text))
    score += claim.confidence
    return Candidate(claim, document, span, text, score, dependent or not _balanced(text), words, named)


def _passing(text: str, language: str) -> float:
    """Return what a sentence loses that speaks of "our correspondent", or of "this week" long after it."""
    house, words = house_words(language), f" {' '.join(folded_words(_outside_quotations(text)))} "
    own = any(f" {fold(word)} " in words for word in house.own_words)
    return OWN_WORDS * own + PASSING * any(f" {fold(time)} " in words for time in house.passing_times)


def _outside_quotations(text: str) -> str:
    for quotation in reversed(find_quotations(text)):
        text = f"{text[: quotation.start]} {text[quotation.end :]}"
    return text


def find_antecedent(claim: Claim, span: Span, document: Document) -> Span | None:
    """Find where a document names, before `span`, the speaker for whom its opening "he" or "she" stands."""
    first = claim.chain[0] if claim.chain else None
    text, house = document.text, house_words(document.lang)
    pronoun = span.of(text).partition(" ")[0]
    if pronoun.lower() not in house.replaceable_pronouns or first is None or first.anonymous:
        return None
    if first.kind is not LinkKind.SPEAKER or not first.name or " " not in first.name:
        return None
    if first.span is not None and first.span.start != span.start:
        return None
    at = text.rfind(first.name, 0, span.start)
    whole = at >= 0 and not text[at - 1 : at].isalnum() and first.name.split()[-1][:1].isupper()
    return Span(at, at + len(first.name)) if whole else None


def without_place_line(span: Span, text: str) -> Span:
    """Leave out "BAGHDAD, March 11 (Reuters) –" in front of a sentence: its label says as much."""
    match = PLACE_LINE.match(span.of(text))
    return Span(span.start + match.end(), span.end) if match else span


def _in_block(span: Span, notes: Annotations) -> bool:
    return any(b.kind in NEVER_PRINTED and b.start < span.end and span.start < b.end for b in notes.blocks)


def _speaker_score(claim: Claim) -> float:
    first = claim.chain[0] if claim.chain else None
    score = 0.0
    if first is not None and first.kind is LinkKind.SPEAKER and first.name and not first.anonymous:
        score += 2.0 if len(first.name.split()) > 1 else 1.0
    if any(link.kind is LinkKind.OUTLET and link.name for link in claim.chain):
        score += 0.5
    if any(link.date for link in claim.chain):
        score += 0.5
    return score + (0.5 if claim.mode in (Mode.QUOTATION, Mode.MIXED) else 0.0)


def _wording_score(text: str, notes: Annotations | None, span: Span) -> float:
    score = 1.0 if re.search(r"\d", text) else 0.0
    if notes is not None:
        mentions = sum(span.start <= mention.start < span.end for mention in notes.mentions)
        score += 0.4 * min(mentions, 4)
        score += 0.5 * any(span.start <= quantity.start < span.end for quantity in notes.quantities)
    if not SHORTEST <= len(text) <= LONGEST:
        score -= 2.0
    if text[0] in '“"«':
        score -= 1.0
    return score - (2.0 if text.endswith(("?", "؟", ":")) else 0.0)


def _place_score(span: Span, document: Document) -> float:
    """Score what stands early: news says the most important first."""
    return 2.0 * (1 - span.start / max(1, len(document.text))) + (LEAD if span.start < LEAD_ENDS else 0)


def leans_on_another(text: str, lang: str) -> bool:
    """Say whether a sentence opens with a word that points back to the sentence before it."""
    if text[0] in "”)]»":
        return True
    opening = " ".join(folded_words(text)[:OPENING]) + " "
    return any(opening.startswith(f"{fold(word)} ") for word in house_words(lang).dependent_openings)


def _points_back(text: str, span: Span, notes: Annotations | None, lang: str) -> bool:
    """Say whether a word points back to nobody the sentence names, or it opens on a nameless "the"."""
    house, words = house_words(lang), words_of(span.of(text))
    names = [word.start for word in words[1:] if word.capitalised]
    persons = names
    if notes is not None and notes.mentions:
        kinds = (MentionType.PERSON, MentionType.MISC)
        persons = [m.start - span.start for m in notes.mentions if m.type in kinds and span.start <= m.start]
    first_name, first_person = min(names, default=len(text)), min(persons, default=len(text))
    opening = words[OPENING].start if len(words) > OPENING else len(text)
    nameless = bool(house.backward_words) and words[0].folded == "the" and first_name >= opening
    return nameless or any(
        (word.folded in house.backward_words and word.start < first_name)
        or (word.folded in house.personal_words and word.start < first_person)
        for word in words
    )


def _balanced(text: str) -> bool:
    pairs = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


def choose_sentences(candidates: Sequence[Candidate], wanted: int, language: str) -> tuple[Candidate, ...]:
    """Choose up to `wanted` candidates that stand alone and do not repeat each other, the best first.

    They follow document by document, each in the order of its text.
    """
    chosen: list[Candidate] = []
    candidates = _few_foreign(candidates, language)
    for candidate in candidates:
        good = not chosen or candidate.score >= GOOD_ENOUGH
        if len(chosen) < wanted and good and not candidate.dependent and not _repeats(candidate, chosen):
            chosen.append(candidate)
    return tuple(_in_reading_order(chosen))


def _few_foreign(candidates: Sequence[Candidate], language: str) -> list[Candidate]:
    """Keep the candidates of the edition's language, and the best few of others."""
    own = [c for c in candidates if same_language(c.document.lang, language)]
    kept = [c for c in candidates if c not in own and not c.dependent][:MOST_FOREIGN]
    return [candidate for candidate in candidates if candidate in own or candidate in kept]


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(
        _overlap(candidate.words, other.words) >= SAME_THING
        or (candidate.document.id == other.document.id and candidate.span.overlaps(other.span))
        for other in chosen
    )


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, min(len(first), len(second)))


def _in_reading_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    documents = list(dict.fromkeys(candidate.document.id for candidate in chosen))
    return sorted(
        chosen, key=lambda candidate: (documents.index(candidate.document.id), candidate.span.start)
    )
