"""Markdown with front matter, embedded HTML and templates: begin with `reader`; `events` gives the parser's events,
`blocks` makes blocks of them, `writer` their text; `parts` knows captions, `templates` shortcodes."""
