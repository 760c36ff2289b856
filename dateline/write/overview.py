"""The overview: of each section the weightiest happenings, each in one sentence that the body bears out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import EditionItem, OverviewParagraph, Sentence
from dateline.write.cite import with_label
from dateline.write.facts import find_quotations
from dateline.write.settings import EditionSettings, house_words, same_language

MOST_SENTENCES = 3  # of one section
LONG = 160  # code points: a shorter sentence is not cut
QUOTATION_MARKS = '“"«'
SHORTEST = 70  # code points that must be left


def overview_of(
    entries: Sequence[EditionItem],
    documents: Sequence[Document],
    claims: Sequence[Claim],
    settings: EditionSettings,
) -> OverviewParagraph:
    """Return the paragraph of one section: its first items in the edition's language, the long ones cut."""
    lang = {document.id: document.lang for document in documents}
    by_id = {claim.id: claim for claim in claims}
    own = [
        sentence
        for entry in entries
        if (sentence := _opening(entry, lang, by_id, settings.language)) is not None
    ]
    chosen = own[:MOST_SENTENCES] or [entries[0].sentences[0]]
    return OverviewParagraph(tuple(shortened(s, by_id.get(s.citations[0].claim), settings) for s in chosen))


def _opening(
    entry: EditionItem, lang: Mapping[str, str], claims: Mapping[str, Claim], language: str
) -> Sentence | None:
    """Return the opening of an item, if somebody vouches for it and it is no quotation; it stands alone."""
    sentence = entry.sentences[0]
    citation = sentence.citations[0]
    claim = claims.get(citation.claim)
    vouched = claim is not None and claim.cue is not None and sentence.text[0] not in QUOTATION_MARKS
    return sentence if vouched and same_language(lang[citation.document], language) else None


def shortened(sentence: Sentence, claim: Claim | None, settings: EditionSettings) -> Sentence:
    """Leave out the last coordinate clause of a long sentence, where the attribution stands before it."""
    citation = sentence.citations[0]
    body = sentence.text.replace(f" {citation.label}", "").rstrip(".")
    if len(body) < LONG or claim is None or not same_language(settings.language, "en"):
        return sentence
    quotations = find_quotations(body)
    for mark in house_words(settings.language).clause_openings:
        cut = body.rfind(mark)
        inside = any(q.start <= cut < q.end for q in quotations)
        if cut >= SHORTEST and not inside and _is_attributed_before(cut, claim):
            return replace(sentence, text=with_label(f"{body[:cut]}.", citation.label))
    return sentence


def _is_attributed_before(cut: int, claim: Claim) -> bool:
    """Say whether the words of attribution lie well before `cut`, so that they are kept."""
    return claim.cue is not None and claim.cue.end - claim.sentence.start < cut // 2
