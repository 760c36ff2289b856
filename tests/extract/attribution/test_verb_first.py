"""Who says what in Arabic, where the verb comes first, and in Persian, where it comes last."""

import pytest

from dateline.model.claims import Polarity
from tests.extract.attribution.listed import attributed
from tests.extract.factory import annotate, content


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "أعلنت قيادة الشرطة في بابل، اليوم الأربعاء، اعتقال ستة مطلوبين.",
            "قيادة الشرطة",
            "اعتقال ستة مطلوبين",
        ),
        (
            "انهار الجسر القديم، بحسب وزارة النقل اللبنانية.",
            "وزارة النقل اللبنانية",
            "انهار الجسر القديم",
        ),
        ("أغلق المعبر أمام الشاحنات، حسبما أعلن رامي حداد.", "رامي حداد", "أغلق المعبر أمام الشاحنات"),
        ("تأجل اللقاء، وفق ما أفادت قناة الجسر.", "قناة الجسر", "تأجل اللقاء"),
        ("وطالب رامي حداد بوقف فوري للهدم.", "رامي حداد", "بوقف فوري للهدم"),
        ("أعرب رامي حداد عن قلقه إزاء الجفاف.", "رامي حداد", "عن قلقه إزاء الجفاف"),
        ("وكانت المملكة قد أعلنت رفع إنتاجها.", "المملكة", "رفع إنتاجها"),
        ("وبحسب الصحيفة، فإن قيمة العقد كبيرة.", "الصحيفة", "قيمة العقد كبيرة"),
    ],
)
def test_arabic(text: str, speaker: str, said: str) -> None:
    (claim,) = attributed(annotate(text))
    assert (claim.chain[0].name, content(claim, text)) == (speaker, said)


def test_what_another_says_meanwhile_is_no_part_of_a_claim() -> None:
    text = "وشدد رامي حداد على ضرورة الحل، بينما رأى سامي خوري أن الوقت مبكر."
    first, second = attributed(annotate(text))
    assert (first.chain[0].name, content(first, text)) == ("رامي حداد", "على ضرورة الحل")
    assert [link.name for link in second.chain] == ["سامي خوري", "The Gazette"]


def test_a_participle_goes_on_for_the_speaker_before() -> None:
    text = "حذر رامي حداد من أن الأسبوع حاسم، كاشفا عن تسجيل حالات جديدة."
    _, second = attributed(annotate(text))
    assert (second.chain[0].name, content(second, text)) == ("رامي حداد", "تسجيل حالات جديدة")


def test_a_noun_behind_a_preposition_says_nothing() -> None:
    text = "نفى رامي حداد صحة التقارير عن نقل أسلحة إلى الجنوب."
    (claim,) = attributed(annotate(text))
    assert claim.polarity is Polarity.DENIED


def test_a_report_is_gone_back_to_in_persian() -> None:
    text = "خبرگزاری ایسنا نوشت: جاده بسته است. بر اساس این گزارش، دو خودرو آسیب دید."
    _, claim = attributed(annotate(text))
    assert content(claim, text) == "دو خودرو آسیب دید"
