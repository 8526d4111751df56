"""A part of tools/fuzz with fixed seeds: about a minute of CPU in all, in pieces that can run side by side."""

from __future__ import annotations

import pytest

from tools.fuzz import generators, promises, scaling
from tools.fuzz.generators import Input
from tools.fuzz.minimise import smallest

SEED, PIECES, INPUTS, LONG_INPUTS = 11, 4, 200, 3
SIZE = 64_000  # characters of a long input


@pytest.mark.parametrize("piece", range(PIECES))
def test_what_must_hold_for_every_input_holds(piece: int) -> None:
    for number in range(piece * INPUTS, (piece + 1) * INPUTS):
        item = generators.make(SEED, number)
        assert promises.fault(item) is None, f"--seed {SEED} --only {number}"


@pytest.mark.parametrize("piece", range(PIECES))
def test_time_and_memory_grow_with_the_length_alone(piece: int) -> None:
    for number in range(piece * LONG_INPUTS, (piece + 1) * LONG_INPUTS):
        found, shown = scaling.fault(SEED, number, SIZE)
        assert found is None, shown


def test_an_input_depends_on_the_seed_and_its_number_alone() -> None:
    made = [generators.make(SEED, number) for number in range(50)]
    assert [generators.make(SEED, number) for number in reversed(range(50))] == made[::-1]
    assert {item.suffix for item in made} == set(generators.SUFFIXES)
    assert len({item.text for item in made}) > 45


def test_a_finding_is_made_small() -> None:
    item = Input(".txt", "The ferry is late, and nobody on the quay knows why.\n" * 20)
    assert smallest(item, lambda other: "q" in other.text and "f" in other.text).text in ("fq", "qf")
