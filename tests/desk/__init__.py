"""Tests of the desk: its log, its projections and its records."""
