"""Telling people what their kept searches newly find: by mail or webhook, each document once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dateline.errors import FetchError, InputError
from dateline.model.people import ActKind, new_act
from dateline.net.endpoint import deliver_json
from dateline.net.mail import MailServer, send_mail
from dateline.pipeline.searches import HOOK, KeptSearch, searches_with_alerts, subject_of
from dateline.search import Hit, search_ledger
from dateline.store import Ledger

BY = "rule:alerts/1"
MOST_TOLD = 50  # documents of one alert
SECONDS = 20.0  # that a webhook may take


@dataclass(frozen=True, slots=True)
class Routes:
    """Where alerts can go: the mail server, and the address of each webhook by its name."""

    mail: MailServer | None = None
    hooks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alert:
    """What was told of one search; `problem` says why it was not, and it is tried again the next time."""

    search: KeptSearch
    hits: tuple[Hit, ...]
    problem: str = ""


def send_alerts(ledger: Ledger, routes: Routes, *, now: datetime) -> list[Alert]:
    """Tell of what the kept searches with an alert find since they were last told of; what finds nothing
    new tells nothing.
    """
    alerts = []
    for search in searches_with_alerts(ledger):
        found = search_ledger(ledger, search.query, limit=MOST_TOLD, as_of=now, learned_after=search.told_at)
        if found.hits:
            alerts.append(_send(ledger, search, found.hits, routes, now=now))
    return alerts


def _send(
    ledger: Ledger, search: KeptSearch, hits: tuple[Hit, ...], routes: Routes, *, now: datetime
) -> Alert:
    try:
        _deliver(search, hits, routes)
    except (FetchError, InputError) as error:
        return Alert(search, hits, str(error))
    act = new_act(ActKind.ALERT, subject_of(search.person), by=BY, now=now, value=search.name)
    ledger.book.append_acts([act])
    return Alert(search, hits)


def _deliver(search: KeptSearch, hits: Sequence[Hit], routes: Routes) -> None:
    """Raises FetchError and InputError."""
    kind, _, where = search.alert.partition(":")
    if kind == HOOK:
        if where not in routes.hooks:
            raise InputError(f"no webhook is named {where!r}; set DATELINE_WEBHOOK_{where.upper()}")
        deliver_json(routes.hooks[where], _as_json(search, hits), SECONDS)
    elif routes.mail is None:
        raise InputError("no mail server is set; set DATELINE_SMTP and DATELINE_MAIL_FROM")
    else:
        title = f"{len(hits)} new: {search.name}"
        send_mail(routes.mail, to=where, subject=title, text=_as_text(search, hits))


def _as_text(search: KeptSearch, hits: Sequence[Hit]) -> str:
    lines = [f"{search.name} ({search.query})", ""]
    for hit in hits:
        where = ", ".join(part for part in (hit.outlet, hit.printed) if part)
        lines += [hit.title or hit.url, f"  {where}", f"  {hit.url}", ""]
    return "\n".join(lines)


def _as_json(search: KeptSearch, hits: Sequence[Hit]) -> dict[str, object]:
    documents = [
        {
            "document": hit.document,
            "title": hit.title,
            "url": hit.url,
            "outlet": hit.outlet,
            "printed": hit.printed,
            "lang": hit.lang,
        }
        for hit in hits
    ]
    words = f"{len(hits)} new: {search.name}"
    return {"text": words, "search": search.name, "query": search.query, "documents": documents}
