"""Names: who and what a text names, and which of its names are one.

In: text, language, what is watched for. Out: named spans, then `Mention`s and `DocumentEntity`s.
"""

from dateline.extract.names.entities import gather_entities
from dateline.extract.names.finding import Watcher, find_names
from dateline.extract.names.joining import reader_names
from dateline.extract.names.tokens import NamedSpan
from dateline.extract.names.weighing import weighed_names
from dateline.extract.names.words import name_words_of

__all__ = [
    "NamedSpan",
    "Watcher",
    "find_names",
    "gather_entities",
    "name_words_of",
    "reader_names",
    "weighed_names",
]
