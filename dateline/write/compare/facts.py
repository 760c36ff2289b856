"""The numbers and quotations of a text: what a source must bear out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon

DIGITS = re.compile(r"(\d[\d.,:]*)([^\W\d_]*)$")
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?$")
QUOTATION = re.compile(r"“([^”]+)”|\"([^\"]+)\"|„([^“”]+)[“”]|«((?:[^«»]|«[^«»]*»)+)»")
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
CURRENCIES = "$€£¥₪"
SCALES = (12, 100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000)
ONE_IS_NO_NUMBER_BEFORE = frozenset({"of", "another", "who", "that"})
ONE_IS_NO_NUMBER_AFTER = frozenset({"no", "any", "every", "each", "this", "that", "the"})


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number in normal form: "1200", "45%", "#3" for an ordinal, "dozens" for an amount without a value."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotationFact:
    """The words between quotation marks, without the marks."""

    words: str
    start: int
    end: int


def find_quotations(text: str) -> tuple[QuotationFact, ...]:
    """Find what stands between quotation marks of any of the scripts' styles."""
    found = []
    for match in QUOTATION.finditer(text):
        group = match.lastindex or 0
        found.append(QuotationFact(match.group(group), match.start(group), match.end(group)))
    return tuple(found)


def find_numbers(text: str) -> tuple[NumberFact, ...]:
    """Find numbers in digits and in words, percentages, ordinals and amounts such as "dozens"."""
    words, numbers, index = words_of(text), [], 0
    while index < len(words):
        number, used = _number_at(text, words, index)
        if number is not None:
            numbers.append(number)
        index += used
    return tuple(numbers)


def _number_at(text: str, words: Sequence[Word], index: int) -> tuple[NumberFact | None, int]:
    word, table = words[index], lexicon()
    pair = f"{word.folded} {words[index + 1].folded}" if index + 1 < len(words) else ""
    if part := _part_at(words, index):
        return part, 2
    if pair in table.numbers:
        return NumberFact(_plain(table.numbers[pair]), word.start, words[index + 1].end), 2
    if value := _fixed_value(word):
        return NumberFact(value, word.start, word.end), 1
    no_number = word.folded == "one" and _one_is_no_number(words, index)
    if no_number or (word.folded not in table.numbers and not DIGITS.match(word.folded)):
        return None, 1
    return _cardinal(text, words, index)


def _part_at(words: Sequence[Word], index: int) -> NumberFact | None:
    """Return "2/3" for "two thirds" and "1/4" for "a quarter of"; None for any other words."""
    if index + 1 >= len(words):
        return None
    word, part = words[index], words[index + 1]
    counted = 1.0 if word.folded in ("a", "one") else lexicon().numbers.get(word.folded, 0)
    below = PARTS.get(part.folded.removesuffix("s"))
    several = counted > 1 and part.folded.endswith("s")
    one = counted == 1 and index + 2 < len(words) and words[index + 2].folded == "of"
    if below is None or not (several or one):
        return None
    return NumberFact(f"{counted:.0f}/{below}", word.start, part.end)


def _fixed_value(word: Word) -> str | None:
    """Return the value of a word that joins no other into a number: an amount or an ordinal."""
    table, match = lexicon(), DIGITS.match(word.folded)
    if word.folded in table.amounts:
        return table.amounts[word.folded]
    if word.folded in table.ordinals and word.folded not in table.numbers:
        return f"#{_plain(table.ordinals[word.folded])}"
    return f"#{match[1]}" if match and match[2] in ORDINAL_ENDINGS else None


def _one_is_no_number(words: Sequence[Word], index: int) -> bool:
    before = words[index - 1].folded if index else ""
    after = words[index + 1].folded if index + 1 < len(words) else ""
    part = after in lexicon().ordinals and after not in lexicon().numbers  # "one third"
    return part or before in ONE_IS_NO_NUMBER_AFTER or after in ONE_IS_NO_NUMBER_BEFORE


def _cardinal(text: str, words: Sequence[Word], index: int) -> tuple[NumberFact, int]:
    """Read the number that begins at `index`, over all the words it has: "two hundred and five"."""
    last, total, current = index, 0.0, 0.0
    while (value := _value(words[last])) is not None:
        if value in SCALES and (current or last == index):
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
        if not _goes_on(text, words, last):
            break
        last += 2 if words[last + 1].folded in ("and", "و") else 1
    clock = words[index].folded if ":" in words[index].folded else None
    value_text = clock or _plain((total + current) * _scale_ending(text, words[index]))
    end = words[last].end
    mark = _percent_after(text, words, last)
    return NumberFact(value_text + mark, words[index].start, end), last - index + 1


def _scale_ending(text: str, word: Word) -> int:
    """Return by what the letters behind the digits multiply: "2bn", and "$5m", which else are metres."""
    match = DIGITS.match(word.folded)
    scale = lexicon().scale_endings.get(match[2], 1) if match else 1
    money = text[: word.start].rstrip()[-1:] in CURRENCIES
    return scale if money or (match is not None and len(match[2]) > 1) else 1


def _goes_on(text: str, words: Sequence[Word], last: int) -> bool:
    """Say whether the next word belongs to the same number: smaller in words, or a scale."""
    following = last + 1
    joined = following < len(words) and words[following].folded in ("and", "و")
    if joined and (_value(words[last]) in SCALES or words[following].folded == "و"):
        following += 1
    if following >= len(words):
        return False
    value, mine = _value(words[following]), _value(words[last]) or 0
    gap = text[words[last].end : words[following].start].replace("and", "").replace("و", "")
    if value is None or gap.strip(" \u200c-‑"):
        return False
    in_words = not words[following].folded[0].isdigit()
    return in_words and (
        value in SCALES or (mine >= 20 and value < mine and not words[last].folded[0].isdigit())
    )


def _value(word: Word) -> float | None:
    match = DIGITS.match(word.folded)
    if match is None:
        return lexicon().numbers.get(word.folded)
    digits = match[1].rstrip(".,:")
    if ":" in digits:
        return 0.0
    plain = digits.replace(",", "") if GROUPED.match(digits) else digits.replace(",", ".")
    try:
        return float(plain)
    except ValueError:  # several points, as in a version: compared by its digits alone
        return float(re.sub(r"\D", "", plain))


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _percent_after(text: str, words: Sequence[Word], last: int) -> str:
    """Return "%" for a share, "pp" for percentage points, nothing for any other number."""
    if text[words[last].end :].lstrip()[:1] in ("%", "٪"):
        return "%"
    after = [word.folded for word in words[last + 1 : last + 3]]
    if after == ["percentage", "points"]:
        return "pp"
    return "%" if after and (after[0] in lexicon().percent or after == ["per", "cent"]) else ""
