import pytest

from dateline.write.checking.check import check_sentence

SOURCE = (
    "The Karun news agency reported on March 12 that two American engineers and one British nurse were "
    "reportedly killed in the attack on the al-Darband base, some 40 kilometers north of Balad. "
    "Peyman Rostami, the ministry’s spokesman, said the charge was “groundless and dangerous” and did not "
    "accept it. About 1,200 people fled on Monday, 45 percent of them women, "
    "the third such flight this year. "
    "Hasan Jubouri met Salwa Nazari in Mosul on 4 June 2019."
)
FA = "خبرگزاری کارون نوشت که دو مهندس آمریکایی در حمله ۱۲ مارس به پایگاه دربند کشته شدند."
AR = "قال المتحدث إن ثلاثة جنود قتلوا في الموصل يوم 4 يونيو، ولم تعلن أي جهة مسؤوليتها."


def kinds(sentence: str, **rest) -> set[str]:
    return {found.kind for found in check_sentence(sentence, [SOURCE, FA, AR], **rest)}


@pytest.mark.parametrize(
    "sentence",
    [
        *SOURCE.split(". "),
        SOURCE,
        FA,
        AR,
        "Two American engineers and one British nurse were reportedly killed in the attack (12 March).",
        "2 American engineers were reportedly killed.",
        "About 1200 people fled on Monday, 45% of them women.",
        'Peyman Rostami said the charge was "groundless and dangerous".',
        "The ministry's spokesman said the charge was ‘groundless’.",
        "Hasan Jubouri met Salwa Nazari in Mosul on June 4, 2019.",
        "Hasan Jubouri met Salwa Nazari on 2019-06-04.",
        "Three people were killed on June 4.",
        "Peyman Rostami, the ministry’s spokesman, stated the charge was “groundless and dangerous”.",
        "1,200 people escaped on Monday, 45 percent of them women, the third such flight this year.".replace(
            "1,200", "About 1,200"
        ),
    ],
)
def test_what_the_sources_say_passes(sentence: str) -> None:
    assert check_sentence(sentence, [SOURCE, FA, AR]) == ()


@pytest.mark.parametrize(
    ("true", "false", "kind"),
    [
        ("two American", "three American", "number"),
        ("one British", "4 British", "number"),
        (
            "two American engineers and one British nurse",
            "one American engineers and two British nurse",
            "number",
        ),
        ("1,200", "1,300", "number"),
        ("1,200", "12,000", "number"),
        ("45 percent", "54 percent", "number"),
        ("45 percent", "45", "number"),
        ("third", "fourth", "number"),
        ("40 kilometers", "40 miles", "unit"),
        ("killed", "wounded", "unit"),
        ("March 12", "March 13", "date"),
        ("March 12", "May 12", "date"),
        ("Monday", "Tuesday", "date"),
        ("4 June 2019", "4 June 2018", "date"),
        ("Peyman Rostami", "Peyman Karimi", "name"),
        ("Karun", "Tigris", "name"),
        ("Balad", "Basra", "name"),
        ("British nurse", "Turkish nurse", "name"),
        ("Hasan Jubouri", "Hasan Nazari", "name"),
        ("Hasan Jubouri met Salwa Nazari", "Salwa Nazari met Hasan Jubouri", "actor"),
        ("groundless and dangerous", "groundless and shameful", "quotation"),
        ("groundless and dangerous", "dangerous and groundless", "quotation"),
        ("did not accept", "did accept", "negation"),
        ("were reportedly killed", "were killed", "hedge"),
        ("were reportedly killed", "were not killed", "negation"),
        ("fled on Monday", "never fled on Monday", "negation"),
        ("two American", "dozens of American", "number"),
        ("north of Balad", "south of Balad", "unit"),
        ("Jubouri met Salwa", "Jubouri arrested Salwa", "verb"),
        ("people fled", "people returned", "verb"),
        ("spokesman, said", "spokesman, admitted", "verb"),
        ("agency reported on", "agency hid on", "verb"),
    ],
)
def test_one_thing_changed_is_found(true: str, false: str, kind: str) -> None:
    sentence = next(s for s in SOURCE.split(". ") if true in s).replace(true, false)
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("true", "false", "kind"),
    [("دو مهندس", "سه مهندس", "number"), ("۱۲ مارس", "۱۳ مارس", "date"), ("دربند", "بلدروز", "name")],
)
def test_one_thing_changed_is_found_in_persian(true: str, false: str, kind: str) -> None:
    assert kind in kinds(FA.replace(true, false))


@pytest.mark.parametrize(
    ("true", "false", "kind"),
    [("ثلاثة جنود", "أربعة جنود", "number"), ("4 يونيو", "5 يونيو", "date"), ("الموصل", "البصرة", "name")],
)
def test_one_thing_changed_is_found_in_arabic(true: str, false: str, kind: str) -> None:
    assert kind in kinds(AR.replace(true, false))


def test_a_run_that_moves_as_a_whole_is_the_same_thing_said() -> None:
    source = "The harbour board closed the north pier for the port police, the mayor of Darband said."
    moved = "The mayor of Darband said the harbour board closed the north pier for the port police."
    swapped = "The harbour board closed the port police for the north pier, the mayor of Darband said."
    assert check_sentence(moved, [source]) == ()
    assert {found.kind for found in check_sentence(swapped, [source])} == {"actor"}


REFUSED = (
    "The ministry denied on May 5 a report that its chief, Omid Fallah, had promised money to the mayor."
)


@pytest.mark.parametrize(
    ("sentence", "ok"),
    [
        ("The ministry denied a report that its chief had promised money to the mayor.", True),
        ("Fallah did not promise money to the mayor, the ministry said.", True),
        ("Omid Fallah had promised money to the mayor.", False),
        ("The ministry said its chief, Omid Fallah, had promised money to the mayor.", False),
    ],
)
def test_what_is_denied_is_not_told_as_if_it_were_so(sentence: str, ok: bool) -> None:
    found = {one.kind for one in check_sentence(sentence, [REFUSED])}
    assert found == (set() if ok else {"negation"})


@pytest.mark.parametrize("opening", ["Some", "About", "Around", "Roughly"])
def test_a_word_that_opens_a_sentence_on_a_figure_is_no_name(opening: str) -> None:
    source = "Some 240 lorries crossed in the first six hours, the customs director Rana Haddad said."
    sentence = f"{opening} 240 lorries crossed in the first six hours, the customs director Rana Haddad said."
    assert check_sentence(sentence, [source]) == ()


def test_who_did_not_comment_may_still_speak() -> None:
    source = (
        "The ministry, which had not commented before, said on May 5 that nine people were killed in Balad."
    )
    assert check_sentence("The ministry said on May 5 that nine people were killed in Balad.", [source]) == ()


def test_offsets_point_to_the_words() -> None:
    sentence = "About 1,300 people fled on Monday."
    (found,) = check_sentence(sentence, [SOURCE])
    assert sentence[found.start : found.end] == found.what == "1,300"


def test_the_day_of_a_date_counts_nothing() -> None:
    assert kinds("Officials counted 12 engineers.") == {"number"}


def test_allowed_phrases_are_left_out() -> None:
    sentence = "About 1,200 people fled on Monday (Sahel Gazette, March 19)."
    assert kinds(sentence, allowed=["(Sahel Gazette, March 19)"]) == set()
    assert kinds(sentence) >= {"name", "date"}


def test_only_the_speaker_says_it() -> None:
    statement = "The charge was “groundless and dangerous”."
    said = "Salwa Nazari said the charge was “groundless and dangerous”."
    assert check_sentence(said, [statement], speaker="Salwa Nazari") == ()
    assert "speaker" in kinds(said, speaker="Peyman Rostami")


def test_a_quotation_may_leave_words_out_but_not_reorder() -> None:
    assert kinds("He said it was “groundless … dangerous”.") == set()
    assert kinds("He said it was “dangerous … groundless”.") >= {"quotation"}


def test_an_attribution_may_move_within_its_sentence() -> None:
    source = "The Mandali crossing will open to trucks in May, Peyman Rostami said."
    assert (
        check_sentence("Peyman Rostami said the Mandali crossing will open to trucks in May.", [source]) == ()
    )
    assert check_sentence("Mandali said the Peyman Rostami crossing will open to trucks.", [source]) != ()


@pytest.mark.parametrize(
    ("sentence", "source", "holds"),
    [
        ("Two guards survived the raid.", "Two guards died in the raid.", False),
        ("Two guards have survived in the raid.", "Two guards have died in the raid.", False),
        ("Two guards died in the raid.", "Two guards were killed in the raid.", True),
        ("Two guards were killed in the raid.", "Two guards died in the raid.", True),
        ("Two guards died in the blast.", "The blast killed two guards, the governor said.", True),
    ],
)
def test_who_died_has_not_survived(sentence: str, source: str, holds: bool) -> None:
    assert (check_sentence(sentence, [source]) == ()) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("In Balad some 200 nurses marched on May 5 for their colleagues in Darband.", False),
        ("In Darband some 200 nurses marched on May 5 for their colleagues in Balad.", True),
    ],
)
def test_places_that_stand_for_each_other_are_found(sentence: str, holds: bool) -> None:
    source = "In Darband, some 200 nurses marched on May 5 for their colleagues in Balad, unions said."
    assert (check_sentence(sentence, [source]) == ()) is holds


def test_names_that_and_joins_stand_in_any_order() -> None:
    source = "The army said on May 5 it killed nine men of the Dawn Owners and the Sahil Guard in Balad."
    other = source.replace("the Dawn Owners and the Sahil Guard", "the Sahil Guard and the Dawn Owners")
    assert check_sentence(other.replace("it killed", "it had killed"), [source]) == ()
