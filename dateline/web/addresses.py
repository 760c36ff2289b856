"""Addresses of pages, and the moment in the past that they carry along."""

import re
from datetime import datetime, time
from urllib.parse import quote, urlencode

# A link to a page of ours: static files, archived pages and the way out of the past keep no moment.
_LINK = re.compile(r'href="(/(?!static/|/)[^"#?]*)(?:\?([^"#]*))?(#[^"]*)?"')
_GET_FORM = re.compile(r'(<form[^>]*method="get"[^>]*>)')
AS_OF = "as_of"
LAST_MOMENT = time.max  # a day that is asked for without a time is asked for as it ended


def address(path: str, **query: object) -> str:
    """Return an address with its query; what is empty is left out."""
    asked = {key: str(value) for key, value in query.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(asked)}" if asked else path


def carried(page: str, at: datetime) -> str:
    """Return a page whose links and forms of asking go on with the same moment in the past.

    >>> carried('<a href="/map?begin=2020#x">', datetime(2020, 3, 8))
    '<a href="/map?begin=2020&amp;as_of=2020-03-08T00%3A00%3A00#x">'
    """
    moment = _moment(at)

    def link(found: re.Match[str]) -> str:
        path, query, anchor = found[1], found[2] or "", found[3] or ""
        if f"{AS_OF}=" in query:
            return found[0]
        return f'href="{path}?{query}{"&amp;" if query else ""}{AS_OF}={quote(moment, safe="")}{anchor}"'

    def form(found: re.Match[str]) -> str:
        hidden = f'<input type="hidden" name="{AS_OF}" value="{moment}">'
        return found[1] if "data-moment" in found[1] else found[1] + hidden

    return _GET_FORM.sub(form, _LINK.sub(link, page))


def _moment(at: datetime) -> str:
    return at.date().isoformat() if at.time() == LAST_MOMENT else at.isoformat()
