"""A defect on a live connection: told in the log with its stack, to the browser with a reference and nothing else."""

from __future__ import annotations

import secrets

import structlog

from esmero.live import frames
from esmero.live.followers import Wire
from esmero.web.problems import Internal

DEFECT = 4500

_said = structlog.get_logger(__name__)


def tell_defect(wire: Wire, error: Exception) -> None:
    """End a connection on which the desk itself went wrong; the reference finds the stack in the log."""
    reference = secrets.token_hex(4)
    _said.error("defect", reference=reference, exc_info=error)
    wire.push(frames.refusal(Internal(f"Quote {reference} to whoever runs this desk.", reference=reference)))
    wire.close(DEFECT, f"internal {reference}")
