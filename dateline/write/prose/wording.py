"""The words of a passage in house style: dates for weekdays, one spelling for a name; quotations stay.

What is printed and what it is checked against are made by this one function: the check calls it with
the texts and annotations that it derived again, so no other date and no other name can pass.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.model.times import TimeExpression
from dateline.text.fold import fold
from dateline.write.compare.facts import find_quotations
from dateline.write.prose.cite import full_date, printed_date
from dateline.write.prose.lost_marks import Replacement, lost_marks
from dateline.write.prose.slips import mended_slips
from dateline.write.settings import same_language

DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = "morning|afternoon|evening|night|dawn|noon|midday"
WEEKDAY = re.compile(rf"(?:(?P<last>[Ll]ast) )?{DAY}(?: (?P<part>{PART}))?")
PART_FIRST = re.compile(rf"(?:{PART}|nightfall) on {DAY}")
NEAR_DAY = re.compile(
    r"(?:yesterday|today|tomorrow|a day earlier|the day before)(?: (?P<part>morning|evening))?"
)
BEFORE_A_DATE = re.compile(
    r"\b(?:on|between|and|since|from|of|after|for|until|till|by|before)\s+$", re.IGNORECASE
)
NOT_CERTAIN = re.compile(
    r"\b(?:(?:until|till|by|before)\s+(?:(?:the|early|late|end|of|next|on)\s+)*"
    r"|(?:next|will|would|every|each)\b[^.;]{0,40})$",
    re.IGNORECASE,
)
ROUGHLY = re.compile(
    rf"(?P<when>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier)(?: on)? (?:{DAY}|today|yesterday)(?: (?P<part>{PART}))?"
)
DESCRIBING = re.compile(
    r"\b(?:an?|the|its|their|his|her|this|that) $", re.IGNORECASE
)  # "in a Sunday statement"
HOURS = re.compile(rf"(?P<hours>(?:the )?(?:early|late) hours of ){DAY}")
DAWN = re.compile(rf"(?P<part>{PART}) {DAY}")
PART_AFTER = re.compile(rf" ({PART})\b")
POSSESSIVE = re.compile(r"[’']?s\b")
BY_THEN = re.compile(r"\bhad\b[^.;]* by $")  # "had recorded 93 by Friday": that Friday is past
SPAN = re.compile(r"(?:(?P<when>earlier|later) )?(?:this|last) (?P<unit>week|month)", re.IGNORECASE)
AGO = re.compile(r"(?P<long>\w+ (?:days|weeks|months)) ago")
FARTHEST = 7  # days between a weekday and the day of print: beyond it the reading is not safe


def in_house_words(
    document: Document, notes: Annotations | None, span: Span, *, names: Mapping[str, str], language: str
) -> str:
    """Return the words at `span` with relative dates resolved and names in house spelling.

    Only outside quotations, and only where the document is in the language of the edition. `names`
    maps folded spellings to the name as the house prints it.
    """
    text = span.of(document.text)
    if not same_language(document.lang, language):
        return text
    found = [*_dates(document, notes, span, language), *_names(text, names)] if language == "en" else []
    found += [*lost_marks(document, notes, span), *mended_slips(text)] if language == "en" else []
    found = _apart(found, [(q.start, q.end) for q in find_quotations(text)])
    for start, end, words in reversed(found):
        opened = words[:1].upper() + words[1:] if start == 0 and text[:1].isupper() else words
        text = text[:start] + opened + text[end:]
    return text


def _apart(found: Sequence[Replacement], kept: Sequence[tuple[int, int]]) -> list[Replacement]:
    """Leave out what lies in a quotation or overlaps one before it."""
    taken, apart = list(kept), list[Replacement]()
    for start, end, words in sorted(found):
        if not any(a < end and start < b for a, b in taken):
            apart.append((start, end, words))
            taken.append((start, end))
    return apart


def _dates(document: Document, notes: Annotations | None, span: Span, language: str) -> Iterator[Replacement]:
    if notes is None or document.published is None or len(document.published.day) < len("2020-03-12"):
        return
    text = span.of(document.text)
    for time in notes.times:
        if not (span.start <= time.start and time.end <= span.end) or not time.begin:
            continue
        replacement = None
        if time.begin == time.until and _is_near(time.begin, document.published.day):
            replacement = _date_in_words(text, time, span.start, document.published.day, language)
        replacement = replacement or _span_in_words(text, time, span, document.published.day, notes, language)
        if replacement is not None:
            yield replacement


def _span_in_words(
    text: str, time: TimeExpression, span: Span, published: str, notes: Annotations, language: str
) -> Replacement | None:
    """Return "in February" for "last month", "the week of March 2" for "last week" of the year of print.

    What was "three weeks ago" was that long before the day of print, or "earlier" where that is named.
    """
    start, end = time.start - span.start, time.end - span.start
    words, begin = text[start:end], time.begin or ""
    if ago := AGO.fullmatch(words):
        today = any(
            other.begin == published == other.until and span.covers(Span(other.start, other.end))
            for other in notes.times
        )
        then = "earlier" if today else f"before {printed_date(published, language)}"
        return start, end, f"{ago['long']} {then}"
    found = SPAN.fullmatch(words)
    if found is None or begin[:4] != published[:4] or len(begin) < len(published):
        return None
    day = printed_date(begin, language)
    named = day.partition(" ")[0] if found["unit"].lower() == "month" else f"the week of {day}"
    when = f"{found['when']} in " if found["when"] else "" if BEFORE_A_DATE.search(text[:start]) else "in "
    printed = f"{when}{named}"
    return start, end, printed[:1].upper() + printed[1:] if words[0].isupper() else printed


def _is_near(day: str, published: str) -> bool:
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(published)).days) <= FARTHEST
    except ValueError:
        return False


def _date_in_words(
    text: str, time: TimeExpression, offset: int, published: str, language: str
) -> Replacement | None:
    """Return the place of a relative date in `text`, and the words that stand there in print."""
    start, end, day = time.start - offset, time.end - offset, time.begin or ""
    words = text[start:end]
    match = WEEKDAY.fullmatch(words) or NEAR_DAY.fullmatch(words)
    before = text[:start]
    printed = printed_date(day, language) if day[:4] == published[:4] else full_date(day, language)
    if (part_of_day := _part_of_day(words, printed)) is not None:
        return start, end, part_of_day
    uncertain = NOT_CERTAIN.search(before) and not BY_THEN.search(before)
    if match is None or (uncertain and day <= published):
        return None
    if DESCRIBING.search(before) and text[end : end + 1] == " ":
        return start, end, printed
    part = match.group("part")
    if part is None and (following := PART_AFTER.match(text, end)):
        part, end = following.group(1), following.end()
    if possessive := POSSESSIVE.match(text, end):
        article = "The" if not before.strip() else "the"
        return start, possessive.end(), f"{article} {printed}"
    if part is not None:
        if preposition := re.search(r"\bon $", before):
            start = preposition.start()
        lead = "on" if preposition or not BEFORE_A_DATE.search(before) else ""
        return start, end, f"{lead} the {part} of {printed}".strip()
    dated = BEFORE_A_DATE.search(before) or BY_THEN.search(before)
    return start, end, printed if dated else f"on {printed}"


def _part_of_day(words: str, printed: str) -> str | None:
    """Return "dawn on March 13" for "dawn on Friday", "early on March 13" for "early Friday"; else None."""
    if PART_FIRST.fullmatch(words):
        return f"{words.partition(' on ')[0]} on {printed}"
    if found := HOURS.fullmatch(words):
        return f"{found.group('hours')}{printed}"
    if found := DAWN.fullmatch(words):
        return f"{found.group('part')} on {printed}"
    if found := ROUGHLY.fullmatch(words):
        return f"{found.group('when')} on {'the ' + found['part'] + ' of ' if found['part'] else ''}{printed}"
    return None


def _names(text: str, names: Mapping[str, str]) -> Iterator[Replacement]:
    """Yield each other spelling of a name of the house; a lone surname stays alone."""
    for spelling in sorted((key for key in names if key.isascii()), key=lambda key: (-len(key), key)):
        name = names[spelling]
        if name.startswith("the "):  # what takes an article has one already, or wants none here
            continue
        printed = name if " " in spelling else name.split()[-1]
        for match in _spelled(spelling).finditer(text):
            words = match.group()
            house = printed[0].upper() + printed[1:] if words[0].isupper() else printed
            if fold(words) == spelling and words != house:
                yield match.start(), match.end(), house


def _spelled(spelling: str) -> re.Pattern[str]:
    words = "[ \\s-]".join(re.escape(word) for word in re.split("[ -]", spelling))
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)
