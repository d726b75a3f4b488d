"""What an operator decides, read once from the environment and checked before anything starts.

Each field of `Settings` is the variable `ESMERO_` plus its name in capitals; docs/operating.md tells what each is for.
A field named in `SECRETS` can also be given as a file: `ESMERO_DATABASE_URL_FILE=/run/secrets/database`.
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import fields

from esmero.kit.errors import EsmeroError

PREFIX = "ESMERO_"
_TYPE = re.compile(r"[a-z]+/(?:\*|[a-z0-9][a-z0-9.+-]*)\Z")
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
ProcessRole = Literal["web", "worker", "all"]
LogFormat = Literal["text", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]
SECRETS = frozenset({"database_url", "bus_url", "blobs_url", "master_key", "metrics_token", "sender_url"})


class BadSettings(EsmeroError):
    """The environment asks for something that can't be. The detail names each variable, one to a line."""

    code = "bad_settings"
    status = 500
    title = "The settings can't be used."


class Settings(Struct, frozen=True, kw_only=True):
    """How this process runs. Sizes are in megabytes (10⁶ bytes), times in the unit that the name ends in.

    Attributes:
        public_url: the origin that people type, such as `https://desk.example`; None where it is whatever they used.
        link_url: the origin of links that leave by mail, where it is another than `public_url`.
        trusted_proxies: whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
        database_url, bus_url, blobs_url: None means the data folder, and news within this process or its database.
        master_key: 32 bytes in base64; None means a file in the data folder, made at the first start.
        role: `web` answers browsers, `worker` delivers and reacts, `all` does both.
        session_days: the age at which a sign-in ends in any case; `session_idle_hours` ends it when it is not used.
        connections_per_address: live connections that one network address may hold open.
        upload_types: media types and families (`image/*`) of files that are taken; none means all but programs.
        visitor_burst, visitor_per_minute: messages that one widget may send at once, and in the long run.
        frames_burst, frames_per_second: frames of any kind that one live connection may send at once, and in the long
            run.
        smtp_host, smtp_port: where the desk's own mail receiver listens, and lmtp_socket, a Unix socket for it; None
            means that there is none.
        sender_url, sender_from: the server of the desk's own mail, and whom that comes from; None leaves both to the
            console.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    data: Path = Path("esmero-data")
    public_url: str | None = None
    link_url: str | None = None
    trusted_proxies: tuple[Network, ...] = ()
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    database_url: str | None = None
    bus_url: str | None = None
    blobs_url: str | None = None
    master_key: str | None = None
    role: ProcessRole = "all"
    readers: int = 4
    session_days: int = 30
    session_idle_hours: int = 168
    link_hours: int = 72
    upload_megabytes: int = 25
    upload_types: tuple[str, ...] = ()
    message_files: int = 10
    connections_per_address: int = 200
    visitor_burst: int = 30
    visitor_per_minute: int = 180
    frames_burst: int = 200
    frames_per_second: int = 30
    smtp_host: str = "127.0.0.1"
    smtp_port: int | None = None
    lmtp_socket: Path | None = None
    sender_url: str | None = None
    sender_from: str | None = None
    metrics_token: str | None = None
    log_format: LogFormat = "text"
    log_level: LogLevel = "info"

    def __repr__(self) -> str:
        return f"Settings(data={str(self.data)!r}, host={self.host!r}, port={self.port!r}, …)"

    @property
    def database_place(self) -> str | Path:
        """Where the database is: at an address, or in the data folder."""
        return self.database_url or self.data

    @property
    def blobs_place(self) -> str | Path:
        """Where files are kept: at an address, or in a folder."""
        return self.blobs_url or self.data / "blobs"

    @property
    def key_file(self) -> Path:
        """Where the master key is, unless it is a setting itself."""
        return self.data / "keys" / "master.key"

    @property
    def secure(self) -> bool:
        """Whether browsers reach this desk by https, so that cookies may demand it."""
        if self.public_url is not None:
            return self.public_url.startswith("https://")
        return self.tls_certificate is not None

    @property
    def address(self) -> str:
        """The address to show to a person, without a slash at its end."""
        if self.public_url is not None:
            return self.public_url
        host = {"0.0.0.0": "localhost", "::": "localhost"}.get(self.host, self.host)  # noqa: S104 - compared, not bound
        host = f"[{host}]" if ":" in host else host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"

    @property
    def link_origin(self) -> str | None:
        """Where people outside find this desk; None if nobody has said."""
        return self.link_url or self.public_url

    @property
    def upload_bytes(self) -> int:
        """The largest file that is taken, in bytes."""
        return self.upload_megabytes * 1_000_000


def read_settings(environ: Mapping[str, str], **options: object) -> Settings:
    """Read the settings from an environment; a command's options, where not None, come before it.

    Raises:
        BadSettings: with every problem, not only the first.
    """
    given = {variable(name): str(value) for name, value in options.items() if value is not None}
    environ = {**environ, **given}
    problems: list[str] = []
    values: dict[str, Any] = {}
    for name, written in _written(environ, problems).items():
        try:
            values[name] = _PARSERS[name](written)
        except ValueError as error:
            problems.append(f"{variable(name)}: {error}")
    settings = Settings(**values)
    problems += _contradictions(settings)
    if problems:
        raise BadSettings("\n".join(problems))
    return settings


def variable(name: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + name.upper()


def _written(environ: Mapping[str, str], problems: list[str]) -> dict[str, str]:
    """What the environment says for each field; empty means unset, as in many deployment files."""
    written: dict[str, str] = {}
    for name in NAMES:
        value = environ.get(variable(name), "").strip()
        path = environ.get(f"{variable(name)}_FILE", "").strip() if name in SECRETS else ""
        if value and path:
            problems.append(f"{variable(name)}: given twice, as a value and as a file")
        elif path:
            value = _content(name, Path(path), problems)
        if value:
            written[name] = value
    problems += _misspelt(environ)
    return written


def _content(name: str, path: Path, problems: list[str]) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        problems.append(f"{variable(name)}_FILE: {path} can't be read ({reason})")
        return ""


def _misspelt(environ: Mapping[str, str]) -> list[str]:
    """Variables that nobody reads but that look like one of ours: whoever wrote them believes that they work."""
    ours = {variable(name) for name in NAMES} | {f"{variable(name)}_FILE" for name in SECRETS}
    strange = sorted(name for name in environ if name.startswith(PREFIX) and name not in ours)
    return [f"{name}: {hint}" for name in strange if (hint := _meant(name, ours))]


def _meant(name: str, ours: set[str]) -> str:
    """What to say of a name that isn't ours; empty if it isn't like any of ours: others use the prefix too."""
    if name.removesuffix("_FILE") in ours:
        return "only secrets can come from a file"
    close = difflib.get_close_matches(name, sorted(ours), n=1, cutoff=0.88)
    return f"there is no such setting; did you mean {close[0]}?" if close else ""


def _contradictions(settings: Settings) -> list[str]:
    problems = []
    if (settings.tls_certificate is None) != (settings.tls_key is None):
        problems.append("ESMERO_TLS_CERTIFICATE, ESMERO_TLS_KEY: give both or none")
    if (settings.sender_url is None) != (settings.sender_from is None):
        problems.append("ESMERO_SENDER_URL, ESMERO_SENDER_FROM: give both or none")
    if settings.role != "all" and settings.database_url is None:
        problems.append("ESMERO_ROLE: several processes need ESMERO_DATABASE_URL; a data folder has room for one")
    if settings.session_idle_hours > settings.session_days * 24:
        problems.append("ESMERO_SESSION_IDLE_HOURS: longer than ESMERO_SESSION_DAYS")
    return problems


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def parse(written: str) -> int:
        number = int(written) if written.isascii() and written.isdigit() else -1
        if not lowest <= number <= highest:
            raise ValueError(f"{written!r} is not a whole number from {lowest} to {highest}")
        return number

    return parse


def _choice(allowed: Any) -> Callable[[str], str]:
    def parse(written: str) -> str:
        if written not in get_args(allowed):
            raise ValueError(f"{written!r} is none of {', '.join(get_args(allowed))}")
        return written

    return parse


def _url(*schemes: str) -> Callable[[str], str]:
    def parse(written: str) -> str:
        # The address may hold a password, so the message doesn't repeat it.
        if urlsplit(written).scheme not in schemes:
            raise ValueError(f"it has to begin with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return written

    return parse


def _origin(written: str) -> str:
    parts = urlsplit(written)
    try:
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable or parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"{written!r} is not an origin such as https://desk.example, without a path")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _networks(written: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part) for part in written.replace(",", " ").split())
    except ValueError as error:
        raise ValueError(f"{error}; write addresses or networks such as 10.0.0.0/8, with commas between") from None


def _types(written: str) -> tuple[str, ...]:
    types = tuple(written.lower().replace(",", " ").split())
    wrong = next((one for one in types if _TYPE.match(one) is None), None)
    if wrong is not None:
        raise ValueError(f"{wrong!r} is not a media type such as application/pdf, or a family such as image/*")
    return types


def _file(written: str) -> Path:
    path = Path(written)
    if not path.is_file():
        raise ValueError(f"there is no file {written}")
    return path


_PARSERS: dict[str, Callable[[str], Any]] = {
    "host": str,
    "port": _number(0, 65_535),
    "data": Path,
    "public_url": _origin,
    "link_url": _origin,
    "trusted_proxies": _networks,
    "tls_certificate": _file,
    "tls_key": _file,
    "database_url": _url("postgresql", "postgres"),
    "bus_url": _url("redis", "rediss", "valkey", "valkeys"),
    "blobs_url": _url("s3", "gs", "az"),
    "master_key": str,
    "role": _choice(ProcessRole),
    "readers": _number(1, 64),
    "session_days": _number(1, 365),
    "session_idle_hours": _number(1, 8_760),
    "link_hours": _number(1, 720),
    "upload_megabytes": _number(1, 1_000),
    "upload_types": _types,
    "message_files": _number(0, 50),
    "connections_per_address": _number(1, 100_000),
    "visitor_burst": _number(1, 1_000_000),
    "visitor_per_minute": _number(1, 10_000_000),
    "frames_burst": _number(1, 1_000_000),
    "frames_per_second": _number(1, 1_000_000),
    "smtp_host": str,
    "smtp_port": _number(0, 65_535),
    "lmtp_socket": Path,
    "sender_url": _url("smtp", "smtps"),
    "sender_from": str,
    "metrics_token": str,
    "log_format": _choice(LogFormat),
    "log_level": _choice(LogLevel),
}
NAMES = tuple(field.name for field in fields(Settings))
