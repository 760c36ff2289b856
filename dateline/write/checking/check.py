"""The check of one sentence against the texts it cites, whoever or whatever wrote it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.model.editions import Unsupported
from dateline.write.checking.align import compare_with_passage
from dateline.write.checking.misplaced import contradicted_words, misplaced_facts, other_counted
from dateline.write.compare.aliases import borne_out_otherwise
from dateline.write.compare.bounds import is_rounded, is_single
from dateline.write.compare.facts import QuotationFact, find_numbers, find_quotations
from dateline.write.compare.folding import fold_quotation, folded_words, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.names import Name, find_names, is_borne_out, mixes_names, words_without_capitals
from dateline.write.compare.parties import exchanged_parties, exchanged_speakers
from dateline.write.compare.printed_dates import DateFact, find_dates
from dateline.write.compare.qualified import changed_qualifiers, turned_order

LEFT_OUT = re.compile(r"\s*(?:\[[^\]]*\]|…|\.\.\.)\s*")
SAYER_REACH = 12  # words on each side of a word of speech among which its speaker stands
EDGE_MARKS = " .,;:!?…،؛؟\"'"


def check_sentence(
    text: str, sources: Sequence[str], *, allowed: Sequence[str] = (), speaker: str | None = None
) -> tuple[Unsupported, ...]:
    """List what `sources` do not bear out in `text`, by its place; empty where all is borne out.

    `allowed` are phrases that are borne out otherwise, such as the printed label of a citation; they
    are left out of the check wherever they stand. `speaker` is the one who said what the sources
    say: the sentence may name that one, and nobody else, as the one who says it.
    """
    masked = mask(text, allowed)
    spoken = (*sources, speaker) if speaker else tuple(sources)
    quotations = find_quotations(masked)
    unsupported = [*_check_quotations(quotations, sources)]
    altered = {(found.start, found.end) for found in unsupported}
    own_words = _mask_spans(masked, [q for q in quotations if (q.start, q.end) not in altered])
    unsupported += _check_dates(own_words, spoken)
    unsupported += _check_numbers(own_words, spoken)
    renamed = borne_out_otherwise(own_words, spoken)
    unsupported += _check_names(own_words, spoken, renamed)
    unsupported += compare_with_passage(masked, sources, renamed)
    unsupported += _check_speaker(own_words, speaker)
    unsupported += _check_sayers(own_words, spoken, renamed)
    unsupported += misplaced_facts(own_words, sources)
    unsupported += contradicted_words(own_words, sources)
    unsupported += other_counted(own_words, sources)
    unsupported += exchanged_parties(own_words, sources, renamed)
    unsupported += changed_qualifiers(own_words, sources)
    unsupported += turned_order(own_words, sources)
    unsupported += exchanged_speakers(masked, spoken, renamed)
    return _by_place(unsupported)


def mask(text: str, allowed: Iterable[str]) -> str:
    """Blank out each of `allowed` in `text`, every other character keeping its place."""
    for phrase in sorted(filter(None, allowed), key=len, reverse=True):
        text = text.replace(phrase, " " * len(phrase))
    return text


def _mask_spans(text: str, quotations: Iterable[QuotationFact]) -> str:
    for quotation in quotations:
        text = text[: quotation.start] + " " * (quotation.end - quotation.start) + text[quotation.end :]
    return text


def _by_place(unsupported: Iterable[Unsupported]) -> tuple[Unsupported, ...]:
    """Order by place; of two findings of a kind at one place the first found stands."""
    kept: dict[tuple[int, int, str], Unsupported] = {}
    for found in unsupported:
        kept.setdefault((found.start, found.end, found.kind), found)
    return tuple(kept[place] for place in sorted(kept))


def _check_quotations(quotations: Iterable[QuotationFact], sources: Sequence[str]) -> Iterator[Unsupported]:
    """Yield quotations of which a piece is not verbatim in one of the sources, pieces in their order."""
    plain = [fold_quotation(source).casefold() for source in sources]
    for quotation in quotations:
        pieces = [
            fold_quotation(piece).casefold().strip(EDGE_MARKS) for piece in LEFT_OUT.split(quotation.words)
        ]
        if not any(_in_order([piece for piece in pieces if piece], source) for source in plain) or _is_cut(
            pieces[-1], plain
        ):
            yield Unsupported(quotation.words, quotation.start, quotation.end, "quotation")


def _is_cut(last: str, sources: Sequence[str]) -> bool:
    """Say whether each source goes on behind a quotation's last words with a condition: "… if we are hit"."""
    bounds = "|".join(re.escape(words) for words in sorted(lexicon().quotation_goes_on))
    behind = [
        source[match.end() :]
        for source in sources
        for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", source)
    ]
    return bool(last and behind) and all(re.match(rf" (?:{bounds})\b", words) for words in behind)


def _in_order(pieces: Sequence[str], source: str) -> bool:
    at = 0
    for piece in pieces:
        match = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(source, at)
        if match is None:
            return False
        at = match.end()
    return True


def _check_dates(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    known = [date for source in sources for date in find_dates(source)]
    years = {date.year for date in known} | {
        int(word) for s in sources for word in folded_words(s) if _is_year(word)
    }
    readings: dict[tuple[int, int], list[DateFact]] = {}
    for date in find_dates(text):
        readings.setdefault((date.start, date.end), []).append(date)
    for (start, end), dates in readings.items():
        pairs = ((date, other) for date in dates for other in known)
        if not any(_same_day(date, other) and _same_year(date, other, years) for date, other in pairs):
            yield Unsupported(text[start:end], start, end, "date")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdecimal()


def _same_day(date: DateFact, other: DateFact) -> bool:
    if date.weekday is not None:
        return date.weekday == other.weekday
    return date.month == other.month and date.day in (None, other.day)


def _same_year(date: DateFact, other: DateFact, years: set[int | None]) -> bool:
    if date.year is None or date.year == other.year:
        return True
    return other.year is None and date.year in years


def _check_numbers(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    known = {value for source in sources for value in _number_values(source)}
    known |= {value[1:] for value in known if value.startswith("#")} & _years(sources)
    dates = find_dates(text)
    for number in find_numbers(text):
        in_date = any(date.start <= number.start < date.end for date in dates)
        if in_date or number.value in known or is_single(number, text, sources):
            continue
        if not is_rounded(number, text, sources):
            yield Unsupported(text[number.start : number.end], number.start, number.end, "number")


def _number_values(source: str) -> Iterator[str]:
    """Yield the numbers of a source; the day of a date counts nothing, its year is a number too."""
    dates = find_dates(source)
    for number in find_numbers(source):
        if not any(date.start <= number.start < date.end for date in dates):
            yield number.value
    yield from (str(date.year) for date in dates if date.year is not None)


def _years(sources: Sequence[str]) -> set[str]:
    return {word for source in sources for word in folded_words(source) if _is_year(word)}


def _check_names(text: str, sources: Sequence[str], renamed: frozenset[int]) -> Iterator[Unsupported]:
    words = [word for source in sources for word in words_of(source)]
    known = frozenset(word.folded for word in words)
    lower = frozenset(word.folded for word in words if word.raw[:1].islower())
    runs = [tuple(word.folded for word in name.words) for source in sources for name in find_names(source)]
    for name in find_names(text):
        missing = [w for w in name.words if w.start not in renamed and not is_borne_out(w.folded, known)]
        if missing or mixes_names(name, runs, lower):
            yield _unsupported_name(text, name)
    for word in words_without_capitals(text):
        if not is_borne_out(word.folded, known):
            yield Unsupported(word.raw, word.start, word.end, "name")


def _unsupported_name(text: str, name: Name) -> Unsupported:
    start, end = name.words[0].start, name.words[-1].end
    return Unsupported(text[start:end], start, end, "name")


def _check_speaker(text: str, speaker: str | None) -> Iterator[Unsupported]:
    """Yield a name right before a word of speech that shares no word with the speaker's."""
    if not speaker:
        return
    known = set(folded_words(speaker))
    if known & set(folded_words(text)):
        return
    words = words_of(text)
    for name in find_names(text):
        after = next((word.folded for word in words if word.start >= name.words[-1].end), "")
        if after in lexicon().speech:
            yield Unsupported(
                text[name.words[0].start : name.words[-1].end],
                name.words[0].start,
                name.words[-1].end,
                "speaker",
            )


def _check_sayers(text: str, sources: Sequence[str], renamed: frozenset[int]) -> Iterator[Unsupported]:
    """Yield who stands right before a word of speech where no source has that word near one of speech.

    "A monitor said" does not bear out "a rebel commander said". Sources in other letters name their
    speakers in other words, and cannot be compared so.
    """
    table = lexicon()
    known = {sayer for source in sources for sayer in _near_speech(source)}
    if not any(word.isascii() for word in known):
        return
    words = words_of(text)
    for word, verb in pairwise(words):
        apart = text[word.end : verb.start].strip()
        plain = word.folded in table.sayers or word.folded.endswith("ly") or not word.raw.isascii()
        if verb.folded not in table.speech or apart or plain or word.raw[:1].isdigit():
            continue
        if word.start not in renamed and not _same_sayer(word.folded, known):
            yield Unsupported(word.raw, word.start, word.end, "speaker")


def _near_speech(source: str) -> Iterator[str]:
    """Yield the words of a source within a few words of one of speech."""
    words, table = words_of(source), lexicon()
    speech = [index for index, word in enumerate(words) if word.folded in table.speech]
    for index in speech:
        yield from (word.folded for word in words[max(0, index - SAYER_REACH) : index + SAYER_REACH])


def _same_sayer(word: str, known: set[str]) -> bool:
    """Compare without the ending of a plural."""
    return bool({word, word.removesuffix("s"), f"{word}s", word.removesuffix("es")} & known)
