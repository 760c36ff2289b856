"""Sending mail through a server that the user named."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from dateline.errors import FetchError, InputError

SECONDS = 20.0
PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and whom it is from. `secure` speaks TLS from the first byte."""

    host: str
    port: int
    sender: str
    name: str = ""
    password: str = ""
    secure: bool = False

    @property
    def is_loopback(self) -> bool:
        """Say whether it is on this computer."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


def read_server(address: str, sender: str) -> MailServer:
    """Read smtp://NAME:PASSWORD@HOST:PORT, or smtps:// for TLS. Raises InputError, which tells no password.

    >>> read_server("smtps://ana:s%40t@mail.example.org", "desk@example.org").port
    465
    """
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if not port or not parts.hostname or "@" not in sender:
        raise InputError(
            "mail: expected DATELINE_SMTP such as smtps://NAME:PASSWORD@HOST:465, and the address of the "
            "sender in DATELINE_MAIL_FROM"
        )
    name, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, sender, name, password, parts.scheme == "smtps")


def send_mail(server: MailServer, *, to: str, subject: str, text: str) -> None:
    """Hand one mail in; a password is only said under TLS or on this computer. Raises FetchError."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = server.sender, to, " ".join(subject.split())
    message.set_content(text)
    try:
        with _connect(server) as connection:
            connection.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise FetchError(f"mail to {to} through {server.host}:{server.port}: {error}") from error


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.secure:
        context = ssl.create_default_context()
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=SECONDS, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=ssl.create_default_context())
        elif server.password and not server.is_loopback:
            connection.close()
            raise FetchError(f"{server.host}:{server.port} offers no TLS: the password is not sent to it")
    if server.name:
        connection.login(server.name, server.password)
    return connection
