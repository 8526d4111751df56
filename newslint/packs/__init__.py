"""What people write in files of their own: packs of rules, and lists of names.

`rule_file` makes a rule of a file and is where to begin. `pack_files` says which files a pack is made of, `strict_yaml`
reads them, `rule_params` and `messages` hold a rule against its check, `mistakes` says what is wrong in people's words.
"""
