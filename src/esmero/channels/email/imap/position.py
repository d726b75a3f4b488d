"""How far a mailbox has been read: pure decisions, which a property test puts through any history.

Within one UIDVALIDITY a mail's UID is its name, and later mails have higher ones (RFC 3501 section 2.3.1.1). Whether
somebody has opened a mail is nowhere asked. Three things go beyond the rule, since servers do:

* A lower UID may come to light after a higher one, where a server hands them out in several places at once. So the
  last hundred are looked at again, and those that are dealt with are remembered.
* A mail that can't be had now is noted as `later`; it holds up nobody.
* Where UIDVALIDITY has changed, or UIDs have gone back, all names are void. Then every mail is looked at that has lain
  there since a week before the mailbox was last read to its end. Those the desk has already change nothing there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from esmero.channels.email.imap.mailbox import Opened
from esmero.kit.clock import DAY, HOUR, SECOND

BEHIND: Final = 100
"""How many UIDs below the highest are looked at again."""
LOOK_BACK: Final = 7 * DAY
SKEW: Final = HOUR
"""How far a server's clock may be behind ours."""
MOST_LATER: Final = 1_000
"""Beyond so many, it is not the mails that are at fault."""


class Position(Struct, frozen=True, kw_only=True):
    """What is remembered of one mailbox.

    Attributes:
        account: whose mailbox, and which folder; in another one everything begins anew.
        validity: the UIDVALIDITY under which the UIDs mean something.
        uid: the highest that was dealt with.
        recent: those among the hundred below it that were, too.
        later: those that couldn't be had or kept, and are tried again.
        later_from: a time that all of them came after, UTC milliseconds.
        since: while looking back: the time from which on mails are wanted, UTC milliseconds.
        until: while looking back: the first UID of those that came after it began.
        began_at: when this mailbox was first followed. What lay there before is the business of an import.
        read_at: when it was last read to its end.
    """

    account: str
    validity: int
    uid: int
    recent: tuple[int, ...] = ()
    later: tuple[int, ...] = ()
    later_from: int | None = None
    since: int | None = None
    until: int = 0
    began_at: int
    read_at: int


_decode = msgspec.json.Decoder(Position).decode


def written(position: Position) -> str:
    return msgspec.json.encode(position).decode()


def read(text: str | None) -> Position | None:
    """Return what was written, or None where there is nothing that can be read."""
    try:
        return None if text is None else _decode(text)
    except msgspec.DecodeError:
        return None


def begin(account: str, opened: Opened, there: Iterable[int], now: int) -> Position:
    """Start from now: only what comes from here on is wanted."""
    return _from_now(Position(account=account, validity=0, uid=0, began_at=now, read_at=now), opened, there)


def resume(position: Position, opened: Opened, there: Iterable[int]) -> Position:
    """Go on where it was, or look back if the UIDs mean nothing any more.

    Args:
        there: the UIDs of the mails that are in the folder, from `BEHIND` below its highest on.
    """
    gone_back = opened.told is not None and opened.told <= _highest(position)
    if opened.validity == position.validity and not gone_back:
        return position
    missed = min(position.read_at, position.later_from or position.read_at) - LOOK_BACK
    since = max(missed, position.began_at)
    if position.since is not None:
        since = min(since, position.since)
    start = _from_now(position, opened, there)
    return msgspec.structs.replace(start, uid=0, later=(), later_from=None, since=since, until=opened.next_uid)


def criteria(position: Position) -> str:
    """Return what to search for, as IMAP's SEARCH takes it."""
    if position.since is not None:
        # SINCE looks at dates only, in whatever zone the server likes.
        day = datetime.fromtimestamp(position.since / SECOND, UTC) - timedelta(days=1)
        return f"UID {position.uid + 1}:{max(position.until - 1, position.uid + 1)} SINCE {_date(day)}"
    return f"UID {max(1, position.uid + 1 - BEHIND)}:*"


def wanted(position: Position, found: Iterable[int]) -> list[int]:
    """Return which of the mails that were found are to be fetched, in order.

    `n:*` also gives the last mail where there is none from n on (RFC 3501 section 6.4.8), and a server may give
    anything: whatever is dealt with is not wanted.
    """
    if position.since is not None:
        return sorted(uid for uid in set(found) if position.uid < uid < position.until)
    lowest, known = position.uid - BEHIND, {*position.recent, *position.later}
    return sorted(uid for uid in set(found) if uid > lowest and uid != position.uid and uid not in known)


def is_old(position: Position, at: int | None) -> bool:
    """Tell whether a mail that a look back found lay there before what is wanted."""
    return position.since is not None and at is not None and at < position.since - SKEW


def dealt_with(position: Position, uids: Iterable[int], later: Iterable[int] = ()) -> Position:
    """Return the position after these mails, of which some are to be tried again."""
    done = set(uids)
    highest = max(done | {position.uid})
    if position.since is not None:
        recent = position.recent
    else:
        recent = _recent(highest, {*position.recent, *done, position.uid})
    again = tuple(sorted({*position.later, *later}))
    return _with_later(msgspec.structs.replace(position, uid=highest, recent=recent), again)


def had(position: Position, uid: int) -> Position:
    """Return the position after one of `later` was had at last, or was gone."""
    return _with_later(position, tuple(one for one in position.later if one != uid))


def at_end(position: Position, now: int) -> Position:
    """Return the position where a search found nothing more: a look back is over, and the mailbox is read."""
    highest = _highest(position)
    recent = _recent(highest, {*position.recent, position.uid})
    return msgspec.structs.replace(position, uid=highest, recent=recent, since=None, until=0, read_at=now)


def _from_now(position: Position, opened: Opened, there: Iterable[int]) -> Position:
    highest = opened.next_uid - 1
    recent = _recent(highest, set(there))
    return msgspec.structs.replace(position, validity=opened.validity, uid=highest, recent=recent, until=0)


def _with_later(position: Position, later: tuple[int, ...]) -> Position:
    earliest = position.read_at if position.later_from is None else position.later_from
    return msgspec.structs.replace(position, later=later, later_from=earliest if later else None)


def _highest(position: Position) -> int:
    return position.uid if position.since is None else max(position.uid, position.until - 1)


def _recent(highest: int, known: set[int]) -> tuple[int, ...]:
    return tuple(sorted(uid for uid in known if highest - BEHIND < uid < highest))


def _date(day: datetime) -> str:
    """A date of IMAP, which is English whatever the machine's language is."""
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[day.month - 1]
    return f"{day.day:02d}-{month}-{day.year:04d}"
