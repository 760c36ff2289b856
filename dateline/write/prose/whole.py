"""Whether words are one whole sentence: not a headline over again, not the rest of another, not two."""

import re

from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.write.compare.folding import folded_words

TITLE, FEW = 0.85, 4  # share of the words of sentence and headline that are the same, words of a headline
LONGER = 3  # times as long as its headline an article is
# "Missing the deadline: In a letter", not "BEIRUT: "; "wounded another 40. The death toll"
HEADED = re.compile(r"(?![A-Z]{3})[A-Z][\w ’-]{2,40}: [A-Z]")
CUT_OFF = re.compile(r"[a-z0-9][.!?] [A-Z][\w’-]*(?: [\w’-]+){0,3}\.?$")
TWICE = re.compile(r"\b([a-z]{4,}) \1\b")  # a slip of the page: "killed killed"
UNOPENED = re.compile(r'[^"]*[\w.,!?]"(?:[ ,.]|$)')  # a quotation that ends and has not begun
STAMP_WITHIN = re.compile(
    r"(?<!on )\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} [A-Z][a-z]{2,8} \d{4} "
)


def is_title(text: str, document: Document) -> bool:
    """Say whether a sentence is the headline of its article over again, with an article behind it."""
    if len(document.text) < LONGER * len(text):
        return False
    named, words = frozenset(folded_words(document.title or "")), frozenset(folded_words(text))
    shared = len(named & words)
    over_again = shared >= TITLE * len(named) and len(words) <= len(named) + FEW
    return len(named) > FEW and (over_again or shared >= TITLE * len(words))


def is_tail(claim: Claim, document: Document) -> bool:
    """Say whether no sentence ended before this one: then it is the rest of another that was cut in two."""
    before = document.text[max(0, claim.sentence.start - 8) : claim.sentence.start].rstrip(" ")
    return bool(before) and before[-1].isalpha()


def is_whole(text: str) -> bool:
    """Say whether a sentence begins at its beginning, and closes what it opens."""
    begins = not text[:1].islower() or text.startswith("al-")
    begins = begins and not HEADED.match(text)
    begins = begins and not STAMP_WITHIN.search(text) and not CUT_OFF.search(text)
    begins = begins and not TWICE.search(text)
    begins = begins and not UNOPENED.match(text)
    pairs = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
    return begins and text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
