"""What stands before an article, in YAML or TOML: begin with `reader`; the others find where each value stands."""
