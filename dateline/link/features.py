"""What a document is recognised by: its words, its names, and facts that are the same in any language."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.languages import language_table
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.text.fold import folded_words

Vector = Mapping[str, float]

TITLE_WEIGHT = 2  # a word of the title counts as so many of the text
NAME_WEIGHT = 2
MIN_COSINE = 0.03  # less is a few common words, and most pairs of a long period
MAX_SHARE = 0.5  # a word in more of the documents tells nothing
MIN_COLLECTION = 50  # of fewer documents, most share their words because they tell of one thing


def words_of(document: Document, made: Annotations | None) -> Counter[str]:
    """Count the words of a document, those of its title and its names more than once."""
    counts = Counter(folded_words(document.text))
    counts.update(folded_words(document.title or "") * TITLE_WEIGHT)
    for entity in made.entities if made else ():
        counts.update(folded_words(entity.name) * NAME_WEIGHT)
    common = common_words(document.lang.partition("-")[0])
    return Counter({word: n for word, n in counts.items() if len(word) > 1 and word not in common})


@cache
def common_words(lang: str) -> frozenset[str]:
    """Return the folded words of a language that say nothing of what a text is about."""
    return frozenset(folded_words(str(language_table(lang, "common").get("words", ""))))


def facts_of(made: Annotations | None) -> Counter[str]:
    """Count the places, days and numbers of a document, which are the same in every language."""
    counts: Counter[str] = Counter()
    if made is None:
        return counts
    counts.update(f"place {place.geonameid or place.name}" for place in made.places)
    counts.update(f"day {time.begin}" for time in made.times if time.begin and len(time.begin) >= 10)
    counts.update(
        f"{quantity.kind} {quantity.low:g}" for quantity in made.quantities if quantity.low is not None
    )
    return counts


def weigh(counted: Sequence[Counter[str]]) -> list[Vector]:
    """Return TF-IDF vectors of length 1; what only one document has counts towards its length."""
    size = max(len(counted), MIN_COLLECTION)
    holders = Counter(feature for counts in counted for feature in counts)
    rarity = {
        feature: math.log((size + 1) / held) for feature, held in holders.items() if held <= MAX_SHARE * size
    }
    return [
        _normal({word: (1 + math.log(n)) * rarity[word] for word, n in counts.items() if word in rarity})
        for counts in counted
    ]


def _normal(vector: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}


def alike_pairs(vectors: Sequence[Vector], earliest: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Give the cosine of each pair that shares a feature; member i is compared from `earliest[i]` on."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        totals: dict[int, float] = defaultdict(float)
        for feature, weight in vector.items():
            for other, other_weight in reversed(holders[feature]):
                if other < earliest[index]:
                    break
                totals[other] += weight * other_weight
            holders[feature].append((index, weight))
        for other in sorted(totals):
            if totals[other] >= MIN_COSINE:
                yield other, index, totals[other]
