"""Asking the provider of logins that the desk names: JSON fetched, forms posted, within bounds."""

import json
import time
from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urlsplit

import httpx

from dateline.errors import FetchError
from dateline.net.exchange import Exchange, Fetched, FetchLimits
from dateline.net.guard import AddressGuard

LONGEST_ANSWER = 1_000_000  # bytes
SECONDS = 10.0
FORM = "application/x-www-form-urlencoded"


def get_json(url: str) -> dict[str, object]:
    """Return the JSON object at `url`. Raises FetchError."""
    return _object(url, _ask(url, lambda exchange: exchange.send(url, {"accept": "application/json"})))


def post_form(url: str, fields: Mapping[str, str]) -> dict[str, object]:
    """Post a form and return the JSON object that answers it. Raises FetchError; no field is in its words."""
    body = urlencode(fields).encode()
    return _object(url, _ask(url, lambda exchange: exchange.post(url, body, {"content-type": FORM})))


def _ask(url: str, ask: Callable[[Exchange], Fetched]) -> Fetched:
    """Ask the host that the desk's settings name; it may be private."""
    guard = AddressGuard([urlsplit(url).netloc.rpartition("@")[2]])
    guard.check_url(url)
    limits = FetchLimits(max_bytes=LONGEST_ANSWER, max_seconds=SECONDS, read_seconds=SECONDS, retries=0)
    exchange = Exchange(guard, limits, time.monotonic)
    try:
        return ask(exchange)
    except httpx.HTTPError as error:
        raise FetchError(f"{url}: no answer ({error or type(error).__name__})") from error
    finally:
        exchange.close()


def _object(url: str, answer: Fetched) -> dict[str, object]:
    if answer.status != 200:
        raise FetchError(f"{url}: the answer has status {answer.status}, expected 200")
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise FetchError(f"{url}: the answer is not JSON ({error})") from error
    if not isinstance(found, dict):
        raise FetchError(f"{url}: expected a JSON object, found {type(found).__name__}")
    return found
