"""What is known of single words: begin with `lexicon`. `candidates` finds what a misspelt word may mean, over
`deletion_index` and `edit_distance`; `known_misspellings`, `bigrams`, `parts_of_speech`, `pronunciation`, `morphology`
and `related_words` each answer one question."""
