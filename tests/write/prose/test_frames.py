from dataclasses import replace

import pytest

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.text.fold import fold
from dateline.write.prose.frames import House, frame_passage, quoted_spans
from tests.write.factory import claim, document, notes

SAID = "سرهنگ حاتم جبوری گفت که در این حمله شش پیمانکار کشته و نه نفر زخمی شدند."
NAMES = {fold(name): "Hatem Jubouri" for name in ("Hatem Jubouri", "حاتم جبوری")}


def parts(**rest) -> tuple[Document, Annotations, Claim]:
    found = document(SAID, outlet="karun", lang="fa")
    noted = notes(found, counts=(("شش", 6, "killed"), ("نه", 9, "wounded")))
    at = SAID.index("حاتم جبوری")
    link = rest.pop("link", Link(LinkKind.SPEAKER, "حاتم جبوری", span=Span(at, at + len("حاتم جبوری"))))
    return found, noted, claim(found, SAID, chain=(link,), mode=Mode.PARAPHRASE, **rest)


def framed(found: Document, noted: Annotations, made: Claim, *spans: Span) -> str:
    return frame_passage(found, noted, made, spans or (made.sentence,), House("Karun", NAMES, "en"))


def test_a_frame_names_outlet_date_language_speaker_and_counts() -> None:
    assert framed(*parts()) == (
        f"Karun (May 3, in Persian) cited Hatem Jubouri, giving 6 killed and 9 wounded: «{SAID}»"
    )


def test_a_denial_is_called_one() -> None:
    assert "reported a denial by Hatem Jubouri" in framed(*parts(polarity=Polarity.DENIED))


def test_a_source_without_a_name_stays_without() -> None:
    link = Link(LinkKind.SPEAKER, "مصدر", anonymous=True)
    assert "cited a source it did not name on Hatem Jubouri, giving" in framed(*parts(link=link))


def test_a_bound_is_printed_as_one() -> None:
    found, noted, made = parts()
    killed = replace(noted.quantities[0], high=None)
    assert "giving at least 6 killed:" in framed(found, replace(noted, quantities=(killed,)), made)


def test_what_stands_outside_the_cited_words_is_not_in_the_frame() -> None:
    found, noted, made = parts()
    words = framed(found, noted, made, Span(0, SAID.index("شش")))
    assert "Hatem Jubouri" in words
    assert "killed" not in words
    assert words.endswith(" …»")


def test_a_quotation_is_cited_with_its_speaker_and_without_the_rest() -> None:
    words = "«راه تا پایان هفته بسته می‌ماند و هیچ کامیونی از آن نمی‌گذرد.»"
    text = f"حاتم جبوری گفت: {words}"
    found = document(text, outlet="karun", lang="fa")
    link = Link(LinkKind.SPEAKER, "حاتم جبوری", span=Span(0, 10))
    content = Span(text.index("«"), len(text))
    made = claim(found, text, chain=(link,), mode=Mode.QUOTATION, content=(content,))
    spans = quoted_spans(made, made.sentence, text)
    assert spans == (Span(0, 10), content)
    assert (
        framed(found, notes(found), made, *spans)
        == f"Karun (May 3, in Persian) quoted Hatem Jubouri: {words}"
    )


@pytest.mark.parametrize("length", [1, 3, 8])
def test_a_quotation_is_short(length: int) -> None:
    text = "، ".join([SAID[:-1]] * length) + "."
    found = document(text, outlet="karun", lang="fa")
    made = claim(found, text)
    (span,) = quoted_spans(made, made.sentence, text)
    assert span.end - span.start <= 240
    assert text[span.end : span.end + 1] in ("", "،")


@pytest.mark.parametrize("words", ["دفتر حاتم جبوری", "برادر حاتم جبوری"])
def test_the_office_and_the_brother_of_a_man_are_not_the_man(words: str) -> None:
    text = f"{words} گفت که راه بسته است."
    found = document(text, outlet="karun", lang="fa")
    link = Link(LinkKind.SPEAKER, words, span=Span(0, len(words)))
    made = claim(found, text, chain=(link,))
    assert framed(found, notes(found), made).startswith(
        "Karun (May 3, in Persian) reported on Hatem Jubouri:"
    )


def test_a_pronoun_is_not_printed_as_the_name_it_may_stand_for() -> None:
    text = "او گفت که راه بسته است."
    found = document(text, outlet="karun", lang="fa")
    made = claim(found, text, chain=(Link(LinkKind.SPEAKER, "حاتم جبوری", span=Span(0, 2)),))
    assert "Jubouri" not in framed(found, notes(found), made)


def test_a_count_that_need_not_be_of_people_is_left_out() -> None:
    found, noted, made = parts()
    moved = replace(noted.quantities[0], kind="displaced")
    assert "displaced" not in framed(found, replace(noted, quantities=(moved,)), made)
