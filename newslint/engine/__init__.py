"""The engine: files in, violations out."""
