"""`newslint schema`: the JSON schemas of what people write, for editors."""

from __future__ import annotations

import json

import click


@click.command()
@click.option("--rules", is_flag=True, help="The schema of a rule file instead.")
def command(rules: bool) -> None:
    """Print the JSON schema of newslint.toml, or of rule files, which editors use to complete and check them."""
    if rules:
        from newslint.packs.rule_schema import rule_schema

        schema = rule_schema()
    else:
        from newslint.config import Config

        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Config.model_json_schema()}
    click.echo(json.dumps(schema, indent=2))
