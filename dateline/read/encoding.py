"""Bytes into characters: what the page declares is checked against what it holds.

Reference: WHATWG Encoding Standard, labels.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dateline.model.evidence import Headers
from dateline.text.scripts import language_of

META_SEARCH = 4096  # bytes; browsers look at the first 1024
MOST_BROKEN = 0.002  # share of bytes: a cut or pasted-in byte, not another encoding
FOREIGN_LETTERS = 0.3  # share of accented letters that no Latin-script language reaches
RESCUES = (("windows-1256", {"ar", "fa", "ur"}), ("windows-1251", {"ru", "uk", "bg", "sr", "be", "mk", "kk"}),
           ("windows-1255", {"he"}))  # fmt: skip
LATIN = frozenset({"cp1252", "iso8859-1", "latin_1", "iso8859-15", "cp1250", "iso8859-2"})
# What browsers take these labels to mean.
MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
         "iso-8859-6": "iso8859-6", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
         "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874",
         "iso-8859-11": "cp874", "iso-8859-9": "cp1254", "x-user-defined": "cp1252"}  # fmt: skip
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)|<\?xml[^>]{0,200}?encoding=[\"']([A-Za-z0-9_.:-]+)",
    re.I,
)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S | re.I)
_LETTER = re.compile(r"[^\W\d_]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that was used, and what was wrong with the declared one."""

    text: str
    encoding: str
    issues: tuple[str, ...] = ()


def decode(body: bytes, headers: Headers = ()) -> Decoded:
    """Return the characters of `body`, by byte order mark, UTF-8 validity, declaration, then statistics."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return Decoded(body.decode(encoding, errors="replace"), encoding)
    stated = _declared(body, headers)
    if _is_utf8(body):
        return _decode_utf8(body, stated)
    if stated is None:
        return _guess(body, "no encoding is declared")
    if stated == "utf-8":
        return _mend_utf8(body)
    try:
        text = body.decode(stated)
    except UnicodeDecodeError:
        return _guess(body, f"declared as {stated}, which it is not")
    return _rescue(body, text, stated)


def _declared(body: bytes, headers: Headers) -> str | None:
    content_type = next((value for name, value in headers if name.lower() == "content-type"), "")
    in_header = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.I)
    in_page = _META.search(body[:META_SEARCH])
    candidates = [in_header[1] if in_header else "", _first_group(in_page)]
    return next((known for label in candidates if (known := _codec(label))), None)


def _first_group(found: re.Match[bytes] | None) -> str:
    return (found[1] or found[2]).decode("ascii") if found else ""


def _codec(label: str) -> str | None:
    meant = MEANT.get(label.lower(), label)
    try:
        name = codecs.lookup(meant).name
        "".encode(name)  # byte-to-byte codecs such as "hex" are no encodings of text
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return (
        None
        if name in {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
        else name
    )


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_utf8(body: bytes, stated: str | None) -> Decoded:
    text = body.decode("utf-8")
    if stated not in {None, "utf-8"} and body.isascii() and "\x1b" in text:
        return Decoded(
            body.decode(str(stated), errors="replace"), str(stated)
        )  # ISO-2022 is ASCII with escapes
    twice = _undo_double_encoding(text)
    if twice is not None:
        return Decoded(twice, "utf-8", ("the text was encoded as UTF-8 twice; read as encoded once",))
    if stated in {None, "utf-8"} or body.isascii():
        return Decoded(text, "utf-8")
    return Decoded(text, "utf-8", (f"declared as {stated}, but is UTF-8; read as UTF-8",))


def _undo_double_encoding(text: str) -> str | None:
    if text.isascii() or len(re.findall("[ØÙÚÛÐÑÃ×][\x80-\u2122]", text)) * 8 < len(
        _LETTER.findall(_TAG.sub(" ", text))
    ):
        return None
    for wrong in ("cp1252", "latin-1"):
        try:
            once = text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
        return once
    return None


def _mend_utf8(body: bytes) -> Decoded:
    text = body.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken <= max(2, len(body) * MOST_BROKEN):
        return Decoded(
            text, "utf-8", (f"{broken} bytes are not UTF-8, as the page declares; each is a \ufffd",)
        )
    return _guess(body, "declared as utf-8, which it is not")


def _rescue(body: bytes, text: str, stated: str) -> Decoded:
    """Undo the declaration of a Western encoding for Arabic, Cyrillic or Hebrew bytes, if that is certain."""
    if stated not in LATIN:
        return Decoded(text, stated)
    letters = _LETTER.findall(_TAG.sub(" ", text))
    foreign = sum(not letter.isascii() for letter in letters)
    if not letters or foreign / len(letters) < FOREIGN_LETTERS:
        return Decoded(text, stated)
    found = _by_script(body)
    if found is None:
        return Decoded(text, stated, (f"declared as {stated}, which is doubtful: {foreign} odd letters",))
    return Decoded(
        body.decode(found, errors="replace"),
        found,
        (f"declared as {stated}, but is {found}; read as {found}",),
    )


def _by_script(body: bytes) -> str | None:
    """Return the encoding under which the bytes read as a language that uses it."""
    ascii_markup = re.sub(rb"<[^>]*>", b" ", body)
    for encoding, languages in RESCUES:
        trial = re.sub(r"[A-Za-z]+", " ", ascii_markup.decode(encoding, errors="replace"))
        if "\ufffd" not in trial and language_of(trial) in languages and _has_common_words(trial, encoding):
            return encoding
    return None


def _has_common_words(trial: str, encoding: str) -> bool:
    common = {
        "windows-1256": r"\b(?:من|في|على|إلى|و|در|به|از|که|را|این)\b",
        "windows-1251": r"\b(?:и|в|на|не|что|с|по|за|та|у)\b",
        "windows-1255": r"\b(?:של|את|על|לא|הוא|כי|זה|עם)\b",
    }[encoding]
    return len(re.findall(common, trial)) >= max(2, len(trial.split()) // 60)


def _guess(body: bytes, why: str) -> Decoded:
    found = _by_script(body)
    if found is None:
        best = from_bytes(body).best()
        found = best.encoding if best else "cp1252"
    text = body.decode(found, errors="replace")
    return Decoded(text, found, (f"{why}; read as {found} by its letters",))
