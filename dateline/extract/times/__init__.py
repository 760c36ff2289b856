"""Times: when, as TIMEX3 values with their first and last day.

In: text, language, the time of publication, sentences. Out: `TimeExpression`s in text order.
"""

from dateline.extract.times.finding import find_times

__all__ = ["find_times"]
