"""What a content system or a writer left behind: labels, placeholders, broken characters."""
