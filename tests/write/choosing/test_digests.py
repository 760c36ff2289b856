"""What is told in other languages alone is told in the words of a digest that says from whom it has it."""

from dataclasses import replace

from dateline.model.claims import Link, LinkKind
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.digests import find_digests, with_digests
from dateline.write.choosing.items import draft_items
from dateline.write.choosing.versions import origins_of
from dateline.write.choosing.weight import weigh_story
from dateline.write.settings import Supplement
from tests.write.factory import SETTINGS, claim, document, dossier, notes

ARABIC = "زارت سلوى نظري ميناء الطويل في الأسبوع الأخير من نيسان."
TOLD = "The Lebanese daily al-Sahil reported (May 4) that the envoy Salwa Nazari toured the port of Tawil."
ELSEWHERE = "Karun wrote (May 3) that the council of Balad met, and Rafidain Wire (May 2) that it did not."


def foreign() -> StoryDossier:
    found = document(ARABIC, outlet="sahil", day="2021-05-04", lang="ar")
    return dossier((found, notes(found), (claim(found, ARABIC),)))


def digest(first: str = "al-Sahil", day: str = "2021-05-04") -> StoryDossier:
    found = document(f"{TOLD} {ELSEWHERE}", outlet="tigris", day="2021-05-06")
    cited = [
        (TOLD, first, day),
        (ELSEWHERE, "Karun", "2021-05-03"),
        (ELSEWHERE, "Tigris Daily", "2021-05-02"),
    ]
    claims = [
        replace(claim(found, words, chain=(Link(LinkKind.OUTLET, outlet, date=on),)), id=f"c-{outlet}")
        for words, outlet, on in cited
    ]
    return dossier((found, notes(found), tuple(claims)))


def test_a_digest_tells_what_only_foreign_reports_told() -> None:
    digests = find_digests([foreign(), digest()], SETTINGS)
    assert [document.outlet for document, _ in digests] == ["tigris"]
    retold = with_digests(foreign(), digests, SETTINGS)
    assert [document.outlet for document in retold.documents] == ["sahil", "tigris"]
    assert [each.sentence.of(retold.documents[1].text) for each in retold.claims[1:]] == [TOLD]
    assert len(origins_of(retold)) == len(origins_of(foreign()))


def test_another_day_or_outlet_is_another_report() -> None:
    story = foreign()
    for other in (digest(day="2021-05-05"), digest("Qalamoun Post")):
        assert with_digests(story, find_digests([other], SETTINGS), SETTINGS) is story


def test_the_item_opens_on_the_digest_and_not_on_a_foreign_quotation() -> None:
    digests = find_digests([digest()], SETTINGS)
    (alone,) = draft_items([foreign()], SETTINGS, Supplement())
    (told,) = draft_items([foreign()], SETTINGS, Supplement(), digests)
    assert alone is None or "Tawil" not in alone.item.sentences[0].text
    assert told is not None
    assert told.item.sentences[0].text.startswith("The Lebanese daily al-Sahil reported")


def test_a_digest_by_itself_weighs_less_than_a_report() -> None:
    alone = digest()
    report = replace(alone, claims=alone.claims[:1])  # passes on one outlet: a report
    assert weigh_story(alone, SETTINGS) < weigh_story(report, SETTINGS)
