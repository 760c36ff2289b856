"""A chosen sentence in print: its own words with the citation, or a framed quotation in another language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Citation, Sentence, SentenceKind
from dateline.model.spans import Span
from dateline.write.checking.check import check_sentence
from dateline.write.choosing.candidates import Candidate
from dateline.write.choosing.choose import Doubt, Doubts
from dateline.write.choosing.introductions import Introduction
from dateline.write.compare.facts import find_quotations
from dateline.write.compare.folding import folded_words
from dateline.write.prose.cite import make_citation, printed_date, quote_of, with_label
from dateline.write.prose.composed import composed_attack
from dateline.write.prose.frames import House, frame_head, frame_passage, quoted_spans
from dateline.write.prose.gist import readable
from dateline.write.prose.wording import in_house_words
from dateline.write.settings import EditionSettings, ParseSentence, house_words, outlet_name, same_language

HARDLY_PROSE = 1.0  # doubts from which on a sentence is composed anew, if it can be
OWN_CITATION = re.compile(r"\((?:[^()]{2,60}, [A-Z][a-z]+ \d{1,2}(?:[-–]\d{1,2})?(?:, \d{4})?)\)\.?$")


@dataclass(slots=True)
class Wording:
    """How one item is put into words: the annotations to draw on, and who has been named in it so far.

    `parse` reads the syntax of one sentence, `doubt` tells what speaks against one in its own words.
    """

    notes: Mapping[str, Annotations]
    settings: EditionSettings
    named: set[str] = field(default_factory=set)
    parse: ParseSentence | None = None
    doubt: Doubt = lambda candidate: Doubts()


def phrase_sentence(candidate: Candidate, wording: Wording) -> Sentence:
    """Print a candidate: near its own words in the edition's language, else as a framed quotation."""
    if not same_language(candidate.document.lang, wording.settings.language):
        return _framed(candidate, wording)
    text = house_text(candidate.document, wording.notes.get(candidate.document.id), candidate.span, wording)
    composed = _composed(candidate, wording)
    if composed is not None:
        citation = make_citation(
            candidate.claim.id, candidate.document, [candidate.span], settings=wording.settings
        )
        return Sentence(with_label(composed, citation.label), SentenceKind.REPORTED, (citation,))
    spans = [candidate.span]
    if candidate.antecedent is not None:
        spans.insert(0, candidate.antecedent)
        text = f"{_in_full(candidate, candidate.antecedent, wording)} {text.partition(' ')[2]}"
    for introduction in candidate.introductions:
        introduced = _introduced(text, candidate, introduction, wording)
        if introduced is not None:
            text = introduced
            spans = [introduction.full, *spans]
    shorter = readable(text, wording.parse, wording.settings.language)
    text = shorter if _holds(shorter, spans, candidate, wording) else text
    wording.named.update(folded_words(text))
    citation = make_citation(candidate.claim.id, candidate.document, sorted(spans), settings=wording.settings)
    text, citation = _with_citation(text, candidate.document, citation, wording.settings)
    return Sentence(text, SentenceKind.REPORTED, (citation,))


def _composed(candidate: Candidate, wording: Wording) -> str | None:
    """Return a plain sentence for one whose own words are hardly prose, where one holds."""
    document, notes = candidate.document, wording.notes.get(candidate.document.id)
    doubts = wording.doubt(candidate)
    if notes is None or doubts.prose + doubts.marks < HARDLY_PROSE:
        return None
    text = composed_attack(document, notes, candidate.span, wording.settings.language)
    return text if text is not None and _holds(text, [candidate.span], candidate, wording) else None


def _holds(text: str, spans: Sequence[Span], candidate: Candidate, wording: Wording) -> bool:
    """Say whether the cited words bear a sentence out, as they are or in house style."""
    document = candidate.document
    notes = wording.notes.get(document.id)
    house = " … ".join(house_text(document, notes, span, wording) for span in sorted(spans))
    return not check_sentence(text, [quote_of(document.text, [(s.start, s.end) for s in spans]), house])


def _introduced(text: str, candidate: Candidate, introduction: Introduction, wording: Wording) -> str | None:
    """Put a full name for a surname that the item has not named yet; None where that is not to be had."""
    source = candidate.document.text
    surname = " ".join(introduction.short.of(source).split())
    if wording.named.issuperset(folded_words(surname)):
        return None
    quoted = [(quotation.start, quotation.end) for quotation in find_quotations(text)]
    places = [match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text)]
    free = [place for place in places if not any(a <= place[0] < b for a, b in quoted)]
    if not free or free[0] != places[0]:
        return None
    start, end = free[0]
    name = _in_full(candidate, introduction.full, wording, opens=start == 0)
    apposition = "," in name and text[end : end + 1] not in (",", ".")
    changed = f"{text[:start]}{name}{',' if apposition else ''}{text[end:]}"
    cited = [introduction.full.of(source), candidate.span.of(source), text]
    return changed if not check_sentence(changed, [" … ".join(cited)]) else None


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


def _in_full(candidate: Candidate, named: Span, wording: Wording, *, opens: bool = True) -> str:
    """Return a name with its office, or its last word where the item has named it; `opens` a sentence."""
    name = house_text(candidate.document, wording.notes.get(candidate.document.id), named, wording)
    last = name.partition(",")[0].split()[-1]
    if wording.named.issuperset(folded_words(last)):
        name = last
    if not opens or name.startswith("al-"):
        return name
    return (
        name[:1].upper() + name[1:]
        if " " not in name or name.startswith("the ")
        else (f"The {name}" if name[:1].islower() else name)
    )


def _framed(candidate: Candidate, wording: Wording) -> Sentence:
    settings, document = wording.settings, candidate.document
    spans = quoted_spans(candidate.claim, candidate.span, document.text)
    outlet = outlet_name(document, settings.outlet_names)
    house = House(outlet, settings.names, settings.language)
    text = frame_passage(document, wording.notes[document.id], candidate.claim, spans, house)
    citation = make_citation(candidate.claim.id, document, spans, settings=settings)
    label = frame_head(outlet, document, settings.language)
    return Sentence(text, SentenceKind.REPORTED, (replace(citation, label=label),))
