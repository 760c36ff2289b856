"""What was put into stories can be kept and gone on with: where it stopped makes no difference."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link import Linked, link_stories
from dateline.link.keeping import Reader, Writer
from dateline.model.documents import Document
from tests.link.test_link_stories import DENIAL, OTHER, REWORDED, START, WIRE, article

PERSIAN = "موشکی به سالن گمرک گذرگاه حریر خورد و سه باربر کشته شدند؛ فرماندار دیزایی آمار را گفت."


def stream() -> list[Document]:
    """Reports over weeks: two happenings, a reprint, stories that wait, one moment, two languages."""
    reports = [
        article(f"{name}{week}", f"{text} It was week {week} of the toll.", 24 * 7 * week + hours)
        for week in range(4)
        for name, text, hours in (("a", WIRE, 0), ("b", REWORDED, 3), ("c", OTHER, 5), ("d", DENIAL, 60))
    ]
    at_once = [article(f"s{place}", text, 24 * 8) for place, text in enumerate((WIRE, REWORDED, OTHER))]
    reprint = article("r", f"{WIRE} It was week 3 of the toll.", 24 * 21 + 1, source="outlet-a3")
    return [*reports, *at_once, reprint, article("p", PERSIAN, 24 * 21 + 2, lang="fa")]


REPORTS = sorted(stream(), key=lambda document: document.published.value if document.published else "")
WHOLE = link_stories(REPORTS, {})


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, len(REPORTS)), max_size=4).map(sorted))
def test_it_makes_no_difference_where_a_stream_was_kept_and_gone_on_with(stops: list[int]) -> None:
    linked = Linked()
    for place, document in enumerate(REPORTS):
        for _ in range(stops.count(place)):
            linked = Linked.load(linked.dump())
        linked.add(document)
    assert linked.finish() == WHOLE
    assert any(story.copies for story in WHOLE)


@given(
    st.lists(st.integers(-(2**40), 2**40)),
    st.dictionaries(st.text(), st.floats(allow_nan=False)),
    st.none() | st.text(),
)
def test_what_is_written_is_read(numbers: list[int], weights: dict[str, float], text: str | None) -> None:
    writer = Writer()
    writer.numbers(numbers)
    writer.vector(weights)
    writer.text(text)
    writer.moment(START)
    reader = Reader(writer.to_bytes())
    assert reader.numbers() == numbers
    assert list(reader.vector().items()) == list(weights.items())
    assert reader.find_text() == text
    assert reader.moment() == START
