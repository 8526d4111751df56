"""What published articles teach: `name_counts` weighs the forms of a name against each other."""
