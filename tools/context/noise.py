"""Errors put into passages while the encoder is trained: words changed, left out and put in, and what it should see."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from newslint.language.context.rows import CAPITAL, CLASSES

SPARE = 24  # words read beyond a passage's length: some are left out
_CHANGED, _LEFT_OUT, _PUT_IN = 0.06, 0.03, 0.012  # shares of words
_NOT_ASKED = -100


class Batch(NamedTuple):
    """Passages with errors: word ids and whether they have a capital; for each word whether it is right (0), wrong (1) or
    left over (2); the class of the word missing behind it (0: none); and the word that was meant."""

    ids: Tensor
    capitals: Tensor
    wrong: Tensor
    gaps: Tensor
    meant: Tensor


class Errors:
    """What may be put for a word, which words may be left out, and where a capital says nothing."""

    def __init__(self, table: Path, vocabulary: Sequence[str], length: int, device: str) -> None:
        stored = np.load(table)
        self.table = torch.from_numpy(stored["table"].astype(np.int64)).to(device)
        self.has = torch.from_numpy(stored["has"]).to(device)
        self.gap = torch.from_numpy(stored["gap"].astype(np.int64)).to(device)
        self.small = self.gap.nonzero().flatten()
        begins = {"[SEP]", "[DOC]", ".", '"', "?", "!", "'"}
        self.begins = torch.tensor([word in begins for word in vocabulary], device=device)
        self.length = length

    def put_into(self, passages: Tensor) -> Batch:
        """Passages of length + SPARE raw ids, with errors, cut to the length."""
        ids, capitals = passages & (CAPITAL - 1), passages // CAPITAL
        before = torch.cat([torch.full_like(ids[:, :1], CLASSES.index("[DOC]")), ids[:, :-1]], 1)
        strength = 0.35 + 1.3 * torch.rand(
            len(ids), 1, device=ids.device
        )  # some passages are cleaner than others

        def chosen(share: float) -> Tensor:
            return torch.rand(ids.shape, device=ids.device) < share * strength

        may = self.has[ids] & ((capitals == 0) | self.begins[before])
        slot = torch.randint(0, self.table.shape[1], ids.shape, device=ids.device)
        new = torch.where(may & chosen(_CHANGED), self.table[ids, slot], ids)
        changed = new != ids
        out = (self.gap[ids] > 0) & (capitals == 0) & ~changed & chosen(_LEFT_OUT)
        put = ~out & ~changed & chosen(_PUT_IN) & (ids > CLASSES.index("[DOC]"))
        return self._laid_out(ids, capitals, new, changed, out, put)

    def _extra(self, ids: Tensor) -> Tensor:
        """The word to put in: the same again, a small word, one it is taken for, or one from a little before."""
        kind = torch.rand(ids.shape, device=ids.device)
        small = self.small[torch.randint(0, len(self.small), ids.shape, device=ids.device)]
        places = torch.arange(ids.shape[1], device=ids.device) - torch.randint(
            1, 7, ids.shape, device=ids.device
        )
        earlier = torch.gather(ids, 1, places.clamp(min=0))
        other = torch.where((kind < 0.85) & self.has[ids], self.table[ids, 0], earlier)
        extra = torch.where(kind < 0.3, ids, torch.where(kind < 0.7, small, other))
        return torch.where(extra < len(CLASSES), self.small[0], extra)

    def _laid_out(
        self, ids: Tensor, capitals: Tensor, new: Tensor, changed: Tensor, out: Tensor, put: Tensor
    ) -> Batch:
        """Each word at its new place; what falls behind the length goes to one more column, which is cut off."""
        end = self.length
        size = 1 + put.long() - out.long()
        start = size.cumsum(1) - size
        empty = torch.zeros(len(ids), end + 1, dtype=torch.long, device=ids.device)
        batch = Batch(*(empty.clone() for _ in range(5)))
        batch.wrong.fill_(_NOT_ASKED)
        nowhere = torch.full_like(start, end)
        at = torch.where(out, nowhere, (start + put.long()).clamp(max=end))
        for target, values in zip(batch, (new, capitals, changed.long(), None, ids), strict=True):
            if values is not None:
                target.scatter_(1, at, values)
        at = torch.where(put, start.clamp(max=end), nowhere)
        extra = self._extra(ids)
        for target, values in zip(
            batch, (extra, torch.zeros_like(ids), torch.full_like(ids, 2), None, extra), strict=True
        ):
            if values is not None:
                target.scatter_(1, at, values)
        gap_at = torch.where(out & (start > 0), (start - 1).clamp(max=end), nowhere)
        batch.gaps.scatter_(1, gap_at, self.gap[ids])
        cut = Batch(*(each[:, :end] for each in batch))
        cut.gaps[:, -1] = _NOT_ASKED
        cut.gaps[cut.wrong < 0] = _NOT_ASKED
        return cut
