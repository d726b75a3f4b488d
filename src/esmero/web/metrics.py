"""The figures that `/metrics` shows, in Prometheus' own form. Nothing in them names a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from esmero import __version__
from esmero.web.desk import Desk

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric


class Figures:
    """Counts what was answered."""

    def __init__(self) -> None:
        self.answers: Counter[int] = Counter()

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return the application with its answers counted."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP:
                await app(scope, receive, send)
                return

            async def count(message: Message) -> None:
                if message["type"] == "http.response.start":
                    self.answers[message["status"]] += 1
                await send(message)

            await app(scope, receive, count)

        return counted


def exposition(desk: Desk, figures: Figures) -> tuple[bytes, str]:
    """Return the figures and their media type."""
    # Imported by the first who asks: a desk that nobody watches doesn't pay for it.
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
    from prometheus_client.exposition import CONTENT_TYPE_LATEST

    registry = CollectorRegistry(auto_describe=False)
    ProcessCollector(registry=registry)
    registry.register(_Collector(desk, figures))
    return generate_latest(registry), CONTENT_TYPE_LATEST


class _Collector:
    """Reads the figures at the moment when they are asked for."""

    def __init__(self, desk: Desk, figures: Figures) -> None:
        self._desk = desk
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        yield from _of_store(self._desk)
        yield from _of_live(self._desk)
        yield from _of_answers(self._figures)


def _of_store(desk: Desk) -> Iterator[Any]:
    from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

    figures = desk.database.statistics()
    yield GaugeMetricFamily("esmero_store_healthy", "Whether the database can be written.", int(figures.healthy))
    yield GaugeMetricFamily("esmero_store_waiting_units", "Units of work that wait.", figures.waiting)
    yield GaugeMetricFamily("esmero_store_backlog_bytes", "Size of the write-ahead log.", figures.backlog_bytes)
    yield CounterMetricFamily("esmero_store_batches", "Transactions committed.", figures.batches)
    yield CounterMetricFamily("esmero_store_units", "Units of work in them.", figures.units)
    yield CounterMetricFamily("esmero_store_replays", "Batches run again because a unit failed.", figures.replays)
    yield CounterMetricFamily("esmero_store_losses", "Times that the database was lost.", figures.losses)
    yield CounterMetricFamily("esmero_store_commit_seconds", "Time spent in commits.", figures.commit_seconds)


def _of_live(desk: Desk) -> Iterator[Any]:
    from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily

    connections = GaugeMetricFamily("esmero_live_connections", "Browsers that follow.", labels=["kind"])
    connections.add_metric(["agent"], sum(1 for _ in desk.hub.agents))
    connections.add_metric(["visitor"], sum(1 for _ in desk.hub.visitors))
    yield connections
    yield GaugeMetricFamily("esmero_bus_linked", "Whether hints reach the other processes.", int(desk.bus.linked))
    yield GaugeMetricFamily("esmero_feed_position", "Newest event that was pushed.", desk.hub.position)
    yield InfoMetricFamily("esmero", "The program.", value={"version": __version__})


def _of_answers(figures: Figures) -> Iterator[Any]:
    from prometheus_client.metrics_core import CounterMetricFamily

    answers = CounterMetricFamily("esmero_http_answers", "Answers by status.", labels=["status"])
    for status, count in sorted(figures.answers.items()):
        answers.add_metric([str(status)], count)
    yield answers
