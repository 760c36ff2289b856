"""`dateline alerts`: tell people what their kept searches newly find."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.cli.options import HERE, DeskArgument, NowOption, read_now

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.pipeline.alerting import Routes
    from dateline.store import Ledger

HOOKS = "DATELINE_WEBHOOK_"


def command(desk: DeskArgument = HERE, now: NowOption = None) -> None:
    """Send what the kept searches that have an alert newly find; dateline run does so at its end.

    Mail goes through DATELINE_SMTP (smtps://NAME:PASSWORD@HOST:465) from DATELINE_MAIL_FROM, an alert to
    hook:NAME is posted as JSON to the address in DATELINE_WEBHOOK_NAME. A document is told of once.

    Example: DATELINE_WEBHOOK_NEWSROOM=https://chat.example.org/hook dateline alerts my-desk
    """
    from dateline.desk import load_desk
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        if not tell(ledger, read_now(now)):
            print("nothing new for any search with an alert")


def tell(ledger: "Ledger", now: "datetime") -> bool:
    """Send the alerts and print a line for each; say whether there were any."""
    from dateline.pipeline.alerting import send_alerts

    alerts = send_alerts(ledger, routes_from(os.environ), now=now)
    for alert in alerts:
        outcome = f"not sent: {alert.problem}" if alert.problem else f"to {alert.search.alert}"
        print(f"  alerts  {alert.search.name} of {alert.search.person}: {len(alert.hits)} new, {outcome}")
    return bool(alerts)


def routes_from(environment: Mapping[str, str]) -> "Routes":
    """Return where alerts can go as the environment says. Raises InputError."""
    from dateline.net.mail import read_server
    from dateline.pipeline.alerting import Routes

    server = environment.get("DATELINE_SMTP")
    mail = read_server(server, environment.get("DATELINE_MAIL_FROM", "")) if server else None
    hooks = {
        name.removeprefix(HOOKS).lower(): url for name, url in environment.items() if name.startswith(HOOKS)
    }
    return Routes(mail, hooks)
