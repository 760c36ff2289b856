"""Names: how a name is made, how it sounds in each script, and whether two of them name the same thing.

In: printed names. Out: `Name`s taken apart and `Match`es with their parts. Touches: the packaged weights.
"""

from dateline.text.naming.analysis import Name, analyse_name
from dateline.text.naming.comparison import DECISION, Match, compare_names, match_names, score_names
from dateline.text.naming.explanation import Part

__all__ = ["DECISION", "Match", "Name", "Part", "analyse_name", "compare_names", "match_names", "score_names"]
