"""What a word's sentence says of it: a small encoder that reads whole sentences, asked only where a rule suspects something.

Start with readings.py, the layer that rules use (`analysis.context`); rows.py turns words into numbers, encoder.py
computes, confusables.py says which words are taken for each other, defects.py names what is wrong. doubts.py asks where
odd_sequences.py finds words in an odd order (`analysis.defects`). Only encoder.py imports numpy, and nothing imports it
before the first question.
"""
