"""Unicode normal form."""

import re
import unicodedata

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
