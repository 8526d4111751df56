"""The text layer: what news text is made of, each part with offsets in the article's text."""
