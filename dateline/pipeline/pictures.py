"""The pictures of articles: fetched once reading has found them, and kept like all else."""

from dateline.errors import FetchError
from dateline.model.documents import Document, Picture
from dateline.model.evidence import Capture
from dateline.model.ledger import Stage
from dateline.net.http import PoliteClient
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import do_each, make_issue
from dateline.pipeline.intake import open_client, preserve

PICTURE_COLLECTOR = "picture/1"
MOST_PICTURES = 3  # of one article: the lead picture and two more
# First bytes by format. SVG is left out on purpose: it can carry script.
FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp"}


def collect_pictures(doors: Doors) -> int:
    """Fetch the captioned pictures of current documents; return how many were kept."""
    asked = {issue.subject for issue in doors.ledger.issues(Stage.COLLECT)}
    wanted = [
        (document, picture)
        for document in doors.ledger.documents()
        for picture in printable_pictures(document)
        if picture.url not in asked and doors.ledger.latest_capture(picture.url) is None
    ]
    with open_client(doors) as client:

        def to_issue(pair: tuple[Document, Picture], reason: str) -> None:
            document, picture = pair
            issue = make_issue(doors, Stage.COLLECT, picture.url, reason, document.outlet)
            doors.ledger.save_issue(issue, now=doors.now)

        return do_each(doors, Stage.COLLECT, wanted, lambda pair: _keep(doors, client, *pair), to_issue)


def printable_pictures(document: Document) -> tuple[Picture, ...]:
    """Return the pictures that a bulletin may print: captioned, and at an address that can be fetched."""
    captioned = (picture for picture in document.pictures if picture.caption)
    return tuple(picture for picture in captioned if picture.url.startswith("http"))[:MOST_PICTURES]


def picture_format(body: bytes) -> str | None:
    """Return the file ending that the first bytes tell, None for what is no picture."""
    return next((ending for magic, ending in FORMATS.items() if body.startswith(magic)), None)


def _keep(doors: Doors, client: PoliteClient, document: Document, picture: Picture) -> None:
    answer = client.fetch(picture.url)
    if picture_format(answer.body) is None:
        raise FetchError(f"{picture.url}: expected a PNG, JPEG, GIF or WebP picture, found other bytes")
    capture = Capture(
        url=picture.url,
        final_url=answer.final_url,
        captured_at=doors.now,
        status=answer.status,
        request_headers=answer.request_headers,
        response_headers=answer.response_headers,
        body=answer.body,
        outlet=document.outlet,
        collector=PICTURE_COLLECTOR,
    )
    preserve(doors, capture)
