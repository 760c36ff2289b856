"""True sentences of editions, each falsified one way: how many are caught, and how many true ones refused.

    python -m benchmarks.falsification DESK... [--sentences 2000] [--seed 7] [--show KIND]

Each DESK has been run (the sample desk by `make demo`, months of FA-KES by benchmarks.fakes_desk). Its
edition is planned at full length, ten sentences a story, and each sentence is checked as before an issue.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.falsify import FALSIFIERS, PAST, Pool, Truth, falsify
from dateline.desk import load_desk
from dateline.model.annotations import Annotations, MentionType
from dateline.model.editions import Edition, Period, Sentence
from dateline.model.spans import Span
from dateline.pipeline import Doors, open_to_look
from dateline.pipeline.editions.checking import sentence_checker
from dateline.pipeline.editions.drafting import plan_period
from dateline.write.prose.passages import sentences_of

ALL = Period("1900-01-01", "2100-01-01")
MOST_STORIES, MOST_SENTENCES = 1000, 10
Check = Callable[[Sentence], list[str]]


def longest_edition(doors: Doors) -> Edition:
    """Plan an edition of all that the desk holds, at full length."""
    settings = doors.desk.settings
    bulletin = settings.bulletin.model_copy(
        update={"max_stories": MOST_STORIES, "sentences_per_story": MOST_SENTENCES}
    )
    desk = type(doors.desk)(doors.desk.folder, settings.model_copy(update={"bulletin": bulletin}))
    wide = Doors(**{name: getattr(doors, name) for name in doors.__dataclass_fields__} | {"desk": desk})
    return plan_period(wide, ALL)[0]


def truths_of(doors: Doors, edition: Edition) -> Iterator[Truth]:
    """Give each sentence of the body with its names as the desk annotated them."""
    notes = doors.ledger.annotations([entry.id for entry in edition.documents])
    texts = {d.id: d.text for d in doors.ledger.documents_by_id(list(notes)).values()}
    for path, sentence in sentences_of(edition):
        if not path.startswith("overview"):
            names = {
                name: kind
                for c in sentence.citations
                for name, kind in _names(notes[c.document], texts[c.document], c.spans)
            }
            sources = " ".join(citation.quote for citation in sentence.citations)
            yield Truth(sentence, tuple(names.items()), sources)


def _names(
    notes: Annotations, text: str, spans: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, MentionType]]:
    for mention in notes.mentions:
        if any(start <= mention.start and mention.end <= end for start, end in spans):
            yield Span(mention.start, mention.end).of(text), mention.type


@dataclass(frozen=True, slots=True)
class Case:
    """A falsified sentence, the way it was falsified, and what the check says against it."""

    kind: str
    sentence: Sentence
    truth: Truth
    faults: list[str]


def falsify_all(pairs: list[tuple[Truth, Check]], wanted: int, draw: random.Random) -> Iterator[Case]:
    """Falsify as many sentences of each kind, drawn without repetition where there are enough of them."""
    pool = Pool(
        sorted({name for truth, _ in pairs for name in truth.names}),
        sorted({match.group() for truth, _ in pairs for match in PAST.finditer(truth.body)}),
    )
    for kind in FALSIFIERS:
        made: set[str] = set()
        tries = 0
        while len(made) < wanted // len(FALSIFIERS) and tries < 40 * wanted:
            tries += 1
            truth, check = draw.choice(pairs)
            sentence = falsify(kind, truth, pool, draw)
            if sentence is not None and sentence.text not in made:
                made.add(sentence.text)
                yield Case(kind, sentence, truth, check(sentence))


def main() -> None:
    """Falsify, check, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("desks", type=Path, nargs="+")
    parser.add_argument("--sentences", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", help="print what was missed of a kind, or the true sentences refused: true")
    options = parser.parse_args()
    with ExitStack() as stack:
        pairs: list[tuple[Truth, Check]] = []
        for desk in options.desks:
            doors = stack.enter_context(open_to_look(load_desk(desk), now=datetime(2100, 1, 1, tzinfo=UTC)))
            edition = longest_edition(doors)
            check = sentence_checker(doors, edition)
            pairs += [(truth, check) for truth in truths_of(doors, edition)]
        refused = [(truth, faults) for truth, check in pairs if (faults := check(truth.sentence))]
        print(f"true sentences {len(pairs)}, refused {len(refused)}: {len(refused) / len(pairs):.3f}")
        if options.show == "true":
            for truth, faults in refused:
                print(f"  {faults}\n    {truth.sentence.text}\n    {truth.sources}")
        wrong = {id(truth) for truth, _ in refused}
        held = [(truth, check) for truth, check in pairs if id(truth) not in wrong]
        _print_table(list(falsify_all(held, options.sentences, random.Random(options.seed))), options.show)


def _print_table(cases: list[Case], show: str | None) -> None:
    for kind in FALSIFIERS:
        mine = [case for case in cases if case.kind == kind]
        caught = sum(bool(case.faults) for case in mine)
        print(f"{kind:<18} {len(mine):>5}  caught {caught / max(1, len(mine)):.3f}")
        if show == kind:
            for case in mine:
                if not case.faults:
                    print(f"    false: {case.sentence.text}\n    true:  {case.truth.sentence.text}")
    caught = sum(bool(case.faults) for case in cases)
    print(f"{'all':<18} {len(cases):>5}  caught {caught / max(1, len(cases)):.3f}")


if __name__ == "__main__":
    main()
