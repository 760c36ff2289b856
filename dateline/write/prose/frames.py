"""A report in another language: a frame in the edition's words, built from annotations, and its own words.

The frame says what the annotations hold (outlet, date, language, speaker, whom it is about,
the dead and wounded) and nothing of what the passage means: that is never translated. The check makes
the frame again from the archived page and takes no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.text.fold import fold
from dateline.write.compare.folding import folded_words
from dateline.write.prose.cite import printed_date
from dateline.write.settings import house_words

COUNTED = ("killed", "wounded", "arrested")  # of these the counted are people, in every language
LONGEST_QUOTATION = 240  # code points of a quotation that few readers can read
SHORTEST_QUOTATION = 40
MOST_TOPICS = 3
CLAUSE_ENDS = "،؛,;"
SENTENCE_ENDS = ".!?؟»”"


@dataclass(frozen=True, slots=True)
class House:
    """How an edition prints: the outlet's name, the names of the house by folded spelling, its language."""

    outlet: str
    names: Mapping[str, str]
    language: str


def quoted_spans(claim: Claim, sentence: Span, text: str) -> tuple[Span, ...]:
    """Return what to cite for a short quotation: the speaker, where named outside it, then the words."""
    first = claim.chain[0] if claim.chain else None
    content = claim.content[0] if len(claim.content) == 1 else None
    if claim.mode is Mode.QUOTATION and content is not None and _is_short(content):
        named = first.span if first is not None and first.span is not None else None
        apart = named is not None and not content.overlaps(named) and named.end <= content.start
        return (named, content) if named is not None and apart else (content,)
    if sentence.end - sentence.start <= LONGEST_QUOTATION:
        return (sentence,)
    reach = text[sentence.start : sentence.start + LONGEST_QUOTATION]
    cut = max(reach.rfind(mark) for mark in CLAUSE_ENDS)
    cut = cut if cut >= SHORTEST_QUOTATION else reach.rfind(" ")
    return (Span(sentence.start, sentence.start + cut),)


def _is_short(content: Span) -> bool:
    return SHORTEST_QUOTATION <= content.end - content.start <= LONGEST_QUOTATION


def frame_head(outlet: str, document: Document, language: str) -> str:
    """Return the head of a frame, which is its label: "Fars (March 13, in Persian)"."""
    house = house_words(language)
    date = printed_date(document.published.day, language) if document.published else house.undated
    code = document.lang.split("-", maxsplit=1)[0]
    tongue = house.language_names.get(code, code)
    return house.frames["head"].format(outlet=outlet, date=date, language=tongue)


def frame_passage(
    document: Document,
    notes: Annotations,
    claim: Claim,
    spans: Sequence[Span],
    house: House,
) -> str:
    """Return the framed quotation of the last of `spans`; what the frame says stands within `spans`."""
    frames, text = house_words(house.language).frames, document.text
    first = claim.chain[0] if claim.chain else None
    speaker = _speaker(first, spans, document, house.names) if first is not None else None
    topics = [topic for topic in _topics(document, spans, house.names) if topic != speaker]
    counts = list(counted_in(notes, spans, house.language))
    quotation = " ".join(spans[-1].of(text).split())
    if text[spans[-1].end - 1] not in SENTENCE_ENDS:
        quotation += " …"
    act = _act(claim, speaker, spans, frames)
    if topics:
        act += frames["topics"].format(topics=listed(topics[:MOST_TOPICS], frames))
    if counts:
        key = "tolled" if act == frames["report"] else "counts"
        act = frames[key].format(act=act, counts=listed(counts, frames))
    return f"{frame_head(house.outlet, document, house.language)} {act}: «{_bare(quotation)}»"


def _act(claim: Claim, speaker: str | None, spans: Sequence[Span], frames: Mapping[str, str]) -> str:
    denied = claim.polarity is Polarity.DENIED
    first = claim.chain[0] if claim.chain else None
    if speaker is None and first is not None and first.anonymous:
        speaker = frames["unnamed"]
    if speaker is None:
        return frames["denial" if denied else "report"]
    if denied:
        return frames["denial_by"].format(speaker=speaker)
    quoted = claim.mode is Mode.QUOTATION and len(spans) > 1
    return frames["quoted" if quoted else "cited"].format(speaker=speaker)


def _speaker(first: Link, spans: Sequence[Span], document: Document, names: Mapping[str, str]) -> str | None:
    """Return the speaker's name as the house prints it, where the cited words themselves give it.

    "The office of X" and "the brother of X" are not X, and a pronoun is nobody's name.
    """
    if first.kind is not LinkKind.SPEAKER or not first.name or first.anonymous or first.span is None:
        return None
    if not any(span.covers(first.span) for span in spans):
        return None
    printed = exact_name(first.span.of(document.text), names)
    return printed if printed == exact_name(first.name, names) else None


def exact_name(words: str, names: Mapping[str, str]) -> str | None:
    """Return the name of the house of which `words` are a spelling, with nothing before or behind it."""
    wanted = folded_words(words)
    return next((name for spelling, name in names.items() if folded_words(spelling) == wanted), None)


def names_in(text: str, names: Mapping[str, str]) -> list[str]:
    """List the names of the house that `text` gives in any of their spellings, by their place."""
    words = f" {' '.join(folded_words(text))} "
    places: dict[str, int] = {}
    for spelling, name in names.items():
        at = words.find(f" {' '.join(folded_words(spelling))} ")
        if at >= 0:
            places[name] = min(at, places.get(name, at))
    return sorted(places, key=lambda name: (places[name], name))


def _topics(document: Document, spans: Sequence[Span], names: Mapping[str, str]) -> list[str]:
    """List whom of the names of the house the cited words name; a gazetteer's guess is no such name."""
    found = [name for span in spans for name in names_in(span.of(document.text), names)]
    return list(dict.fromkeys(found))


def counted_in(notes: Annotations, spans: Sequence[Span], language: str) -> Iterator[str]:
    """Yield "5 killed" for each kind of toll in the cited words: the greatest, since parts are smaller."""
    house = house_words(language)
    for kind in COUNTED:
        found = [
            (quantity.low, quantity.high)
            for quantity in notes.quantities
            if quantity.kind == kind
            and quantity.low is not None
            and any(span.covers(Span(quantity.start, quantity.end)) for span in spans)
        ]
        if found:
            low, high = max(found, key=lambda bounds: bounds[0] or 0)
            number = f"{low or 0:,.0f}"
            printed = number if low == high else house.at_least.format(number=number)
            yield f"{printed} {house.tolls.get(kind, kind)}"


def listed(parts: Sequence[str], frames: Mapping[str, str]) -> str:
    """Join parts as prose lists them: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {frames['and']} {parts[-1]}"


def _bare(quotation: str) -> str:
    """Leave out the marks around a quotation that get marks of the house."""
    inner = quotation[1:-1]
    whole = quotation[:1] + quotation[-1:] in ("«»", "“”") and not set(inner) & set("«»“”")
    return inner if whole else quotation


def fold_names(names: Mapping[str, str]) -> dict[str, str]:
    """Fold the spellings of a table of names, so that they are found in any letter form."""
    return {fold(spelling): name for spelling, name in names.items()}
