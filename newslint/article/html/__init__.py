"""Web pages: begin with `reader`. `tree` parses, `extraction` finds the articles in a page, `runs` and `inline_text`
turn elements to text, `classify`, `captions`, `pictures` and `class_names` tell what each part is."""
