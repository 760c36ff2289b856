"""Which section a story belongs in, by the desk's keywords and countries."""

from collections.abc import Sequence
from functools import lru_cache

from dateline.model.ledger import StoryDossier
from dateline.write.folding import folded_words
from dateline.write.settings import EditionSettings, SectionSettings, house_words

TITLE_WEIGHT = 3  # a keyword in a title says more of the story than one in passing
COUNTRY_WEIGHT = 2
MOST_HITS = 5  # of one keyword in one document: repetition says no more


def best_section(dossier: StoryDossier, settings: EditionSettings) -> str:
    """Return the title of the section that fits best; the first of equals, the last section if none fits."""
    best, best_score = house_words(settings.language).other_section, 0.0
    for section in settings.sections:
        score = _fit(dossier, section)
        if score > best_score:
            best, best_score = section.title, score
    return best


def is_on_beat(dossier: StoryDossier, settings: EditionSettings) -> bool:
    """Say whether a story has one of the desk's keywords, or fits one of its sections."""
    if not settings.beat:
        return True
    on_beat = any(keyword_hits(document.title or "", settings.beat) for document in dossier.documents)
    on_beat = on_beat or any(keyword_hits(document.text, settings.beat) for document in dossier.documents)
    return on_beat or any(_fit(dossier, section) > 0 for section in settings.sections)


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
    return score / len(dossier.documents)


def keyword_hits(text: str, keywords: Sequence[str]) -> int:
    """Count the keywords in a text, each at most MOST_HITS times."""
    if not keywords:
        return 0
    folded = f" {_folded(text)} "
    return sum(min(MOST_HITS, folded.count(f" {_folded(keyword)} ")) for keyword in keywords)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(folded_words(text))
