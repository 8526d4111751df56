"""Random inputs for newslint: `python -m tools.fuzz --seed 1 --count 1000`; see README.md beside this file."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field

from tools.fuzz import generators, promises, scaling
from tools.fuzz.generators import Input
from tools.fuzz.minimise import smallest
from tools.fuzz.promises import Fault

_EVERY = 500  # small inputs to each long one
_TOLD = 5000  # inputs between two lines of progress


@dataclass(slots=True)
class Tally:
    """What a run has seen: findings by kind, each with an input and how often it came."""

    inputs: int = 0
    long_inputs: int = 0
    characters: int = 0
    found: dict[str, int] = field(default_factory=dict)

    def note(self, fault: Fault) -> bool:
        """Whether this is the first finding of its kind."""
        self.found[fault.kind] = self.found.get(fault.kind, 0) + 1
        return self.found[fault.kind] == 1


def main(arguments: list[str] | None = None) -> int:
    """Run; the number of kinds of findings is 0 where all is well."""
    options = _options(arguments)
    if options.only is not None:
        item = generators.make(options.seed, options.only)
        print(f"{item.suffix}: {item.text!r}\n{promises.fault(item)}")
        return 0
    tally, began = Tally(), time.process_time()
    with suppress(KeyboardInterrupt):
        _run(options, tally)
    print(
        f"{tally.inputs:,} inputs ({tally.characters:,} characters) and {tally.long_inputs:,} long ones,"
        f" {time.process_time() - began:.0f} CPU s, seed {options.seed}: {len(tally.found)} kinds of findings"
    )
    for kind, times in sorted(tally.found.items(), key=lambda each: -each[1]):
        print(f"  {times:5} x {kind}")
    return len(tally.found)


def _run(options: argparse.Namespace, tally: Tally) -> None:
    """Make and check the inputs until there are enough, or the time is over."""
    stop = time.monotonic() + options.minutes * 60 if options.minutes else None
    number = options.start
    while (number < options.start + options.count) if stop is None else (time.monotonic() < stop):
        _one(options.seed, number, tally)
        if options.every and number % options.every == options.every - 1:
            _long(options.seed, number // options.every, options.size, tally)
        number += 1
        if tally.inputs % _TOLD == 0:
            print(f"{tally.inputs:,} inputs", file=sys.stderr, flush=True)


def _one(seed: int, number: int, tally: Tally) -> None:
    item = generators.make(seed, number)
    tally.inputs += 1
    tally.characters += len(item.text)
    found = promises.fault(item)
    if found is None or not tally.note(found):
        return
    small = smallest(item, lambda other: _is_same(other, found.kind))
    again = promises.fault(small) or found
    print(
        f"\nfinding: {again.kind}\n  --seed {seed} --only {number}, made small, {small.suffix}: {small.text!r}"
    )
    print("  " + again.detail[:1500].replace("\n", "\n  "), flush=True)


def _is_same(item: Input, kind: str) -> bool:
    found = promises.fault(item)
    return found is not None and found.kind == kind


def _long(seed: int, number: int, size: int, tally: Tally) -> None:
    tally.long_inputs += 1
    found, shown = scaling.fault(seed, number, size)
    if found is not None and tally.note(found):
        print(
            f"\nfinding: {found.kind}\n  {shown.suffix}, long input {number}: {shown.text!r}\n  {found.detail}",
            flush=True,
        )


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tools.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, help="small inputs to make")
    parser.add_argument("--minutes", type=float, help="run for so long instead")
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="make and check one input, and show it")
    parser.add_argument(
        "--every", type=int, default=_EVERY, help="small inputs to each long one (0: no long ones)"
    )
    parser.add_argument("--size", type=int, default=256_000, help="characters of a long input")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
