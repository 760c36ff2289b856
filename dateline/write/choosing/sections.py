"""Which section a story belongs in, by the desk's keywords and countries."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.model.editions import EditionItem, Sentence
from dateline.model.ledger import StoryDossier
from dateline.write.compare.folding import folded_words
from dateline.write.settings import EditionSettings, SectionSettings, house_words

TITLE_WEIGHT = 3  # a keyword in a title says more of the story than one in passing
COUNTRY_WEIGHT = 2
ONE_SUBJECT = 0.2  # share of two items' longer words from which on they tell of one thing
LONG_WORD = 6  # letters
MOST_HITS = 5  # of one keyword in one document: repetition says no more


def best_section(dossier: StoryDossier, settings: EditionSettings) -> str:
    """Return the title of the section that fits best; the first of equals, the last section if none fits."""
    best, best_score = house_words(settings.language).other_section, 0.0
    for section in settings.sections:
        score = _fit(dossier, section)
        if score > best_score:
            best, best_score = section.title, score
    return best


def fits_a_section(dossier: StoryDossier, settings: EditionSettings) -> bool:
    """Say whether a story has a keyword or a place of one of the sections."""
    return any(_fit(dossier, section) > 0 for section in settings.sections)


def _fit(dossier: StoryDossier, section: SectionSettings) -> float:
    """Score a story for a section, per document, so that many reprints do not outweigh the words."""
    if not dossier.documents:
        return 0.0
    score = 0.0
    for document in dossier.documents:
        score += TITLE_WEIGHT * keyword_hits(document.title or "", section.keywords)
        score += keyword_hits(document.text, section.keywords)
    countries = set(section.countries)
    places = [place for notes in dossier.annotations for place in notes.places]
    score += COUNTRY_WEIGHT * sum(place.country in countries for place in places if place.country)
    score += _places_spelt_otherwise(dossier, section)
    return score / len(dossier.documents)


def _places_spelt_otherwise(dossier: StoryDossier, section: SectionSettings) -> int:
    """Count the keywords that are the names of places which no text spells so: "Hasaka" for "Al Hasakah"."""
    texts = [f"{document.title or ''} {document.text}" for document in dossier.documents]
    unseen = tuple(
        keyword for keyword in section.keywords if not any(keyword_hits(text, (keyword,)) for text in texts)
    )
    named = " . ".join(place.name for notes in dossier.annotations for place in notes.places)
    return keyword_hits(named, unseen)


def by_subject(entries: Sequence[EditionItem]) -> Iterator[EditionItem]:
    """Yield items in their order, each together with those that tell of the same, by their days.

    What an item tells of its first sentence says: what is added may be of anything.
    """
    told = {entry.story: words_told(entry.sentences[0]) for entry in entries}
    left = list(entries)
    while left:
        first, *others = left
        alike = [entry for entry in others if share(told[first.story], told[entry.story]) >= ONE_SUBJECT]
        yield from sorted([first, *alike], key=_first_day)
        left = [entry for entry in others if entry not in alike]


def _first_day(entry: EditionItem) -> str:
    return min(c.published or "" for sentence in entry.sentences for c in sentence.citations)


def telling_words(text: str) -> frozenset[str]:
    """Return the long words of a text, which tell what it is about."""
    return frozenset(word for word in folded_words(text) if len(word) >= LONG_WORD)


def words_told(sentence: Sentence) -> frozenset[str]:
    """Return the telling words of a sentence without those of its labels, which name outlets."""
    text = sentence.text
    for citation in sentence.citations:
        text = text.replace(citation.label, "")
    return telling_words(text)


def share(first: frozenset[str], second: frozenset[str]) -> float:
    """Return what share of the words of the shorter of two texts the other has too."""
    return len(first & second) / max(1, min(len(first), len(second)))


def keyword_hits(text: str, keywords: Sequence[str]) -> int:
    """Count the keywords in a text, each at most MOST_HITS times."""
    if not keywords:
        return 0
    folded = f" {_folded(text)} "
    return sum(min(MOST_HITS, folded.count(f" {_folded(keyword)} ")) for keyword in keywords)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(folded_words(text))
