"""Tests of the package `archive`."""
