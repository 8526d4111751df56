"""What several formats need: `json_form` of a violation, the `summary` line, `statistics`, escaping and widths."""
