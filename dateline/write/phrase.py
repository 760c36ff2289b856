"""A chosen sentence in print: its own words with the citation, or a quotation in a frame."""

from dataclasses import replace

from dateline.model.annotations import Annotations
from dateline.model.claims import LinkKind
from dateline.model.editions import Sentence, SentenceKind
from dateline.model.spans import Span
from dateline.text.fold import fold
from dateline.write.choose import Candidate
from dateline.write.cite import frame_label, make_citation, with_label
from dateline.write.settings import EditionSettings, house_words, same_language


def phrase_sentence(candidate: Candidate, *, settings: EditionSettings) -> Sentence:
    """Print a candidate: verbatim in the edition's language, else as a quotation in the original words."""
    citation = make_citation(candidate.claim.id, candidate.document, (candidate.span,), settings=settings)
    if same_language(candidate.document.lang, settings.language):
        return Sentence(with_label(candidate.text, citation.label), SentenceKind.REPORTED, (citation,))
    label, frame = frame_label(candidate.document, settings=settings)
    text = frame.format(quote=candidate.text)
    return Sentence(text, SentenceKind.REPORTED, (replace(citation, label=label),))


def phrase_with_name(
    candidate: Candidate, notes: Annotations, *, settings: EditionSettings
) -> Sentence | None:
    """Print a sentence that opens with "he" or "she" with the speaker's name in brackets in its place.

    None where the document does not give that name before the sentence: then nothing bears it out.
    """
    pronoun, _, rest = candidate.text.partition(" ")
    first = candidate.claim.chain[0] if candidate.claim.chain else None
    if pronoun.lower() not in house_words(settings.language).replaceable_pronouns or not rest:
        return None
    if first is None or first.kind is not LinkKind.SPEAKER or not first.name or first.anonymous:
        return None
    named = _antecedent(first.name, candidate, notes)
    if named is None or not same_language(candidate.document.lang, settings.language):
        return None
    citation = make_citation(
        candidate.claim.id, candidate.document, (named, candidate.span), settings=settings
    )
    name = " ".join(named.of(candidate.document.text).split())
    return Sentence(with_label(f"[{name}] {rest}", citation.label), SentenceKind.REPORTED, (citation,))


def _antecedent(name: str, candidate: Candidate, notes: Annotations) -> Span | None:
    """Find the last mention before the sentence that has the speaker's name."""
    text, wanted = candidate.document.text, fold(name)
    spans = [Span(m.start, m.end) for m in notes.mentions if m.end <= candidate.span.start]
    return next((span for span in reversed(spans) if fold(span.of(text)) == wanted), None)
