"""Numbers: whose they are (`_sourcing`), whether they agree, whether they can be right."""
