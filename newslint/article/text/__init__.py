"""Plain text: begin with `reader`; `wrapped_lines` joins what was broken for its width."""
