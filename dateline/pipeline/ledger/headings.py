"""Under which headline a story stands: the one that says most of what its reports open on."""

from collections import Counter
from collections.abc import Sequence

from dateline.model.documents import Document
from dateline.write.compare.folding import folded_words
from dateline.write.settings import same_language

OPENING = 300  # code points of a text, beside its headline, that say what it tells
SHORTEST = 4  # letters of a word that says anything
MOST = 40  # reports of a story that are compared


def headline_document(documents: Sequence[Document], language: str) -> Document:
    """Return the report whose headline the others tell most of, one in `language` if there is any.

    What the first report was headed may be beside the story that it grew into.
    """
    titled = [document for document in documents[:MOST] if document.title] or [documents[0]]
    own = [document for document in titled if same_language(document.lang, language)]
    told = {document.id: _words(f"{document.title} {document.text[:OPENING]}") for document in own or titled}
    spread = Counter(word for words in told.values() for word in words)
    return max(own or titled, key=lambda document: _share(_words(document.title or ""), spread))


def _share(words: frozenset[str], spread: Counter[str]) -> float:
    """Return how many reports have a word of a headline, on average."""
    return sum(spread[word] for word in words) / len(words) if words else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in folded_words(text) if len(word) >= SHORTEST)
