"""Random inputs for newslint, and what must hold for each of them. `python -m tools.fuzz` runs it; see README.md."""
