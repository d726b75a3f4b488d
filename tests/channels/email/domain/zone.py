"""A DNS of the tests: a few records, and names that answer nothing."""

from __future__ import annotations

from collections.abc import Mapping

from esmero.channels.email.domain.lookup import Finding, Kind, Unanswered

FAILS = ("SERVFAIL",)
"""Stands for a name whose servers are in trouble."""


class Zone:
    """Answers look-ups from a mapping of `name KIND` to records."""

    def __init__(self, records: Mapping[str, tuple[str, ...]]) -> None:
        self.records = records
        self.asked: list[str] = []

    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        self.asked.append(f"{name} {kind}")
        found = self.records.get(f"{name.lower()} {kind}", ())
        if found == FAILS:
            raise Unanswered(name)
        return found


def codes(findings: list[Finding]) -> dict[str, str]:
    """What was found, by its code, with its state."""
    assert len({finding.code for finding in findings}) == len(findings)
    return {finding.code: finding.state for finding in findings}


def fix_of(findings: list[Finding], code: str) -> str:
    return next(finding.fix for finding in findings if finding.code == code)
