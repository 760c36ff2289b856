import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.quantities import bare_numbers, find_quantities
from dateline.extract.times import find_times
from tests.extract.hostile import MOST_GROWTH, growth


def read(text: str, lang: str = "en") -> list[tuple[float | None, float | None, str, str | None]]:
    return [(each.low, each.high, each.kind, each.of) for each in find_quantities(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least five strikes", [(5, None, "count", "strikes")]),
        ("up to 50 fighters were arrested", [(None, 50, "arrested", "fighters")]),
        ("between 3 and 5 people were wounded", [(3, 5, "wounded", "people")]),
        ("dozens of rockets were fired", [(24, None, "weapons", "rockets")]),
        ("20 to 30 million people", [(20_000_000, 30_000_000, "count", "people")]),
        ("$1.5 billion", [(1_500_000_000, 1_500_000_000, "money", None)]),
        ("12 percent", [(12, 12, "percent", None)]),
        ("7-8 km south of the town", [(7, 8, "distance", None)]),
        ("an 82mm mortar", []),
        ("107-millimetre rockets and a .50-calibre gun", []),
        ("80 mm of rain", [(80, 80, "distance", None)]),
        ("twice as many people were killed", []),
        ("three times as many guards died", []),
        ("eight hostages were freed", [(8, 8, "released", "hostages")]),
        ("$82mm", [(82_000_000, 82_000_000, "money", None)]),
        ("raids kill 83, injured 100", [(83, 83, "killed", None), (100, 100, "wounded", None)]),
        ("No one was hurt", [(0, 0, "wounded", None)]),
        ("hundreds of thousands were displaced", [(200_000, None, "displaced", None)]),
        ("Ten people died and 14 were injured.", [(10, 10, "killed", "people"), (14, 14, "wounded", None)]),
        (
            "two American servicemen and one British soldier were killed",
            [(2, 2, "killed", "American servicemen"), (1, 1, "killed", "British soldier")],
        ),
        ("more than a dozen people were hurt", [(12, None, "wounded", "people")]),
        ("fewer than a hundred voters", [(None, 100, "count", "voters")]),
        ("The mortar landed 500m away", [(500, 500, "distance", None)]),
        ("a loan of 3m euros", [(3_000_000, 3_000_000, "money", None)]),
        ("watched 10M times", [(10_000_000, 10_000_000, "count", "times")]),
        ("clinics treated over 120 people", [(120, None, "wounded", "people")]),
        ("the first of two explosions killed 16", [(2, 2, "count", "explosions"), (16, 16, "killed", None)]),
        ("1,234 new infections", [(1234, 1234, "infected", "new infections")]),
        ("five of his bodyguards were wounded", [(5, 5, "wounded", "bodyguards")]),
        ("one in five residents is displaced", [(0.2, 0.2, "count", "residents")]),
        ("shots near the government quarter", []),
        ("A hundred and twenty people fled", [(120, 120, "count", "people")]),
        ("a loan of a hundred thousand dollars", [(100_000, 100_000, "money", None)]),
        ("some 2½ million voters", [(2_500_000, 2_500_000, "count", "voters")]),
        ("one point five million voters", [(1_500_000, 1_500_000, "count", "voters")]),
        ("a few dozen voters", [(24, None, "count", "voters")]),
        ("oil rose 3.5 percent to $42.10", [(3.5, 3.5, "percent", None), (42.1, 42.1, "money", None)]),
        ("between 10% and 15% of voters", [(10, 15, "percent", None)]),
        ("a fourth-quarter profit", []),
        ("12 plus 5 guards", [(5, 5, "count", "guards")]),
        ("12 plus guards", [(12, None, "count", "guards")]),
        ("two terms between 2008 and 2016", [(2, 2, "count", "terms")]),
        (
            "sales rose 14 percent from $1 billion",
            [(14, 14, "percent", None), (1_000_000_000, 1_000_000_000, "money", None)],
        ),
        ("a fine of 40,000 Iraqi dinars", [(40_000, 40_000, "money", None)]),
        ("the toll climbed by 5 to 45", [(5, 5, "killed", None), (45, 45, "killed", None)]),
        ("Samir Aziz, 34, was killed", [(34, 34, "age", None)]),
        ("In Homs, 15, mostly women, were killed", [(15, 15, "killed", None)]),
        (
            "a number of Iraqi and American soldiers were injured",
            [(2, None, "wounded", "Iraqi and American soldiers")],
        ),
    ],
)
def test_english(text: str, expected: list[tuple[float | None, float | None, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fa",
            "دست‌کم ۵ نفر کشته و ۱۲ نفر زخمی شدند",
            [(5, None, "killed", "نفر"), (12, 12, "wounded", "نفر")],
        ),
        ("fa", "شمار کشته‌شدگان به ۱۷ نفر رسید", [(17, 17, "killed", "نفر")]),
        ("fa", "۳ میلیون دلار", [(3_000_000, 3_000_000, "money", None)]),
        ("ar", "مقتل خمسة جنود وإصابة 12 آخرين", [(5, 5, "killed", "جنود"), (12, 12, "wounded", "آخرين")]),
        ("ar", "مقتل اثني عشر جنديا", [(12, 12, "killed", "جنديا")]),
        ("ar", "قتل جنديان وأصيب ستة", [(2, 2, "killed", "جنديان"), (6, 6, "wounded", None)]),
        ("ar", "قتل خمسا وعشرين امرأة", [(25, 25, "killed", "امرأة")]),
        ("ar", "إحدى وعشرين ضحية", [(21, 21, "count", "ضحية")]),
        ("ar", "سقط 20 قتيلا على الأقل", [(20, None, "killed", None)]),
        ("ar", "بين مئتين وثلاثمئة لاجئ", [(200, 300, "displaced", None)]),
        ("ar", "ارتفعت بنسبة %5", [(5, 5, "percent", None)]),
        ("ar", "قذائف من عيار 122 ملم", []),
        ("ar", "قتل ستة أشخاص وغرق البلدة", [(6, 6, "killed", "أشخاص")]),
        (
            "ar",
            "قتل هنا في وسط المدينة ثلاثة مدنيين فيما أصيب 20",
            [(3, 3, "killed", "مدنيين"), (20, 20, "wounded", None)],
        ),
        ("ar", "قتلوا على بعد 255 كلم", [(255, 255, "distance", None)]),
        ("ar", "دمرت أربع قرى وقتل الآلاف", [(4, 4, "count", "قرى"), (2000, None, "killed", None)]),
        (
            "fa",
            "سه روستا ویران و هفت نفر کشته شدند",
            [(3, 3, "count", "روستا ویران"), (7, 7, "killed", "نفر")],
        ),
        ("ar", "قصفوا البلدة بثمانية صواريخ", [(8, 8, "weapons", "صواريخ")]),
        ("ar", "سقطت قذيفتا هاون", [(2, 2, "weapons", "قذيفتا هاون")]),
        ("ar", "أفرجوا عن 76 معتقلا", [(76, 76, "released", None)]),
        ("ar", "قتل ثلاثة أضعاف العدد", []),
        ("fa", "هشت مهاجم را کشتند", [(8, 8, "killed", "مهاجم")]),
        ("fa", "۱۵۰ زندانی آزاد شدند", [(150, 150, "released", None)]),
        ("fa", "موشک ۱۰۷ میلی‌متری", []),
        ("ar", "18 صاروخا سقطت", [(18, 18, "weapons", "صاروخا")]),
        ("ar", "خمس شركات قالت", [(5, 5, "count", "شركات")]),
        ("fa", "فارس نوشت: شش قاچاقچی دستگیر شدند", [(6, 6, "arrested", "قاچاقچی")]),
        ("fa", "به کووید۱۹ مبتلا شدند", []),
        ("fa", "هفت تن دیگر زخمی شدند", [(7, 7, "wounded", "تن")]),
        ("fa", "هیچ گروهی مسئولیت نپذیرفت", []),
        ("fa", "رشد ۵ درصدی", [(5, 5, "percent", None)]),
        ("fa", "۲۰ کشته یا بیشتر", [(20, None, "killed", None)]),
    ],
)
def test_persian_and_arabic(
    lang: str, text: str, expected: list[tuple[float | None, float | None, str, str | None]]
) -> None:
    assert read(text, lang) == expected


@pytest.mark.parametrize("text", ["on March 8, 2020", "at 10:30", "for 3 days", "in 2019", "the 1990s"])
def test_dates_and_times_count_nothing(text: str) -> None:
    assert read(text) == []


def test_a_new_figure_names_the_one_it_replaces() -> None:
    new, old = find_quantities("The death toll rose to 17 from 12.", "en")
    assert (new.low, new.kind, new.replaces, old.low, old.kind, old.replaces) == (
        17,
        "killed",
        1,
        12,
        "killed",
        None,
    )


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Police held 24 fans, five of them minors, three of them girls.", [None, 0, 0]),
        ("en", "Raids killed 12 men, two of them guards, and 3 women.", [None, 0, None]),
        ("ar", "أصيب سبعة آخرون، أربعة منهم في حالة حرجة", [None, 0]),
        ("ar", "قتل 15 مدنيا، بينهم أربع نساء وثلاثة أطفال", [None, 0, 0]),
        ("fa", "۷ نفر کشته شدند که سه تن از آنها کودک بودند", [None, 0]),
    ],
)
def test_parts_name_the_total_in_front(lang: str, text: str, expected: list[int | None]) -> None:
    assert [each.part_of for each in find_quantities(text, lang)] == expected


@pytest.mark.parametrize(
    "text", ["2 medics among 31 dead in shelling.", "2 medics were among the 31 people killed there."]
)
def test_a_part_names_the_total_behind_it(text: str) -> None:
    part, total = find_quantities(text, "en")
    assert (part.low, part.kind, part.part_of, total.low, total.part_of) == (2, "killed", 1, 31, None)


def test_a_part_names_its_total() -> None:
    total, part = find_quantities("It killed 12 people, among them 3 children.", "en")
    assert (total.low, total.part_of, part.low, part.of, part.part_of) == (12, None, 3, "children", 0)


@given(
    st.text(alphabet="0123456789,.- %$killedtwo andofپنجو\n", max_size=200),
    st.sampled_from(["en", "fa", "ar"]),
)
def test_spans_lie_in_the_text_in_order(text: str, lang: str) -> None:
    done = 0
    for found in find_quantities(text, lang):
        assert done <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        done = found.end


@pytest.mark.parametrize(
    "piece",
    ["5 killed ", "1,", "one ", "hundred and ", "million and a half ", "5-", "1/2 ", "-", "1e9", "$",
     "out of ", "of a million ", "at least ", "half ", "one over ", "killed, wounded, ", "3-1-", "minus ",
     "nought ", "a fifth ", "5 k ", "rose from 5 to ", "among them 3 "],
)  # fmt: skip
def test_hostile_text_costs_linear_time(piece: str) -> None:
    assert growth(lambda text: bare_numbers(text, "en", find_quantities(text, "en")), piece) < MOST_GROWTH


@pytest.mark.parametrize(
    ("piece", "lang"),
    [("مئة و", "ar"), ("جزء من ", "ar"), ("هزار و صد ", "fa"), ("مجروح ", "fa"), ("אלף מאה ", "he")],
)
def test_hostile_text_of_other_scripts_costs_linear_time(piece: str, lang: str) -> None:
    assert growth(lambda text: bare_numbers(text, lang, find_quantities(text, lang)), piece) < MOST_GROWTH


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Two policemen were injured and 13 trucks were destroyed.", ["wounded", "count"]),
        ("They came with four helicopters, killing six people.", ["count", "killed"]),
        ("He was killed when two men opened fire.", ["count"]),
        ("Three officers were charged with killing six priests.", ["count", "killed"]),
        ("They fired AK-47 rifles and killed five men.", ["killed"]),
    ],
)
def test_who_is_no_victim(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in find_quantities(text, "en")] == kinds


@pytest.mark.parametrize(
    ("text", "lang", "new", "old"),
    [
        ("The ministry put the dead at 15, correcting an earlier figure of 12.", "en", 15, 12),
        ("The police revised its earlier toll of 12 to 15 dead.", "en", 15, 12),
        ("بلغ عدد القتلى 15 بعد حصيلة سابقة بلغت 12", "ar", 15, 12),
        ("The army put the dead at 12 but later corrected it to 15.", "en", 15, 12),
        ("Twelve were killed on Monday, and the toll later climbed to 15.", "en", 15, 12),
    ],
)
def test_a_correction_names_the_figure_it_replaces(text: str, lang: str, new: int, old: int) -> None:
    found = find_quantities(text, lang)
    (later,) = [each for each in found if each.replaces is not None]
    assert (later.low, later.kind, found[later.replaces or 0].low) == (new, "killed", old)


def test_dates_and_times_of_day_count_nothing() -> None:
    text = "The shells fell at four o’clock, and nine rockets came at ten past ten on Sunday."
    found = find_quantities(text, "en", find_times(text, "en"))
    assert [(each.low, each.of) for each in found] == [(9, "rockets")]


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("ar", "وزعوا خمسين كمامة ورقية ورسموا علامات.", "كمامة ورقية"),
        ("fa", "سه کارگر معدن زغال برگشتند.", "کارگر معدن"),
    ],
)
def test_what_is_counted_ends_before_the_verb(lang: str, text: str, noun: str) -> None:
    (found,) = find_quantities(text, lang)
    assert found.of == noun


def test_a_persian_tuesday_is_no_three() -> None:
    found = find_quantities("در نشست سه‌شنبه ۴ نفر آمدند.", "fa")
    assert [each.low for each in found] == [4]
    assert bare_numbers("نشست سه‌شنبه", "fa", ()) == ()


def test_a_figure_of_another_kind_replaces_nothing() -> None:
    found = find_quantities("They killed 9 people and the number of wounded rose to 7.", "en")
    assert [(each.kind, each.replaces) for each in found] == [("killed", None), ("wounded", None)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Two to three dozen rockets were fired.", 24, 36),
        ("Two to three hundred rockets were fired.", 200, 300),
        ("Ten to 100 rockets were fired.", 10, 100),
    ],
)
def test_a_range_of_dozens_and_hundreds(text: str, low: int, high: int) -> None:
    (found,) = find_quantities(text, "en")
    assert (found.low, found.high) == (low, high)


def test_arabic_counts_one_more_beside_a_dual() -> None:
    text = "قتل جنديان أمريكيان وجندي بريطاني في الهجوم."
    found = find_quantities(text, "ar")
    assert [(each.low, each.kind, each.of) for each in found] == [
        (2, "killed", "جنديان أمريكيان"),
        (1, "killed", "جندي بريطاني"),
    ]
    assert text[found[1].start : found[1].end] == "جندي بريطاني"
    assert find_quantities("قتل قائد وجندي", "ar") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell. The death toll from the shelling of the two densely peopled districts on the left bank "
        "has risen to 13 and 106 were injured.",
        "Toll from Shelling of Two Districts Rises to 13, 106 Injured.",
    ],
)
def test_the_figure_that_a_toll_comes_to_counts_the_dead_whoever_is_hurt_beside_them(text: str) -> None:
    found = {(each.low, each.kind) for each in find_quantities(text, "en") if each.low != 2}
    assert found == {(13, "killed"), (106, "wounded")}


def test_the_wounded_are_no_part_of_the_dead() -> None:
    text = "At least 20 people were killed including 13 civilians and more than 30 wounded in the blasts."
    found = [(each.low, each.kind, each.part_of) for each in find_quantities(text, "en")]
    assert found == [(20, "killed", None), (13, "killed", 0), (30, "wounded", None)]


def test_a_toll_that_rises_names_the_figure_it_replaces() -> None:
    new, old = find_quantities("The toll rose to 17 from 12.", "en")
    assert (new.low, new.kind, new.replaces, old.low, old.kind) == (17, "killed", 1, 12, "killed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("שני חיילים נהרגו ושלושה נפצעו בפיגוע.", [(2, 2, "killed"), (3, 3, "wounded")]),
        ("לפחות 12 בני אדם נהרגו", [(12, None, "killed")]),
        ("כ-30 רקטות נורו לעבר הצפון.", [(30, 30, "weapons")]),
        ("עשרות נעצרו", [(20, None, "arrested")]),
    ],
)
def test_hebrew(text: str, found: list[tuple[float, float | None, str]]) -> None:
    assert [(each.low, each.high, each.kind) for each in find_quantities(text, "he")] == found


@pytest.mark.parametrize(
    ("text", "lang", "numbers"),
    [
        ("The answer is minus one.", "en", [-1]),
        ("sixteen", "en", [16]),
        ("In 2015 it rose.", "en", []),
        ("It was agreed on 5/17/2018.", "en", []),
        ("more than half", "en", []),
        ("الإجابة سالب واحد.", "ar", [-1]),
        ("1.3e6", "en", [1_300_000]),
        ("He wants it in 3 years.", "en", [3]),
        ("one hundred thirty-fifths", "en", [100 / 35]),
        ("one hundred and thirty fifths", "en", [26]),
        ("three twenty-firsts", "en", [1 / 7]),
        ("either 10 bln or 10 tln", "en", [1e10, 1e13]),
        ("They were playing three-nought-four.", "en", [3, 0, 4]),
        ("They won 5-3 on Sunday.", "en", [5, 3]),
        ("مائة وثلاثون خمسا", "ar", [26]),
        ("خمسة وتسعون مائة على خمسة", "ar", [1900]),
        ("مائتان فاصلة ثلاثة من مائة", "ar", [200.03]),
    ],
)
def test_bare_numbers(text: str, lang: str, numbers: list[float]) -> None:
    found = bare_numbers(text, lang, find_quantities(text, lang))
    assert [each.low for each in found] == numbers
    assert {each.kind for each in found} <= {"count"}


def test_numbers_that_count_something_are_not_bare() -> None:
    text = "Two soldiers were killed. The answer is 7."
    (bare,) = bare_numbers(text, "en", find_quantities(text, "en"))
    assert (bare.low, bare.of) == (7, None)


def test_a_share_of_the_dead_is_no_toll() -> None:
    text = "Half of those killed were children."
    assert find_quantities(text, "en") == ()
    (share,) = bare_numbers(text, "en", ())
    assert (share.low, share.kind) == (0.5, "count")


@pytest.mark.parametrize(
    ("lang", "text", "old", "new"),
    [
        ("en", "The toll rose from 12 to 17.", 12, 17),
        ("en", "Officials revised the death toll to 9, down from 14.", 14, 9),
        ("en", "The number of injured climbed to 45, up from 30.", 30, 45),
        ("he", "מספר ההרוגים עלה מ-12 ל-17", 12, 17),
        ("fa", "شمار کشته‌شدگان از ۱۲ به ۱۷ نفر رسید.", 12, 17),
        ("ar", "ارتفع عدد القتلى من 12 إلى 17.", 12, 17),
        ("ar", "ارتفعت حصيلة القتلى إلى 17 قتيلا بعد أن كانت 12", 12, 17),
    ],
)
def test_a_changed_figure_says_which_it_replaces(lang: str, text: str, old: int, new: int) -> None:
    found = find_quantities(text, lang)
    (later,) = [each for each in found if each.replaces is not None]
    assert later.low == later.high == new
    assert found[later.replaces or 0].low == old
    assert {each.kind for each in found} <= {"killed", "wounded"}


def test_parts_joined_by_and_belong_to_one_total() -> None:
    found = find_quantities("Seven people were killed, among them three children and two women.", "en")
    assert [(each.low, each.kind, each.part_of) for each in found] == [
        (7, "killed", None),
        (3, "killed", 0),
        (2, "killed", 0),
    ]


@pytest.mark.parametrize(
    "text", ["Between 12 and 17 people died.", "Prices rose by 3 to 5 percent.", "12 to 17 people died."]
)
def test_a_range_stays_one(text: str) -> None:
    (found,) = find_quantities(text, "en")
    assert found.low != found.high


@pytest.mark.parametrize(
    "text",
    [
        "14 people were killed and 30 others wounded, correcting an earlier toll of 11 dead.",
        "The death toll rose to 14 on Sunday from 11 a day earlier.",
    ],
)
def test_a_figure_replaces_one_of_its_kind_that_stands_apart(text: str) -> None:
    found = find_quantities(text, "en")
    new, old = found[0], found[-1]
    assert (new.low, new.kind, old.low, old.kind) == (14, "killed", 11, "killed")
    assert found.index(old) == new.replaces


def test_a_part_without_a_noun_names_the_whole_it_is_told_of() -> None:
    part, whole = find_quantities("Eight of the 12 hostages were freed.", "en")
    assert (part.low, part.kind, part.part_of) == (8, "released", 1)
    assert (whole.low, whole.kind, whole.of) == (12, "captured", "hostages")


def test_what_is_said_behind_the_parts_is_said_of_the_total() -> None:
    total, *parts = find_quantities("At least 45 migrants, among them two children, drowned.", "en")
    assert (total.low, total.kind) == (45, "killed")
    assert [(each.low, each.kind, each.part_of) for each in parts] == [(2, "killed", 0)]


def test_a_quarter_is_a_fraction_behind_an_article_alone() -> None:
    assert bare_numbers("near the government quarter", "en", ()) == ()
    assert [each.low for each in bare_numbers("a quarter, quarter million", "en", ())] == [0.25, 250_000]
