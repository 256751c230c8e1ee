"""The transformer of the paper in PyTorch, trained on sampled batches of rows and evaluated by rows: what a researcher writes.

transformer.py FOLDER   reads setup.json, weights.safetensors and tokens.bin there, then answers commands, one line of JSON each:

  step FIRST COUNT      COUNT optimiser steps on the prepared batches FIRST, FIRST + 1, …: seconds, and the loss of each step
  reset                 the initial weights again, the optimiser new
  replicate STEPS OF    trains STEPS of a recipe of OF steps from the initial weights on batches drawn here, then evaluates and probes the network: seconds, final loss gap
  evaluate [SOLVER]     one evaluation of the present weights by rows with one least squares on the concatenated layers: seconds of each part;
                        SOLVER: normal (equations), orthogonal (pivoted QR) or svd
"""
import json
import math
import struct
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, d, inner, mlp):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * inner), nn.Linear(inner, d)
        self.fc_in, self.fc_out = nn.Linear(d, mlp), nn.Linear(mlp, d)
        self.scale = 1 / math.sqrt(inner)

    def forward(self, x, mask):
        q, k, v = self.qkv(self.ln1(x)).chunk(3, dim=-1)  # [R, T, D] each: one head
        scores = torch.baddbmm(mask, q, k.transpose(1, 2), alpha=self.scale)  # [R, T, T]
        x = x + self.out(torch.bmm(scores.softmax(-1), v))
        return x + self.fc_out(F.relu(self.fc_in(self.ln2(x))))


class Transformer(nn.Module):
    def __init__(self, vocabulary, window, d=64, layers=4, inner=8, mlp=256):
        super().__init__()
        self.embed, self.position = nn.Embedding(vocabulary, d), nn.Embedding(window, d)
        self.blocks = nn.ModuleList(Block(d, inner, mlp) for _ in range(layers))
        self.ln_final, self.unembed = nn.LayerNorm(d), nn.Linear(d, vocabulary)
        self.register_buffer("mask", torch.full((1, window, window), -math.inf).triu(1), persistent=False)

    def forward(self, tokens, keep=None):
        length = tokens.shape[1]
        x = self.embed(tokens)
        if keep is not None:
            keep("hook_embed", x)
        x = x + self.position.weight[:length]
        mask = self.mask[:, :length, :length]
        for i, block in enumerate(self.blocks):
            x = block(x, mask)
            if keep is not None:
                keep(f"blocks.{i}.hook_resid_post", x)
        x = self.ln_final(x)
        if keep is not None:
            keep("ln_final", x)
        return self.unembed(x)


def read_safetensors(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    header.pop("__metadata__", None)
    return {name: torch.from_numpy(np.frombuffer(data[entry["data_offsets"][0]:entry["data_offsets"][1]], "<f4").reshape(entry["shape"]).copy())
            for name, entry in header.items()}


def state_of(tensors):
    """Names and shapes of TransformerLens as those of the modules above."""
    state = {"embed.weight": tensors["embed.W_E"], "position.weight": tensors["pos_embed.W_pos"], "ln_final.weight": tensors["ln_final.w"],
             "ln_final.bias": tensors["ln_final.b"], "unembed.weight": tensors["unembed.W_U"].T, "unembed.bias": tensors["unembed.b_U"]}
    for i in range(sum(name.endswith("ln1.w") for name in tensors)):
        theirs = own = f"blocks.{i}."
        state[own + "qkv.weight"] = torch.cat([tensors[theirs + "attn.W_" + kind].squeeze(0).T for kind in "QKV"])
        state[own + "qkv.bias"] = torch.cat([tensors[theirs + "attn.b_" + kind].squeeze(0) for kind in "QKV"])
        state[own + "out.weight"], state[own + "out.bias"] = tensors[theirs + "attn.W_O"].squeeze(0).T, tensors[theirs + "attn.b_O"]
        for norm in ("ln1", "ln2"):
            state[own + norm + ".weight"], state[own + norm + ".bias"] = tensors[theirs + norm + ".w"], tensors[theirs + norm + ".b"]
        state[own + "fc_in.weight"], state[own + "fc_in.bias"] = tensors[theirs + "mlp.W_in"].T, tensors[theirs + "mlp.b_in"]
        state[own + "fc_out.weight"], state[own + "fc_out.bias"] = tensors[theirs + "mlp.W_out"].T, tensors[theirs + "mlp.b_out"]
    return state


class Process:
    def __init__(self, transitions, start):
        self.transitions, self.start = np.array(transitions), np.array(start)  # [V, S, S], [S]
        symbols, states, _ = self.transitions.shape
        self.states = states
        self.edges = np.cumsum(self.transitions.transpose(1, 0, 2).reshape(states, symbols * states), axis=1)
        self.edges[:, -1] = 1

    def draw(self, generator, rows, length):
        """Sequences of tokens, all rows at once."""
        state = generator.choice(self.states, rows, p=self.start)
        chance = generator.random((length, rows, 1))
        tokens = np.empty((length, rows), np.int64)
        for t in range(length):
            tokens[t], state = np.divmod((self.edges[state] <= chance[t]).sum(axis=1), self.states)
        return torch.from_numpy(tokens.T.copy())

    def words(self, length):
        """Every possible word of a length: tokens [W, T], probabilities [W], belief [W, T, S] and next-token law [W, T, V] after each token."""
        tokens, joint, beliefs = np.zeros((1, 0), np.int64), self.start[None], np.zeros((1, 0, self.states))
        for _ in range(length):
            grown = np.einsum("ni,zij->nzj", joint, self.transitions)  # [n, V, S]
            keep = np.argwhere(grown.sum(axis=2) > 0)
            joint = grown[keep[:, 0], keep[:, 1]]
            tokens = np.concatenate([tokens[keep[:, 0]], keep[:, 1:]], axis=1)
            beliefs = np.concatenate([beliefs[keep[:, 0]], (joint / joint.sum(axis=1, keepdims=True))[:, None]], axis=1)
        return tokens, joint.sum(axis=1), beliefs, np.einsum("wti,zij->wtz", beliefs, self.transitions)


class Peer:
    CHUNK = 4096

    def __init__(self, folder):
        with open(f"{folder}/setup.json") as file:
            self.setup = json.load(file)
        self.process = Process(self.setup["transitions"], self.setup["start"])
        self.window, self.batch = self.setup["window"], self.setup["batch"]
        self.initial = state_of(read_safetensors(f"{folder}/weights.safetensors"))
        self.batches = torch.from_numpy(np.fromfile(f"{folder}/tokens.bin", "<u2").astype(np.int64)).view(-1, self.batch, self.window + 1)
        self.reset()

    def reset(self):
        self.model = Transformer(len(self.setup["transitions"]), self.window)
        self.model.load_state_dict(self.initial)
        # Per parameter and as one list of them take the same time here within the noise; lists are what newer versions take by default.
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=self.setup["rate"], weight_decay=self.setup["decay"], foreach=True)
        return {}

    def learn(self, tokens):
        logits = self.model(tokens[:, :-1])
        loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), tokens[:, 1:].reshape(-1))
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss

    def step(self, first, count):
        return {"losses": [self.learn(self.batches[(first + i) % len(self.batches)]).item() for i in range(count)]}

    def replicate(self, steps, planned):
        self.reset()
        generator = np.random.default_rng(self.setup["seed"])
        warmup = self.setup["warmup"]
        words = self.process.words(self.window)
        for step in range(steps):
            after = (step - warmup) / (planned - warmup)
            factor = (step + 1) / warmup if step < warmup else 0.5 * (1 + math.cos(math.pi * after))
            for group in self.optimizer.param_groups:
                group["lr"] = factor * self.setup["rate"]
            self.learn(self.process.draw(generator, self.batch, self.window + 1))
        trained = time.perf_counter()
        hidden, gap = self.forward(words)
        scores = self.probe(hidden, words)
        self.model.load_state_dict(self.initial)
        untrained = self.probe(self.forward(words)[0], words)
        return {"gap": gap, "scores": scores, "untrained": untrained, "probing": time.perf_counter() - trained}

    @torch.no_grad()
    def forward(self, words):
        """Activations of every row at every place, [W·T, d] each, and the loss gap."""
        tokens, probability, _, law = words
        laws, weights, tokens = torch.from_numpy(law), torch.from_numpy(probability), torch.from_numpy(tokens)
        hidden, surplus = {}, 0.0
        for first in range(0, len(tokens), self.CHUNK):
            rows = slice(first, min(first + self.CHUNK, len(tokens)))

            def keep(name, x):
                if name not in hidden:
                    hidden[name] = torch.empty(len(tokens), self.window, x.shape[-1])
                hidden[name][rows] = x

            predicted = self.model(tokens[rows], keep).log_softmax(-1).double()
            surplus += float((weights[rows, None, None] * (torch.xlogy(laws[rows], laws[rows]) - laws[rows] * predicted)).sum())
        return {name: x.view(-1, x.shape[-1]) for name, x in hidden.items()}, surplus / self.window

    def probe(self, hidden, words):
        """R² of the belief, and of beliefs shuffled and permuted four times, at every place: in-sample, which spares the folds."""
        _, probability, beliefs, _ = words
        weight = torch.from_numpy(np.repeat(probability, self.window)).sqrt()[:, None]
        truth = torch.from_numpy(beliefs.reshape(len(weight), -1))
        generator = torch.Generator().manual_seed(1)
        targets = torch.cat([truth] + [truth[torch.randperm(len(truth), generator=generator)] for _ in range(8)], dim=1)
        posts = [name for name in hidden if name.endswith("resid_post")]
        places = {name: [name] for name in hidden} | {"concat": posts}
        return {place: self.r_squared(torch.cat([hidden[name] for name in names], dim=1), targets, weight, truth.shape[1]) for place, names in places.items()}

    @staticmethod
    def r_squared(features, targets, weight, width, solver="normal"):
        x = torch.cat([features.double(), torch.ones(len(features), 1, dtype=torch.float64)], dim=1) * weight
        y = targets * weight
        if solver == "normal":  # much the fastest way to one least squares of so many rows
            gram = x.T @ x
            gram.diagonal().add_(1e-12 * gram.trace() / len(gram))
            fitted = x @ torch.linalg.solve(gram, x.T @ y)
        else:
            fitted = x @ torch.linalg.lstsq(x, y, driver="gelsd" if solver == "svd" else "gelsy").solution
        mean = (y * weight).sum(dim=0) / (weight * weight).sum()
        errors, spreads = ((y - fitted) ** 2).sum(dim=0), ((y - mean * weight) ** 2).sum(dim=0)
        return [float(1 - errors[i:i + width].sum() / spreads[i:i + width].sum()) for i in range(0, len(errors), width)]

    def evaluate(self, solver="normal"):
        began = time.process_time()
        words = self.process.words(self.window)
        grown = time.process_time()
        hidden, gap = self.forward(words)
        passed = time.process_time()
        _, probability, beliefs, _ = words
        weight = torch.from_numpy(np.repeat(probability, self.window)).sqrt()[:, None]
        truth = torch.from_numpy(beliefs.reshape(len(weight), -1))
        posts = torch.cat([x for name, x in hidden.items() if name.endswith("resid_post")], dim=1)
        score = self.r_squared(posts, truth, weight, truth.shape[1], solver)[0]
        return {"gap": gap, "rSquared": score, "theory": grown - began, "forward": passed - grown, "leastSquares": time.process_time() - passed}


def main():
    torch.set_num_threads(1)
    peer = Peer(sys.argv[1])
    for line in sys.stdin:
        command, *arguments = line.split()
        began, processor = time.perf_counter(), time.process_time()
        answer = getattr(peer, command)(*(int(argument) if argument.isdigit() else argument for argument in arguments))
        answer |= {"processor": time.process_time() - processor, "clock": time.perf_counter() - began}
        print(json.dumps(answer), flush=True)


main()
