"""What a document is recognised by within its language: its words, those of the title more than once."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from dateline.languages import language_table
from dateline.link.rarity import rarity_of_word
from dateline.model.documents import Document
from dateline.text.fold import folded_words

# Set on the chosen half of the 5W1H events (benchmarks/clustering.py).
FIRST_WORDS = 400  # news says first what it is about; the end of long ones is background
LEAD_WORDS = 80  # they count twice; best of 0, 60, 80 and 100 on what the constants of stories are chosen on
TITLE_WEIGHT = 3  # a word of the title counts as so many of the text
NUMBER_RARITY = 4.0  # a number alone is in many reports on many things


def language_of(document: Document) -> str:
    """Return the primary subtag of a document's language."""
    return document.lang.partition("-")[0]


def words_of(document: Document, text_words: Sequence[str]) -> Counter[str]:
    """Count the telling words of a document, given the folded words of its text."""
    counts = Counter(text_words[:FIRST_WORDS])
    counts.update(text_words[:LEAD_WORDS])
    for word in folded_words(document.title or ""):
        counts[word] += TITLE_WEIGHT
    common = common_words(language_of(document))
    return Counter({word: n for word, n in counts.items() if len(word) > 1 and word not in common})


@cache
def common_words(lang: str) -> frozenset[str]:
    """Return the folded words of a language that say nothing of what a text is about."""
    return frozenset(folded_words(str(language_table(lang, "common").get("words", ""))))


def rarity_beforehand(word: str, lang: str) -> float:
    """Return how rare a word is before any document of the stream is seen."""
    return NUMBER_RARITY if word.isdecimal() else rarity_of_word(word, lang)
