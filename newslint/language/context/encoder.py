"""The encoder: a passage of word ids to what each word and gap looks like, in numpy.

A transformer of 20.7 million weights, trained by tools/context/ to see words that were changed, put in or left out:
word embedding (32,000 x 192) plus a capital's, raised to 384; learned positions; 8 pre-norm blocks of 6 heads with a
GELU of 1,536; a final norm; heads. Weights are int8 rows with a scale each, made floats once in a process.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.language.context.rows import CAPITAL, vocabulary
from newslint.language.tables.data_files import data_path

Floats = NDArray[np.float32]
_BLOCKS, _HEADS = 8, 6
_GELU = np.float32(0.7978845608)  # the root of 2 / pi
_loading = threading.Lock()


class Probabilities(NamedTuple):
    """Of a passage's words, in order: `word` is a row a word (right, wrong, left over), `gap` what is missing behind it
    (nothing, or one of rows.MISSING), `meant` a vector that `Encoder.scores` compares with words."""

    word: Floats
    gap: Floats
    meant: Floats


class Encoder:
    """The weights, and what they compute."""

    def __init__(self, path: Path) -> None:
        stored = np.load(path)
        # Embeddings stay small: a passage needs few of 32,000 rows.
        self._words, self._scales = stored["emb.weight"], stored["emb.weight.scale"].astype(np.float32)
        self._bias = stored["bias"].astype(np.float32)
        small = ("emb.weight", "emb.weight.scale", "bias")
        names = [name for name in stored.files if name not in small and not name.endswith(".scale")]
        self._weights = {name: _as_floats(stored, name) for name in names}
        self._edges = (vocabulary()["[DOC]"], vocabulary()["[SEP]"])

    def read(self, passages: Sequence[Sequence[int]]) -> list[Probabilities]:
        """What passages of at most rows.LONGEST word ids look like; several at once cost less than one by one."""
        with _one_thread():
            return self._read(passages)

    def scores(self, meant: Floats, ids: Sequence[int]) -> Floats:
        """Logarithms, up to one constant, of how likely these words (ids without a capital) are meant at a place."""
        with _one_thread():
            found: Floats = self._embedding(np.array(ids)) @ meant + self._bias[list(ids)]
        return found

    def _read(self, passages: Sequence[Sequence[int]]) -> list[Probabilities]:
        rows = [(self._edges[0], *passage, self._edges[1]) for passage in passages]
        bounds = np.cumsum([0, *map(len, rows)])
        spans = [slice(a, b) for a, b in pairwise(bounds)]
        state = self._embed(np.concatenate([np.array(row) for row in rows]), rows)
        for block in range(_BLOCKS):
            state = self._block(f"blocks.{block}.", state, spans)
        state = self._norm("ln", state)
        word, gap = _softmax(self._linear("det", state)), _softmax(self._linear("gap", state))
        meant = self._linear("down.3", self._norm("down.2", _gelu(self._linear("down.0", state))))
        inner = [slice(span.start + 1, span.stop - 1) for span in spans]
        return [Probabilities(word[span], gap[span], meant[span]) for span in inner]

    def _embed(self, row: NDArray[np.int64], rows: Sequence[Sequence[int]]) -> Floats:
        ids, capital = row & (CAPITAL - 1), (row & CAPITAL) // CAPITAL
        state = self._linear("up", self._embedding(ids) + self._weights["cap.weight"][capital])
        found: Floats = state + np.concatenate([self._weights["pos"][: len(each)] for each in rows])
        return found

    def _block(self, name: str, state: Floats, spans: Sequence[slice]) -> Floats:
        """Attention within each passage, then the feed-forward layer, each added to what came in."""
        width = state.shape[1]
        mixed = np.empty_like(state)
        joint = self._linear(name + "qkv", self._norm(name + "a", state))
        for span in spans:
            query, key, value = joint[span].reshape(-1, 3, _HEADS, width // _HEADS).transpose(1, 2, 0, 3)
            weights = _softmax(query @ key.transpose(0, 2, 1) / np.float32((width // _HEADS) ** 0.5))
            mixed[span] = (weights @ value).transpose(1, 0, 2).reshape(-1, width)
        state = state + self._linear(name + "o", mixed)
        wide = _gelu(self._linear(name + "u", self._norm(name + "b", state)))
        return state + self._linear(name + "d", wide)

    def _embedding(self, ids: NDArray[np.int64]) -> Floats:
        found: Floats = self._words[ids].astype(np.float32) * self._scales[ids]
        return found

    def _linear(self, name: str, state: Floats) -> Floats:
        found: Floats = state @ self._weights[name + ".weight"] + self._weights[name + ".bias"]
        return found

    def _norm(self, name: str, state: Floats) -> Floats:
        centred = state - state.mean(-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(-1, keepdims=True) + np.float32(1e-5))
        found: Floats = centred / spread * self._weights[name + ".weight"] + self._weights[name + ".bias"]
        return found


def encoder() -> Encoder:
    """The shipped encoder, loaded once in a process."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> Encoder:
    return Encoder(data_path("context/encoder.npz"))


def _as_floats(stored: np.lib.npyio.NpzFile, name: str) -> Floats:
    """A tensor in floats; matrices lie as they are multiplied with from the left."""
    values: Floats = stored[name].astype(np.float32)
    if name + ".scale" in stored.files:
        values *= stored[name + ".scale"].astype(np.float32)
    is_matrix = values.ndim == 2 and name not in ("pos", "cap.weight")
    return np.ascontiguousarray(values.T) if is_matrix else values


def _softmax(values: Floats) -> Floats:
    raised = np.exp(values - values.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found


def _gelu(values: Floats) -> Floats:
    cubed = values * (1 + np.float32(0.044715) * values * values)
    found: Floats = values * (1 + np.tanh(_GELU * cubed)) / 2
    return found


class _one_thread:  # noqa: N801 (read as a verb)
    """OpenBLAS in one thread while these small matrices are multiplied: more only wait for each other. What the host
    program set holds again afterwards; another BLAS is left as it is."""

    def __enter__(self) -> None:
        limit = _thread_limit()
        self._before = limit(1) if limit else 0

    def __exit__(self, *_: object) -> None:
        limit = _thread_limit()
        if limit and self._before:
            limit(self._before)


@cache
def _thread_limit() -> Callable[[int], int] | None:
    """OpenBLAS's own function that sets the threads of the calling thread and returns how many it had."""
    try:
        library = ctypes.CDLL(import_module("numpy._core._multiarray_umath").__file__)
        limit: Callable[[int], int] = library.openblas_set_num_threads_local
    except (ImportError, OSError, AttributeError):
        return None
    return limit
