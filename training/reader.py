"""Train the reader: `python -m training.reader --corpora ~/corpora --encoder FOLDER --out FOLDER`."""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.corpora import Passage
from training.network import HAPPENING_PARTS, ReaderNetwork, load_encoder, load_weights
from training.splits import split_attributions, split_happenings, split_mentions, split_syntax
from training.stand_ins import load_stand_ins
from training.syntax import syntax_losses
from training.variation import vary
from training.windows import Batch, Told, Window, batch_windows, cut_windows, mark_passage

SIZE = 382
"""Pieces of a window, without the two special ones."""
BATCH = 4
MEMORY = 0.99
"""Share that the running average of the weights keeps at each step; the average is what is saved."""
NEW_SPEED = 5.0
"""How much faster heads learn than the encoder."""
WARM = 0.04
"""Share of a run over which the rate rises."""


def plan_batches(
    tokenizer: Tokenizer, corpora: Sequence[tuple[Sequence[Passage], float]], chance: random.Random
) -> list[list[Window]]:
    """Return all batches of a training run over each corpus so many rounds, long windows with long ones.

    Each round is varied anew; the last may be a part of one.
    """
    names = load_stand_ins(passage for passages, _ in corpora for passage in passages)
    windows: list[Window] = []
    for passages, rounds in corpora:
        for number in range(ceil(rounds)):
            part = min(1.0, rounds - number)
            for passage in chance.sample(passages, round(part * len(passages))):
                marked = mark_passage(tokenizer, vary(passage, names, chance))
                windows.extend(cut_windows(marked, SIZE, chance.randrange(SIZE)))
    chance.shuffle(windows)
    batches: list[list[Window]] = []
    for first in range(0, len(windows), BATCH * 16):
        near = sorted(windows[first : first + BATCH * 16], key=len)
        groups = [near[index : index + BATCH] for index in range(0, len(near), BATCH)]
        chance.shuffle(groups)
        batches.extend(groups)
    return batches


def losses(network: ReaderNetwork, batch: Batch) -> dict[str, Tensor]:
    """Return each head's loss; a head that the batch does not mark has none or zero."""
    scores = network(batch.ids, batch.features, batch.mask)
    told = (~batch.allowed.all(-1)) & (batch.mask == 1)
    found = {"mentions": -(fitting(scores.mentions, batch.allowed) * told).sum() / told.sum().clamp(min=1)}
    if (batch.cues >= 0).any():
        found["cues"] = functional.cross_entropy(scores.cues.transpose(1, 2), batch.cues, ignore_index=-100)
    if len(batch.rows):
        content, source = network.pair_scores(scores, batch.rows, batch.cue_weights)
        inside = batch.mask[batch.rows].float()
        for name, score, target in (("content", content, batch.contents), ("source", source, batch.sources)):
            each = functional.binary_cross_entropy_with_logits(score, target, reduction="none") * inside
            found[name] = each.sum() / len(batch.rows) / PAIR_SCALE[name]
    trees = syntax_losses(network.syntax, scores.syntax, batch.syntax)
    return found | happening_losses(scores.happenings, batch) | trees


def happening_losses(scores: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Return the losses of the head of happenings, which is surest at one piece of each that is marked."""
    event, kind, level, denied = scores.split(HAPPENING_PARTS, -1)
    found = {}
    known = batch.events >= 0
    if known.any():
        found["events"] = functional.binary_cross_entropy_with_logits(
            event.squeeze(-1)[known], batch.events[known].float()
        )
    negative = ~batch.kinds.all(-1) & (batch.mask == 1)
    if negative.any():
        found["none"] = -fitting(kind[negative], batch.kinds[negative]).mean()
    told, telling = batch.told, functional.logsigmoid(event.detach().squeeze(-1))
    if len(told.rows):
        found["kinds"] = -_at_best(kind, telling, told, told.kinds).mean()
        found["levels"] = -_at_best(level, telling, told, told.levels).mean()
        stated = told.denied >= 0
        if stated.any():
            both = torch.cat((-denied, denied), -1)
            sides = functional.one_hot(told.denied.clamp(min=0), 2).bool()
            found["denied"] = -_at_best(both, telling, told, sides)[stated].mean()
    return found


def fitting(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the log probability of a set of labels."""
    return scores.masked_fill(~allowed, -1e4).logsumexp(-1) - scores.logsumexp(-1)


def _at_best(scores: Tensor, telling: Tensor, told: Told, allowed: Tensor) -> Tensor:
    """Return the log probability of the set of each happening at the piece of it that tells best."""
    each = fitting(scores[told.rows], allowed[:, None, :].expand(-1, scores.shape[1], -1))
    best = (each.detach() + telling[told.rows]).masked_fill(~told.inside, -1e4).argmax(-1, keepdim=True)
    return each.gather(-1, best).squeeze(-1)


WEIGHTS = {"mentions": 3.0, "cues": 2.0, "content": 1.0, "source": 1.0,
           "events": 1.0, "none": 0.5, "kinds": 0.5, "levels": 0.5, "denied": 0.3,
           "arcs": 0.5, "relations": 0.5, "tags": 0.3}  # fmt: skip
"""What each loss counts. Most pieces are outside of names and cues, so that their mean losses are small."""
PAIR_SCALE = {"content": 30.0, "source": 6.0}
"""About the length of a content and of a source in pieces, so that each pair loss is near one at first."""


def train(
    network: ReaderNetwork, batches: Sequence[Sequence[Window]], args: argparse.Namespace
) -> Iterator[int]:
    """Train over the planned batches, and yield the number of the step after each."""
    chance = random.Random(args.seed + 1)
    optimiser = make_optimiser(network, args.rate, args.frozen, tuple(args.alone))
    started = time.monotonic()
    limit = 60.0 * args.minutes if args.minutes else float("inf")
    sums: dict[str, float] = {}
    for step, windows in enumerate(batches, 1):
        spent = time.monotonic() - started
        if spent > limit:
            return
        set_rates(optimiser, args.rate, max(step / len(batches), spent / limit))
        network.train()
        found = learnable(losses(network, batch_windows(windows, chance)))
        if not found:
            continue
        sum(WEIGHTS[name] * loss for name, loss in found.items()).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        for name, loss in found.items():
            sums[name] = 0.95 * sums.get(name, loss.item()) + 0.05 * loss.item()
        if step % 20 == 0:
            told = " ".join(f"{name} {loss:.3f}" for name, loss in sums.items())
            print(
                f"step {step}/{len(batches)} {spent:.0f} s, {spent / step:.2f} s a step: {told}", flush=True
            )
        yield step


def learnable(found: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses that some weight can lower: where a head learns alone, those of the others cannot."""
    return {name: loss for name, loss in found.items() if loss.requires_grad}


def make_optimiser(
    network: ReaderNetwork, rate: float, frozen: int, alone: tuple[str, ...] = ()
) -> torch.optim.Optimizer:
    """Return the optimiser; what is new (heads, casing) learns faster than the encoder, words not at all.

    Where some parts are to learn `alone`, all others stay as they are.
    """
    encoder = network.encoder
    for part in (encoder.words, encoder.positions, *encoder.layers[:frozen]):
        part.requires_grad_(False)
    for name, weight in network.named_parameters() if alone else ():
        weight.requires_grad_(name.startswith(alone))
    new = [weight for name, weight in network.named_parameters() if not name.startswith("encoder.")]
    new += encoder.features.parameters()
    body = [weight for part in (encoder.embedded, *encoder.layers) for weight in part.parameters()]
    groups = [
        {"params": [weight for weight in weights if weight.requires_grad], "lr": rate, "speed": speed}
        for weights, speed in ((body, 1.0), (new, NEW_SPEED))
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def set_rates(optimiser: torch.optim.Optimizer, rate: float, progress: float) -> None:
    """Warm up over the first part of a run (`progress` from 0 to 1), then fall to zero in a straight line."""
    share = min(progress / WARM, max(0.0, (1 - progress) / (1 - WARM)))
    for group in optimiser.param_groups:
        group["lr"] = rate * group["speed"] * share


SPLITS = (split_attributions, split_mentions, split_happenings, split_syntax)
"""What `--rounds` counts, in its order."""


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--encoder", type=Path, required=True, help="folder with model.safetensors, tokenizer.json"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--rounds",
        type=float,
        nargs=4,
        default=(7, 6, 4, 6),
        help="over attributions, mentions, happenings, syntax",
    )
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument(
        "--minutes", type=float, help="stop by then, at a rate of zero; such a run cannot be repeated exactly"
    )
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers to leave as they are")
    parser.add_argument(
        "--alone",
        nargs="*",
        default=(),
        help="parts of the network that learn, the others stay: grasp happenings, or syntax",
    )
    return parser.parse_args()


def main() -> None:
    args = parse_arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(args.encoder / "tokenizer.json")
    network = ReaderNetwork(load_encoder(args.encoder / "model.safetensors"))
    if args.start:
        load_weights(network, torch.load(args.start, weights_only=True))
    chance = random.Random(args.seed)
    splits = (split(args.corpora) for split in SPLITS)
    corpora = [(split.train, rounds) for split, rounds in zip(splits, args.rounds, strict=True)]
    batches = plan_batches(tokenizer, corpora, chance)
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(MEMORY))
    for step in train(network, batches, args):
        average.update_parameters(network)
        if step % 25 == 0 or step == len(batches):
            torch.save(average.module.state_dict(), args.out / "network.pt")


def load_tokenizer(path: Path) -> Tokenizer:
    """Load the published tokenizer, without its cut at 128 pieces."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


if __name__ == "__main__":
    main()
