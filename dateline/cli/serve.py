"""`dateline serve`: the desk in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskArgument

HostOption = Annotated[
    str, typer.Option("--host", help="Where to listen. Beyond this computer a login is wanted.")
]
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port.")]
NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", help="A host name by which the desk may be asked for; may be repeated."),
]
CertificateOption = Annotated[
    Path | None, typer.Option("--certificate", help="TLS certificate (PEM); wants --key too.")
]
KeyOption = Annotated[Path | None, typer.Option("--key", help="The certificate's private key (PEM).")]
OpenOption = Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")]


def command(
    desk: DeskArgument = HERE,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8400,
    name: NameOption = None,
    certificate: CertificateOption = None,
    key: KeyOption = None,
    open_browser: OpenOption = False,
) -> None:
    """Serve the desk in the browser: triage, read, decide, search, write, issue.

    One process, on this computer only unless --host says otherwise; then people have to log in:
    dateline users add NAME --role editor. The same calls are JSON under /api; /api/openapi.json
    describes them.

    Example: dateline serve my-desk --open
    """
    import threading
    import webbrowser

    from dateline.cli.web_extra import require_web

    require_web()
    from dateline.web.server import Address, serve

    address = Address(host, port, tuple(name or ()), certificate, key)
    print(f"the desk is open at {address.url} (Ctrl-C closes it)", flush=True)
    if open_browser:
        threading.Timer(1.0, webbrowser.open, (address.url,)).start()
    serve(desk, address)
