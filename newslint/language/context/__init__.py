"""What a word's sentence says of it: a small encoder that reads whole sentences, asked only where a rule suspects something.

Start with readings.py, the layer that rules use (`analysis.context`); rows.py turns words into numbers, encoder.py
computes, confusables.py says which words are taken for each other. Only encoder.py and readings.py import numpy, and
nothing imports them before the first question.
"""
