"""Quotation marks, brackets, spaces and doubled marks."""
