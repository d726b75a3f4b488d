"""These tests hold on both databases."""

from tests.both import on_both as on_both
