"""The belief tree of Mess3(0.05, 0.85) level by level in NumPy: no loop over nodes.

belief_tree.py VARIANT         reads one depth per line, answers "processor-seconds seconds contexts checksum"
belief_tree.py VARIANT DEPTH   grows one tree, prints "contexts peak-bytes start-bytes" of this process

Variants: "einsum" and "matmul" multiply all beliefs of a level with all matrices, sum, drop the impossible and divide; "tuned" is the fastest way
found: one matrix product with the matrices side by side, sums as a product with ones, in place, and no copies where nothing is impossible.
"""
import sys
import time

import numpy as np


def mess3(x, a):
    b, y = (1 - a) / 2, 1 - 2 * x
    chain = np.full((3, 3), x) + (y - x) * np.eye(3)
    emission = np.full((3, 3), b) + (a - b) * np.eye(3)
    return np.stack([chain * emission[:, z] for z in range(3)])  # [symbol, from, to]


def einsum(transitions, beliefs):
    return np.einsum("ni,zij->nzj", beliefs, transitions).reshape(-1, transitions.shape[1])


def matmul(transitions, beliefs):
    return np.matmul(beliefs[None], transitions).transpose(1, 0, 2).reshape(-1, transitions.shape[1])


def plain(step, transitions, start, depth):
    """Parents, symbols, probabilities and beliefs, level by level; words of a level in lexicographic order."""
    alphabet = len(transitions)
    levels = [(np.array([-1], np.int32), np.zeros(1, np.uint16), np.ones(1), start[None])]
    first = 0
    for _ in range(depth):
        _, _, probability, beliefs = levels[-1]
        joint = step(transitions, beliefs)
        law = joint.sum(axis=1)
        possible = law > 0
        parent = np.repeat(np.arange(first, first + len(beliefs), dtype=np.int32), alphabet)[possible]
        symbol = np.tile(np.arange(alphabet, dtype=np.uint16), len(beliefs))[possible]
        probability = (np.repeat(probability, alphabet) * law)[possible]
        first += len(beliefs)
        levels.append((parent, symbol, probability, joint[possible] / law[possible, None]))
    return levels


def tuned(transitions, start, depth):
    alphabet, states, _ = transitions.shape
    side_by_side = np.ascontiguousarray(transitions.transpose(1, 0, 2).reshape(states, alphabet * states))
    ones = np.ones(states)
    levels = [(np.array([-1], np.int32), np.zeros(1, np.uint16), np.ones(1), start[None])]
    first = 0
    for _ in range(depth):
        _, _, probability, beliefs = levels[-1]
        joint = (beliefs @ side_by_side).reshape(-1, states)
        law = joint @ ones
        parent = np.repeat(np.arange(first, first + len(beliefs), dtype=np.int32), alphabet)
        symbol = np.tile(np.arange(alphabet, dtype=np.uint16), len(beliefs))
        probability = np.repeat(probability, alphabet)
        if law.min() <= 0:
            possible = law > 0
            joint, law, parent, symbol, probability = joint[possible], law[possible], parent[possible], symbol[possible], probability[possible]
        joint /= law[:, None]
        probability *= law
        first += len(beliefs)
        levels.append((parent, symbol, probability, joint))
    return levels


def grow(variant, transitions, start, depth):
    return tuned(transitions, start, depth) if variant == "tuned" else plain({"einsum": einsum, "matmul": matmul}[variant], transitions, start, depth)


def peak():
    with open("/proc/self/status") as status:
        return 1024 * next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def main():
    transitions, start, variant = mess3(0.05, 0.85), np.full(3, 1 / 3), sys.argv[1]
    if len(sys.argv) > 2:
        grow(variant, transitions, start, 2)
        before = peak()
        levels = grow(variant, transitions, start, int(sys.argv[2]))
        print(sum(len(level[2]) for level in levels), peak(), before)
        return
    for line in sys.stdin:
        began, processor = time.perf_counter(), time.process_time()
        levels = grow(variant, transitions, start, int(line))
        processor, seconds = time.process_time() - processor, time.perf_counter() - began
        # A checksum that both sides must agree on: sum over the last level of P(w) times the squared belief.
        checksum = float(levels[-1][2] @ (levels[-1][3] ** 2).sum(axis=1))
        print(processor, seconds, sum(len(level[2]) for level in levels), repr(checksum), flush=True)
        del levels


main()
