"""Slips: misspellings (`_spelling` judges), real words that are not meant, doubled and missing words, a and an."""
