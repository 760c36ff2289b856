"""An archived page cleaned for looking at: words and structure, nothing that loads, runs or leads away."""

import nh3

from dateline.errors import NotFound
from dateline.model.evidence import Evidence
from dateline.read.encoding import decode
from dateline.web.room import Visit

TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "section", "article", "header", "footer"),
    *("blockquote", "q", "em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "mark", "time", "span"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "pre", "code", "bdi", "bdo"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
LEFT_OUT = {"script", "style", "svg", "math", "template", "noscript", "iframe", "object", "title"}
STYLE = (
    "body{font:15px/1.6 system-ui,'Noto Sans','Noto Sans Arabic',sans-serif;margin:1rem;color:#1d2325;"
    "background:#fff;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{border:1px solid #ddd;"
    "padding:.2rem .5rem}"
)


def archived_page(visit: Visit, document: str) -> str:
    """Return the page from which a document was read, cleaned. Raises NotFound and ArchiveError."""
    found = visit.ledger.document(document)
    records = visit.ledger.find_evidence(found.evidence)
    if not records:
        raise NotFound(f"the bytes of {document} are not in the ledger")
    evidence = next((record for record in records if record.url == found.url), records[0])
    head = f"<meta charset='utf-8'><style>{STYLE}</style>"
    return f"<!doctype html><html><head>{head}</head><body dir='auto'>{_body(visit, evidence)}</body></html>"


def _body(visit: Visit, evidence: Evidence) -> str:
    body = visit.room.archive.read_body(evidence)
    if "html" not in evidence.media_type:
        return f"<p>{nh3.clean_text(evidence.media_type)}, {evidence.length:,} bytes</p>"
    text = decode(body, evidence.response_headers).text
    return nh3.clean(
        text, tags=TAGS, attributes={"*": {"dir", "lang"}}, clean_content_tags=LEFT_OUT, strip_comments=True
    )
