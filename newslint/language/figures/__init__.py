"""Numbers that state a fact: begin with `reader`. Where a number stands and its value: `segmentation.number_words`."""
