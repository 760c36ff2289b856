"""Named mentions of one document joined into entities, against GUM's coreference: B-cubed.

Run: `python -m benchmarks.names_in_documents --corpora CORPORA`. Gold mentions whose head is a proper noun,
of persons, bodies and places; types are GUM's. Nothing was chosen on it. Reference: Bagga and Baldwin 1998.
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.names import NamedSpan, gather_entities
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

TYPES = {"person": MentionType.PERSON, "organization": MentionType.ORG, "place": MentionType.GPE}
_BRACKETS = re.compile(r"\([^()]*\)?|\d*\)")


@dataclass(frozen=True, slots=True)
class Gold:
    """A named mention of the corpus: its span in the text, its type and its entity."""

    span: Span
    type: MentionType
    entity: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    folder = parser.parse_args().corpora.expanduser() / "2_attribution" / "gum"
    precision = recall = 0.0
    count = documents = 0
    for path in sorted(folder.rglob("GUM_*.conllu")):
        text, gold = read_document(path)
        if gold:
            p, r = b_cubed(gold, joined(text, gold))
            precision, recall = precision + p, recall + r
            count, documents = count + len(gold), documents + 1
    precision, recall = precision / count, recall / count
    f_score = 2 * precision * recall / (precision + recall)
    print(f"{documents} documents, {count} named mentions: P {precision:.3f} R {recall:.3f} F {f_score:.3f}")


def joined(text: str, gold: Sequence[Gold]) -> list[str | None]:
    """Return the entity that Dateline gives each mention."""
    names = [NamedSpan(mention.span, mention.type, None, 1.0) for mention in gold]
    mentions, _ = gather_entities(text, "en", names)
    return [mention.entity for mention in mentions]


def b_cubed(gold: Sequence[Gold], found: Sequence[str | None]) -> tuple[float, float]:
    """Return the sums over mentions of precision and recall."""
    precision = recall = 0.0
    for at, mention in enumerate(gold):
        own = {other for other, each in enumerate(gold) if each.entity == mention.entity}
        given = {other for other, each in enumerate(found) if each == found[at]}
        precision += len(own & given) / len(given)
        recall += len(own & given) / len(own)
    return precision, recall


def read_document(path: Path) -> tuple[str, list[Gold]]:
    """Return the text of a CoNLL-U file and its named mentions in order, no two overlapping."""
    text, gold = "", []
    open_mentions: list[tuple[str, str, int]] = []
    tokens: list[tuple[Span, str]] = []
    for fields in _tokens(path):
        start = len(text)
        text += fields[1]
        tokens.append((Span(start, len(text)), fields[3]))
        entities = next((part[7:] for part in fields[9].split("|") if part.startswith("Entity=")), "")
        for bracket in _BRACKETS.findall(entities):
            if opened := re.match(r"\((\d+)-([a-z]+)", bracket):
                open_mentions.append((opened[1], opened[2], len(tokens) - 1))
            if bracket.endswith(")"):
                closing = re.match(r"\d+", bracket)
                at = _opened(open_mentions, closing[0] if closing else None)
                if at is not None:
                    entity, kind, first = open_mentions.pop(at)
                    gold += _named(tokens[first:], kind, entity)
        if "SpaceAfter=No" not in fields[9]:
            text += " "
    return text, _disjoint(gold)


def _tokens(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            yield fields


def _opened(mentions: Sequence[tuple[str, str, int]], entity: str | None) -> int | None:
    """Return the place of the mention that a bracket closes: the latest, or the latest of its entity."""
    places = [at for at, mention in enumerate(mentions) if entity is None or mention[0] == entity]
    return places[-1] if places else None


def _named(tokens: Sequence[tuple[Span, str]], kind: str, entity: str) -> list[Gold]:
    """Return the mention where all its words but an article are proper nouns or join them."""
    names = [at for at, (_, tag) in enumerate(tokens) if tag == "PROPN"]
    inner = tokens[names[0] : names[-1] + 1] if names else []
    plain = all(tag in ("PROPN", "ADP", "DET", "PUNCT", "NUM", "CCONJ") for _, tag in inner)
    outer = [tag for at, (_, tag) in enumerate(tokens) if names and not names[0] <= at <= names[-1]]
    if (
        kind not in TYPES
        or not inner
        or not plain
        or any(tag not in ("DET", "PUNCT", "PART") for tag in outer)
    ):
        return []
    return [Gold(Span(inner[0][0].start, inner[-1][0].end), TYPES[kind], entity)]


def _disjoint(gold: Sequence[Gold]) -> list[Gold]:
    kept: list[Gold] = []
    for mention in sorted(gold, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


if __name__ == "__main__":
    main()
