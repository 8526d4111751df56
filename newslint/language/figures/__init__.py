"""Numbers that state a fact: begin with `reader`; `number_words` reads numbers written as words."""
