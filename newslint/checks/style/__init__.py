"""The kinds that house rules are made of without code: words and patterns to avoid, to replace, to keep consistent."""
