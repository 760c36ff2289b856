"""Which way a text runs and which language it is in: script first, then letters, then function words."""

import re
from collections import Counter
from functools import cache
from typing import Literal, Protocol

from dateline.languages import language_codes, language_table

SAMPLE_LENGTH = 4000  # code points looked at: a paragraph or two settles it
ENOUGH_STOPWORDS = 0.12  # share of function words from which a Latin-script language is taken as certain

FEWEST_WORDS = (
    6  # shorter Latin-script texts (a headline of names) are not worth a guess: the best-known language
)
LATIN_LANGUAGES = (
    *("en", "fr", "es", "de", "it", "pt", "nl", "tr", "pl", "ro", "sv", "da", "no", "fi", "cs", "sk", "hu"),
    *("id", "ms", "vi", "sw", "az", "sq", "hr", "sl", "lt", "lv", "et", "ca"),
)

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "he": re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]"),
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "latin": re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "am": re.compile(r"[\u1200-\u137f]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
# Letters that one language of the script has and its neighbours do not.
_OWN_ARABIC = {
    "ur": re.compile("[ٹڈڑےںھہ]"),
    "ps": re.compile("[ښږځڅډړټۍې]"),
    "ckb": re.compile("[ێۆڕڵەۊ]"),
}
_PERSIAN = re.compile(r"[پچژگکیۀ]|\b(?:از|که|به|را|است|این|آن|با|برای|شد|بود|خود|های|می)\b")
_ARABIC = re.compile(r"[كيةىإأؤئ]|\b(?:من|على|إلى|أن|التي|الذي|هذا|هذه|بعد|قال|كان|ما|عن)\b")
_OWN_CYRILLIC = {
    "uk": re.compile("[іїєґІЇЄҐ]"),
    "be": re.compile("[ўЎ]"),
    "mk": re.compile("[ѓќѕЃЌЅ]"),
    "sr": re.compile("[ђћџЂЋЏјљњ]"),
    "kk": re.compile("[әғқңөұүһ]"),
    "ru": re.compile("[ыэёЫЭЁ]"),
}


def direction(text: str) -> Literal["ltr", "rtl"]:
    """Say which way most letters of `text` run; a text without letters runs left to right."""
    sample = text[:SAMPLE_LENGTH]
    to_left = len(_RIGHT_TO_LEFT.findall(sample))
    return "rtl" if to_left * 2 > len(_LETTER.findall(sample)) else "ltr"


def language_of(text: str) -> str:
    """Return the BCP 47 code of the language of most of `text`, "und" where there are no words.

    >>> language_of("The minister said on Monday that the border would be closed.")
    'en'
    """
    sample = text[:SAMPLE_LENGTH]
    counts = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return "und"
    if script == "zh" and counts["ja"]:
        return "ja"
    if script == "arabic":
        return _arabic_script_language(sample, counts["arabic"])
    if script == "cyrillic":
        return _cyrillic_language(sample)
    return _latin_language(sample) if script == "latin" else script


def _arabic_script_language(sample: str, letters: int) -> str:
    own = {code: len(found.findall(sample)) for code, found in _OWN_ARABIC.items()}
    code = max(own, key=lambda name: own[name])
    if own[code] * 25 > letters:
        return code
    return "fa" if len(_PERSIAN.findall(sample)) > len(_ARABIC.findall(sample)) else "ar"


def _cyrillic_language(sample: str) -> str:
    own = {code: len(found.findall(sample)) for code, found in _OWN_CYRILLIC.items()}
    code = max(own, key=lambda name: own[name])
    if own[code]:
        return code
    return "bg" if "ъ" in sample.lower() else "ru"


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    tables = {code: language_table(code, "sentences").get("stopwords", ()) for code in language_codes()}
    return {code: frozenset(words) for code, words in tables.items() if words}


def _latin_language(sample: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(sample))
    shares = {
        code: sum(words[word] for word in stopwords) / max(words.total(), 1)
        for code, stopwords in _stopwords().items()
    }
    best = max(shares, key=lambda code: shares[code], default="en")
    if shares.get(best, 1.0) >= ENOUGH_STOPWORDS or words.total() < FEWEST_WORDS:
        return best
    code, _ = _classifier().classify(sample)
    return code


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _classifier() -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model of some megabytes

    classifier: _Classifier = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    classifier.set_languages(list(LATIN_LANGUAGES))  # type: ignore[attr-defined]
    return classifier
