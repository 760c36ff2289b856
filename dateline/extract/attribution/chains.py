"""The chain of a claim: from the one who first said it, through whom it came, to the publisher."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.attribution.calendar_index import CalendarIndex, day_of
from dateline.extract.attribution.citations import CitationMark
from dateline.extract.attribution.cue_days import is_of_other_clause
from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.scene import Scene
from dateline.extract.attribution.source_parts import subject_around
from dateline.extract.attribution.sources import antecedent
from dateline.extract.attribution.speakers import Speakers
from dateline.extract.attribution.wording import Wording, keys_of
from dateline.model.annotations import Block, MentionType
from dateline.model.claims import Link, LinkKind, Polarity
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.outlets import OutletIndex


@dataclass(frozen=True, slots=True)
class Reading:
    """What claims are made from: the text with all that was found in it before."""

    document: str
    text: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    calendar: CalendarIndex
    outlets: OutletIndex
    wording: Wording
    speakers: Speakers
    publisher: Link
    made_by: str
    found: tuple[tuple[Attribution, ...], ...]
    """The attributions of each passage."""
    trees: tuple[SyntaxTree, ...] = ()
    """The syntax of its sentences, in order, as far as a trained reader has read them."""

    def tree_of(self, passage: Passage) -> SyntaxTree | None:
        """Return the syntax of a sentence."""
        at = bisect_right(self.trees, passage.span.start, key=lambda tree: tree.span.start) - 1
        return self.trees[at] if at >= 0 and self.trees[at].span.overlaps(passage.span) else None


@dataclass
class Chains:
    """Builds the chains of one document, from top to bottom."""

    reading: Reading
    cited: Mapping[int, CitationMark]
    scene: Scene = field(default_factory=Scene)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [passage.span.start for passage in self.reading.passages]

    def passage_at(self, position: int) -> int:
        """Return the number of the passage that a code point stands in."""
        return max(0, bisect_right(self._starts, position) - 1)

    def source(
        self,
        attribution: Attribution,
        passage: Passage,
        previous: Link | None,
        others: Sequence[Attribution] = (),
    ) -> Link:
        """Return who speaks: the source that is named, or the one in play."""
        link = self._source(attribution, passage, previous, others)
        is_unnamed = link.name and not link.entity and self._asks_not_to_be_named(attribution, passage)
        return replace(link, anonymous=True) if is_unnamed else link

    def _asks_not_to_be_named(self, attribution: Attribution, passage: Passage) -> bool:
        """Say whether a sentence tells so outside of what is said: "speaking on condition of anonymity"."""
        unnamed = self.reading.wording.asides.unnamed
        if not any(map(unnamed.__contains__, passage.words)):
            return False
        apart = [
            token.word
            for token in passage.tokens
            if not any(content.covers(token.span) for content in attribution.contents)
        ]
        return any(unnamed.match(apart, at) for at in range(len(apart)))

    def _source(
        self,
        attribution: Attribution,
        passage: Passage,
        previous: Link | None,
        others: Sequence[Attribution],
    ) -> Link:
        if attribution.source is not None:
            before = self._antecedent(attribution, passage)
            link = before or self.reading.speakers.link_of(attribution.source, self.scene)
            if self.reading.wording.order != "svo" and link.name and not link.entity:
                link = self.reading.speakers.apposed_behind(link) or link
            return link if link.name else self._noun_of_relative(attribution.source, passage) or link
        if attribution.kind is CueKind.PASSIVE:
            return self._passive_source(attribution, passage)
        if attribution.kind is CueKind.NOUN and not self._is_owned(attribution, passage):
            return self._denier(attribution, others) or Link(LinkKind.SPEAKER, None, anonymous=True)
        if attribution.confidence is not None and not self._shares_subject(attribution, passage):
            return Link(LinkKind.SPEAKER, None, anonymous=True)
        if _is_inside(attribution, others) and attribution.cue.of(self.reading.text).endswith("ing"):
            return self._noun_before(attribution.cue, passage)
        in_play = previous or self._subject(attribution, passage) or self.scene.source or self.scene.person
        return in_play or Link(LinkKind.SPEAKER, None, anonymous=True)

    def _antecedent(self, attribution: Attribution, passage: Passage) -> Link | None:
        """Return whom a pronoun stands for in its own sentence: "Haddad held a call in which she stressed".

        What is said before it tells of others: "Haddad will stay, she said".
        """
        source = attribution.source
        keys = keys_of(source.of(self.reading.text)) if source else ()
        is_before = any(content.start < attribution.cue.start for content in attribution.contents)
        if source is None or is_before:
            return None
        if self.reading.wording.persons.issuperset(keys):
            first = self.reading.speakers.first_person(Span(passage.span.start, source.start))
            return replace(first, span=source) if first else None
        if not self.reading.wording.groups.issuperset(keys):
            return None
        subject = subject_around(self.reading.tree_of(passage), attribution.cue, source)
        return replace(self.reading.speakers.link_of(subject, self.scene), span=source) if subject else None

    def _noun_of_relative(self, source: Span, passage: Passage) -> Link | None:
        """Return whom "who" stands for that no name tells: "the speaker, who argued"."""
        inside = passage.tokens_in(source)
        if inside is None or inside[1] - inside[0] > 1:
            return None
        if passage.words[inside[0]] not in self.reading.wording.edges.person_relatives:
            return None
        noun = antecedent(passage, inside[0], self.reading.wording)
        if noun.is_empty:
            return None
        link = self.reading.speakers.link_of(passage.span_of(noun.first, noun.last), self.scene)
        return replace(link, span=source)

    def _is_owned(self, attribution: Attribution, passage: Passage) -> bool:
        """Say whether a claim is that of the one in play: "his claim that", not "(denied) a report that"."""
        possessives = self.reading.wording.subjects.possessives
        before = [token.word for token in passage.tokens if token.end <= attribution.cue.start]
        return not possessives or (bool(before) and before[-1] in possessives)

    def _denier(self, attribution: Attribution, others: Sequence[Attribution]) -> Link | None:
        """Return who says that a report is wrong: "Reports that … are not correct, X said"."""
        is_refuted = attribution.rule.polarity is Polarity.DENIED
        if not is_refuted or _is_one_of(attribution, self.reading.wording.denial_nouns, self.reading.text):
            return None
        sources = [other.source for other in others if other.source and _holds(other, attribution)]
        return self.reading.speakers.link_of(sources[0], self.scene) if sources else None

    def _noun_before(self, cue: Span, passage: Passage) -> Link:
        """Return whom a participle belongs to: "the decision of the council demanding"."""
        before = self.reading.speakers.mentions_in(Span(passage.span.start, cue.start))
        if before and not self.reading.text[before[-1].end : cue.start].strip():
            return self.reading.speakers.link_of(Span(before[-1].start, before[-1].end), self.scene)
        return Link(LinkKind.SPEAKER, None, anonymous=True)

    def _shares_subject(self, attribution: Attribution, passage: Passage) -> bool:
        """Say whether a verb for which the reader saw nobody goes on after "and": "toured it and said"."""
        before = [token.word for token in passage.tokens if token.end <= attribution.cue.start]
        while before and before[-1] in self.reading.wording.fillers:
            before.pop()
        return bool(before) and before[-1] in self.reading.wording.coordinators

    def _subject(self, attribution: Attribution, passage: Passage) -> Link | None:
        """Return the subject of the sentence, for a verb that shares it: "X toured the site and said"."""
        first = passage.tokens[0]
        if first.word in self.reading.wording.persons | self.reading.wording.groups:
            return self.reading.speakers.link_of(Span(first.start, first.end), self.scene)
        before = self.reading.speakers.mentions_in(Span(passage.span.start, attribution.cue.start))
        doers = [mention for mention in before if mention.type in (MentionType.PERSON, MentionType.ORG)]
        if not doers:
            return None
        return self.reading.speakers.link_of(Span(doers[0].start, doers[0].end), self.scene)

    def _passive_source(self, attribution: Attribution, passage: Passage) -> Link:
        """Return who stands behind "it was claimed": the report in play where the sentence opens with one."""
        if self.scene.outlet and self.opens_with_report(attribution, passage):
            return self.scene.outlet
        return Link(LinkKind.SPEAKER, None, anonymous=True)

    def opens_with_report(self, attribution: Attribution, passage: Passage) -> bool:
        """Say whether a sentence speaks of a report before its cue: "In the report, it was claimed"."""
        opening = keys_of(Span(passage.span.start, attribution.cue.start).of(self.reading.text))
        return not self.reading.wording.reports.isdisjoint(opening)

    def chain(
        self, attribution: Attribution, source: Link, others: Sequence[Attribution], passage: Passage
    ) -> tuple[Link, ...]:
        """Return the links before the citation: evidence, source, outlet, and outer attributions."""
        outer = self._outer(attribution, others, passage)
        links = self._own_links(attribution, source)
        if not outer:
            links = self._dated(links, attribution, passage)
        return tuple(_without_repeats([*links, *outer]))

    def _own_links(self, attribution: Attribution, source: Link) -> list[Link]:
        speakers = self.reading.speakers
        named = [speakers.link_of(span, self.scene) for span in attribution.evidence]
        first = [link for link in named if link.kind is not LinkKind.OUTLET or source.kind is LinkKind.OUTLET]
        relays = [*attribution.through, *speakers.relays_in(attribution.source)]
        through = (
            speakers.outlet_of(span, keys_of(span.of(self.reading.text)), speakers.mentions_in(span))
            for span in relays
        )
        outlets = [*(link for link in named if link not in first), *filter(None, through)]
        return [*first, source, *(self._dated_by_own_parenthesis(link) for link in outlets)]

    def _dated_by_own_parenthesis(self, link: Link) -> Link:
        if link.span is None:
            return link
        end = self.reading.text.find(")", link.span.end, link.span.end + 40)
        opening = self.reading.text.find("(", link.span.start, link.span.end + 3)
        if opening < 0 or (end < 0 and self.reading.text[link.span.end - 1] != ")"):
            return link
        dates = self.reading.calendar.within(Span(opening, max(end + 1, link.span.end)))
        return replace(link, date=dates[0].begin) if dates else link

    def _dated(self, chain: list[Link], attribution: Attribution, passage: Passage) -> list[Link]:
        """Give the date that stands beside the cue to the outlet of the chain, else to who speaks."""
        if any(link.date for link in chain if link.span and passage.span.covers(link.span)):
            return chain
        day = self._day_beside(attribution, passage)
        if day is None:
            return chain
        at = next((at for at, link in enumerate(chain) if link.kind is LinkKind.OUTLET), len(chain) - 1)
        return [*chain[:at], replace(chain[at], date=day), *chain[at + 1 :]]

    def _day_beside(self, attribution: Attribution, passage: Passage) -> str | None:
        """Return the date that no content parts from the cue: "On Monday, X said that"."""
        citation = self.cited.get(self.passage_at(passage.span.start))
        for time in self.reading.calendar.within(passage.span):
            span = Span(time.start, time.end)
            between = Span(min(span.start, attribution.cue.start), max(span.end, attribution.cue.end))
            is_apart = any(content.overlaps(between) for content in attribution.contents)
            if is_apart or (citation and citation.span.covers(span)):
                continue
            tree = self.reading.tree_of(passage)
            if not is_of_other_clause(tree, self.reading.text, span, attribution.cue):
                return day_of(time)
        return None

    def _outer(self, attribution: Attribution, others: Sequence[Attribution], passage: Passage) -> list[Link]:
        """Return the sources of the attributions whose content holds this one, from inside out.

        One who denies a report does not pass it on.
        """
        holders = [other for other in others if other is not attribution and _holds(other, attribution)]
        holders.sort(key=lambda other: -other.contents[0].start)
        outer: list[Link] = []
        for other in holders:
            if other.source and other.rule.polarity is Polarity.AFFIRMED:
                link = self.reading.speakers.link_of(other.source, self.scene)
                outer += self._dated([link], other, passage)
        return outer

    def carried(self, number: int, chain: tuple[Link, ...]) -> tuple[tuple[Link, ...], bool]:
        """Return a chain with the outlet that is told from since, and whether it names one of its own."""
        scene = self.scene
        own = [link for link in chain if link.kind is LinkKind.OUTLET]
        speaker = next((link for link in chain if link.kind is LinkKind.SPEAKER), None)
        if own:
            scene.carried, scene.outlet = tuple(own), own[-1]
            scene.carried_for = speaker.name if speaker else None
        elif speaker and speaker.name and speaker.name == scene.carried_for and number not in self.cited:
            chain = (*chain, *scene.carried)
        return chain, any(not link.anonymous for link in own)

    def to_publisher(
        self, number: int, chain: tuple[Link, ...], *, is_complete: bool
    ) -> Iterator[tuple[Link, ...]]:
        """Yield a chain for each outlet that is cited, and the chain as it is where none is.

        A source who "told" the publisher is one link from it, not two.
        """
        publisher = self.reading.publisher
        if len(chain) > 1 and publisher.name and chain[-1].name == publisher.name:
            chain = chain[:-1]
        citation = None if is_complete else self.cited.get(number)
        if citation is None:
            yield (*chain, publisher)
            return
        for outlet in citation.outlets:
            mentions = self.reading.speakers.mentions_in(outlet.span)
            entity = mentions[0].entity if mentions else None
            link = Link(LinkKind.OUTLET, outlet.name, entity, outlet.span, outlet.date)
            yield (*chain, link, publisher)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(content.covers(inner.cue) for content in outer.contents)


def _is_one_of(attribution: Attribution, nouns: Iterable[str], text: str) -> bool:
    return any(key in nouns for key in keys_of(attribution.cue.of(text)))


def _is_inside(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    return any(other is not attribution and _holds(other, attribution) for other in others)


def _without_repeats(chain: Iterable[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in chain:
        if not any(other.kind is link.kind and other.name == link.name and link.name for other in kept):
            kept.append(link)
    return kept
