"""What the commands of a bulletin say of a sentence: its opening words, where a path alone tells nobody."""

from dateline.cli.bulletin_words import place_in_words
from dateline.write.planning.plan import plan_edition
from tests.write.factory import NOW, PERIOD, SETTINGS, attack_story


def test_a_sentence_is_named_by_its_opening_and_a_dispute_by_its_path() -> None:
    edition = plan_edition([attack_story()], settings=SETTINGS, period=PERIOD, number=1, now=NOW)
    path = "sections[0].items[0].sentences[0]"
    first = edition.sections[0].items[0].sentences[0].text
    opening, _, rest = place_in_words(path, edition).removeprefix("“").partition(" …” ")
    assert first.startswith(opening)
    assert rest == f"({path})"
    assert place_in_words("disputes[0].versions[1]", edition) == "disputes[0].versions[1]"
