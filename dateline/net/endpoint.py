"""Asking a service that the user named: JSON posted, JSON answered, within bounds of size and time."""

import json
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from dateline.errors import FetchError
from dateline.net.exchange import Exchange, Fetched, FetchLimits
from dateline.net.guard import AddressGuard

LONGEST_ANSWER = 2_000_000  # bytes


def post_json(url: str, question: object, headers: Mapping[str, str], seconds: float) -> object:
    """Post `question` and return the answer within `seconds`; the host that the user named may be private.

    Raises FetchError for an answer that is too late, too large, not 200 or not JSON.
    """
    answer = _post(url, question, headers, seconds)
    if answer.status != 200:
        raise FetchError(f"{url}: the answer has status {answer.status}, expected 200")
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise FetchError(f"{url}: the answer is not JSON ({error})") from error


def deliver_json(url: str, message: object, seconds: float) -> None:
    """Post a message to a webhook, whose address is told to nobody: it may be all that guards it.

    Raises FetchError for an answer that is too late or no success.
    """
    host = urlsplit(url).hostname
    try:
        status = _post(url, message, {"content-type": "application/json"}, seconds).status
    except FetchError as error:
        raise FetchError(f"webhook at {host}: {str(error).replace(url, 'it')}") from None
    if not 200 <= status < 300:
        raise FetchError(f"webhook at {host}: the answer has status {status}, expected 200 to 299")


def _post(url: str, question: object, headers: Mapping[str, str], seconds: float) -> Fetched:
    host = urlsplit(url).netloc.rpartition("@")[2]
    guard = AddressGuard([host])
    guard.check_url(url)
    limits = FetchLimits(max_bytes=LONGEST_ANSWER, max_seconds=seconds, read_seconds=seconds, retries=0)
    exchange = Exchange(guard, limits, time.monotonic)
    try:
        return exchange.post(url, json.dumps(question).encode(), headers)
    except httpx.HTTPError as error:
        raise FetchError(f"{url}: no answer ({error or type(error).__name__})") from error
    finally:
        exchange.close()
