"""Cues in a sentence: the words that attribute, before it is known who says what."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.wording import SOURCE_MARKS, CueRule, Wording
from dateline.model.claims import Certainty, Polarity

LONGEST_QUOTED = 16  # words between "quoted" and "as saying"
FEWEST_TOLD, LONGEST_LAST = 4, 5  # words of a headline, and of who says it behind a dash
MOST_CUES = 12  # a sentence with more is a list or a hostile text; the first are read


class CueKind(StrEnum):
    """The grammar that a cue opens."""

    VERB = "verb"
    ACCORDING = "according"
    PASSIVE = "passive"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` (not included) of a passage."""

    first: int
    last: int
    kind: CueKind
    rule: CueRule


def find_cues(passage: Passage, wording: Wording) -> tuple[Cue, ...]:
    """Return the cues of a passage from left to right; none overlaps another."""
    cues: list[Cue] = []
    at = 0
    while at < len(passage.tokens) and len(cues) < MOST_CUES:
        cue = _cue_at(passage, at, wording) if wording.may_cue[passage.words[at]] else None
        if cue is not None:
            cues.append(cue)
        at = cue.last if cue else at + 1
    return tuple(cues)


def _cue_at(passage: Passage, at: int, wording: Wording) -> Cue | None:
    words = passage.words
    if found := wording.passive.match(words, at):
        return _passive_cue(passage, at, found[0], wording)
    if found := wording.according_as.match(words, at):  # "حسبما (أعلن)"
        last = _told_until(words, at + found[0], wording)
        return Cue(at, last, CueKind.ACCORDING, CueRule()) if last else None
    if found := wording.according.match(words, at):
        return Cue(at, at + found[0], CueKind.ACCORDING, CueRule())
    if words[at] in SOURCE_MARKS and _names_source(passage, at + 1, wording):
        return Cue(at, at + 1, CueKind.ACCORDING, CueRule())
    return _verb_cue(passage, at, wording) or _noun_cue(passage, at, wording)


def _told_until(words: tuple[str, ...], at: int, wording: Wording) -> int | None:
    """Return where a verb behind "as" ends, with its object: "لما (ذكرته)", "ما (صرح به)"."""
    for ending in ("", *wording.object_endings) if at < len(words) else ():
        bare = words[at].removesuffix(ending)
        found = wording.verbs.match((*words[:at], bare, *words[at + 1 :]), at) if bare else None
        if found:
            last = at + found[1].length
            return last + (words[last : last + 1] != () and words[last] in wording.object_words)
    return None


def _names_source(passage: Passage, first: int, wording: Wording) -> bool:
    """Say whether a headline ends in who says it: "Toll of blast rises to 68 - Afghan officials"."""
    last = passage.words[first:]
    speaking = wording.anonymous | wording.voices | wording.outlet_nouns
    is_short = first > FEWEST_TOLD and 0 < len(last) <= LONGEST_LAST and speaking >= {last[-1]}
    return is_short and not any(
        wording.verbs.match(passage.words, at) for at in range(first, len(passage.words))
    )


def _passive_cue(passage: Passage, at: int, length: int, wording: Wording) -> Cue:
    phrase = passage.words[at : at + length]
    certainty = Certainty.DOUBTFUL if phrase in wording.passive_doubtful else Certainty.CERTAIN
    return Cue(at, at + length, CueKind.PASSIVE, CueRule(certainty=certainty))


def _verb_cue(passage: Passage, at: int, wording: Wording) -> Cue | None:
    if wording.no_cues.no_verbs.match(passage.words, at):
        return None
    for prefix in ("", *wording.prefixes):
        word = passage.words[at]
        if not word.startswith(prefix) or len(word) <= len(prefix):
            continue
        words = (
            passage.words
            if not prefix
            else (*passage.words[:at], word[len(prefix) :], *passage.words[at + 1 :])
        )
        found = wording.verbs.match(words, at)
        if found and _is_verb(passage, at, at + found[1].length, found[1], wording):
            return Cue(at, at + found[1].length, CueKind.VERB, found[1])
    return None


def _is_verb(passage: Passage, first: int, last: int, rule: CueRule, wording: Wording) -> bool:
    before = passage.words[first - 1] if first else ""
    if wording.order == "svo" and _is_no_finite_verb(passage, first, last, wording):
        return False
    is_noun = wording.order == "vso" and before in wording.prepositions  # "عن نقل أسلحة"
    if before in wording.negations or is_noun or not _quotes(passage, last, rule, wording):
        return False
    if not rule.guarded or before in wording.persons | wording.groups | _SUBJECTS:
        return True
    if QUOTE in passage.words[:first] and passage.words[last : last + 1] in ((), (".",), (",",)):
        return True
    return content_opens_at(passage, last, wording) and (
        wording.order != "svo" or _may_be_plural_subject(before)
    )


def _quotes(passage: Passage, last: int, rule: CueRule, wording: Wording) -> bool:
    """Say whether a verb that quotes, if it is one, is followed by "as saying"."""
    near = range(last, min(len(passage.words), last + LONGEST_QUOTED))
    ends = wording.asides.relay_ends
    return rule.frame != "quoting" or any(ends.match(passage.words, at) for at in near)


def _is_no_finite_verb(passage: Passage, first: int, last: int, wording: Wording) -> bool:
    """Say whether a form is a name, a noun, negated or a participle: "United States", "the report"."""
    before = passage.words[first - 1] if first else ""
    is_noun = before.endswith(("'", "'s")) or before in wording.determiners - wording.persons
    is_noun = is_noun or (not first and passage.words[0] in wording.claim_nouns | wording.report_nouns)
    is_name = passage.tokens[first].capital and first > 0
    return is_name or is_noun or before in wording.negations or _is_participle(passage, first, last, wording)


def _is_participle(passage: Passage, first: int, last: int, wording: Wording) -> bool:
    """Say whether a form is passive or modifies a noun: "was published", "the bill demanding"."""
    words = passage.words
    before = first - 1
    while before >= 0 and words[before] in wording.fillers - wording.passive_auxiliaries:
        before -= 1
    word = words[before] if before >= 0 else ""
    if words[first].endswith("ing"):
        return bool(word) and word not in _COMMAS | wording.coordinators | wording.passive_auxiliaries | {
            PAREN,
            QUOTE,
        }
    if word in wording.passive_auxiliaries and not words[first].endswith("confident"):
        return True
    following = words[last] if last < len(words) else ""
    only_comma = word in _COMMAS and before == first - 1 and _COMMAS.isdisjoint(words[:before])
    return only_comma and following in _AFTER_PARTICIPLE


_COMMAS = frozenset({",", "،"})
_SUBJECTS = frozenset({"i", "we", "you", "who", "did", "do", "does"})
_AFTER_PARTICIPLE = frozenset({"on", "in", "by", "at", "last", "earlier"})


def _may_be_plural_subject(word: str) -> bool:
    return (
        word.endswith(("s", "people", "men", "media", "others", "'t", "many", "some", "critics"))
        and word != "'s"
    )


def content_opens_at(passage: Passage, at: int, wording: Wording) -> bool:
    """Say whether a content clearly opens at a token: "that", a colon, a quotation."""
    words = passage.words
    if at < len(words) and words[at] == ",":
        return at + 1 < len(words) and words[at + 1] == QUOTE
    return at < len(words) and (words[at] in wording.that or words[at] in (":", QUOTE))


def _noun_cue(passage: Passage, at: int, wording: Wording) -> Cue | None:
    """Return a cue for "claims made by X that …", "X's claim that …", "reports that …"."""
    word = passage.words[at]
    if word in wording.claim_nouns:
        rule = CueRule(certainty=Certainty.DOUBTFUL)
    elif word in wording.denial_nouns:
        rule = CueRule(polarity=Polarity.DENIED)
    elif word in wording.report_nouns:
        rule = CueRule()
    else:
        return None
    return Cue(at, at + 1, CueKind.NOUN, rule) if _that_follows(passage, at + 1, wording) else None


def _that_follows(passage: Passage, at: int, wording: Wording) -> bool:
    """Say whether "that" follows, directly or after one who made the claim: "by X, the Y of Z, that".

    In "the report that could raise" and "comments that were echoed" it is the subject of its clause.
    """
    words = passage.words
    if at < len(words) and words[at] in wording.that:
        return at + 1 >= len(words) or words[at + 1] not in wording.modals
    found = at < len(words) and wording.noun_by.match(words, at)
    if not found:
        return False
    return any(words[later] in wording.that for later in _reach(words, at + found[0]))


def _reach(words: tuple[str, ...], at: int) -> Iterator[int]:
    for later in range(at, min(len(words), at + 16)):
        if words[later] in (";", ":", ".", QUOTE):
            return
        yield later
