"""Mails (RFC 5322) by the standard library."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.read.cleaning import clean_line, clean_text
from dateline.read.encoding import decode
from dateline.read.html import read_html_text
from dateline.read.instants import parse_time
from dateline.read.parts import Parts

SUBJECT_MARKS = ("re:", "fw:", "fwd:")


def read_email(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read subject, sender, date and the text of a mail; its HTML part where there is no plain one."""
    message = message_from_bytes(body, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise Unreadable("expected a mail with header lines, found none")
    text, issues = _text(message)
    if not text:
        raise Unreadable("expected a text/plain or text/html part, found neither with words in it")
    name, address = parseaddr(_field(message, "from"))
    return Parts(
        text=text,
        title=_subject(message),
        byline=clean_line(name or address),
        published=parse_time(_field(message, "date"), "mail Date", evidence.captured_at),
        issues=issues,
    )


def _field(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the library's parser fails on some forged fields
        return ""


def _subject(message: EmailMessage) -> str | None:
    subject = clean_line(_field(message, "subject")) or ""
    while subject.lower().startswith(SUBJECT_MARKS):
        subject = subject.partition(":")[2].strip()
    return subject or None


def _text(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        if not isinstance(part, EmailMessage):
            continue
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        decoded = decode(raw, (("content-type", str(part.get("content-type", ""))),))
        text = clean_text(decoded.text) if kind == "plain" else read_html_text(decoded.text)
        if text:
            return text, decoded.issues
    return "", ()
