"""Events: who did what to whom, where, when, how many, how surely.

In: text, language, and what is read in it before (sentences, mentions, times, quantities, claims, places).
Out: `EventMention`s in text order. docs/events.md says how the words of a language make them.
"""

from dateline.extract.events.counts import name_counts
from dateline.extract.events.finding import find_events, link_claims
from dateline.extract.events.incidents.incidents import Incident, find_incidents

__all__ = ["Incident", "find_events", "find_incidents", "link_claims", "name_counts"]
