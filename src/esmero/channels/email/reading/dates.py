"""When a mail was written (RFC 5322 section 3.3), by its sender's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_tz

from esmero.kit.clock import SECOND

_EARLIEST = int(datetime(1990, 1, 1, tzinfo=UTC).timestamp()) * SECOND
_LATEST = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp()) * SECOND
_DAY_SECONDS = 86_400


def parse_date(value: str) -> int | None:
    """Return UTC milliseconds, or None for what is no date or none of our time."""
    at = _by_mail_rules(value[:200])
    if at is None:
        at = _by_iso(value[:200].strip())
    return at if at is not None and _EARLIEST <= at < _LATEST else None


def _by_mail_rules(value: str) -> int | None:
    try:
        parsed = parsedate_tz(value)
        if parsed is None:
            return None
        year, month, day, hour, minute, second = parsed[:6]
        zone = parsed[9] or 0
        # A leap second is a second; a zone of days is none.
        written = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return int(written.timestamp() - (zone if abs(zone) <= _DAY_SECONDS else 0)) * SECOND


def _by_iso(value: str) -> int | None:
    try:
        written = datetime.fromisoformat(value)
    except ValueError:
        return None
    if written.tzinfo is None:
        written = written.replace(tzinfo=UTC)
    try:
        return int(written.timestamp()) * SECOND
    except (OverflowError, ValueError):
        return None
