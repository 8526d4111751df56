"""Patterns over words, as the lists of rules/lists write them: begin with `token_patterns`; `pattern_syntax` reads them."""
