"""The overview: of each section what its attacks come to, its weightiest other items, what is disputed."""

from collections.abc import Sequence

from dateline.model.editions import Dispute, EditionItem, OverviewParagraph, Sentence
from dateline.write.choosing.score import opens_on_a_scene
from dateline.write.planning.roundup import Told, attacks_together, tolls_apart
from dateline.write.planning.threads import threads_of, told_together
from dateline.write.prose.antecedents import takes_as_told
from dateline.write.settings import same_language

MOST_SENTENCES = 4  # of one section
QUOTATION_MARKS = '“"«'


def overview_of(entries: Sequence[EditionItem], disputes: Sequence[Dispute], told: Told) -> OverviewParagraph:
    """Return the paragraph of one section."""
    openings = [opening for entry in entries if (opening := _opening(entry, told)) is not None]
    openings = openings or [entries[0].sentences[0]]
    together, gathered = attacks_together([entry.sentences[0] for entry in entries], told)
    apart = tolls_apart(disputes, told)
    composed = [sentence for sentence in (together, apart) if sentence is not None]
    left = [one for one in openings if one not in gathered] or ([] if composed else openings[:1])
    threads = threads_of(left, told)[: MOST_SENTENCES - len(composed)]
    told_of = [told_together(thread, told) for thread in threads]
    first = [sentence for sentence in (together,) if sentence is not None]
    return OverviewParagraph((*first, *told_of, *composed[len(first) :]))


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
