"""What a host's robots.txt lets us do. Reference: RFC 9309."""

from dataclasses import dataclass, field

from protego import Protego

from dateline.errors import FetchError

MAX_ROBOTS_BYTES = 500 * 1024  # RFC 9309, section 2.5
LONGEST_CRAWL_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one user agent."""

    agent: str
    rules: Protego = field(repr=False)

    def allows(self, url: str) -> bool:
        """Say whether `url` may be fetched."""
        return bool(self.rules.can_fetch(url, self.agent))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for, 0 where it does not."""
        return min(float(self.rules.crawl_delay(self.agent) or 0.0), LONGEST_CRAWL_DELAY)


def parse_robots(body: bytes, agent: str) -> Robots:
    """Parse a robots.txt; what is beyond the size that RFC 9309 names is not read."""
    return Robots(agent, Protego.parse(body[:MAX_ROBOTS_BYTES].decode("utf-8", errors="replace")))


def robots_of_answer(status: int, body: bytes, *, agent: str, url: str) -> Robots:
    """Read an answer to a request for robots.txt: a host without one allows all, a failing host nothing."""
    if 200 <= status < 300:
        return parse_robots(body, agent)
    if 400 <= status < 500:
        return parse_robots(b"", agent)
    raise FetchError(
        f"{url}: answered {status}; nothing is fetched from this host until its robots.txt can be read"
    )
