"""Who says what: begin with `attributions`. `crf` labels the words of `passages` by their `features`; `cues` are the verbs."""
