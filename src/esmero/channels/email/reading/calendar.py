"""Appointments (RFC 5545) as far as a desk tells of them: what, when, where, and who answered what (RFC 5546)."""

from __future__ import annotations

import re

from esmero.channels.email.reading.charsets import decode
from esmero.channels.email.reading.limits import CALENDAR_BYTES
from esmero.channels.email.reading.mail import Invitation
from esmero.channels.email.reading.parameters import parse_value
from esmero.channels.email.reading.structure import Part
from esmero.kit.text import clean_name

TYPES = frozenset(("text/calendar", "application/ics", "text/x-vcalendar"))
ANSWERS = frozenset(("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"))
_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"([A-Za-z-]{1,40})((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?\Z")
_SIGNS = {"ACCEPTED": "✓", "DECLINED": "✗", "TENTATIVE": "?"}
_ESCAPE = re.compile(r"\\([\\;,nN])")
_MOST_LINES = 5_000


def is_calendar(part: Part) -> bool:
    """Tell whether a part is an appointment."""
    return part.type in TYPES or (part.type == "application/octet-stream" and part.name.lower().endswith(".ics"))


def read_invitation(part: Part) -> Invitation | None:
    """Return the first appointment in a part; None if there is none."""
    text, _ = decode(part.content(2 * CALENDAR_BYTES)[:CALENDAR_BYTES], part.parameters.get("charset", "utf-8"))
    if "BEGIN:VCALENDAR" not in text.upper():
        return None
    found, answers = dict[str, str](), list[tuple[str, str]]()
    inside = False
    for line in _FOLD.sub("", text).splitlines()[:_MOST_LINES]:
        match = _LINE.match(line)
        if match is None:
            continue
        name, value = match[1].upper(), match[3].strip()
        _, parameters = parse_value(match[2])
        if name in ("BEGIN", "END"):
            if name == "END" and inside and value.upper() in ("VEVENT", "VTODO"):
                break
            inside = value.upper() in ("VEVENT", "VTODO") and name == "BEGIN"
        elif name == "ATTENDEE" and inside:
            answers.append((_person(value, parameters), parameters.get("partstat", "NEEDS-ACTION").upper()))
        elif name == "METHOD" or inside:
            found.setdefault(
                name, _person(value, parameters) if name == "ORGANIZER" else _when(value, parameters, name)
            )
    return _made(found, answers, part.parameters.get("method", ""))


def told(invitation: Invitation) -> str:
    """Return an appointment as some lines that need no language."""
    span = " – ".join(one for one in (invitation.starts, invitation.ends) if one)
    lines = [invitation.summary, span, invitation.location]
    lines += [
        f"{_SIGNS[answer]} {who} ({answer.lower()})" for who, answer in invitation.answers[:20] if answer in _SIGNS
    ]
    return "\n".join(line for line in lines if line)


def _made(found: dict[str, str], answers: list[tuple[str, str]], method: str) -> Invitation:
    return Invitation(
        method=clean_name(found.get("METHOD") or method, longest=30).upper(),
        summary=found.get("SUMMARY", ""),
        starts=found.get("DTSTART", ""),
        ends=found.get("DTEND", ""),
        location=found.get("LOCATION", ""),
        organiser=found.get("ORGANIZER", ""),
        answers=tuple(answers[:500]),
    )


def _person(value: str, parameters: dict[str, str]) -> str:
    address = value[7:] if value[:7].lower() == "mailto:" else value
    return clean_name(address or parameters.get("cn", ""), longest=320)


def _when(value: str, parameters: dict[str, str], name: str) -> str:
    stamp = _STAMP.match(value) if name in ("DTSTART", "DTEND") else None
    if stamp is None:
        return clean_name(_ESCAPE.sub(lambda match: " " if match[1] in "nN" else match[1], value), longest=500)
    day = f"{stamp[1]}-{stamp[2]}-{stamp[3]}"
    if stamp[4] is None:
        return day
    zone = "UTC" if stamp[6] else clean_name(parameters.get("tzid", ""), longest=60)
    return f"{day} {stamp[4]}:{stamp[5]} {zone}".rstrip()
