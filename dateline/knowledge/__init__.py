"""What is known before anything is read.

In: packaged tables, watch lists, FollowTheMoney. Out: `KnownEntity`s. Touches: the packaged tables.
"""

from dateline.knowledge.exchange import format_entity, parse_entities
from dateline.knowledge.starter import load_starter
from dateline.knowledge.watch_lists import parse_watch_list

__all__ = ["format_entity", "load_starter", "parse_entities", "parse_watch_list"]
