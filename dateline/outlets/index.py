"""Finding an outlet by what a text calls it, or by an address of it."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import urlsplit

from dateline.model.outlets import Outlet
from dateline.text.fold import folded_words

# Words that say what an outlet is; a text adds or leaves them out as it likes: "Fars", "Fars News Agency".
_GENERIC = frozenset({
    "the", "news", "agency", "newspaper", "daily", "website", "site", "channel", "tv", "television", "radio",
    "network", "magazine", "online", "wire", "service", "press", "state", "portal", "outlet", "com",
    "خبرگزاری", "روزنامه", "شبکه", "سایت", "وبسایت", "پایگاه", "خبری", "تلویزیون",
    "وکاله", "انبا", "صحیفه", "قناه", "موقع", "جریده", "الاخباریه", "للانبا", "الاخباری",
    "סוכנות", "הידיעות", "אתר", "ערוץ", "עיתון",
})  # fmt: skip
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_ARTICLES = ("ال", "ה")


class OutletIndex:
    """Outlets by id, name, alias and host. Of two outlets with one name the earlier is found.

    Names are compared folded: no case, accents or vowel signs, one form of Arabic and Persian letters, with
    or without "the", "al-" or "ال".
    """

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._by_id: dict[str, Outlet] = {}
        for outlet in outlets:
            self._by_id.setdefault(outlet.id, outlet)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, outlet_id: str) -> Outlet | None:
        """Return the outlet with this id."""
        return self._by_id.get(outlet_id)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet that a text means by `name`, also with or without words like "news agency"."""
        words = folded_words(name)
        exact = self._by_name.get(name_key(words))
        if exact or not words:
            return exact
        if _DOMAIN.fullmatch(name.strip()) and (by_host := self.find_by_address(f"//{name.strip().lower()}")):
            return by_host
        return next(filter(None, map(self._by_name.get, map(name_key, _without_generic_ends(words)))), None)

    def find_by_address(self, url: str) -> Outlet | None:
        """Return the outlet with the host of `url`, or a parent of it, and the longest path."""
        host, path = _host_and_path(url)
        while host:
            candidates = [
                (len(home), outlet) for home, outlet in self._by_host.get(host, ()) if _is_below(path, home)
            ]
            if candidates:
                return max(candidates, key=lambda candidate: candidate[0])[1]
            host = host.partition(".")[2] if host.count(".") > 1 else ""
        return None

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        names: dict[str, Outlet] = {}
        for outlet in self:
            for name in (outlet.name, *outlet.aliases):
                names.setdefault(name_key(folded_words(name)), outlet)
        names.pop("", None)
        return names

    @cached_property
    def _by_host(self) -> dict[str, list[tuple[str, Outlet]]]:
        """Home paths and outlets of each host; feeds and aliases like "x.com" stand for theirs."""
        homes: dict[str, list[tuple[str, Outlet]]] = {}
        for outlet in self:
            domains = [f"//{alias.lower()}" for alias in outlet.aliases if _DOMAIN.fullmatch(alias)]
            for url in (outlet.url or "", *domains):
                host, path = _host_and_path(url)
                homes.setdefault(host, []).append((path.rstrip("/"), outlet))
            for url in (*outlet.feeds, *outlet.pages):
                homes.setdefault(_host_and_path(url)[0], []).append(("", outlet))
        homes.pop("", None)
        return homes


def name_key(words: list[str]) -> str:
    """Return what two spellings of one name share: words run together, articles left out.

    >>> name_key(["al", "modon"]) == name_key(["almodon"])
    True
    """
    kept = words[1:] if len(words) > 1 and words[0] in ("the", "al", "el") else words
    joined = "".join(_without_article(word) for word in kept)
    if joined.startswith("al") and len(joined) > len("al") + 3:
        return joined[2:]
    return joined


def _without_generic_ends(words: list[str]) -> Iterator[list[str]]:
    """Yield `words` with ever more words like "agency" taken from its ends: the longest name wins."""
    first = next((place for place, word in enumerate(words) if word not in _GENERIC), len(words))
    last = next((place for place in range(len(words), first, -1) if words[place - 1] not in _GENERIC), first)
    ends = range(len(words), last - 1, -1)
    trims = [(start, end) for start in range(first + 1) for end in ends if start < end]
    for start, end in sorted(trims, key=lambda trim: trim[0] - trim[1]):
        yield words[start:end]


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word


def _host_and_path(url: str) -> tuple[str, str]:
    """Return host (with its port, where it states one) and path, both empty where `url` is no address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "", ""
    name = host.removeprefix("www.")
    return (f"{name}:{port}" if port else name), parts.path


def _is_below(path: str, home: str) -> bool:
    return path == home or path.startswith(f"{home}/") or not home
