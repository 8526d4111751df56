"""Trains the context encoder: to see words that were changed, put in or left out, and what was meant.

usage: train.py WORK --text NAME --minutes M [--start ENCODER.npz]

WORK holds what encode.py and confusions.py wrote; NAME.u16 is the text. Errors are put in on the fly, other ones each time,
so the encoder never sees the same passage twice. Writes WORK/encoder.npz, as newslint/language/context/encoder.py reads it. Needs
torch and a GPU; on a CPU it trains a toy, to show that the program runs.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path
from typing import Any

import noise
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from newslint.language.context.rows import MISSING

_WEIGHTS = {"word": 4.0, "gap": 3.0, "meant": 0.5}  # of the three losses
_MOST_MEANT = 0.13  # the share of words whose meaning is trained: all changed ones, and some others


class Shape:
    """Sizes: of words, of the state, of blocks and heads, of passages, of batches."""

    def __init__(self, small: bool) -> None:
        self.embedded, self.state, self.blocks, self.heads = (32, 64, 2, 2) if small else (192, 384, 8, 6)
        self.length, self.batch = (64, 32) if small else (128, 768)


class Block(nn.Module):
    """Attention, then a feed-forward layer, each behind a norm and added to what came in."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.state
        self.heads = shape.heads
        self.a, self.b = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.u, self.d = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, state: Tensor) -> Tensor:
        """The state of each word, with what the others say."""
        batch, length, width = state.shape
        joint = self.qkv(self.a(state)).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = joint.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value)
        state = state + self.o(mixed.transpose(1, 2).reshape(batch, length, width))
        return state + self.d(functional.gelu(self.u(self.b(state)), approximate="tanh"))


class Net(nn.Module):
    """The encoder; its parameters' names are those of encoder.npz."""

    def __init__(self, shape: Shape, words: int) -> None:
        super().__init__()
        width, embedded = shape.state, shape.embedded
        self.emb, self.cap = nn.Embedding(words, embedded), nn.Embedding(2, embedded)
        self.up, self.pos = nn.Linear(embedded, width), nn.Parameter(torch.randn(shape.length, width) * 0.02)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.blocks))
        self.ln, self.det, self.gap = (
            nn.LayerNorm(width),
            nn.Linear(width, 3),
            nn.Linear(width, len(MISSING) + 1),
        )
        gelu = nn.GELU(approximate="tanh")
        self.down = nn.Sequential(
            nn.Linear(width, width), gelu, nn.LayerNorm(width), nn.Linear(width, embedded)
        )
        self.bias = nn.Parameter(torch.zeros(words))
        for module in self.modules():
            if isinstance(module, nn.Linear | nn.Embedding):
                nn.init.normal_(module.weight, std=0.02)
            if isinstance(module, nn.Linear):
                nn.init.zeros_(module.bias)

    def forward(self, ids: Tensor, capitals: Tensor) -> Tensor:
        """The state of each word of passages."""
        state = self.up(self.emb(ids) + self.cap(capitals)) + self.pos[: ids.shape[1]]
        for block in self.blocks:
            state = block(state)
        normed: Tensor = self.ln(state)
        return normed

    def loss(self, batch: noise.Batch) -> Tensor:
        """How badly it sees the errors of a batch."""
        state = self(batch.ids, batch.capitals)
        word = functional.cross_entropy(
            self.det(state).float().flatten(0, 1), batch.wrong.flatten(), ignore_index=-100
        )
        gap = functional.cross_entropy(
            self.gap(state).float().flatten(0, 1), batch.gaps.flatten(), ignore_index=-100
        )
        chosen = (
            (batch.wrong == 1).float() * 2
            + (batch.wrong >= 0).float() / 2
            + 0.4 * torch.rand_like(batch.wrong.float())
        )
        picked = chosen.flatten().topk(int(_MOST_MEANT * batch.ids.numel())).indices
        scores = self.down(state.flatten(0, 1)[picked]) @ self.emb.weight.T + self.bias
        meant = functional.cross_entropy(scores.float(), batch.meant.flatten()[picked])
        return _WEIGHTS["word"] * word + _WEIGHTS["gap"] * gap + _WEIGHTS["meant"] * meant


def main() -> None:
    """Train for some minutes and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--text", required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--start", type=Path)
    given = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    shape = Shape(small=device == "cpu")
    vocabulary = json.loads((given.work / "vocab.json").read_text(encoding="utf-8"))
    net = Net(shape, len(vocabulary)).to(device)
    if given.start:
        net.load_state_dict(unpacked(given.start))
    row = torch.from_numpy(np.fromfile(given.work / f"{given.text}.u16", np.uint16).astype(np.int32)).to(
        device
    )
    errors = noise.Errors(given.work / "confusions.npz", vocabulary, shape.length, device)
    train(net, row, errors, shape, given.minutes * 60, best=5e-4 if given.start else 1.2e-3)
    np.savez(given.work / "encoder.npz", **packed(net))


def train(net: Net, row: Tensor, errors: noise.Errors, shape: Shape, seconds: float, best: float) -> None:
    """Steps until the time is over; the rate rises for some steps, then falls to nothing."""
    matrices = [parameter for parameter in net.parameters() if parameter.dim() > 1]
    vectors = [parameter for parameter in net.parameters() if parameter.dim() <= 1]
    groups = [{"params": matrices, "weight_decay": 0.05}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=best, betas=(0.9, 0.98), eps=1e-6)
    start, step = time.monotonic(), 0
    while (spent := (time.monotonic() - start) / seconds) < 1:
        for group in optimizer.param_groups:
            group["lr"] = max(1e-6, best * min(1, (step + 1) / 600) * (1 - spent))
        places = torch.randint(0, len(row) - shape.length - noise.SPARE, (shape.batch, 1), device=row.device)
        passages = row[places + torch.arange(shape.length + noise.SPARE, device=row.device)].long()
        with torch.autocast(row.device.type, torch.bfloat16, enabled=row.is_cuda):
            loss = net.loss(errors.put_into(passages))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 500 == 0:
            print(step, f"{loss.item():.4f}", flush=True)
    print("steps", step)


def packed(net: Net) -> dict[str, Any]:
    """The weights: large matrices as int8 rows with a scale each, the rest as float16."""
    stored = {}
    for name, values in net.state_dict().items():
        array = values.detach().float().cpu().numpy()
        if array.ndim == 2 and array.shape[0] > 100 and name != "pos":
            scale = np.abs(array).max(1, keepdims=True) / 127
            stored[name] = np.round(array / np.maximum(scale, math.ulp(1.0))).astype(np.int8)
            stored[name + ".scale"] = scale.astype(np.float16)
        else:
            stored[name] = array.astype(np.float16)
    return stored


def unpacked(path: Path) -> dict[str, Tensor]:
    """The weights of a file that this program wrote."""
    stored = np.load(path)
    names = [name for name in stored.files if not name.endswith(".scale")]
    scales = {
        name: stored[name + ".scale"].astype(np.float32) for name in names if name + ".scale" in stored.files
    }
    return {name: torch.from_numpy(stored[name].astype(np.float32) * scales.get(name, 1)) for name in names}


if __name__ == "__main__":
    main()
