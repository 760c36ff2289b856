import pytest

from dateline.model.claims import Certainty, LinkKind, Mode, Polarity
from tests.extract.factory import annotate, chain, content


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Officials said the dam had failed.", "Officials", "the dam had failed"),
        ("The dam had failed, officials said.", "officials", "The dam had failed"),
        ("The troops, officials said, will leave.", "officials", "The troops … will leave"),
        (
            '"The bridge is closed," said Lina Haddad, head of the port authority, on Monday.',
            "Lina Haddad",
            '"The bridge is closed,"',
        ),
        (
            "“We will rebuild,” Lina Haddad added, “and soon.”",
            "Lina Haddad",
            "“We will rebuild,” … “and soon.”",
        ),
        (
            "According to Sami Khoury, the deputy mayor, the market reopened.",
            "Sami Khoury",
            "the market reopened",
        ),
        ("The market reopened, according to Sami Khoury.", "Sami Khoury", "The market reopened"),
        (
            "On Monday, Karim Saleh, a member of the council, warned that prices would rise.",
            "Karim Saleh",
            "prices would rise",
        ),
        ("Sami Khoury, who has said the deal is dead, left.", "Sami Khoury", "the deal is dead"),
        ("The clerk, who argued that the deal is dead, left.", "clerk", "the deal is dead"),
        ("The radio aired footage it said showed a raid.", "it", "showed a raid"),
        ("A clerk told Al Jazeera he was dead.", "clerk", "he was dead"),
        ("The mayor put the toll at 20, and the hospital put it at 22.", "mayor", "the toll at 20"),
        ("Critics' claims that the vote was rigged, may delay it.", "Critics'", "the vote was rigged"),
        (
            "Claims made by the former mayor, Karim Saleh, that the well was poisoned, may cause panic.",
            "Karim Saleh",
            "the well was poisoned",
        ),
        ("وزیر کشور گفت که مرز بسته است.", "وزیر کشور", "مرز بسته است"),
        ("سخنگوی دولت دخالت در حمله را تکذیب کرد.", "سخنگوی دولت", "دخالت در حمله"),
        ("وی از کشته شدن دو سرباز خبر داد.", None, "از کشته شدن دو سرباز"),
        ("به گفته این کارگران پل فرو ریخت.", "این کارگران", "پل فرو ریخت"),
        ("قال وزير الداخلية سامي خوري إن الحدود مغلقة.", "سامي خوري", "الحدود مغلقة"),
        ("نقلت الوكالة عن مصدر عسكري قوله إن الجسر انهار.", "مصدر عسكري", "الجسر انهار"),
        ("قتل ثلاثة جنود، وفقا لما ذكرته وكالة رويترز.", "Reuters", "قتل ثلاثة جنود"),
        ("وبحسب ما صرح به سامي خوري، تضرر الجسر.", "سامي خوري", "تضرر الجسر"),
        ("بغداد / واع – قال سامي خوري إن الجسر انهار.", "سامي خوري", "الجسر انهار"),
        ("نفى المتحدث وقوع إصابات.", "المتحدث", "وقوع إصابات"),
        ("نفى المتحدث باسم الوزارة ضلوع بلاده في الهجوم.", "المتحدث باسم الوزارة", "ضلوع بلاده في الهجوم"),
        ("השר אמר כי הגבול סגור.", "השר", "הגבול סגור"),
    ],
)
def test_who_says_what(text: str, source: str | None, said: str) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert (claim.chain[0].name, content(claim, text)) == (source, said)


@pytest.mark.parametrize(
    ("text", "certainty", "polarity"),
    [
        ("Lina Haddad claimed that the well was poisoned.", Certainty.DOUBTFUL, Polarity.AFFIRMED),
        ("Lina Haddad denied any role in the raid.", Certainty.CERTAIN, Polarity.DENIED),
        ("Lina Haddad confirmed that the road was cut.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("Lina Haddad said the road may be cut.", Certainty.POSSIBLE, Polarity.AFFIRMED),
        ("Lina Haddad argued that the road was cut.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("Officials asked whether the road was cut.", Certainty.UNKNOWN, Polarity.AFFIRMED),
        ("Lina Haddad said it is unclear who cut the road.", Certainty.UNKNOWN, Polarity.AFFIRMED),
        ("Lina Haddad said the road was probably cut.", Certainty.PROBABLE, Polarity.AFFIRMED),
        ("Lina Haddad said the ferry can cross in an hour.", Certainty.POSSIBLE, Polarity.AFFIRMED),
        ("Lina Haddad said the ferry can not cross.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("Lina Haddad said she was to meet the envoy.", Certainty.UNKNOWN, Polarity.AFFIRMED),
        ("The Black Banner claimed responsibility for the raid.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("It was alleged that the well was poisoned.", Certainty.DOUBTFUL, Polarity.AFFIRMED),
        ("Lina Haddad said the road was cut, probably in May.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("“The road may be cut,” Lina Haddad said.", Certainty.POSSIBLE, Polarity.AFFIRMED),
        ("“The road is cut. It may snow,” Lina Haddad said.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("Lina Haddad said if it snows, the road will be cut.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("زعمت مصادر محلية أن الطريق أغلق.", Certainty.DOUBTFUL, Polarity.AFFIRMED),
        ("وزیر احتمالاً گفت که مرز بسته است.", Certainty.CERTAIN, Polarity.AFFIRMED),
        ("فرمانده ادعا کرد که پل تخریب شد.", Certainty.DOUBTFUL, Polarity.AFFIRMED),
    ],
)
def test_how_sure(text: str, certainty: Certainty, polarity: Polarity) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert (claim.certainty, claim.polarity) == (certainty, polarity)


def test_a_hedge_keeps_its_words() -> None:
    text = "Lina Haddad said the road may be cut in May."
    claim = annotate(text).claims[0]
    assert [hedge.of(text) for hedge in claim.hedges] == ["may"]


def test_a_mood_is_no_hedge_that_is_shown() -> None:
    text = "Lina Haddad said the ferry can cross in an hour."
    assert annotate(text).claims[0].hedges == ()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "The Lebanese news website al-Modon reported (March 12), based on a local source, that trucks crossed.",  # noqa: E501
            [("speaker", "local source", None), ("outlet", "al-Modon", "2020-03-12")],
        ),
        (
            "Karim Saleh stated in an interview to the business news website Bazaar Online (March 15) that trade goes on.",  # noqa: E501
            [("speaker", "Karim Saleh", None), ("outlet", "Bazaar Online", "2020-03-15")],
        ),
        (
            "In an interview to the Iranian news agency Mehr (March 10), Karim Saleh stated that trade goes on.",  # noqa: E501
            [("speaker", "Karim Saleh", None), ("outlet", "Mehr", "2020-03-10")],
        ),
        (
            "Karim Saleh posted on Twitter (March 13) that the road was open.",
            [("speaker", "Karim Saleh", None), ("outlet", "Twitter", "2020-03-13")],
        ),
        (
            "Karim Saleh said that the road was open (Reuters, March 13).",
            [("speaker", "Karim Saleh", None), ("outlet", "Reuters", "2020-03-13")],
        ),
        (
            "به گزارش خبرگزاری فارس، وزیر کشور گفت که مرز باز است.",
            [("speaker", "وزیر کشور", None), ("outlet", "Fars", None)],
        ),
    ],
)
def test_chains(text: str, links: list[tuple[str, str | None, str | None]]) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert chain(claim) == links
    assert claim.chain[-1].kind is LinkKind.PUBLISHER
    assert claim.chain[-1].name == "The Gazette"


def test_a_source_who_told_the_publisher_stands_one_link_from_it() -> None:
    article = annotate("Karim Saleh told the newspaper Kayhan that the road was open.", publisher="Kayhan")
    assert [link.name for link in article.claims[0].chain] == ["Karim Saleh", "Kayhan"]


def test_an_anonymous_source_is_marked() -> None:
    text = "al-Modon reported, citing a security source, that trucks crossed."
    assert [link.anonymous for link in annotate(text).claims[0].chain] == [True, False, False]


def test_nested_attributions_pass_through_the_outer_source() -> None:
    text = "Reuters reported that the ministry denied a role in the raid."
    inner = annotate(text).claims[1]
    assert [link.name for link in inner.chain] == ["ministry", "Reuters", "The Gazette"]
    assert inner.polarity is Polarity.DENIED


def test_pronouns_and_offices_mean_who_is_in_play() -> None:
    text = (
        "Karim Saleh, the Secretary of the Border Council, visited Basra. He said the road was open. "
        "The Secretary of the Border Council also welcomed the decision. Saleh added that trade grew. "
        "According to him, prices fell."
    )
    names = [claim.chain[0].name for claim in annotate(text).claims if claim.cue]
    assert names == ["Karim Saleh"] * 4


def test_an_interview_goes_on_over_the_next_sentences() -> None:
    text = "Karim Saleh said in an interview to Bazaar News (March 15) that trade goes on. He added that prices fell."  # noqa: E501
    assert chain(annotate(text).claims[1])[-1] == ("outlet", "Bazaar News", "2020-03-15")


def test_a_second_verb_shares_the_subject() -> None:
    text = "The envoy denied the charge and declared that the talks would go on."
    first, second = annotate(text).claims
    assert (content(first, text), content(second, text)) == ("the charge", "the talks would go on")
    assert first.chain[0].name == second.chain[0].name == "envoy"


def test_the_report_is_the_outlet_in_play() -> None:
    text = "  • The newspaper al-Modon published a map of the camps. In the report, published on March 9, it was claimed that two fell."  # noqa: E501
    assert chain(annotate(text).claims[-1]) == [("outlet", "al-Modon", "2020-03-09")]


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = "“We will rebuild it,” Lina Haddad said. “The work starts today.”"
    (claim,) = annotate(text).claims
    assert content(claim, text) == "“We will rebuild it,” … “The work starts today.”"
    assert claim.mode is Mode.QUOTATION


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Lina Haddad said: “The road is open.”", Mode.QUOTATION),
        ("Lina Haddad said the road was “wide open” again.", Mode.MIXED),
        ("Lina Haddad said the road was open.", Mode.PARAPHRASE),
        ("The road was opened on Monday.", Mode.STATEMENT),
        ("وزیر گفت: «مرز باز است.»", Mode.QUOTATION),
    ],
)
def test_modes(text: str, mode: Mode) -> None:
    assert annotate(text).claims[0].mode is mode


@pytest.mark.parametrize(
    "text",
    [
        "The United States and Iran met.",
        "The report was published on Monday by the board.",
        "He did not say why.",
        "Why was it shut?",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert not [claim for claim in annotate(text).claims if claim.cue]


def _chains(text: str) -> list[list[str | None]]:
    return [[link.name for link in claim.chain[:-1]] for claim in annotate(text).claims if claim.cue]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "Reuters reported on Tuesday that the minister, Karim Haddad, denied that the town was shelled.",
            [["Reuters"], ["Karim Haddad", "Reuters"]],
        ),
        (
            "Sami Rahal, the oil minister, said, citing a field engineer, that the pipeline was shut.",
            [["field engineer", "Sami Rahal"]],
        ),
        (
            "An unnamed security source quoted by Tasnim said the two had been released.",
            [["unnamed security source", "Tasnim"]],
        ),
        ("Local sources in Tall Rifat said that the convoy left.", [["Local sources in Tall Rifat"]]),
        ("Sources close to Lina Haddad said that she would resign.", [["Sources close to Lina Haddad"]]),
        (
            "An unknown group calling itself the Black Banner claimed responsibility for the raid.",
            [["Black Banner"]],
        ),
        (
            "A group known as “The Sons of Dawn” (Abna al-Fajr) claimed responsibility for the raid.",
            [["Sons of Dawn"]],
        ),
        (
            "According to a report published by the Interior Ministry, nine people were held.",
            [["Interior Ministry"]],
        ),
        (
            "The Interior Ministry issued a statement. The statement said that two men were held. "
            "It also called on residents to stay away.",
            [["Interior Ministry"], ["Interior Ministry"]],
        ),
    ],
)
def test_whose_words_they_are(text: str, chains: list[list[str | None]]) -> None:
    assert _chains(text) == chains


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On March 18, Reuters reported that the bridge fell on March 12.", ["2020-03-18"]),
        ("The ministry condemned the March 12 raid, which followed one on March 11.", [None]),
    ],
)
def test_only_a_date_beside_the_cue_is_that_of_the_words(text: str, dates: list[str | None]) -> None:
    assert [claim.chain[0].date for claim in annotate(text).claims if claim.cue] == dates


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "رضا سلیمی، که بیست سال است چای می‌فروشد، می‌گوید: «بازار خالی است.»",
            "رضا سلیمی",
            "«بازار خالی است.»",
        ),
        (
            "نادر کریمی، سخنگوی انجمن، از پاسخ خودداری کرد و تنها گفت که پل بسته می‌ماند.",
            "نادر کریمی",
            "پل بسته می‌ماند",
        ),
        ("وقال مصدر في الميناء إن السفينة غادرت، مؤكداً أن الحمولة سليمة.", "مصدر", "الحمولة سليمة"),
    ],
)
def test_a_clause_is_no_speaker(text: str, speaker: str, said: str) -> None:
    claims = {content(claim, text): claim for claim in annotate(text).claims}
    assert claims[said].chain[0].name == speaker


def test_between_is_no_verb() -> None:
    text = "وصلت الحافلات إلى المدينة بين الأحد وفجر الثلاثاء."
    assert [claim.cue for claim in annotate(text).claims] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The report that could raise questions was read. Comments that were echoed later ended.",
        "The fee is 30 dinars per person and per day.",
    ],
)
def test_a_relative_clause_and_a_rate_are_no_claims(text: str) -> None:
    assert [claim.cue for claim in annotate(text).claims] == [None] * len(annotate(text).claims)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("کریم صالح در گفت وگو با خبرنگار ما گفت: پل بسته است.", "کریم صالح", "پل بسته است"),
        ("به گزارش خبرگزاری فارس از اهواز، پل بسته شد.", "Fars", "پل بسته شد"),
        ("یکی از شاهدان حادثه گفت: پل بسته است.", "یکی از شاهدان حادثه", "پل بسته است"),
        ("رئیس پلیس اهواز گفت پل بسته است.", "رئیس پلیس اهواز", "پل بسته است"),
        ("کریم صالح، از کارمندان اداره، گفت پل بسته است.", "کریم صالح", "پل بسته است"),
        ("به گفته او پل بسته است.", None, "پل بسته است"),
        ("منتقدان می‌گویند که پل بسته است.", "منتقدان", "پل بسته است"),
        ("وأوضح كريم صالح، رئيس البلدية: إنه أغلق الجسر.", "كريم صالح", "إنه أغلق الجسر"),
        ("أكد كريم صالح، صعوبة فتح الجسر.", "كريم صالح", "صعوبة فتح الجسر"),
        ("قالت الوزارة إن كريم صالح وصف الجسر بأنه آمن.", "الوزارة", "كريم صالح وصف الجسر بأنه آمن"),
        ("قدرت الوزارة عدد الجسور بعشرين.", "الوزارة", "عدد الجسور بعشرين"),
        ("قال العقيد علي بن عمير إن الجسر أغلق.", "علي بن عمير", "الجسر أغلق"),
        ("قال المتحدث الإعلامي للبلدية إن الجسر أغلق.", "المتحدث الإعلامي للبلدية", "الجسر أغلق"),
        ("فوزارة النقل أكدت أن الجسر أغلق.", "وزارة النقل", "الجسر أغلق"),
        (
            "به گفتهٔ بستگانش از سال ۱۳۹۲ سه بار به مرز رفته بود.",
            "بستگانش",
            "از سال ۱۳۹۲ سه بار به مرز رفته بود",
        ),
    ],
)
def test_who_says_what_in_persian_and_arabic(text: str, source: str | None, said: str) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert (claim.chain[0].name, content(claim, text)) == (source, said)


@pytest.mark.parametrize(
    "text",
    [
        "در پاسخ باید گفت که پل بسته است.",
        "تم إصلاح الجسر وفق الخطة المعتمدة.",
    ],
)
def test_what_must_be_said_and_what_follows_a_plan_are_no_claims(text: str) -> None:
    assert [claim.cue for claim in annotate(text).claims] == [None]


def test_an_agency_that_quotes_another_stands_after_it() -> None:
    text = "به گزارش فارس به نقل از خبرگزاری رویترز، کریم صالح گفت پل بسته است."
    (claim,) = [claim for claim in annotate(text).claims if claim.cue]
    assert [link.name for link in claim.chain][:3] == ["کریم صالح", "Reuters", "Fars"]


def test_a_surname_alone_is_the_one_named_with_a_title() -> None:
    text = "قال الدكتور كريم الشهراني إن الجسر أغلق. وأضاف الشهراني أن الطريق آمن."
    names = [claim.chain[0].name for claim in annotate(text).claims if claim.cue]
    assert names == ["كريم الشهراني", "كريم الشهراني"]


def test_a_speaker_is_named_without_the_clause_about_them() -> None:
    text = "The harbour master, who was in Basra on Monday, said the dam would hold."
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert claim.chain[0].name == "harbour master"


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("قال ضابط كريم حضر اليوم، رافضاً الكشف عن هويته، إن الجسر أغلق.", "ضابط كريم حضر", "الجسر أغلق"),
        (
            "أعلنت نائبة مدير صحة البصرة سندس الرفاعتي أن الجسر أغلق.",
            "نائبة مدير صحة البصرة سندس الرفاعتي",
            "الجسر أغلق",
        ),
        ("أعلنت قيادة العمليات، ليل الأحد، إصابة جنديين.", "قيادة العمليات", "إصابة جنديين"),
        ("قالت الناشطة رسل الحماري لمراسلنا إن الجسر أغلق.", "الناشطة رسل الحماري", "الجسر أغلق"),
    ],
)
def test_a_content_opens_at_its_that(text: str, source: str, said: str) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert (claim.chain[0].name, content(claim, text)) == (source, said)


def test_nobody_claims_nothing() -> None:
    assert [claim.cue for claim in annotate("Nobody had claimed the attack by Monday.").claims] == [None]


def test_who_denies_a_report_does_not_report_it() -> None:
    text = "The guards denied reports that a swap had been refused."
    denied, reported = annotate(text).claims
    assert (denied.polarity, denied.chain[0].name) == (Polarity.DENIED, "guards")
    assert [link.name for link in reported.chain[:-1]] == [None]
    assert reported.chain[0].anonymous


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Although the ferry can cross, the bus will stay.",
            [
                ("Although the ferry can cross, the bus will stay", Certainty.CERTAIN),
                ("the ferry can cross", Certainty.POSSIBLE),
            ],
        ),
        ("The ferry can cross.", [("The ferry can cross", Certainty.POSSIBLE)]),
        (
            "The bus will stay, unless the road is cut, until May.",
            [
                ("The bus will stay, unless the road is cut, until May", Certainty.CERTAIN),
                ("unless the road is cut", Certainty.UNKNOWN),
            ],
        ),
    ],
)
def test_a_clause_that_is_less_sure_is_a_claim_of_its_own(
    text: str, clauses: list[tuple[str, Certainty]]
) -> None:
    assert [(content(claim, text), claim.certainty) for claim in annotate(text).claims] == clauses


def test_a_second_speaker_ends_what_the_first_one_says() -> None:
    text = "وزیر کشور گفت که مرز بسته می‌شود و استاندار هم گفت پل سالم است."
    told = [(claim.chain[0].name, content(claim, text)) for claim in annotate(text).claims]
    assert told == [("وزیر کشور", "مرز بسته می‌شود"), ("استاندار", "پل سالم است")]


@pytest.mark.parametrize("report", ["Reports", "Claims", "Rumours"])
def test_who_calls_a_report_wrong_denies_it(report: str) -> None:
    text = f"{report} that the envoy resigned are not true, the palace said."
    claim = next(claim for claim in annotate(text).claims if claim.polarity is Polarity.DENIED)
    assert (claim.chain[0].name, content(claim, text)) == ("palace", "the envoy resigned")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Toll of mill fire rises to 68 - Afghan officials", "Afghan officials"),
        ("Drone strike kills two near the harbour: security source", "security source"),
        ("The mill - which burned in May - is open.", None),
        ("No group has claimed responsibility for the fire.", None),
    ],
)
def test_a_headline_may_end_in_who_says_it(text: str, speaker: str | None) -> None:
    (claim,) = annotate(text).claims
    assert (claim.chain[0].name if claim.cue else None) == speaker


@pytest.mark.parametrize("text", ["Whether the talks resume is unclear.", "That was the end of the talks."])
def test_a_statement_keeps_the_word_that_it_opens_with(text: str) -> None:
    assert content(annotate(text).claims[0], text) == text.rstrip(".")
