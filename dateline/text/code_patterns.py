"""Sets of patterns over the class letters of runs, which remember what they found in short ones."""

import re
from collections.abc import Iterable

SHAPES_REMEMBERED = 20_000
LONGEST_REMEMBERED = 24  # letters; longer runs seldom come twice


class CodePatterns:
    """Patterns that are tried together; the same short runs of letters come again and again in texts."""

    def __init__(self, patterns: Iterable[str | re.Pattern[str]]) -> None:
        self._patterns = tuple(re.compile(pattern) for pattern in patterns)
        self._remembered: dict[str, tuple[re.Match[str], ...]] = {}

    def matches(self, codes: str) -> tuple[re.Match[str], ...]:
        """Return the matches of all patterns, leftmost and longest first; they may overlap.

        >>> [match[0] for match in CodePatterns(["NU", "N"]).matches("NUN")]
        ['NU', 'N', 'N']
        """
        found = self._remembered.get(codes)
        if found is None:
            found = self._find(codes)
            if len(codes) <= LONGEST_REMEMBERED:
                if len(self._remembered) >= SHAPES_REMEMBERED:
                    self._remembered.clear()
                self._remembered[codes] = found
        return found

    def _find(self, codes: str) -> tuple[re.Match[str], ...]:
        matches = (match for pattern in self._patterns for match in pattern.finditer(codes))
        return tuple(sorted(matches, key=lambda match: (match.start(), -match.end())))
