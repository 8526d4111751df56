"""newslint: the linter for news articles."""

from newslint.version import __version__

__all__ = ["__version__"]
