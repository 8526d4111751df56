"""What was computed once is kept, within a bound: one memo for all that a process remembers of words and names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V], Generic[K, V]):
    """`memo[key]` is what `compute(key)` says, computed when it is first asked for.

    At most `size` values are kept: a full memo begins anew, which costs nothing to decide and, as news repeats
    itself, little to fill again. Threads may share one: the worst they do is to compute a value twice.
    """

    __slots__ = ("_compute", "_size")

    def __init__(self, compute: Callable[[K], V], size: int) -> None:
        super().__init__()
        self._compute = compute
        self._size = size

    def __missing__(self, key: K) -> V:
        value = self._compute(key)
        self.keep(key, value)
        return value

    def keep(self, key: K, value: V) -> None:
        """Remember a value that was computed elsewhere, with others at once."""
        if len(self) >= self._size:
            self.clear()
        self[key] = value
