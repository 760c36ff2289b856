"""Places: where, as points of the packaged gazetteer with their precision.

In: text, language, mentions, what is known of outlet and desk. Out: `PlaceReference`s in their order.
"""

from dateline.extract.places.choice import PlaceContext
from dateline.extract.places.finding import place_mentions, toponym_mentions
from dateline.extract.places.names import add_place_names, places_inside
from dateline.extract.places.toponyms import find_toponyms

__all__ = [
    "PlaceContext",
    "add_place_names",
    "find_toponyms",
    "place_mentions",
    "places_inside",
    "toponym_mentions",
]
