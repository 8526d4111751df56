"""What a line is by its wording: `credits` of pictures, `widget_labels` that are not copy, `line_kinds` (bylines,
datelines, headlines); `classify` and `caption_credits` apply this to an article that has been read."""
