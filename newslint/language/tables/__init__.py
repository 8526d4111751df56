"""Read-only tables on disk, and where they lie: begin with `string_table`; `data_files` opens what is in newslint/data."""
