"""A surname gets the full name and the office that its article gave before it."""

from dataclasses import replace

import pytest

from dateline.model.annotations import Annotations, DocumentEntity, Mention, MentionType
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.choosing.introductions import find_introductions, with_office
from dateline.write.planning.plan import plan_edition
from tests.write.factory import NOW, PERIOD, SETTINGS, claim, document, dossier, notes

SAID = "Nazari said that the bridge would be open to lorries again before the feast."


def read(text: str) -> tuple[Document, Annotations]:
    found = document(text, outlet="karun")
    starts = [at for at in range(len(text)) if text.startswith("Nazari", at)]
    first = text.index("Salwa Nazari")
    mentions = [Mention("m0", first, first + len("Salwa Nazari"), MentionType.PERSON, "e1", 0.9)]
    mentions += [
        Mention(f"m{at}", at, at + len("Nazari"), MentionType.PERSON, "e1", 0.9)
        for at in starts
        if at != first + len("Salwa ")
    ]
    entity = DocumentEntity("e1", MentionType.PERSON, "Salwa Nazari", ("Nazari",))
    return found, replace(notes(found), mentions=tuple(mentions), entities=(entity,))


@pytest.mark.parametrize(
    ("before", "full"),
    [
        ("Salwa Nazari came to Balad.", "Salwa Nazari"),
        ("Governor Salwa Nazari came to Balad.", "Governor Salwa Nazari"),
        ("“Soon,” said Salwa Nazari, a pharmacist.", "Salwa Nazari, a pharmacist"),
        ("The Tigris Board spokeswoman Salwa Nazari came.", "Tigris Board spokeswoman Salwa Nazari"),
        ("Salwa Nazari, the mayor said, was late.", "Salwa Nazari"),
    ],
)
def test_the_full_name_comes_with_what_is_said_of_its_bearer(before: str, full: str) -> None:
    found, noted = read(f"{before} {SAID}")
    (introduction,) = find_introductions(found, noted, Span(len(before) + 1, len(found.text)))
    assert introduction.full.of(found.text).removeprefix("The ") == full
    assert introduction.short.of(found.text) == "Nazari"


def test_a_name_that_is_never_given_in_full_before_stays_as_it_is() -> None:
    found, noted = read(f"{SAID} Salwa Nazari left.")
    assert not list(find_introductions(found, noted, Span(0, len(SAID))))


def test_an_item_prints_the_full_name_once_and_cites_both_places() -> None:
    later = "A week of repairs is left, Nazari said, and the eastern pier needs a second one in May."
    found, noted = read(f"“Soon,” said Salwa Nazari, a pharmacist. {SAID} {later}")
    told = dossier((found, noted, (claim(found, SAID), claim(found, later))))
    edition = plan_edition([told], settings=replace(SETTINGS, beat=()), period=PERIOD, number=1, now=NOW)
    printed = [s for section in edition.sections for entry in section.items for s in entry.sentences]
    text = " ".join(sentence.text for sentence in printed)
    assert text.count("Salwa Nazari, a pharmacist, said") == text.count("Salwa") == 1
    assert len(printed[0].citations[0].spans) == 2


def test_an_office_is_taken_along() -> None:
    found, _ = read("The visit of Brigadier General Salwa Nazari ended.")
    at = found.text.index("Salwa")
    assert (
        with_office(found, Span(at, at + len("Salwa Nazari"))).of(found.text).endswith("General Salwa Nazari")
    )
