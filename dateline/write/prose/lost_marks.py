"""Commas, apostrophes and full stops of a text that has none at all: it lost them on its way here.

The reader says where each may have stood; what is likely enough is put back, and what a sentence may want
beside that speaks against it, so that one which wants nothing can be printed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.languages import language_table
from dateline.model.annotations import Annotations, LostMark, Mark, MentionType
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.compare.facts import find_quotations
from dateline.write.prose.certain_marks import certain_commas, certain_owners, forbids_comma

Replacement = tuple[int, int, str]
LIKELY = 0.5  # how likely a mark must be to be put back
SURE = 0.75  # a comma between two capitals, or behind a bracket: names seldom end there
# A comma where its clause wants one: between words and who said them, before an aside, before a participle;
# and an apostrophe in a name that the text has without its "s".
SAID, ASIDE, PARTICIPLE, OWNED = 0.2, 0.1, 0.3, 0.15
PUT = 0.3  # the most that speaks against a mark which is put back
NOTICED = 0.15  # how likely a mark must be to count as wanted
WANTED = {Mark.COMMA: 1.0, Mark.STOP: 2.0, Mark.OWNER: 0.7, Mark.OWNERS: 0.7}
WITHIN_NAME = re.compile(r"(?:\b[A-Z][\w’'-]* [A-Z]|\) [a-z])$")
# Behind a day the verb of the sentence goes on: "a flood on Friday left two dead".
DAY = re.compile(r"\bon (?:\w+day|[A-Z]\w+ \d{1,2})$")
GOING_ON = re.compile(r" (?!(?:during|following|regarding|being|having|including) )[a-z]{3,}ing ")
ACCORDING = re.compile(r"According to ")  # the comma behind that name opens no aside
GOES_ON = re.compile(
    r" (?:has|have|had|was|were|is|are|(?:said|says|claimed|reported|announced) that) "
)  # between subject and verb only an aside has commas
BEARER = re.compile(
    r"(?P<name> (?:an?|the|who) (?:(?!that\b|who\b|which\b)[^\s,;:.]+ ){1,10}?[^\s,;:.]+)"
    r"(?= (?:told|said|says|added|claimed|warned|announced|confirmed|denied|stressed|was|is|has|had) )"
)
NAMED = re.compile(r"(?:(?<=capital)|(?<= city)) (?P<name>(?:al-)?(?![A-Z]{2})[A-Z][\w’-]+)(?= [a-z])")
QUOTES = '"”’'


def lost_marks(document: Document, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    """Yield each place of a lost mark within `span`, from its start, with the words to put there."""
    text = span.of(document.text)
    for lost, put in _weighed(document, notes, span):
        if put:
            yield from _put(lost.mark, text, lost.at - span.start)


def marks_wanted(document: Document, notes: Annotations | None, span: Span) -> float:
    """Return how many marks the words at `span` are likely to want that are not put back, or wrongly are.

    0 for words that want none.
    """
    quoted = [(q.start, q.end) for q in find_quotations(span.of(document.text))]
    doubts = [
        (
            lost.mark,
            min(PUT, 1 - lost.likely) if put and not _is_within(lost.at, span, quoted) else lost.likely,
        )
        for lost, put in _weighed(document, notes, span)
    ]
    return sum(WANTED[mark] * doubt for mark, doubt in doubts if doubt >= NOTICED)


def _is_within(at: int, span: Span, quoted: Sequence[tuple[int, int]]) -> bool:
    """Say whether a place lies inside a quotation, whose words stay as they are."""
    return any(start < at - span.start < end - 1 for start, end in quoted)


def _weighed(document: Document, notes: Annotations | None, span: Span) -> Iterator[tuple[LostMark, bool]]:
    """Yield the marks that may be lost within `span`, but behind its last word, and whether each is put back.

    An aside that a comma opens, "including two children", has one at its end too, and so have the name of
    "the capital, Balad, …" and what somebody is, "Hasan Jubouri, an activist in the town, told".
    """
    if notes is None or "," in document.text:
        return
    text = document.text
    certain = {span.start + at for at in certain_commas(span.of(text))}
    yield from ((LostMark(at, Mark.COMMA, 1.0), True) for at in sorted(certain))
    owners = {span.start + at for at in certain_owners(span.of(text))}
    yield from ((LostMark(at, Mark.OWNERS, 1.0), True) for at in sorted(owners))
    certain |= owners
    said = {
        claim.content[-1].end
        for claim in notes.claims
        if (speaker := claim.chain[0].span if claim.chain else None)
        and speaker.start >= claim.content[-1].end
    }
    bearers = (MentionType.PERSON, MentionType.ORG)
    people = {mention.end for mention in notes.mentions if mention.type in bearers}
    for lost in notes.lost:
        if not span.start <= lost.at < span.end - 1 or lost.at in certain:
            continue
        if lost.mark is Mark.COMMA and forbids_comma(text[span.start : lost.at], text[lost.at : span.end]):
            continue
        aside = _asides().match(text, lost.at, span.end) if lost.mark is Mark.COMMA else None
        put = lost.likely >= _least_at(text, span, lost, said=lost.at in said)
        yield lost, put
        if aside and put:
            closed = bool(aside["verb"])
            at, likely = (aside.start("verb"), 1.0) if closed else (lost.at, LIKELY)
            yield LostMark(at, Mark.COMMA, likely), closed
        elif put and lost.mark is Mark.COMMA and not ACCORDING.match(text, span.start):
            bearer = BEARER if lost.at in people else NAMED
            if found := bearer.match(text, lost.at, span.end):
                yield LostMark(found.end("name"), Mark.COMMA, 1.0), True


def _least_at(text: str, span: Span, lost: LostMark, *, said: bool) -> float:
    """Return how likely a mark must be to be put at its place; `said` is what somebody says before it."""
    if lost.mark is Mark.COMMA:
        return _least_comma(text, span, lost.at, said=said)
    owner = text[: lost.at].rpartition(" ")[2].removesuffix("s")
    known = lost.mark is Mark.OWNER and owner.removeprefix("al-")[:1].isupper()
    bare = owner.removeprefix("al-")
    return OWNED if known and re.search(rf"\b{re.escape(bare)}\b", text) else LIKELY


def _least_comma(text: str, span: Span, at: int, *, said: bool) -> float:
    day = DAY.search(text, span.start, at) and _verbs().match(text, at, span.end)
    if day or GOES_ON.match(text, at, span.end) or WITHIN_NAME.search(text[span.start : at + 2]):
        return SURE
    if _asides().match(text, at, span.end):
        return ASIDE
    if said or _speakers().match(text, at, span.end):
        return SAID
    return PARTICIPLE if GOING_ON.match(text, at, span.end) else LIKELY


def _put(mark: Mark, text: str, at: int) -> Iterator[Replacement]:
    """Yield what is put at the end of a word: a comma behind the quotation mark that closes there."""
    if mark is Mark.OWNER:
        if text[:at].rpartition(" ")[2] not in _names_on_s():
            yield at - 1, at, mark
    elif mark is Mark.OWNERS:
        yield at, at, mark
    else:
        at += text[at] in QUOTES
        if text[at : at + 1] == " ":
            yield at, at + 1, f"{mark} "


@cache
def _names_on_s() -> frozenset[str]:
    """Return the places whose own names end on "s": Homs."""
    table = language_table("en", "names")
    return frozenset(name for name in (*table["cities"], *table["countries"]) if name.endswith("s"))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(language_table('en', 'lost')['verbs'])}) ")


@cache
def _speakers() -> re.Pattern[str]:
    """Match who said what stands before: " a monitoring group said"."""
    said = "|".join(language_table("en", "lost")["said"])
    return re.compile(rf" (?:an?|the|state|local) (?:[\w’'-]+ ){{1,5}}?(?:{said})\b")


@cache
def _asides() -> re.Pattern[str]:
    """Match an aside up to the verb behind it: " including two children" of those who "were killed"."""
    table = language_table("en", "lost")
    asides, verbs = ("|".join(map(re.escape, table[name])) for name in ("asides", "verbs"))
    return re.compile(rf" (?:{asides}) (?:(?:[^\s,;:.]+ ){{0,7}}?[^\s,;:.]+(?P<verb> )(?=(?:{verbs}) ))?")
