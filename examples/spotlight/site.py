"""Serve the invented outlets on loopback, each on its own port, as they stood at a settable moment.

`python -m examples.spotlight.site --now 2020-03-12T18:00Z` serves them for a look in a browser.
"""

import argparse
import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from examples.spotlight.article import HERE, Article, SampleOutlet, load_articles, load_outlets
from examples.spotlight.feeds import FEEDS
from examples.spotlight.pages import address, render_article, render_front

FIRST_PORT = 18480
ROBOTS = b"User-agent: *\nDisallow: /search\nDisallow: /account\nCrawl-delay: 0\n"


@dataclass(frozen=True, slots=True)
class Page:
    """What one address answers."""

    body: bytes
    media_type: str
    status: int = 200
    modified: datetime | None = None

    @property
    def etag(self) -> str:
        """The entity tag of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


class SampleWeb:
    """All outlets at one simulated moment: set `now` and the feeds and pages are those of that moment."""

    def __init__(self, now: datetime, articles: Sequence[Article] | None = None) -> None:
        self.now = now
        self.outlets = load_outlets()
        self.articles = tuple(articles) if articles is not None else load_articles()
        self.bases: dict[str, str] = {}

    def find_page(self, outlet: SampleOutlet, path: str) -> Page | None:
        """Return what `path` answers on an outlet's host now, or None where there is nothing."""
        if path == "/robots.txt":
            return Page(ROBOTS, "text/plain; charset=utf-8")
        if path.startswith("/pictures/"):
            return _picture(path)
        if path == "/feed" and outlet.feed in FEEDS:
            return self._feed(outlet)
        if path in {"/", "/news"}:
            return Page(render_front(outlet, self.announced(outlet)), _html(outlet))
        return self._article(outlet, path)

    def announced(self, outlet: SampleOutlet) -> list[Article]:
        """Return the articles that the outlet's feed names now, oldest first, as they stand now."""
        named = (a for a in self.articles if a.outlet == outlet.id and a.announced_from <= self.now)
        return [article.as_of(self.now) for article in named]

    def _feed(self, outlet: SampleOutlet) -> Page:
        render, media_type = FEEDS[outlet.feed]
        newest_first = self.announced(outlet)[::-1]
        return Page(render(outlet, newest_first, self.bases[outlet.id], self.now), media_type)

    def _article(self, outlet: SampleOutlet, path: str) -> Page | None:
        earlier: list[Article] = []
        for article in self.articles:
            if article.outlet != outlet.id or article.published > self.now:
                continue
            if address(outlet, article) == path and article.broken != "missing":
                body = render_article(outlet, article.as_of(self.now), earlier, self.bases[outlet.id])
                modified = article.changed_at(self.now) if article.machine_date else None
                return Page(body, _html(outlet), modified=modified)
            earlier.append(article)
        return None


def _html(outlet: SampleOutlet) -> str:
    # The outlet in windows-1256 names its encoding only inside the page, as old systems do.
    return "text/html; charset=utf-8" if outlet.encoding == "utf-8" else "text/html"


def _picture(path: str) -> Page | None:
    file = HERE / "pictures" / path.removeprefix("/pictures/")
    if file.parent != HERE / "pictures" or not file.is_file():
        return None
    return Page(file.read_bytes(), "image/png")


def _handler(web: SampleWeb, outlet: SampleOutlet) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "SampleWeb/1"
        sys_version = ""

        def do_GET(self) -> None:
            page = web.find_page(outlet, unquote(urlsplit(self.path).path))
            if page is None:
                page = Page(b"<!doctype html><title>Not found</title><h1>Not found</h1>", "text/html", 404)
            fresh = page.status == 200 and self.headers.get("If-None-Match") == page.etag
            self._answer(page, 304 if fresh else page.status)

        do_HEAD = do_GET

        def _answer(self, page: Page, status: int) -> None:
            body = b"" if status == 304 else page.body
            self.send_response(status)
            if status != 304:
                self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", page.etag)
            if page.modified:
                self.send_header("Last-Modified", format_datetime(page.modified.astimezone(UTC), usegmt=True))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def date_time_string(self, timestamp: float | None = None) -> str:
            return format_datetime(web.now.astimezone(UTC), usegmt=True)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent: the demo has its own words."""

    return Handler


def _open_server(web: SampleWeb, outlet: SampleOutlet, port: int) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), _handler(web, outlet))
    except OSError:  # the port is taken: any other will do
        return ThreadingHTTPServer(("127.0.0.1", 0), _handler(web, outlet))


@contextmanager
def serving(web: SampleWeb, first_port: int = FIRST_PORT) -> Iterator[SampleWeb]:
    """Serve every outlet while the block runs; `web.bases` says where. `first_port` 0 takes free ports."""
    with ExitStack() as stack:
        for position, outlet in enumerate(web.outlets):
            server = _open_server(web, outlet, first_port + position if first_port else 0)
            server.daemon_threads = True
            web.bases[outlet.id] = f"http://127.0.0.1:{server.server_address[1]}"
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
        yield web


def parse_instant(text: str) -> datetime:
    """Parse an instant; one without a zone is taken as UTC."""
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--now", type=parse_instant, default=datetime(2020, 3, 21, 20, tzinfo=UTC))
    parser.add_argument("--first-port", type=int, default=FIRST_PORT)
    arguments = parser.parse_args()
    with serving(SampleWeb(arguments.now), arguments.first_port) as web:
        for outlet in web.outlets:
            print(f"{web.bases[outlet.id]}/  {outlet.name}")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
