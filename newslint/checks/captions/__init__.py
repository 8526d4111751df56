"""Captions: `duplicate`, `near_duplicate`, `reused` compare them, by the keys of `_captions`; the others are about credits."""
