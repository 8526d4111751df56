"""Packs: folders of rules that people write. Here their files are found, read, validated and explained.

`pack_files` says which files a pack is made of, `strict_yaml` reads them, `rule_file` makes rules of them.
"""
