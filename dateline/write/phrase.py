"""A chosen sentence in print: its own words with the citation, or a framed quotation in another language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Citation, Sentence, SentenceKind
from dateline.model.spans import Span
from dateline.write.choose import Candidate
from dateline.write.cite import make_citation, printed_date, with_label
from dateline.write.folding import folded_words
from dateline.write.frames import House, frame_head, frame_passage, quoted_spans
from dateline.write.settings import EditionSettings, house_words, outlet_name, same_language
from dateline.write.wording import in_house_words

OWN_CITATION = re.compile(r"\((?:[^()]{2,60}, [A-Z][a-z]+ \d{1,2}(?:[-–]\d{1,2})?(?:, \d{4})?)\)\.?$")


@dataclass(slots=True)
class Wording:
    """How one item is put into words: the annotations to draw on, and who has been named in it so far."""

    notes: Mapping[str, Annotations]
    settings: EditionSettings
    named: set[str] = field(default_factory=set)


def phrase_sentence(candidate: Candidate, wording: Wording) -> Sentence:
    """Print a candidate: near its own words in the edition's language, else as a framed quotation."""
    if not same_language(candidate.document.lang, wording.settings.language):
        return _framed(candidate, wording)
    spans = (candidate.antecedent, candidate.span) if candidate.antecedent else (candidate.span,)
    citation = make_citation(candidate.claim.id, candidate.document, spans, settings=wording.settings)
    text = house_text(candidate.document, wording.notes.get(candidate.document.id), candidate.span, wording)
    if candidate.antecedent is not None:
        text = f"{_name_for_pronoun(candidate, candidate.antecedent, wording)} {text.partition(' ')[2]}"
    wording.named.update(folded_words(text))
    text, citation = _with_citation(text, candidate.document, citation, wording.settings)
    return Sentence(text, SentenceKind.REPORTED, (citation,))


def house_text(document: Document, notes: Annotations | None, span: Span, wording: Wording) -> str:
    """Return the words at `span` on one line, in house style."""
    settings = wording.settings
    words = in_house_words(document, notes, span, names=settings.names, language=settings.language)
    return " ".join(words.split())


def _with_citation(
    text: str, document: Document, citation: Citation, settings: EditionSettings
) -> tuple[str, Citation]:
    """Put the label behind the text; into the text's own citation, where it ends on one.

    "(Fars, March 18)." of a digest becomes "(Fars, March 18, in the Digest, March 21)."
    """
    own = OWN_CITATION.search(text)
    if own is None or document.published is None:
        return with_label(text, citation.label), citation
    day = printed_date(document.published.day, settings.language)
    label = house_words(settings.language).frames["within"].format(outlet=citation.outlet, date=day)
    return f"{text[: text.rindex(')')]}, {label}).", replace(citation, label=label)


def _name_for_pronoun(candidate: Candidate, antecedent: Span, wording: Wording) -> str:
    """Return the antecedent's full name with its role, or its last word where the item has named it."""
    name = house_text(candidate.document, wording.notes.get(candidate.document.id), antecedent, wording)
    last = name.split()[-1]
    if wording.named.issuperset(folded_words(last)):
        return last[:1].upper() + last[1:]
    return f"The {name}" if name[:1].islower() and not name.startswith("al-") else name


def _framed(candidate: Candidate, wording: Wording) -> Sentence:
    settings, document = wording.settings, candidate.document
    spans = quoted_spans(candidate.claim, candidate.span, document.text)
    outlet = outlet_name(document, settings.outlet_names)
    house = House(outlet, settings.names, settings.language)
    text = frame_passage(document, wording.notes[document.id], candidate.claim, spans, house)
    citation = make_citation(candidate.claim.id, document, spans, settings=settings)
    label = frame_head(outlet, document, settings.language)
    return Sentence(text, SentenceKind.REPORTED, (replace(citation, label=label),))
