"""Unicode normal form and characters that cannot be seen."""

import re
import unicodedata

# Soft hyphen, zero-width characters, bidirectional marks and isolates, word joiner, byte order mark.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SURROGATES = re.compile("[\ud800-\udfff]")

# Canonical ordering sorts each run of combining marks by insertion, which is quadratic in the run.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff"
_MARKS += "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_LONG_MARK_RUN = re.compile(f"[{_MARKS}]{{300}}")


def nfc(text: str) -> str:
    """Return `text` in normal form C, with lone surrogates (which no encoding can carry) as U+FFFD.

    A run of more than 300 combining marks, which no language has, is normalised in pieces: the time
    stays linear whatever is sent.
    """
    clean = _SURROGATES.sub("\ufffd", text)
    if not _LONG_MARK_RUN.search(clean):
        return unicodedata.normalize("NFC", clean)
    pieces, start = [], 0
    for run in _LONG_MARK_RUN.finditer(clean):
        pieces.append(unicodedata.normalize("NFC", clean[start : run.end()]))
        start = run.end()
    pieces.append(unicodedata.normalize("NFC", clean[start:]))
    return "".join(pieces)


def without_invisible(text: str) -> str:
    """Return `text` without the characters that cannot be seen: for comparing, not for keeping.

    >>> without_invisible("co\\u00adop\\u200b")
    'coop'
    """
    return _INVISIBLE.sub("", text)


def blank_invisible(text: str) -> str:
    """Return `text` with a space for each invisible character but the joiners, so that offsets still hold."""
    return _INVISIBLE.sub(lambda found: found[0] if found[0] in "\u200c\u200d\u00ad" else " ", text)
