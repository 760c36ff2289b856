"""Parties and speakers of a sentence held against those of its sources, whatever the order of the words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.model.editions import Unsupported
from dateline.write.compare.aliases import states_named
from dateline.write.compare.content import CUES, content_of, sentences_of
from dateline.write.compare.deeds import stem
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.roles import NOBODY, Deed, Party, find_deeds, party_before, party_behind

MOST = 0.5  # share of a sentence's words that another speaker's sentence must have to be taken for its own
LITTLE = 0.5  # share of that share which the named speaker's sentences must not reach
OPENS_SPEECH = re.compile(r"[,”\"»’]\s*$|^$")


def exchanged_parties(text: str, sources: Sequence[str], renamed: frozenset[int]) -> Iterator[Unsupported]:
    """Yield the deeds that the sources tell only the other way round, or of another who is named.

    Who is `renamed`, called by another name than in the sources, cannot be compared by words.
    """
    elsewhere = _stems_at(text, renamed)
    told = [deed for source in sources for one in sentences_of(source) for deed in deeds_of(one)]
    for deed in deeds_of(text):
        if elsewhere & (deed.agent.keys | deed.patient.keys):
            continue
        alike = [other for other in told if other.is_like(deed)]
        if alike and not any(_agree(deed, other) for other in alike):
            wrong = any(_is_turned(deed, other) for other in alike)
            if wrong or any(_acts_instead(deed, other) for other in alike):
                yield Unsupported(text[deed.start : deed.end], deed.start, deed.end, "actor")


def _stems_at(text: str, starts: frozenset[int]) -> set[str]:
    """Return the stems of the words that begin at `starts`, but for countries, known by their codes."""
    return {stem(w.folded) for w in words_of(text) if w.start in starts and not states_named(w.raw)}


@lru_cache(maxsize=5000)
def deeds_of(sentence: str) -> tuple[Deed, ...]:
    """Return the deeds of a sentence."""
    return tuple(find_deeds(sentence))


def _agree(deed: Deed, other: Deed) -> bool:
    """Say whether two deeds can be one: a party that one of them does not show is no difference."""
    agents = not deed.agent.keys or not other.agent.keys or deed.agent.is_one_of(other.agent)
    patients = not deed.patient.keys or not other.patient.keys or deed.patient.is_one_of(other.patient)
    return agents and patients


def _is_turned(deed: Deed, other: Deed) -> bool:
    """Say whether one who is acted on acts in the other, and the other way round where both are shown."""
    if not other.agent.keys or not other.patient.keys or not deed.patient.is_one_of(other.agent):
        return False
    both = bool(deed.agent.keys)
    return deed.agent.is_one_of(other.patient) if both else not deed.patient.is_one_of(other.patient)


def _acts_instead(deed: Deed, other: Deed) -> bool:
    """Say whether of two who are named each does the same to the same one."""
    named = deed.agent.named and other.agent.named and deed.verb == other.verb
    return named and deed.patient.is_one_of(other.patient) and not deed.agent.is_one_of(other.agent)


def exchanged_speakers(text: str, sources: Sequence[str], renamed: frozenset[int]) -> Iterator[Unsupported]:
    """Yield who is said to have said what in the sources another says, who is as plainly named there."""
    speaker, word = speaker_of(text)
    if word is None or not speaker.keys or _stems_at(text, renamed) & speaker.keys:
        return
    content = frozenset(content_of(text) - speaker.keys)
    if not content:
        return
    heard = [
        (len(content & content_of(one)) / len(content), speaker_of(one)[0], speaker.keys & content_of(one))
        for source in sources
        for one in sentences_of(source)
    ]
    best = max((share for share, _, _ in heard), default=0.0)
    mine = max((share for share, who, named in heard if named or who.is_one_of(speaker)), default=0.0)
    others = [who for share, who, _ in heard if share == best]
    speaks = any(who.is_one_of(speaker) for _, who, _ in heard)
    if best < MOST or mine >= LITTLE * best or not all(who.keys for who in others):
        return
    if all(who.named == speaker.named and (who.named or speaks) for who in others):
        yield Unsupported(word.raw, word.start, word.end, "speaker")


@lru_cache(maxsize=5000)
def speaker_of(sentence: str) -> tuple[Party, Word | None]:
    """Return who says a sentence, and the word of speech: the one before it, or the one right behind it."""
    words, table = words_of(sentence), lexicon()
    for index, word in enumerate(words):
        if word.folded in CUES and index + 1 < len(words):
            return party_behind(sentence, words, index + 1), word
        if word.folded not in table.speech or word.capitalised:
            continue
        inverted = OPENS_SPEECH.search(sentence[: word.start].rstrip(" ")) is not None
        who = (party_behind if inverted else party_before)(sentence, words, index)
        return (who, word) if not _is_anybody(words, index, who) else (NOBODY, None)
    return NOBODY, None


def _is_anybody(words: Sequence[Word], index: int, who: Party) -> bool:
    return not who.keys or (index > 0 and words[index - 1].folded in lexicon().sayers)
