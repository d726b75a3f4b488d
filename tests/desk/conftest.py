"""These tests hold on both databases."""

from tests.both import on_both

__all__ = ["on_both"]
