"""A large ledger built by script, to time the desk on: documents in three languages, claims, stories, events.

Run: python -m benchmarks.desk_ledger FOLDER --documents 100000
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy import text

from dateline.desk import create_desk, load_desk
from dateline.model.annotations import (
    Annotations,
    DocumentEntity,
    EventType,
    Mention,
    MentionType,
    PlacePrecision,
)
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.events import (
    Account,
    Attribute,
    AttributeVersion,
    Event,
    EventPlace,
    Giver,
    Relation,
    Telling,
)
from dateline.model.evidence import Evidence, WarcPointer
from dateline.model.identity import bytes_id, content_id
from dateline.model.ledger import Assessment, Decision, Entity, Story, Verdict
from dateline.model.spans import Span
from dateline.model.times import StatedTime
from dateline.store import Ledger, schema
from dateline.store.codec import dump_json
from dateline.store.engine import open_engine, writing
from dateline.text.fold import folded_words

Kept = tuple[str, str, tuple[str, str]]  # a document's id, outlet, and the names in it
SAVE_WORDS = "INSERT INTO document_words (rowid, title, body) VALUES (:number, :title, :body)"
T = TypeVar("T")
START = datetime(2020, 1, 1, tzinfo=UTC)
READER, MADE_BY = "script/1", "script/1"
REPORTS = 4  # of a story
PER_TRANSACTION = 2000
PEOPLE, PLACES = 8000, 2000
OUTLETS = 40
SOUNDS = ("ba", "dar", "esh", "fan", "gol", "ham", "kir", "lan", "mos", "nas", "qa", "rud", "sam", "tab")
WORDS = {
    "en": "minister border convoy harbour council denied talks station rockets wounded price wheat crossing "
    "village army spokesman agreement prisoners factory bridge",
    "fa": "وزیر مرز کاروان شورا گفتگو ایستگاه زخمی بها گندم گذرگاه روستا ارتش سخنگو توافق کارخانه پل",
    "ar": "وزير حدود قافلة ميناء مجلس محادثات محطة جرحى سعر قمح معبر قرية جيش متحدث اتفاق مصنع جسر",
}


def batched(some: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Cut into tuples of `size`."""
    left = iter(some)
    while batch := tuple(islice(left, size)):
        yield batch


class Script:
    """Makes the same nouns for the same seed."""

    def __init__(self, documents: int, seed: int = 1) -> None:
        self.count = documents
        self.random = random.Random(seed)
        self.people = [self._name() for _ in range(PEOPLE)]
        self.places = [self._name().split()[0] for _ in range(PLACES)]

    def _name(self) -> str:
        parts = ("".join(self.random.choices(SOUNDS, k=self.random.randint(2, 3))) for _ in range(2))
        return " ".join(part.capitalize() for part in parts)

    def made(self, number: int) -> tuple[Evidence, Document, Annotations]:
        """Return the document of a number with what is read in it."""
        choose = self.random
        lang = choose.choices(("en", "fa", "ar"), (5, 3, 2))[0]
        speaker, place = choose.choice(self.people), choose.choice(self.places)
        sentences = [self._sentence(lang, speaker, place) for _ in range(6)]
        text = "\n\n".join(sentences)
        evidence = _evidence(number, text)
        document = _document(number, evidence, f"{place}: {sentences[0][:70]}", text, lang)
        return evidence, document, _annotations(document, sentences, speaker, place)

    def _sentence(self, lang: str, speaker: str, place: str) -> str:
        words = self.random.choices(WORDS[lang].split(), k=14)
        return f"{speaker} {' '.join(words[:7])} {place} {self.random.randint(2, 90)} {' '.join(words[7:])}."


def _evidence(number: int, text: str) -> Evidence:
    at = START + timedelta(minutes=5 * number)
    url = f"https://outlet-{number % OUTLETS}.example/{number}"
    record = WarcPointer("00001.warc.gz", number * 1000, 1000)
    return Evidence(
        bytes_id(text.encode()),
        url,
        url,
        at,
        "text/html",
        len(text),
        f"outlet-{number % OUTLETS}",
        (),
        record,
    )


def _document(number: int, evidence: Evidence, title: str, text: str, lang: str) -> Document:
    day = evidence.captured_at.date().isoformat()
    return Document(
        id=content_id("doc", evidence.id, evidence.url, READER),
        evidence=evidence.id,
        url=evidence.url,
        outlet=evidence.outlet,
        title=title,
        byline=None,
        source=None,
        published=StatedTime(day, day),
        captured_at=evidence.captured_at,
        lang=lang,
        text=text,
        pictures=(),
        reader=READER,
    )


def _annotations(document: Document, sentences: Sequence[str], speaker: str, place: str) -> Annotations:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    chain = (
        Link(LinkKind.SPEAKER, speaker, span=Span(0, len(speaker))),
        Link(LinkKind.PUBLISHER, document.outlet),
    )
    claims = tuple(
        Claim(
            id=content_id("c", document.id, span.start),
            document=document.id,
            content=(Span(span.start + len(speaker) + 1, span.end),),
            chain=chain,
            cue=Span(span.start, span.start + len(speaker)),
            mode=Mode.PARAPHRASE,
            certainty=Certainty.CERTAIN,
            polarity=Polarity.AFFIRMED,
            confidence=0.8,
            sentence=span,
        )
        for span in spans[:3]
    )
    mentions = (Mention("m0", 0, len(speaker), MentionType.PERSON, "e0", 0.9),)
    entities = (
        DocumentEntity("e0", MentionType.PERSON, speaker),
        DocumentEntity("e1", MentionType.GPE, place),
    )
    return Annotations(
        document.id,
        tuple(spans),
        mentions=mentions,
        entities=entities,
        claims=claims,
        made_by=(MADE_BY,),
    )


def build(folder: Path, documents: int) -> Path:
    """Make a desk with that many documents and return its folder."""
    create_desk(folder, "A large desk")
    script = Script(documents)
    address = load_desk(folder).store_address
    Ledger.open(address).close()
    kept = list(_save_documents(address, script))
    with Ledger.open(address) as ledger:
        _derive(ledger, script, kept)
    return folder


def _save_documents(address: str, script: Script) -> Iterator[Kept]:
    """Write documents and what was read in them many rows at a time: the ledger's own way is one by one."""
    begun, engine = time.monotonic(), open_engine(address)
    for numbers in batched(range(script.count), PER_TRANSACTION):
        made = [(number, *script.made(number)) for number in numbers]
        with writing(engine) as connection:
            for table, rows in _rows(made).items():
                connection.execute(schema.metadata.tables[table].insert(), rows)
            connection.execute(
                text(SAVE_WORDS), [_words(number, document) for number, _, document, _ in made]
            )
        for _, _, document, read in made:
            yield document.id, document.outlet or "", (read.entities[0].name, read.entities[1].name)
        print(f"{numbers[-1] + 1:,} documents, {time.monotonic() - begun:.0f} s", flush=True)
    engine.dispose()


def _words(number: int, document: Document) -> dict[str, object]:
    title, body = (" ".join(folded_words(words)) for words in (document.title or "", document.text))
    return {"number": number + 1, "title": title, "body": body}


def _rows(made: Sequence[tuple[int, Evidence, Document, Annotations]]) -> dict[str, list[dict[str, object]]]:
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("captures", "evidence", "documents", "annotations", "claims", "decisions")
    }
    for number, evidence, document, read in made:
        at, day = evidence.captured_at, document.published.day if document.published else ""
        seen = {"url": evidence.url, "outlet": evidence.outlet, "learned_at": at}
        kept = {
            **seen,
            "id": evidence.id,
            "file": evidence.record.file,
            "until_offset": number,
            "to_read": True,
        }
        rows["evidence"].append({**kept, "record": dump_json(evidence)})
        capture = {**seen, "id": f"k-{number}", "captured_at": at, "status": 200, "evidence": evidence.id}
        rows["captures"].append(capture)
        of_document = {"lang": document.lang, "reader": READER, "printed": day, "day": day, "captured_at": at}
        own = {**seen, **of_document, "number": number + 1, "id": document.id, "evidence": evidence.id}
        rows["documents"].append({**own, "record": dump_json(document)})
        annotated = {"document": document.id, "made_by": MADE_BY, "learned_at": at}
        rows["annotations"].append({**annotated, "record": dump_json(read)})
        for claim in read.claims:
            rows["claims"].append(_claim_row(claim, day, at))
            rows["decisions"].append(_decision_row(claim, at))
    return rows


def _claim_row(claim: Claim, day: str, at: datetime) -> dict[str, object]:
    return {
        "id": claim.id,
        "document": claim.document,
        "printed": day,
        "mode": claim.mode.value,
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        "learned_at": at,
        "record": dump_json(claim),
    }


def _decision_row(claim: Claim, at: datetime) -> dict[str, object]:
    made = Decision(content_id("j", claim.id), Verdict.ACCEPT, claim.id, "rule:script/1", at)
    return {
        "id": made.id,
        "verdict": made.verdict.value,
        "subject": made.subject,
        "by": made.by,
        "at": at,
        "learned_at": at,
        "record": dump_json(made),
    }


def _derive(ledger: Ledger, script: Script, kept: Sequence[Kept]) -> None:
    now = START + timedelta(minutes=5 * script.count)
    groups = [tuple(group) for group in batched(kept, REPORTS)]
    stories = [Story(content_id("s", group[0][0]), tuple(id for id, _, _ in group)) for group in groups]
    ledger.save_stories(stories, now=now)
    ledger.save_assessments(
        [
            Assessment(story.id, tuple((id,) for id in story.documents), f"{REPORTS} outlets")
            for story in stories
        ],
        now=now,
    )
    named: dict[tuple[MentionType, str], list[str]] = {}
    for id, _, (person, place) in kept:
        named.setdefault((MentionType.PERSON, person), []).append(id)
        named.setdefault((MentionType.GPE, place), []).append(id)
    ledger.save_entities(
        [
            Entity(content_id("e", kind, name), kind, name, (), tuple(ids))
            for (kind, name), ids in named.items()
        ],
        now=now,
    )
    events = [_event(script, number, group) for number, group in enumerate(groups)]
    ledger.event_book.save_events(events, now=now)
    accounts = (
        _account(event, group)
        for event, group in zip(events, groups, strict=True)
        if script.random.random() < 0.2
    )
    ledger.event_book.save_accounts(accounts, now=now)


def _event(script: Script, number: int, group: Sequence[Kept]) -> Event:
    choose = script.random
    person, place = group[0][2]
    day = (START + timedelta(minutes=5 * REPORTS * number)).date().isoformat()
    lat, lon = choose.uniform(12, 42), choose.uniform(25, 62)
    return Event(
        id=content_id("v", group[0][0]),
        type=choose.choice(list(EventType)),
        mode=None,
        begin=day,
        until=day,
        place=EventPlace(place, "iq", lat, lon, choose.choice(list(PlacePrecision))),
        actors=(person,),
        targets=(choose.choice(script.people),),
        tellings=tuple(Telling(id, ("m0",)) for id, _, _ in group),
    )


def _account(event: Event, group: Sequence[Kept]) -> Account:
    versions = tuple(
        AttributeVersion(value, (Giver(outlet, id, event.begin or ""),))
        for value, (id, outlet, _) in zip(("3", "6"), group, strict=False)
    )
    return Account(event.id, (Attribute("killed", None, versions, Relation.DIFFERENT),))


def main() -> None:
    """Build a ledger and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    asked = parser.parse_args()
    begun = time.monotonic()
    build(asked.folder, asked.documents)
    print(f"built in {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
