"""Names: one person in two spellings (`_name_pairs` judges), listed names, given names, agencies, titles."""
