"""Mail providers whose servers are known, and what is peculiar about signing in there."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from esmero.channels.email.settings import Server, SignIn

Security = Literal["tls", "starttls"]


class Provider(Struct, frozen=True, kw_only=True):
    """Where mail of a provider is fetched and handed over.

    Attributes:
        exchangers: ends of the names of its mail exchangers, which give away a customer's own domain.
        hint: what a refused password usually means there.
    """

    name: str
    receive: Server
    send: Server
    domains: tuple[str, ...] = ()
    exchangers: tuple[str, ...] = ()
    hint: str = ""


ALONE: Final = "{name} wants a password made for this desk alone (an app password), not the account's own."


def _provider(
    name: str,
    imap: str,
    smtp: str,
    *,
    domains: str = "",
    exchangers: str = "",
    hint: str = "",
    port: int = 587,
    sign_in: SignIn = "password",
) -> Provider:
    security: Security = "tls" if port == 465 else "starttls"
    return Provider(
        name=name,
        receive=Server(host=imap, port=993, security="tls", sign_in=sign_in),
        send=Server(host=smtp, port=port, security=security, sign_in=sign_in),
        domains=tuple(domains.split()),
        exchangers=tuple(exchangers.split()),
        hint=hint.format(name=name),
    )


PROVIDERS: Final = (
    _provider(
        "Gmail",
        "imap.gmail.com",
        "smtp.gmail.com",
        domains="gmail.com googlemail.com",
        exchangers="google.com googlemail.com",
        hint=ALONE + " Or sign in with Google instead.",
    ),
    _provider(
        "Microsoft 365",
        "outlook.office365.com",
        "smtp.office365.com",
        domains="outlook.com hotmail.com live.com msn.com",
        exchangers="mail.protection.outlook.com mx.microsoft olc.protection.outlook.com",
        hint="{name} takes no passwords here any more: sign in with Microsoft.",
        sign_in="microsoft",
    ),
    _provider(
        "Yahoo",
        "imap.mail.yahoo.com",
        "smtp.mail.yahoo.com",
        domains="yahoo.com yahoo.co.uk yahoo.co.in yahoo.es yahoo.de yahoo.fr yahoo.it ymail.com rocketmail.com",
        exchangers="yahoodns.net",
        hint=ALONE,
        port=465,
    ),
    _provider("AOL", "imap.aol.com", "smtp.aol.com", domains="aol.com", hint=ALONE, port=465),
    _provider(
        "iCloud",
        "imap.mail.me.com",
        "smtp.mail.me.com",
        domains="icloud.com me.com mac.com",
        exchangers="mail.icloud.com",
        hint=ALONE,
    ),
    _provider(
        "GMX",
        "imap.gmx.net",
        "mail.gmx.net",
        domains="gmx.net gmx.de gmx.at gmx.ch",
        exchangers="gmx.net",
        hint="{name} lets mail programs in only after that was switched on in its settings (POP3 and IMAP).",
    ),
    _provider(
        "WEB.DE",
        "imap.web.de",
        "smtp.web.de",
        domains="web.de",
        exchangers="web.de",
        hint="{name} lets mail programs in only after that was switched on in its settings (POP3 and IMAP).",
    ),
    _provider("IONOS", "imap.ionos.com", "smtp.ionos.com", exchangers="ionos.com ionos.de ionos.co.uk kundenserver.de"),
    _provider("OVHcloud", "ssl0.ovh.net", "ssl0.ovh.net", exchangers="mail.ovh.net", port=465),
    _provider("Gandi", "mail.gandi.net", "mail.gandi.net", exchangers="mail.gandi.net", port=465),
    _provider(
        "Fastmail",
        "imap.fastmail.com",
        "smtp.fastmail.com",
        domains="fastmail.com fastmail.fm",
        exchangers="messagingengine.com",
        hint=ALONE,
        port=465,
    ),
    _provider(
        "Zoho",
        "imap.zoho.com",
        "smtp.zoho.com",
        domains="zohomail.com zoho.com",
        exchangers="zoho.com",
        hint="{name} lets mail programs in after IMAP was switched on; with two-factor sign-in by an app password.",
        port=465,
    ),
    _provider("Zoho (Europe)", "imap.zoho.eu", "smtp.zoho.eu", domains="zohomail.eu", exchangers="zoho.eu", port=465),
    _provider(
        "Yandex",
        "imap.yandex.com",
        "smtp.yandex.com",
        domains="yandex.com yandex.ru ya.ru",
        exchangers="yandex.net yandex.ru",
        hint=ALONE,
        port=465,
    ),
    _provider(
        "Mail.ru",
        "imap.mail.ru",
        "smtp.mail.ru",
        domains="mail.ru inbox.ru list.ru bk.ru",
        exchangers="mail.ru",
        hint=ALONE,
        port=465,
    ),
)


def of_domain(domain: str) -> Provider | None:
    """Return the provider whose own addresses end in this domain."""
    return next((one for one in PROVIDERS if domain.lower() in one.domains), None)


def of_exchanger(host: str) -> Provider | None:
    """Return the provider that a domain's mail exchanger belongs to."""
    name = host.lower().rstrip(".")
    return next((one for one in PROVIDERS for end in one.exchangers if name == end or name.endswith(f".{end}")), None)


def of_server(host: str) -> Provider | None:
    """Return the provider whose server this is."""
    return next((one for one in PROVIDERS if host.lower() in {one.receive.host, one.send.host}), None)
