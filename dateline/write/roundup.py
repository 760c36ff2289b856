"""Sentences that draw several items together: attacks by place with their tolls, tolls that do not agree.

Each piece of such a sentence stands before the label of its own citation, and is checked against it alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations, EventMention, EventType, PlacePrecision
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Citation, Dispute, Sentence, SentenceKind
from dateline.model.spans import Span
from dateline.write.check import check_sentence
from dateline.write.cite import printed_date
from dateline.write.facts import find_numbers
from dateline.write.frames import counted_in, listed
from dateline.write.settings import EditionSettings, house_words, same_language
from dateline.write.wording import in_house_words

FEWEST, MOST = 2, 4  # pieces of one sentence
AT_A_PLACE = re.compile(r"\b(?:in|near|of|on|at)(?: the)? $")
OF_A_PLACE = re.compile(r"-|s? (?:countryside|suburbs?|province|governorate|region|district)\b")
TOO_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)


@dataclass(frozen=True, slots=True)
class Told:
    """What the stories of an edition are told from, each by its id."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    notes: Mapping[str, Annotations]
    settings: EditionSettings


def attacks_together(sentences: Sequence[Sentence], told: Told) -> tuple[Sentence | None, list[Sentence]]:
    """Return one sentence on the attacks among `sentences`, None for fewer than two; and those it tells."""
    frames = house_words(told.settings.language).frames
    pieces: list[tuple[str, Citation]] = []
    used: list[Sentence] = []
    for sentence in sentences:
        piece = _attack(sentence, told)
        if piece is None or len(pieces) == MOST or piece in [text for text, _ in pieces]:
            continue
        if _holds(piece, sentence.citations[0], told):
            pieces.append((piece, sentence.citations[0]))
            used.append(sentence)
    if len(pieces) < FEWEST:
        return None, []
    return _joined(frames["attacks"], pieces, told), used


def tolls_apart(disputes: Sequence[Dispute], told: Told) -> Sentence | None:
    """Return a sentence on the first toll that outlets do not agree on, if its sources bear it out."""
    language = told.settings.language
    for dispute in disputes:
        pairs = [(version.value, version.citations[0]) for version in dispute.versions]
        pairs.sort(key=lambda pair: not same_language(_lang(pair[1], told), language))
        if not dispute.title or len(pairs) < FEWEST or not pairs[0][0][:1].isdigit():
            continue
        toll = dispute.title[:1].lower() + dispute.title[1:]
        head = house_words(language).frames["differ"].format(toll=toll)
        texts = [f"{head} {pairs[0][0]}", *(value for value, _ in pairs[1:MOST])]
        if all(_holds(text, citation, told) for text, (_, citation) in zip(texts, pairs, strict=False)):
            return _joined(head, pairs[:MOST], told)
    return None


def _joined(head: str, pieces: Sequence[tuple[str, Citation]], told: Told) -> Sentence:
    """Join pieces, each with its label, behind a head."""
    parts = [f"{text} {citation.label}" for text, citation in pieces]
    text = f"{head} {listed(parts, house_words(told.settings.language).frames)}."
    return Sentence(text, SentenceKind.REPORTED, tuple(citation for _, citation in pieces))


def _holds(text: str, citation: Citation, told: Told) -> bool:
    """Say whether a piece is borne out by its own citation."""
    return not check_sentence(text, [citation.quote, _house_quote(citation, told)])


def _house_quote(citation: Citation, told: Told) -> str:
    document, settings = told.documents[citation.document], told.settings
    notes = told.notes.get(document.id)
    return " … ".join(
        in_house_words(document, notes, Span(*span), names=settings.names, language=settings.language)
        for span in citation.spans
    )


def _lang(citation: Citation, told: Told) -> str:
    return told.documents[citation.document].lang


def _attack(sentence: Sentence, told: Told) -> str | None:
    """Return "at least 16 killed in Hasaka on July 5" of what a sentence cites, if it tells of an attack."""
    citation = sentence.citations[0]
    notes, document = told.notes.get(citation.document), told.documents[citation.document]
    if notes is None or not same_language(document.lang, told.settings.language):
        return None
    spans = [Span(*span) for span in citation.spans]
    frames = house_words(told.settings.language).frames
    counts = list(counted_in(notes, spans, told.settings.language))
    place = next(_places(document, notes, spans), None)
    day = _day(document, notes, spans)
    if place is None or day is None or not counts or not _are_stated(counts, citation.quote):
        return None
    piece = frames["attack"].format(counts=listed(counts, frames), place=place)
    return f"{piece} {frames['on_day'].format(day=printed_date(day, told.settings.language))}"


def _are_stated(counts: Sequence[str], quote: str) -> bool:
    """Say whether each count stands in the words, above one: "one of the commanders" is no toll."""
    stated = {number.value for number in find_numbers(quote)}
    values = {number.value for count in counts for number in find_numbers(count)}
    return values <= stated and "1" not in values


def _places(document: Document, notes: Annotations, spans: Sequence[Span]) -> Iterator[str]:
    """Yield where the attacks told within `spans` happened, as printed: towns, not countries."""
    known = {place.mention for place in notes.places if place.precision not in TOO_WIDE}
    towns = {
        mention.id: " ".join(document.text[mention.start : mention.end].split())
        for mention in notes.mentions
        if mention.id in known and any(span.covers(Span(mention.start, mention.end)) for span in spans)
        if document.text[mention.start].isupper() or document.text.startswith("al-", mention.start)
        if AT_A_PLACE.search(document.text[: mention.start])
        if not OF_A_PLACE.match(document.text, mention.end)
    }
    attacks = [event for event in notes.events if _is_attack(event, spans)]
    yield from (towns[place] for event in attacks for place in event.places if place in towns)
    if attacks and len(set(towns.values())) == 1:
        yield from towns.values()


def _is_attack(event: EventMention, spans: Sequence[Span]) -> bool:
    return event.type is EventType.ASSAULT and any(span.covers(event.trigger) for span in spans)


def _day(document: Document, notes: Annotations, spans: Sequence[Span]) -> str | None:
    """Return the one day that is named within `spans`, None for none or for several."""
    days = {
        time.begin
        for time in notes.times
        if time.begin and time.begin == time.until and len(time.begin) == len("2020-03-12")
        if any(span.covers(Span(time.start, time.end)) for span in spans)
    }
    return days.pop() if len(days) == 1 and document.published is not None else None
