import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract import extract_annotations
from dateline.extract.contract import format_annotations
from dateline.extract.events.parsing.forms import english_verb
from dateline.extract.events.parsing.words import event_words
from dateline.model.annotations import Annotations, EventCertainty, EventMention, EventStage
from dateline.model.documents import Document
from dateline.model.times import StatedTime
from dateline.outlets import OutletIndex, load_outlets
from dateline.text.event_modes import event_modes

OUTLETS = OutletIndex(load_outlets())
MOMENT = datetime(2021, 5, 20, tzinfo=UTC)


def document(text: str, lang: str = "en") -> Document:
    published = StatedTime("2021-05-20", "20 May 2021")
    return Document("d", "e", "file:a", None, None, None, None, published, MOMENT, lang, text, (), "r")


def read(text: str, lang: str = "en") -> Annotations:
    return extract_annotations(document(text, lang), outlets=OUTLETS)


def told(text: str, lang: str = "en") -> list[tuple[str, str | None, str, list[str], list[str]]]:
    """Return type, mode, trigger, actors and targets of each event; unnamed parties as printed."""
    found = read(text, lang)
    names = {mention.id: text[mention.start : mention.end] for mention in found.mentions}
    return [
        (
            str(event.type),
            event.mode,
            event.trigger.of(text),
            [names[each] for each in event.actors] or [span.of(text) for span in event.actor_spans],
            [names[each] for each in event.targets] or [span.of(text) for span in event.target_spans],
        )
        for event in found.events
    ]


def one(text: str, mode: str, lang: str = "en") -> EventMention:
    return next(event for event in read(text, lang).events if event.mode == mode)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey attacked Syria.", ("ASSAULT", "attack", "attacked", ["Turkey"], ["Syria"])),
        (
            "The convoy was ambushed by masked gunmen near Kirkuk.",
            ("ASSAULT", "attack", "ambushed", ["masked gunmen"], ["The convoy"]),
        ),
        ("Norway sent 20 ambulances to Ukraine.", ("AID", "aid", "sent", ["Norway"], ["Ukraine"])),
        (
            "Joe Biden gave Vladimir Putin a stern warning.",
            ("THREATEN", "threat", "gave", ["Joe Biden"], ["Vladimir Putin"]),
        ),
        (
            "Hungary rejected accusations from Austria.",
            ("REJECT", "denial", "rejected", ["Hungary"], ["Austria"]),
        ),
        (
            "Fumio Kishida plans to attend a meeting with Joe Biden.",
            ("CONSULT", "meeting", "meeting", ["Fumio Kishida"], ["Joe Biden"]),
        ),
        (
            "The United States forced Turkey to release the captain.",
            ("RETREAT", "release", "release", ["Turkey"], ["the captain"]),
        ),
        ("Two nurses were killed.", ("ASSAULT", "killing", "killed", [], ["Two nurses"])),
        (
            "The assassination of Anwar Sadat by soldiers shocked Egypt.",
            ("ASSAULT", "assassination", "assassination", ["soldiers"], ["Anwar Sadat"]),
        ),
        ("Hezbollah claimed the attack on Telegram.", ("ASSAULT", "attack", "attack", ["Hezbollah"], [])),
        ("Israel's bombing of Gaza went on.", ("ASSAULT", "bombing", "bombing", ["Israel"], ["Gaza"])),
        (
            "Angela Merkel met with Emmanuel Macron in Berlin.",
            ("CONSULT", "meeting", "met with", ["Angela Merkel"], ["Emmanuel Macron"]),
        ),
        (
            "The visit to Ankara by Vladimir Putin lasted a day.",
            ("CONSULT", "visit", "visit", ["Vladimir Putin"], ["Ankara"]),
        ),
        (
            "Vladimir Putin's visit to Ankara lasted a day.",
            ("CONSULT", "visit", "visit", ["Vladimir Putin"], ["Ankara"]),
        ),
        (
            "Angela Merkel, the chancellor of Germany, arrived in Kyiv.",
            ("CONSULT", "visit", "arrived in", ["Angela Merkel"], ["Kyiv"]),
        ),
        (
            "Russia withdrew its troops from Syria.",
            ("RETREAT", "withdrawal", "withdrew", ["Russia"], ["Syria"]),
        ),
        (
            "The rebels carried out an attack on Homs.",
            ("ASSAULT", "attack", "attack", ["The rebels"], ["Homs"]),
        ),
        (
            "Police arrested Alexei Navalny, who had accused Vladimir Putin.",
            ("ACCUSE", "accusation", "accused", ["Alexei Navalny"], ["Vladimir Putin"]),
        ),
        (
            "France condemned the decision and recalled its ambassador from Turkey.",
            ("SANCTION", "relations cut", "recalled its ambassador from", ["France"], ["Turkey"]),
        ),
        (
            "Japan halted economic aid to Serbia.",
            ("SANCTION", "relations cut", "halted", ["Japan"], ["Serbia"]),
        ),
        (
            "Iran demanded the withdrawal of American forces.",
            ("REQUEST", "demand", "demanded", ["Iran"], ["American"]),
        ),
        (
            "Farmers blocked the highway near Jaipur.",
            ("PROTEST", "obstruction", "blocked the highway", ["Farmers"], []),
        ),
        (
            "The man who had shot three policemen visited Syria.",
            ("CONSULT", "visit", "visited", ["The man"], ["Syria"]),
        ),
        (
            "Students marched in Santiago demanding reform.",
            ("REQUEST", "demand", "demanding", ["Students"], []),
        ),
        (
            "Barack Obama on Sunday held separate talks with Uhuru Kenyatta.",
            ("CONSULT", "meeting", "talks", ["Barack Obama"], ["Uhuru Kenyatta"]),
        ),
        (
            "Switzerland handed over 700 kg of medicine to Iran.",
            ("AID", "aid", "handed over", ["Switzerland"], ["Iran"]),
        ),
        ("Rockets hit the base in Taji.", ("ASSAULT", "rocket attack", "hit", [], ["the base"])),
        (
            "Nine rockets were fired from the river bank.",
            ("ASSAULT", "rocket attack", "fired", [], []),
        ),
    ],
)
def test_actor_and_target_follow_the_pattern_of_the_trigger(
    text: str, expected: tuple[str, str, str, list[str], list[str]]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The area offers breathtaking views.",
        "Microbes have demonstrated the ability to survive.",
        "The crisis hit the economy of Spain.",
        "Angela Merkel asked why the lights were off.",
        "The band released an album in Berlin.",
        "The funds are returned from overseas.",
        "Accounts of many Britons were compromised.",
        "The driver battled inflation.",
    ],
)
def test_a_word_whose_parties_are_of_another_kind_tells_no_event(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack on Monday.",
        "A war of words broke out between the two chambers.",
        "If Turkey attacked Syria, Russia would be angry.",
        "Turkey could attack Syria.",
        "France called for talks.",
        "They moved to prevent an attack on Paris.",
        "The Iranian-backed group is small.",
        "Militants often attack convoys.",
        "The envoy called on all parties to help guarantee national unity.",
    ],
)
def test_what_did_not_happen_is_no_attack(text: str) -> None:
    kinds = ("ASSAULT", "SUPPORT", "CONSULT", "AGREE")
    assert not [event for event in read(text).events if event.type in kinds]


def test_a_report_on_sport_tells_no_events() -> None:
    text = "The striker attacked and shot. His goal won the match, the coach said. The league goes on."
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "mode", "stage"),
    [
        ("Turkey will visit Syria.", "visit", EventStage.PLANNED),
        ("Militants tried to kill Hamid Karzai.", "killing", EventStage.ATTEMPTED),
        ("Iran threatened to attack Israel.", "attack", EventStage.THREATENED),
        ("Iran did not attack Israel.", "attack", EventStage.DENIED),
        ("Russia plans to deploy troops in Syria.", "deployment", EventStage.PLANNED),
        ("No troops attacked Basra.", "attack", EventStage.DENIED),
        ("The troops killed no civilians in Basra.", "killing", EventStage.DENIED),
        ("No group claimed responsibility for the bombing.", "claim of responsibility", EventStage.DENIED),
    ],
)
def test_stage_says_how_far_an_event_had_come(text: str, mode: str, stage: EventStage) -> None:
    assert one(text, mode).stage is stage


def test_an_attack_that_nobody_claims_is_not_laid_to_nobody() -> None:
    attack = one("No group claimed responsibility for the attack in Basra.", "attack")
    assert (attack.actors, attack.actor_spans) == ((), ())
    assert attack.certainty is not EventCertainty.CLAIMED


def test_a_plan_and_a_deed_are_told_apart() -> None:
    assert one("Turkey attacked Syria.", "attack").stage is EventStage.DONE


def test_who_blames_whom_is_kept_beside_the_attack() -> None:
    text = "Ukraine blamed Russia for the bombing of Kharkiv."
    found = read(text)
    names = {mention.id: text[mention.start : mention.end] for mention in found.mentions}
    event = next(event for event in found.events if event.mode == "bombing")
    assert event.certainty is EventCertainty.BLAMED
    assert [names[each] for each in event.blamed] == ["Russia"]
    assert [names[each] for each in event.blamed_by] == ["Ukraine"]


def test_an_actor_claims_an_attack() -> None:
    event = one("The Taliban claimed responsibility for attacking Kabul on 3 May 2021.", "attack")
    assert event.certainty is EventCertainty.CLAIMED
    assert event.begin == "2021-05-03"


def test_background_keeps_its_own_date() -> None:
    text = "On 12 May 2021 Egypt condemned Ethiopia following the shelling of Sennar in early March 2021."
    dates = {event.mode: event.begin for event in read(text).events}
    assert dates["shelling"] == "2021-03-01"
    assert dates["accusation"] == "2021-05-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "MOSUL, May 20 (Harbour Wire) – Nine rockets struck the base of Mosul late on Monday.",
            "2021-05-17",
        ),
        ("20 May 2021 A bomber killed 25 soldiers in Mosul on Monday.", "2021-05-17"),
        ("MOSUL, May 19 (Harbour Wire) – Nine rockets struck the base of Mosul.", "2021-05-19"),
        ("On May 19 the army attacked Mosul, a town that it held on Monday.", "2021-05-19"),
    ],
)
def test_the_date_of_a_report_is_that_of_its_event_where_it_gives_no_other(text: str, day: str) -> None:
    assert {event.begin for event in read(text).events if event.begin} == {day}


def test_the_date_of_a_report_is_not_that_of_what_it_reports() -> None:
    assert one("On 12 May 2021 Reuters reported that Ahmed Salim was executed.", "execution").begin is None


def test_a_date_in_parentheses_dates_the_report() -> None:
    assert one("Ahmed Salim was executed in Mosul (Reuters, 12 May 2021).", "execution").begin is None


def test_casualties_belong_to_the_attack_of_their_sentence() -> None:
    text = "In an attack on 12 May 2021 against the Ayn base, two Polish soldiers and one driver were killed."
    found = read(text)
    (event,) = found.events
    assert event.mode == "attack"
    assert event.begin == "2021-05-12"
    counted = [(found.quantities[at].low, found.quantities[at].kind) for at in event.quantities]
    assert counted == [(2, "killed"), (1, "killed")]


def test_places_are_read_behind_prepositions() -> None:
    text = "In Mosul, gunmen kidnapped three engineers."
    found = read(text)
    event = next(event for event in found.events if event.mode == "abduction")
    names = {mention.id: text[mention.start : mention.end] for mention in found.mentions}
    assert [names[each] for each in event.places] == ["Mosul"]


def test_an_event_told_again_points_to_its_first_telling() -> None:
    text = (
        "Rebels attacked Aleppo on 12 May 2021. Residents fled.\n\n"
        "The attack on Aleppo killed four people. On 15 May 2021 rebels attacked Aleppo again."
    )
    first, again, other = [event for event in read(text).events if event.type == "ASSAULT"]
    assert first.same_as is None
    assert again.same_as == first.id
    assert again.begin == "2021-05-12"
    assert other.same_as is None


def test_the_attack_is_the_only_one_told_however_far_before() -> None:
    text = (
        "Rebels attacked Aleppo on 12 May 2021. Residents fled. Shops were shut. Schools were closed. "
        "Buses stopped. Turkey condemned the attack."
    )
    first, again = [event for event in read(text).events if event.type == "ASSAULT"]
    assert again.same_as == first.id


def test_the_attack_is_none_of_hundreds() -> None:
    text = "Israel has carried out strikes in Syria on 12 May 2021. Turkey condemned the strike."
    first, other = [event for event in read(text).events if event.type == "ASSAULT"]
    assert (first.same_as, other.same_as) == (None, None)


def test_a_base_is_known_by_its_place_again() -> None:
    text = (
        "Rockets hit the Basmaya base on 12 May 2021. Residents fled.\n\n"
        "On 12 May 2021 rebels attacked Basmaya, where the army is stationed."
    )
    first, again = [event for event in read(text).events if event.type == "ASSAULT"]
    assert again.same_as == first.id


def test_strikes_are_not_the_one_attack_told_before() -> None:
    text = "Rebels attacked Aleppo on 12 May 2021. The strikes by the United States killed four people."
    first, other = [event for event in read(text).events if event.type == "ASSAULT"]
    assert (first.same_as, other.same_as) == (None, None)


def test_events_of_one_month_are_not_one_for_that() -> None:
    text = "Israel bombed Homs on 12 May 2021. In May 2021 Israel bombed Nabatieh."
    first, other = [event for event in read(text).events if event.type == "ASSAULT"]
    assert (first.same_as, other.same_as) == (None, None)


def test_casualties_in_the_next_sentence_belong_to_the_attack_before() -> None:
    events = read("An airstrike hit a market in Raqqa on Monday. It also wounded 25 shoppers.").events
    assert [(event.mode, event.same_as) for event in events] == [("airstrike", None), ("wounding", "v0")]


def test_him_is_not_the_one_who_acts() -> None:
    event = one("An inspector stopped John Luk, but John Luk assaulted him.", "attack")
    assert event.targets == ()


def test_a_man_is_killed_once() -> None:
    text = "Qasim Hadi was assassinated in January. The mourners recalled how the army killed Qasim Hadi."
    first, again = [event for event in read(text).events if event.type == "ASSAULT"]
    assert again.same_as == first.id


def test_a_visit_to_what_is_no_place_is_told_only_where_one_is_named() -> None:
    assert read("Minister Adel Karam visited kindness on them.").events == ()
    assert [event.mode for event in read("Minister Adel Karam visited the fronts in Idlib.").events] == [
        "visit"
    ]


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    text = "Angela Merkel was born in Hamburg. She visited Kyiv on Monday."
    assert told(text)[-1][3] == ["Angela Merkel"]


@pytest.mark.parametrize(
    ("text", "mode", "actor"),
    [
        ("Protesters demanding reform marched through Tunis.", "protest", "Protesters"),
        ("Israel said its warplanes struck Tyre.", "airstrike", "Israel"),
        ("The group, which the army had shelled, attacked Homs.", "attack", "The group"),
    ],
)
def test_the_actor_is_found_across_what_stands_between(text: str, mode: str, actor: str) -> None:
    assert [actors for _, each, _, actors, _ in told(text) if each == mode] == [[actor]]


def test_a_bomb_that_explodes_is_one_event() -> None:
    found = read("Ten people were injured when a car bomb exploded in Baghdad.")
    (event,) = found.events
    assert event.mode == "bombing"
    assert [found.quantities[at].kind for at in event.quantities] == ["wounded"]


def test_claims_and_events_know_each_other() -> None:
    found = read("Omar Rahman said that rebels attacked Aleppo.")
    event = next(event for event in found.events if event.mode == "attack")
    claim = next(claim for claim in found.claims if claim.id in event.claims)
    assert event.id in claim.events


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "سه سرباز در حمله راکتی به پایگاه التاجی کشته شدند.",
            "fa",
            ("ASSAULT", "rocket attack", "حمله راکتی"),
        ),
        (
            "نیروهای امنیتی عراق پنج نفر را در بغداد بازداشت کردند.",
            "fa",
            ("COERCE", "arrest", "بازداشت کردند"),
        ),
        ("رئیس جمهور ایران به مسکو سفر کرد.", "fa", ("CONSULT", "visit", "سفر کرد")),
        ("وزیر خارجه عراق با همتای سوری خود در دمشق دیدار کرد.", "fa", ("CONSULT", "meeting", "دیدار کرد")),
        ("سخنگوی دولت ایران این گزارش را تکذیب کرد.", "fa", ("REJECT", "denial", "تکذیب کرد")),
        ("روسیه نیروهای خود را به سوریه اعزام کرد.", "fa", ("MOBILIZE", "deployment", "اعزام کرد")),
        ("اعتقلت قوات الأمن العراقية خمسة أشخاص في بغداد.", "ar", ("COERCE", "arrest", "اعتقلت")),
        (
            "قتل ثلاثة جنود في هجوم صاروخي على قاعدة التاجي.",
            "ar",
            ("ASSAULT", "rocket attack", "هجوم صاروخي"),
        ),
        ("زار وزير الخارجية محمد جواد ظريف دمشق.", "ar", ("CONSULT", "visit", "زار")),
        ("أدانت وزارة الخارجية الإيرانية الهجوم على العراق.", "ar", ("ACCUSE", "accusation", "أدانت")),
        ("نشرت روسيا قوات في سوريا.", "ar", ("MOBILIZE", "deployment", "نشرت")),
        ("التقى الرئيس برهم صالح رئيس الوزراء عادل عبد المهدي.", "ar", ("CONSULT", "meeting", "التقى")),
    ],
)
def test_persian_and_arabic_events_are_read_the_same_way(
    text: str, lang: str, expected: tuple[str, str, str]
) -> None:
    assert expected in [event[:3] for event in told(text, lang)]


def test_a_verb_first_clause_sets_subject_and_object_side_by_side() -> None:
    (event,) = told("نشرت روسيا قوات في سوريا.", "ar")
    assert event[3:] == (["روسيا"], ["قوات"])


def test_an_object_mark_parts_subject_and_object() -> None:
    (event,) = told("روسیه نیروهای خود را به سوریه اعزام کرد.", "fa")
    assert event[3:] == (["روسیه"], ["نیروهای خود"])


@pytest.mark.parametrize("lang", ["en", "fa", "ar"])
def test_every_mode_of_a_lexicon_is_in_the_table(lang: str) -> None:
    words = event_words(lang)
    assert words is not None
    senses = {
        reading.sense
        for word in words.events
        for _, readings in words.triggers.match([word, *[""] * 6], 0)
        for reading in readings
        if reading.sense
    }
    senses |= set(words.objects.values())
    assert senses
    assert {(sense.type, sense.mode) for sense in senses} <= set(event_modes())


def test_a_language_without_a_lexicon_has_no_events() -> None:
    assert read("שלושה חיילים נהרגו.", "he").events == ()


def test_irregular_verbs_keep_their_particle() -> None:
    assert [form for form, _ in english_verb("shoot|shot|shot at")] == [
        "shoot at",
        "shoots at",
        "shot at",
        "shot at",
        "shooting at",
    ]


def test_the_contract_has_spans_of_parties() -> None:
    text = "Two gunmen attacked Aleppo."
    (event,) = format_annotations(document(text), read(text))["events"]
    assert event["actor_spans"] == [{"start": 0, "end": 10}]
    assert event["stage"] == "done"


VOCABULARY = """the attack attacked by on Syria Iran who , . ( ) was killed killing to visit 's two soldiers
and 12 May 2021 said that if met with has not will"""
WORDS = st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n"]), max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_any_words_give_events_that_hold_together(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    ids = [event.id for event in found.events]
    mentions = {mention.id for mention in found.mentions}
    assert len(set(ids)) == len(ids)
    for at, event in enumerate(found.events):
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)
        assert {*event.actors, *event.targets, *event.places, *event.blamed} <= mentions
        assert all(0 <= index < len(found.quantities) for index in event.quantities)
        assert event.same_as is None or event.same_as in ids[:at]
    assert read(text).events == found.events


def test_a_long_hostile_sentence_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        read("the attack on Syria by Iran, who killed " * count)
        return time.process_time() - begun

    seconds(50)
    assert seconds(1600) < 16 * max(seconds(400), 0.02)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A mob beat a driver to death in Ranchi.",
            ("ASSAULT", "killing", "beat", ["A mob"], ["a driver"]),
        ),
        (
            "Gunmen took four engineers hostage near Basra.",
            ("COERCE", "abduction", "took", ["Gunmen"], ["four engineers"]),
        ),
        (
            "The army's special forces arrested an arms dealer in Mosul.",
            ("COERCE", "arrest", "arrested", ["The army's special forces"], ["an arms dealer"]),
        ),
        (
            "Protesters torched a municipal building in Tripoli.",
            ("PROTEST", "riot", "torched", ["Protesters"], ["a municipal building"]),
        ),
        (
            "On Sunday heavy fighting broke out between Turkey and Syria.",
            ("ASSAULT", "clash", "heavy fighting", ["Turkey", "Syria"], []),
        ),
        (
            "A convoy of Turkish troops entered Idlib.",
            ("MOBILIZE", "deployment", "entered", ["Turkish"], ["Idlib"]),
        ),
        (
            "The town came under heavy attacks by rebels.",
            ("ASSAULT", "attack", "attacks", ["rebels"], ["The town"]),
        ),
        (
            "The woman was found and arrested in Oregon.",
            ("COERCE", "arrest", "arrested", [], ["The woman"]),
        ),
        (
            "Militants killed and wounded dozens of villagers.",
            ("ASSAULT", "killing", "killed", ["Militants"], ["dozens of villagers"]),
        ),
        ("The broadcaster was shut down.", ("COERCE", "restriction", "shut down", [], ["The broadcaster"])),
        (
            "Nurses gathered outside the ministry to demand higher wages.",
            ("REQUEST", "demand", "demand", ["Nurses"], []),
        ),
        (
            "Militants attacked targets of the pro-Iranian militias.",
            ("ASSAULT", "attack", "attacked", ["Militants"], ["targets"]),
        ),
    ],
)
def test_what_a_sentence_tells_in_several_places_is_one_event(
    text: str, expected: tuple[str, str, str, list[str], list[str]]
) -> None:
    assert expected in told(text)


def test_people_counted_without_a_word_for_it_are_counted_by_what_befell_them() -> None:
    found = read("The gunmen massacred 250 soldiers at the airbase.")
    assert [(each.kind, each.low) for each in found.quantities] == [("killed", 250)]


@pytest.mark.parametrize(
    "text",
    ["The photograph should not be published.", "He stressed the need to continue to attack the army."],
)
def test_what_is_not_to_be_or_only_needed_is_no_event(text: str) -> None:
    assert not [event for event in told(text) if event[0] == "ASSAULT"]


def test_an_earthquake_is_an_event_where_it_struck() -> None:
    text = "An earthquake shook Oman on Monday."
    found = read(text)
    quake = next(event for event in found.events if event.mode == "disaster")
    names = {mention.id: text[mention.start : mention.end] for mention in found.mentions}
    assert [names[each] for each in quake.places] == ["Oman"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels violated the ceasefire in Taiz on Friday.",
            ("ASSAULT", "attack", "violated", ["Rebels"], []),
        ),
        (
            "A suicide bomber crashed a truck into the consulate.",
            ("ASSAULT", "attack", "crashed", ["A suicide bomber"], ["the consulate"]),
        ),
        (
            "Prosecutors indicted three men.",
            ("ACCUSE", "accusation", "indicted", ["Prosecutors"], ["three men"]),
        ),
        ("Police arrested the broker.", ("COERCE", "arrest", "arrested", ["Police"], ["the broker"])),
        (
            "The army wounded dozens of villagers.",
            ("ASSAULT", "wounding", "wounded", ["The army"], ["dozens of villagers"]),
        ),
        (
            "The clashes between the army and the rebels went on.",
            ("ASSAULT", "clash", "clashes", ["the army", "the rebels"], []),
        ),
        ("A bus driver stabbed in Leeds.", ("ASSAULT", "abuse", "stabbed", [], ["A bus driver"])),
        (
            "The mayor urged his comrades to leave.",
            ("REQUEST", "appeal", "urged", ["The mayor"], ["his comrades"]),
        ),
        (
            "The army stepped up attacks on the rebels.",
            ("ASSAULT", "attack", "attacks", ["The army"], ["the rebels"]),
        ),
        (
            "The union filed an appeal with the ministry.",
            ("REQUEST", "appeal", "appeal", ["The union"], ["the ministry"]),
        ),
    ],
)
def test_what_news_tell_in_other_words(
    text: str, expected: tuple[str, str | None, str, list[str], list[str]]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "There were no new deaths.",
        "The ministry is considering sending aid to the province.",
        "The tariffs are aimed at restricting imports.",
        "A spokeswoman asked to remain anonymous.",
        "Critics urged restraint instead of taking risks and making accusations.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert [event.type for event in read(text).events if event.mode != "appeal"] == []


def test_a_statement_is_by_the_one_who_spoke_last() -> None:
    text = "Hassan Rouhani said the talks went on. The statement also called on Turkey to withdraw."
    assert ("REQUEST", "appeal", "called on", ["Hassan Rouhani"], ["Turkey"]) in told(text)


def test_a_date_inside_a_phrase_stays_with_its_noun() -> None:
    text = "The ministry condemned the March 12 attacks by Turkey."
    assert [(event.type, event.begin) for event in read(text).events] == [
        ("ACCUSE", None),
        ("ASSAULT", "2021-03-12"),
    ]
