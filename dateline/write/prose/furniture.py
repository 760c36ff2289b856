"""What a page puts before its first sentence: a headline, a stamp of date, a place line."""

import re
from functools import cache

from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.text.casing import small_words

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},?) ?\d{{4}}|\d{{1,2}}[.-]\d{{1,2}}[.-]\d{{4}}"
# A date with its year and no word before the next capital is a page's stamp; prose has "on", "in", a comma.
STAMP = re.compile(
    rf"(?:{DAY})(?: ?\(updated [^()]{{4,30}}\))?(?: ?Get short URL(?: \d{{1,5}}){{0,4}})?"
    r"(?:,? (?:at )?\d{1,2}[:.]?\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: GMT| UTC)?)?"
    r"(?: [A-Z][A-Z ]{1,19}[A-Z](?<! [A-Z])(?: \([^)]{2,30}\))?(?= [A-Z][a-z]| A [A-Za-z]))?"
    r"(?: (?:[A-Z][a-z]+ )?[A-Z]{2,5} ?[–-])?[ \n]+(?=[A-Z“\"])"
)
IN_PROSE = re.compile(
    r"\b(?:on|in|of|since|until|by|from|and|to|dated|between|before|after|for|the|early|late|mid|through|till)\s+"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)[a-z]*,?\s+)?$",
    re.IGNORECASE,
)
POSTED = re.compile(r"(?:posted|published|updated|publication|last updated) (?:on|at|in)?\s*$", re.IGNORECASE)
DATED_LINE = re.compile(
    r"(?:[A-Z][A-Z .’'/-]{2,30}(?:, \w+)?,? )?[A-Z][a-z]{2,8} \d{1,2}(?:,? \d{4})? \([^)]{2,40}\)"
    r"\s*[–—-]+\s+(?=[A-Z])"
)
OUTLET_PLACE = re.compile(r"[A-Z][\w-]+ [–—-] (?!(?:The|An?) )[A-Z][\w-]+ (?=[A-Z][a-z]+ )")
PLACE_LINE = re.compile(
    r"(?:[A-Z][A-Z .’'/-]{2,30}(?:, [\w. ]{2,20}){0,2}\s*(?:\([^)]{2,40}\))?"
    r"|[^\W\d_][^.:–—\n]{1,30} ?/ ?[^.:–—\n]{2,40})\s*[–—-]+\s+"
)
BULLET = re.compile(r"(?:[A-Z][A-Z ]{3,40}: )?[-–—•·*]\s+(?=[A-Z0-9“\"])")
LABEL = re.compile(
    r"(?:(?:Video|Photos?|Watch|Breaking|Exclusive|Updated?|In pictures|Live)(?::|\b)"
    r"|\d{1,2}[.)](?: [A-Z][\w-]+:)?)\s+(?=[A-Z])"
)
SLIDESHOW = re.compile(r"(?:[A-Z][A-Z -]{3,40} )?Slideshow \(\d+ Images?\)\s+(?=[A-Z])")
AGENCY_DASH = re.compile(r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?,? )?(?:SANA|AFP|AP) ?[-–—] ?(?=[A-Z])")
LEADING = (BULLET, DATED_LINE, AGENCY_DASH, OUTLET_PLACE, SLIDESHOW)
AGENCIES = "AFP|AP|Reuters|EPA|Anadolu|Getty|Agencies|Photo|File photo|Design by"
CREDIT = re.compile(rf"[^.()]{{20,240}}(?:\((?:{AGENCIES})[^()]{{0,40}}\)|- YouTube)\s+(?=[A-Z])")
PLACE_AGENCY = re.compile(r"[A-Z][A-Z .’'/-]{2,30} \([^)]{2,40}\)\s+(?=[A-Z])")
CAPTION = re.compile(
    r"(?:(?:A|An|The|Two|Three|Four|Several|Some) )?(?:[\w-]+ ){0,3}"
    r"(?:(?i:m[ae]n|wom[ae]n|people|residents|soldiers|fighters|boys?|girls?|children|rescuers|civilians|"
    r"members|workers|refugees|smoke|vehicles?|tanks?|trucks?)|[A-Z]\w+(?:ians?|is?)) "
    r"(?:walks?|drives?|stands?|sits?|looks?|carr(?:y|ies)|holds?|inspects?|gathers?|poses?|rides?|runs?|"
    r"waits?|search(?:es)?|waves?|rises?|pass(?:es)?|flash(?:es)?|rest|rests|watch(?:es)?) (?=[a-z])"
)
TAGGED = re.compile(
    r"\s+(?:Tags|Read more|Share this|Related)\b(?: [\w’()-]+){2,}\.?$|\s+\((?:[a-z]+|Source: [^()]+)\)\.?$"
)
TOPIC = re.compile(r"Topic .{4,80}\(\d+\)(?: \d{1,4}){0,4}\s+(?=[A-Z])")
STAMPED = re.compile(rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:{DAY})\s+[A-Z0-9]")
CREDITED = re.compile(rf"\((?:[^()]{{0,40}}\b)?(?:{AGENCIES})\b[^()]{{0,40}}\)\.?$")
AGENCY = re.compile(r"(?:[^.,;:]{0,120}?[A-Z0-9][\w-]* )?(?:AFP|AP|SANA)\s+(?=[A-Z0-9])")
AGAIN = re.compile(r"(?P<opening>[A-Z][\w-]+ [\w-]+)\b.{20,}?\w (?P<again>(?P=opening)\b)")
MARKS = (",", ";", ":")
RUN_IN = 200  # code points: a headline is no longer
LONGEST_PARTICLE = 3  # letters
OPENING = 260  # code points: stamps stand no further in
PAGE_WORDS = re.compile(
    r"(?:\w+ )?(?:Tags|Print|Tweet|Views|SEND|Share|Related|Posted on|Read more|Photo|"
    r"picture (?:taken|shows))\b"
)
LOOKED_AT, LONG_WORD, FEW = 14, 4, 4  # words from the front, letters, words
CAPITALS = 0.8  # share of the longer words with a capital, from which on words are a headline
SHORTEST = 60  # code points that must be left of a sentence


def without_furniture(span: Span, text: str, title: str | None = None) -> Span:
    """Return the span of a sentence without what a page puts before it.

    A page's stamp ("AFP Sunday 3 Jul 2016"), a headline run into the text, and "BAGHDAD, March 11
    (Reuters) –", of which the label says as much.
    """
    at = _after_title(span, text, title)
    for match in STAMP.finditer(text, at, min(span.end, at + OPENING)):
        before = text[span.start : match.start()]
        prose = IN_PROSE.search(before) and not POSTED.search(before)
        if not prose and span.end - match.end() >= SHORTEST:
            at = match.end()
    at = _after_title(Span(at, span.end), text, title)
    at = _after_headings(at, span.end, text)
    place = PLACE_LINE.match(text[at : span.end])
    at = at + place.end() if place else at
    twice = text.find(text[at : at + SHORTEST], at + SHORTEST, span.end)  # printed over again: once will do
    at = twice if span.end - twice > SHORTEST and twice > at else at
    tags = TAGGED.search(text[at : span.end])
    return Span(at, at + tags.start() if tags and tags.start() >= SHORTEST else span.end)


def _after_headings(at: int, end: int, text: str) -> int:
    """Return where the sentence begins behind what ran into it: labels, credits, an agency, a headline.

    Headlines without a mark behind them are only looked for where the text has lost its marks: a
    sentence with a comma in it can be trusted to be one.
    """
    for mark in (*LEADING, _town(), TOPIC, LABEL, CREDIT, PLACE_AGENCY, AGENCY):
        found = mark.match(text, at, end)
        if found is not None and end - found.end() >= SHORTEST:
            at = found.end()
    if any(mark in text[at:end] for mark in MARKS):
        return at
    at = _after_town(at, end, text)
    again = AGAIN.match(text, at, end)
    if again is not None and end - again.start("again") >= SHORTEST:
        at = again.start("again")
    runs_in = [match for match in _opener().finditer(text, at, min(end, at + RUN_IN)) if _is_parted(match)]
    return runs_in[-1].start("opener") if runs_in and end - runs_in[-1].start("opener") >= SHORTEST else at


def _after_town(at: int, end: int, text: str) -> int:
    """Return where a sentence begins behind a town that is its heading: "Homs Nine people were hurt"."""
    town = _heading_town().match(text, at, end)
    if town is None or end - town.start("opener") < SHORTEST:
        return at
    return town.start("opener") if town["opener"].lower() in small_words() else at


def _is_parted(match: re.Match[str]) -> bool:
    """Say whether what stands before a capital can end a headline: no article and no preposition does.

    What stands together more than once in a text is a name: "Islamic State".
    """
    before, pair = match.group("before"), f"{match.group('before')} {match.group('opener')}"
    if match.string.count(f"{pair} ") > 1:
        return False
    return len(before) > LONGEST_PARTICLE or before[0].isupper()


@cache
def _opener() -> re.Pattern[str]:
    """Match a word that opens English sentences, with a capital where no sentence ended."""
    table = language_table("en", "check")
    words = {*language_table("en", "sentences")["openers"], *table["common_openers"]} - {
        *table["name_endings"]
    }
    listed = "|".join(sorted({word.capitalize() for word in words if word.isalpha()}, key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?P<before>[\w’'-]*[a-zA-Z]) (?P<opener>(?:{listed})) (?=[a-z0-9“\"])")


@cache
def _town() -> re.Pattern[str]:
    """Match a town in capitals that opens an article without a dash: "BEIRUT Thirteen civilians"."""
    towns = "|".join(re.escape(town.upper()) for town in language_table("en", "names")["cities"])
    return re.compile(rf"(?:{towns})\s+(?=[A-Z][a-z])")


@cache
def _heading_town() -> re.Pattern[str]:
    """Match a town with a capitalised word and a small one behind it."""
    towns = "|".join(re.escape(town) for town in language_table("en", "names")["cities"])
    return re.compile(rf"(?:{towns})\s+(?P<opener>[A-Z][a-z]+) (?=[a-z])")


def is_furniture(text: str) -> bool:
    """Say whether words are a headline, tags or buttons of a page: capitals, or a page's words.

    >>> is_furniture("Death Toll from Attacks in Homs Rises"), is_furniture("The toll rose to 11.")
    (True, False)
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text)[:LOOKED_AT] if len(word) >= LONG_WORD]
    capitals = sum(word[0].isupper() for word in words)
    marked = any(mark.match(text) for mark in (PAGE_WORDS, CAPTION, STAMPED)) or CREDITED.search(text)
    return bool(marked) or (len(words) >= FEW and capitals >= CAPITALS * len(words))


def _after_title(span: Span, text: str, title: str | None) -> int:
    """Return where a sentence goes on behind the headline that it opens with."""
    words = " ".join((title or "").split())
    if len(words.split()) < 4:
        return span.start
    title_words = r"\s+".join(re.escape(word) for word in words.split())
    pattern = re.compile(rf"(?i:{title_words})\W+(?=[A-Z“\"])")
    match = pattern.match(text, span.start, span.end)
    return match.end() if match and span.end - match.end() >= SHORTEST else span.start
