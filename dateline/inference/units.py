"""The words that syntax is read over: a little larger than those of the word pieces.

A unit is a word, a name with its apostrophe or article, an ending after an apostrophe, a number with its
points, an abbreviation of single letters, or a run of one punctuation mark: `Iran` `'s`, `don` `'t`,
`al-Ka'bi`, `10,000`, `U.S.`, `...`; but `anti` `-` `war` and `Mr` `.`.
"""

import re

import numpy as np

from dateline.inference.pieces import IntArray, Pieces

_UNIT = re.compile(
    r"(?<=[\w.])['’ʼ](?:s|t|d|m|re|ve|ll)\b|(?<![^\W_])(?:[^\W\d_]\.){2,}|\d+(?:[.,:/]\d+)+|([^\w\s])\1+",
    re.IGNORECASE,
)


def unit_starts(text: str, pieces: Pieces) -> IntArray:
    """Return the first piece of each unit of a text."""
    opens = np.ones(len(pieces), dtype=bool)
    opens[1:] = pieces.words[1:] != pieces.words[:-1]
    for match in _UNIT.finditer(text):
        first, end = np.searchsorted(pieces.starts, match.span()).tolist()
        opens[first + 1 : end] = False
    return np.flatnonzero(opens)
