"""How the program's log looks: lines for people, or JSON for machines. It goes to standard error."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

from esmero.settings import LogFormat, LogLevel


def set_up_logs(form: LogFormat, level: LogLevel) -> None:
    """Send everything that is logged, by us and by libraries, to standard error in one form."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _renderer(form),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # What these say at `info` (each start, each stop) the commands say themselves. `mail.log` is aiosmtpd's: it tells
    # every line of every connection, and with them who writes to whom.
    for noisy in ("uvicorn.error", "alembic", "httpx", "asyncio", "mail.log"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def _renderer(form: LogFormat) -> Any:
    if form == "json":
        return structlog.processors.JSONRenderer()
    # Plain tracebacks: the pretty ones show local variables, and with them whatever secret is in them.
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)
