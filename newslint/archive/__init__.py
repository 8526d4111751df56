"""What published articles teach: `learned_names` proposes entries of a names list, `name_counts` weighs their forms."""
