"""How good a sentence is to print: who says it, what it holds, where it stands, what it leans on."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.model.annotations import Annotations, MentionType
from dateline.model.claims import Claim, LinkKind, Mode
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.text.casing import small_words
from dateline.text.fold import fold
from dateline.write.compare.deeds import stem
from dateline.write.compare.facts import find_quotations
from dateline.write.compare.folding import Word, folded_words, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.prose.counts import TOLLS
from dateline.write.settings import house_words

SHORTEST, LONGEST = 60, 480  # code points of a sentence that is good to print
LEAD, FIGURE_LEAD, SKETCH_LEAD, LEAD_ENDS = (
    2.0,
    1.4,
    1.0,
    200,
)  # the first sentences of an article, in code points
HEADLINE, PARTICLE = 2.0, 3  # for all of the headline's words; letters of words that say nothing
QUOTATION_FIRST = 2.0  # who speaks is to be read before what is said
OWN_WORDS, PASSING = 4.0, 2.0  # out of place or out of date in a bulletin
SKETCH = 1.5  # nobody vouches for it, nothing happens in it, nothing is counted: a scene or a comment
LOADED = 1.0  # names that take a side, outside quotations: print them only where nobody says it otherwise
OPENING = 6  # words
COUNTED_ON = 5  # words
NEAR_FRONT = 60  # code points


def passing(text: str, language: str) -> float:
    """Return what a sentence loses that speaks of "our correspondent", or of "this week" long after it."""
    house, words = house_words(language), f" {' '.join(folded_words(_outside_quotations(text)))} "
    own = any(f" {fold(word)} " in words for word in house.own_words)
    return (
        LOADED * any(f" {fold(word)} " in words for word in house.loaded_words)
        + OWN_WORDS * own
        + PASSING * any(_is_nameless(one, words) for one in house.nameless_sources)
        + PASSING * any(f" {fold(time)} " in words for time in house.passing_times)
    )


def _is_nameless(source: str, words: str) -> bool:
    """Say whether "the nurse" speaks or stands in the middle of words that have told of no nurse before."""
    noun = fold(source).rpartition(" ")[2]
    speaks = words.endswith(f" according to {fold(source)} ") or f" {fold(source)} said " in words
    first = words.find(f" {noun} ")
    return speaks or (first > 0 and words[: first + 1].endswith(" the "))


def sketch_score(claim: Claim, notes: Annotations | None, span: Span) -> float:
    """Score a sentence that tells no claim of anybody's, no event and nobody's fate."""
    if claim.cue is not None or notes is None:
        return 0.0
    told = tells_event(notes, span)
    counted = any(span.start <= q.start < span.end for q in notes.quantities if q.kind in TOLLS)
    return 0.0 if told or counted else -SKETCH


def headline_score(text: str, document: Document) -> float:
    """Score how much of its article's headline a sentence tells: that says what the article is about."""
    named = {stem(word) for word in folded_words(document.title or "") if len(word) > PARTICLE}
    told = {stem(word) for word in folded_words(text)}
    return HEADLINE * len(named & told) / len(named) if named else 0.0


def tells_event(notes: Annotations, span: Span) -> bool:
    """Say whether an event is told within `span`."""
    return any(span.start <= event.trigger.start < span.end for event in notes.events)


def _outside_quotations(text: str) -> str:
    for quotation in reversed(find_quotations(text)):
        text = f"{text[: quotation.start]} {text[quotation.end :]}"
    return text


def speaker_score(claim: Claim) -> float:
    """Score who says it: a full name, an outlet passed on, a date, a quotation; a surname is nobody known."""
    first = claim.chain[0] if claim.chain else None
    score = 0.0
    if first is not None and first.kind is LinkKind.SPEAKER and first.name and not first.anonymous:
        score += 2.0 if len(first.name.split()) > 1 else 1.0
    if any(link.kind is LinkKind.OUTLET and link.name for link in claim.chain):
        score += 0.5
    if any(link.date for link in claim.chain):
        score += 0.5
    return score + (0.5 if claim.mode in (Mode.QUOTATION, Mode.MIXED) else 0.0)


def wording_score(text: str, notes: Annotations | None, span: Span) -> float:
    """Score what a sentence holds: figures, names, a good length."""
    score = 1.0 if re.search(r"\d", text) else 0.0
    if notes is not None:
        mentions = sum(span.start <= mention.start < span.end for mention in notes.mentions)
        score += 0.4 * min(mentions, 4)
        score += 0.5 * any(span.start <= quantity.start < span.end for quantity in notes.quantities)
    if not SHORTEST <= len(text) <= LONGEST:
        score -= 2.0
    score -= QUOTATION_FIRST * opens_on_a_quotation(text)
    return score - (2.0 if text.endswith(("?", "؟", ":")) else 0.0)


def place_score(claim: Claim, notes: Annotations | None, span: Span, document: Document) -> float:
    """Score what stands early: news says the most important first, but a sketch opens on the weather."""
    if claim.cue is not None or (notes is not None and tells_event(notes, span)):
        lead = LEAD
    else:
        lead = FIGURE_LEAD if re.search(r"\d", span.of(document.text)) else SKETCH_LEAD
    return 2.0 * (1 - span.start / max(1, len(document.text))) + (lead if span.start < LEAD_ENDS else 0)


def leans_on_another(text: str, lang: str) -> bool:
    """Say whether a sentence opens with a word that points back to the sentence before it.

    "A dinner did take place" answers somebody who was told before that it did not.
    """
    if text[0] in "”)]»" or _insists(_outside_quotations(text), lang) or _counts_on(text, lang):
        return True
    opening = " ".join(folded_words(text)[:OPENING]) + " "
    if any(f" {fold(word)} " in opening for word in house_words(lang).linking):
        return True
    return any(opening.startswith(f"{fold(word)} ") for word in house_words(lang).dependent_openings)


def _counts_on(text: str, lang: str) -> bool:
    """Say whether a sentence opens on "two more" or "50 others": on so many beside those told of before."""
    words = [word.folded for word in words_of(text)[:COUNTED_ON]]
    numbers, house = lexicon().numbers, house_words(lang)
    return any(
        (first in numbers or first in house.uncounted or first[0].isdigit())
        and second in house.further
        and third != "than"
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    )


def _insists(text: str, lang: str) -> bool:
    insisting = house_words(lang).insisting_words
    return any(
        word.folded in insisting and after.folded not in lexicon().negations and after.raw[0].islower()
        for word, after in pairwise(words_of(text)[1:])
    )


def opens_on_a_quotation(text: str) -> bool:
    """Say whether somebody is quoted before it is said who speaks."""
    return text[0] in '“"«'


def opens_on_a_scene(text: str, language: str) -> bool:
    """Say whether "the village" stands for a place that nothing before it in the sentence has named."""
    places = house_words(language).backward_places
    nouns = "|".join(places)
    found = re.search(rf"\b[Tt]he (?:{nouns})\b(?! (?:of|in|near|at|where|that) )", text)
    if not places or found is None or found.start() > NEAR_FRONT:
        return False
    before = words_of(text[: found.start()])
    return not any(word.capitalised for word in before[1:])


def points_back(text: str, span: Span, lang: str) -> bool:
    """Say whether a word points back to nobody the sentence names, or it opens on a nameless "the"."""
    house, words = house_words(lang), words_of(span.of(text))
    first_name = min(_names(words), default=len(text))
    opening = words[OPENING].start if len(words) > OPENING else len(text)
    nameless = bool(house.backward_words) and words[0].folded == "the" and first_name >= opening
    nameless = nameless or any(
        word.folded == "it" and after.folded in lexicon().speech and word.start < first_name
        for word, after in pairwise(words)
    )
    return nameless or any(word.folded in house.backward_words and word.start < first_name for word in words)


def lacks_person(text: str, span: Span, notes: Annotations | None, lang: str) -> bool:
    """Say whether a "he" or "her" stands before anybody for whom it could."""
    house, words = house_words(lang), words_of(span.of(text))
    persons = _names(words)
    if notes is not None and notes.mentions:
        kinds = (MentionType.PERSON, MentionType.MISC)
        persons = [m.start - span.start for m in notes.mentions if m.type in kinds and span.start <= m.start]
    first_person = min(persons, default=len(text))
    return any(word.folded in house.personal_words and word.start < first_person for word in words)


def names_nothing(text: str) -> bool:
    """Say whether a sentence in letters that have capitals names nobody and no place."""
    words = words_of(text)
    opens = words[0].capitalised and words[0].folded not in small_words()
    return text[:1].isascii() and not opens and not _names(words)


def nobody_speaks(text: str, span: Span, notes: Annotations | None, lang: str) -> bool:
    """Say whether "he said" stands in a sentence that names no person."""
    words, personal = words_of(span.of(text)), house_words(lang).personal_words
    named = notes is None or any(
        m.type is MentionType.PERSON and span.start <= m.start < span.end for m in notes.mentions
    )
    pairs = pairwise(words)
    return not named and any(w.folded in personal and after.folded in lexicon().speech for w, after in pairs)


def _names(words: Sequence[Word]) -> list[int]:
    """Return where words with a capital stand that are no times, the first word left out."""
    times = lexicon().months.keys() | lexicon().weekdays.keys()
    return [word.start for word in words[1:] if word.capitalised and word.folded not in times]
