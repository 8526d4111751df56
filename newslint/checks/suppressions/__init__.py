"""Suppressions that silence nothing any more."""
