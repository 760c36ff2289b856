"""The words of one language that attribute, compiled from its `attribution` table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count
from typing import Any, Generic, TypeVar

from dateline.extract.attribution.scene import Gender
from dateline.languages import language_table
from dateline.model.claims import Certainty, Polarity
from dateline.text.tokens import WordMemory, fold_word

DEFAULT_LANGUAGE = "en"
SOURCE_MARKS = frozenset({"-", "–", "—", ":"})  # in front of who says it, in a headline
LANGUAGE_OF_SCRIPT = {"ur": "fa", "ps": "fa", "ckb": "fa", "prs": "fa", "yi": "he"}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CueRule:
    """What a cue says of its content.

    `frame` is clause (a sentence is its content), object (a noun phrase will do), recipient (the listener
    comes first) relayed (said by its subject, through whom "by" names)
    or quoting (said by its object, "as saying"). `guarded` words are also nouns:
    they are cues only where a content clearly follows. `length` is the number of words of the cue; the rest
    of the phrase belongs to the content. `sure` ones are believed though the reader passes over them.
    """

    frame: str = "clause"
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.AFFIRMED
    guarded: bool = False
    length: int = 0
    sure: bool = False


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Return the form under which a word is looked up: lower case, one spelling, no joiners."""
    return fold_word(word.replace("\u200c", "").replace("\u00ad", ""))


def keys_of(words: str) -> list[str]:
    """Return the keys of words, without the marks around them."""
    return [key_of(word.strip(',.;:()“”"')) for word in words.split()]


class Phrases(Generic[Value]):
    """Phrases of one or more words, found by their first word; the longest wins."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            words = tuple(key_of(word) for word in phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def __contains__(self, word: str) -> bool:
        """Say whether a phrase begins with a word."""
        return word in self._by_first

    def openings(self, words: Sequence[str]) -> list[int]:
        """Return the places of the words that a phrase begins with: few of a text, so few are matched."""
        return list(compress(count(), map(self._by_first.__contains__, words)))

    def match(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """Return the number of words and the value of the longest phrase that starts at `at`."""
        for phrase, value in self._by_first.get(words[at], ()):
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), value
        return None

    def apart(self, words: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases that follow each other, none inside another: place, number of words, value."""
        done = 0
        for at in self.openings(words):
            found = self.match(words, at) if at >= done else None
            if found:
                done = at + found[0]
                yield at, *found


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What looks like a cue and is none.

    `silent` says that nothing was said, `no_verbs` hold a verb of saying ("an interview"), and `measures`
    ("in keeping with") attribute only where one who speaks is named. `deeds` say nothing where they are done
    to a person: "dismissed the minister".
    """

    silent: Phrases[str]
    no_verbs: Phrases[str]
    measures: Phrases[str]
    deeds: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """Words by which it is told where a source ends.

    What follows `partitives` ("one of") belongs to them; `bodies` are named in full by one word with the
    article, which is `article` where it is joined to its noun; after `joined` the subject is a pronoun, and
    before `name_links` ("bin") stands a name, whatever else it means. `possessives` ("his") make a claim
    that of the one in play, and what `nobody` says is said by nobody. `speaking` are first words of
    the names of bodies, and `approximations` ("about") open a number of people.
    """

    partitives: frozenset[str]
    bodies: frozenset[str]
    joined: frozenset[str]
    name_links: frozenset[str]
    possessives: frozenset[str]
    nobody: frozenset[str]
    possessive_endings: tuple[str, ...]
    article: str
    speaking: frozenset[str]
    approximations: Phrases[str]


@dataclass(frozen=True, slots=True)
class AsideWords:
    """What stands between a verb and what is said, or beside who says it.

    `days` and the `parts` behind one tell when it was said; `relays` ("by") through whom it came, up to one
    of `relay_ends` ("as saying"); `unnamed` that who speaks asks not to be named;
    `in_front` open a place or time before what is said.
    """

    days: frozenset[str]
    parts: frozenset[str]
    relays: Phrases[str]
    relay_ends: Phrases[str]
    unnamed: Phrases[str]
    in_front: frozenset[str]


@dataclass(frozen=True, slots=True)
class EdgeWords:
    """Words by which the edges of what is claimed are told.

    `topics` part a verb from what it is about, `cue_prepositions` belong to the verb before them, and without
    one of `verbs` (or a modal) a caption states nothing. What a report says ends where it is `refuted`,
    and `relative_adverbs` ("where") go on with a noun as "which" does; `free_relatives` ("what they said")
    stand for what is said inside of another sentence. `occasions` ("a press conference") are no outlets,
    and `person_relatives` ("who") stand for people.
    """

    topics: frozenset[str]
    cue_prepositions: frozenset[str]
    verbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    refuted: Phrases[str]
    relative_adverbs: frozenset[str]
    free_relatives: frozenset[str]
    occasions: frozenset[str]
    person_relatives: frozenset[str]


class Wording:
    """The attributing words of one language. Word sets hold folded forms (`key_of`)."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.order = str(table.get("order", "svo"))
        self._table = table
        self.verbs = Phrases(_verb_phrases(table))
        self.according, self.according_as = self._phrases("according"), self._phrases("according_as")
        self.citing, self.since = self._phrases("citing"), self._phrases("since")
        self.through = self._phrases("through")
        self.passive = self._phrases("passive")
        self.noun_by = self._phrases("noun_by")
        self.hedges, self.moods = (Phrases(_levelled(table.get(name, {}))) for name in ("hedges", "moods"))
        self.that = self._keys("that")
        self.that_joined = self._keys("that_joined")
        self.persons, self.groups = self._keys("pronouns_person"), self._keys("pronouns_group")
        self.genders = {Gender.WOMAN: self._keys("women"), Gender.MAN: self._keys("men")}
        self.relatives = self._keys("pronouns_relative")
        self.finite = self._keys("finite")
        self.participles = self._keys("participles")
        self.voices = self._keys("voices")
        self.determiners = self._keys("determiners")
        self.fillers = self._keys("adverbs") | self._keys("auxiliaries")
        self.negations, self.withheld = self._keys("negations"), self._phrases("withheld")
        self.coordinators = self._keys("coordinators")
        self.clause_openers = self._keys("clause_openers")
        self.passive_auxiliaries = self._keys("passive_auxiliaries")
        self.adjunct_openers = self._keys("adjunct_openers")
        self.source_stops = self._keys("source_stops")
        self.platforms = self._keys("platforms")
        self.anonymous = self._keys("anonymous")
        self.outlet_nouns = self._keys("outlet_nouns")
        self.claim_nouns, self.report_nouns = self._keys("claim_nouns"), self._keys("report_nouns")
        self.denial_nouns = self._keys("denial_nouns")
        self.passive_doubtful = frozenset(
            tuple(key_of(word) for word in phrase.split()) for phrase in table.get("passive_doubtful", ())
        )
        self.articles = self._keys("articles")
        self.prepositions = self._keys("prepositions")
        self.small = self.articles | self.prepositions
        self.modals = self._keys("modals")
        self.papers, self.reports = self._keys("papers"), self._keys("reports")
        self.issued_by, self.quoted_by = self._phrases("issued_by"), self._phrases("quoted_by")
        self.known_as = self._phrases("known_as")
        self.may_cue = WordMemory(self._may_cue)
        self.object_heads = self._keys("object_heads")
        self.prefixes = tuple(self._keys("prefixes"))
        self.joined_prepositions = tuple(self._keys("joined_prepositions"))
        self.object_marker = key_of(table.get("object_marker", "")) or None
        self.object_openers = self._keys("object_openers")
        self.object_endings = tuple(self._keys("object_endings"))
        self.object_words = self._keys("object_words")
        self.no_cues = Exceptions(
            self._phrases("silent"), self._phrases("no_verbs"), self._phrases("measures"), self._keys("deeds")
        )
        self.subjects = self._subject_words()
        self.asides = self._aside_words()
        self.edges = self._edge_words()

    def _subject_words(self) -> SubjectWords:
        """Return the words by which who speaks is told."""
        return SubjectWords(
            self._keys("partitives"),
            self._keys("bodies"),
            self._keys("subject_joined") | self.that_joined,
            self._keys("name_links"),
            self._keys("possessives"),
            self._keys("nobody"),
            tuple(self._table.get("possessive_endings", ())),
            str(self._table.get("article_joined", "")),
            self._keys("speaking_bodies"),
            self._phrases("approximations"),
        )

    def _aside_words(self) -> AsideWords:
        """Return the words between a verb and what is said."""
        return AsideWords(
            self._keys("days"),
            self._keys("day_parts"),
            self._phrases("relays"),
            self._phrases("relay_ends"),
            self._phrases("unnamed"),
            self._keys("asides_in_front"),
        )

    def _edge_words(self) -> EdgeWords:
        """Return the words by which the edges of what is claimed are told."""
        return EdgeWords(
            self._keys("topics"),
            self._keys("cue_prepositions"),
            self._keys("caption_verbs"),
            tuple(self._keys("adverb_endings")),
            self._phrases("refuted"),
            self._keys("relative_adverbs"),
            self._keys("relatives_free"),
            self._keys("occasions"),
            self._keys("relatives_person"),
        )

    def _may_cue(self, word: str) -> bool:
        """Say whether a cue may begin with a word; with most words none does."""
        bare = [word.removeprefix(prefix) for prefix in self.prefixes if word.startswith(prefix)]
        verbal = (self.passive, self.according, self.according_as, self.verbs)
        nouns = self.claim_nouns | self.denial_nouns | self.report_nouns
        return (
            any(word in phrases for phrases in verbal)
            or any(each in self.verbs for each in bare)
            or word in nouns | SOURCE_MARKS
        )

    def _keys(self, name: str) -> frozenset[str]:
        return frozenset(key_of(word) for word in self._table.get(name, ()))

    def _phrases(self, name: str) -> Phrases[str]:
        return Phrases((phrase, phrase) for phrase in self._table.get(name, ()))


def _verb_phrases(table: Mapping[str, Any]) -> Iterator[tuple[str, CueRule]]:
    for group in table.get("verbs", ()):
        frame = group.get("frame", "clause")
        certainty = Certainty(group.get("certainty", Certainty.CERTAIN))
        polarity = Polarity(group.get("polarity", Polarity.AFFIRMED))
        for forms, guarded in ((group.get("forms", ()), False), (group.get("guard", ()), True)):
            for form in forms:
                cue, _, follows = form.replace(" that", " | that", 1).partition(" | ")
                rule = CueRule(
                    frame, certainty, polarity, guarded, len(cue.split()), group.get("sure", False)
                )
                yield f"{cue} {follows}", rule


def _levelled(table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Certainty]]:
    for level, phrases in table.items():
        for phrase in phrases:
            yield phrase, Certainty(level)


@cache
def wording_of(lang: str) -> Wording:
    """Return the wording of a language, or that of the best-known one of its script."""
    code = lang.split("-", maxsplit=1)[0]
    table = language_table(code, "attribution") or language_table(
        LANGUAGE_OF_SCRIPT.get(code, DEFAULT_LANGUAGE), "attribution"
    )
    names = language_table(code, "names")
    voices = [*table.get("voices", ()), *names.get("role_words", ())]
    return Wording({**table, "voices": voices, "speaking_bodies": names.get("organisation_words", ())})
