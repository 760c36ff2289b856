from dataclasses import replace

from dateline.model.spans import Span
from dateline.write.planning.plan import plan_edition
from tests.write.factory import NOW, PERIOD, SETTINGS, claim, document, dossier, notes

TALKS = (
    "The visiting envoy Salwa Nazari told officials in Balad on May 3 that her office would send ten doctors "
    "and 400 masks to the town, and urged them to reopen the crossing before the end of the harvest."
)
STRIKE = "Nine rockets struck the Darband base on May 2, a spokesman for the army said in a statement."


def _overview(*words: str) -> list[str]:
    stories = []
    for sentence in words:
        found = document(sentence, outlet="karun")
        cue = next((found.text.index(verb) for verb in ("told", "said") if verb in sentence), None)
        made = claim(found, sentence, speaker="Salwa Nazari")
        span = Span(cue, cue + 4) if cue is not None else None
        stories.append(dossier((found, notes(found), (replace(made, cue=span),))))
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    return [sentence.text for paragraph in edition.overview for sentence in paragraph.sentences]


def test_a_section_has_several_sentences_of_its_items() -> None:
    (first, second) = sorted(_overview(STRIKE, TALKS))
    assert first == f"{STRIKE[:-1]} (Karun, May 3)."
    assert second.startswith("The visiting envoy")


def test_a_sentence_that_is_attributed_at_its_end_is_whole() -> None:
    late = TALKS.replace("told officials in Balad on May 3 that her office", "and her staff of two").replace(
        "harvest.", "harvest, an aide said."
    )
    (text,) = _overview(late)
    assert text.endswith("an aide said (Karun, May 3).")


def test_at_most_four() -> None:
    lines = [STRIKE.replace("Nine", number) for number in ("Five", "Six", "Seven", "Ten", "Twenty")]
    assert len(_overview(*lines)) <= 4
