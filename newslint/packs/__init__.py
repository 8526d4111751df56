"""What people write in files of their own: `rule_file` reads a pack's rules, `name_list_file` a list of names."""
