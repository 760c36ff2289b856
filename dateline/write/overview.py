"""The overview: of each section what its attacks come to, its weightiest other items, what is disputed."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.claims import Claim
from dateline.model.editions import Dispute, EditionItem, OverviewParagraph, Sentence
from dateline.write.antecedents import takes_as_told
from dateline.write.cite import with_label
from dateline.write.facts import find_quotations
from dateline.write.roundup import Told, attacks_together, tolls_apart
from dateline.write.score import opens_on_a_scene
from dateline.write.settings import EditionSettings, house_words, same_language

MOST_SENTENCES = 3  # of one section
LONG = 160  # code points: a shorter sentence is not cut
QUOTATION_MARKS = '“"«'
SHORTEST = 70  # code points that must be left


def overview_of(entries: Sequence[EditionItem], disputes: Sequence[Dispute], told: Told) -> OverviewParagraph:
    """Return the paragraph of one section."""
    openings = [opening for entry in entries if (opening := _opening(entry, told)) is not None]
    openings = openings or [entries[0].sentences[0]]
    together, gathered = attacks_together([entry.sentences[0] for entry in entries], told)
    apart = tolls_apart(disputes, told)
    composed = [sentence for sentence in (together, apart) if sentence is not None]
    left = [one for one in openings if one not in gathered]
    alone = left[: MOST_SENTENCES - len(composed)] or ([] if composed else openings[:1])
    cut = [shortened(s, told.claims.get(s.citations[0].claim), told.settings) for s in alone]
    first = [sentence for sentence in (together,) if sentence is not None]
    return OverviewParagraph((*first, *cut, *composed[len(first) :]))


def _opening(entry: EditionItem, told: Told) -> Sentence | None:
    """Return the opening of an item, if somebody vouches for it and it is no quotation; it stands alone."""
    sentence = entry.sentences[0]
    citation = sentence.citations[0]
    claim = told.claims.get(citation.claim)
    vouched = claim is not None and claim.cue is not None and sentence.text[0] not in QUOTATION_MARKS
    language = told.settings.language
    vouched = vouched and not opens_on_a_scene(sentence.text, language)
    vouched = vouched and not takes_as_told(sentence.text, "", language)
    own = same_language(told.documents[citation.document].lang, language)
    return sentence if vouched and own else None


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
