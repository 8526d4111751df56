"""Words in quotation marks: `model` says what a quotation is, `pairing` finds which marks belong together."""
