"""Names in running text: begin with `mentions`. `gazetteer` finds listed names, `person_names` knows what people are called."""
