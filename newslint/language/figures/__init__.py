"""Numbers that state a fact. `model` says what a figure is; begin with `reader`, which asks `special` for what is no
quantity and `counted` for what a number counts. Where a number stands and its value: `segmentation.number_words`."""
