"""Who an item speaks of, by full name and office where it first does, as the article introduced them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_table
from dateline.model.annotations import Annotations, Mention, MentionType
from dateline.model.claims import Claim, LinkKind
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.compare.folding import folded_words
from dateline.write.settings import house_words

APPOSITION = re.compile(
    r", (?=(?:an?|the|its|his|her|their|head|chief|spokes\w+|who) )([^,;.“”\"()\n]{4,70})(?=[,.])"
)
BEFORE = 60  # code points before a name in which its office stands
FINITE = re.compile(r" (?:said|says|told|added|was|were|is|has|had|did|met|will|would)\b")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A lone surname in a sentence, and where its article gave the full name before."""

    short: Span
    full: Span


def find_introductions(document: Document, notes: Annotations, span: Span) -> Iterator[Introduction]:
    """Yield each surname within `span` for which the document had the full name before it."""
    text, names = document.text, {entity.id: entity.name for entity in notes.entities}
    people = sorted((m for m in notes.mentions if m.type is MentionType.PERSON), key=lambda m: m.start)
    seen: set[str] = set()
    for mention in people:
        identity = mention.entity or ""
        if not (span.start <= mention.start and mention.end <= span.end) or identity in seen:
            continue
        seen.add(identity)
        if " " in _words(mention, text) or " " not in names.get(identity, ""):
            continue
        full = _first_in_full(people, mention, text)
        if full is not None:
            yield Introduction(Span(mention.start, mention.end), with_office(document, full))


def _words(mention: Mention, text: str) -> str:
    return " ".join(text[mention.start : mention.end].split())


def _first_in_full(people: list[Mention], mention: Mention, text: str) -> Span | None:
    last = folded_words(_words(mention, text))[-1:]
    for other in people:
        words = _words(other, text)
        same = other.entity == mention.entity and folded_words(words)[-1:] == last
        if other.start < mention.start and same and " " in words:
            return Span(other.start, other.end)
    return None


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


def with_office(document: Document, name: Span) -> Span:
    """Return the span of a name with the office right before it, or what is said of the bearer right behind.

    "Brigadier Laith al-Safwani", "the Red Crescent's director Lina Barakat", "Rusul Karimi, a pharmacist".
    """
    text = document.text
    before = _office(document.lang).search(text[max(0, name.start - BEFORE) : name.start])
    if before is not None:
        return Span(name.start - len(before.group("office")), name.end)
    behind = APPOSITION.match(text, name.end)
    if behind is not None and not FINITE.search(behind.group(1)):
        return Span(name.start, behind.end())
    return name


@cache
def _office(lang: str) -> re.Pattern[str]:
    """Match the office before a name: titles, or a role with what it is of ("Jaish al-Islam spokesman")."""
    table: Mapping[str, list[str]] = language_table(lang.split("-", maxsplit=1)[0], "names")
    titles = "|".join(re.escape(word) for word in sorted(table.get("titles", ()), key=len, reverse=True))
    roles = "|".join(re.escape(word) for word in table.get("role_words", ()))
    of = r"(?:(?:the |[Tt]he )?(?:[A-Z][\w’'-]* |al-[A-Z]\w+ ){1,4})?"
    return re.compile(
        rf"(?:^|(?<=[\s,(“\"]))(?P<office>{of}(?:(?:{roles}) )(?:(?:{titles})\.? )?|(?:{titles})\.? )$"
    )
