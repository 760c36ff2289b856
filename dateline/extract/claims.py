"""Attributions into claims, each with its chain from the one who first said it to the publisher."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.extract.calendar_index import CalendarIndex
from dateline.extract.citations import CitationMark, find_citations, scopes
from dateline.extract.contents import content_span
from dateline.extract.cues import CueKind
from dateline.extract.grammar import Attribution
from dateline.extract.hedging import read_hedges
from dateline.extract.passages import Passage
from dateline.extract.speakers import Scene, Speakers
from dateline.extract.wording import Wording, key_of
from dateline.model.annotations import Block, BlockKind, MentionType
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.identity import content_id
from dateline.model.spans import Span
from dateline.outlets import OutletIndex

FEWEST_STATEMENT_WORDS = 4
MOST_CONTENT_SPANS = 12
CONFIDENCE = {CueKind.VERB: 0.75, CueKind.ACCORDING: 0.85, CueKind.PASSIVE: 0.7, CueKind.NOUN: 0.6}
STATEMENT_CONFIDENCE = 0.6
NEAR = 4  # sentences that a content may run on beyond that of its cue
CARRIED_CONFIDENCE = 0.45


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


def read_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the claims of a document in text order; every chain ends in the publisher."""
    citations = find_citations(reading.text, reading.passages, reading.calendar, reading.outlets)
    cited = scopes(reading.passages, citations)
    return tuple(_Reader(reading, cited).claims())


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim before its chain is known."""

    contents: tuple[Span, ...]
    cue: Span | None
    certainty: Certainty
    polarity: Polarity
    confidence: float
    sentence: Span
    hedges: tuple[Span, ...]


class _Reader:
    def __init__(self, reading: Reading, cited: Mapping[int, CitationMark]) -> None:
        self._reading, self._cited = reading, cited
        self._scene = Scene()
        self._claims: list[Claim] = []
        self._starts = [passage.span.start for passage in reading.passages]

    def claims(self) -> list[Claim]:
        for number, passage in enumerate(self._reading.passages):
            self._enter_block(passage)
            self._reading.speakers.enter(passage.span, self._scene)
            self._read(number, passage)
        return self._claims

    def _enter_block(self, passage: Passage) -> None:
        if passage.block != self._scene.block:
            self._scene.block = passage.block
            self._scene.carried, self._scene.carried_for, self._scene.outlet = (), None, None

    def _read(self, number: int, passage: Passage) -> None:
        if self._continues_quote(passage):
            return
        attributions = self._reading.found[number]
        if not attributions and self._told_elsewhere(passage):
            return
        previous: Link | None = None
        for attribution in attributions:
            link = self._source(attribution, passage, previous)
            self._reading.speakers.remember(link, self._scene)
            chain = self._chain(attribution, link, attributions, passage)
            self._add(number, passage, attribution, chain)
            previous = link
        if not any(attribution.whole for attribution in attributions):
            self._reading.speakers.subject(passage.span, self._scene)
            self._state(number, passage)

    def _told_elsewhere(self, passage: Passage) -> bool:
        """Say whether a sentence is content of an attribution in one of the last or next few sentences."""
        at = self._passage_at(passage.span.start)
        near = self._reading.found[max(0, at - NEAR) : at + NEAR + 1]
        contents = [span for found in near for attribution in found for span in attribution.contents]
        shared = sum(
            max(0, min(span.end, passage.span.end) - max(span.start, passage.span.start)) for span in contents
        )
        return 2 * shared > passage.span.end - passage.span.start

    def _continues_quote(self, passage: Passage) -> bool:
        """Say whether a sentence lies in a quotation of the last claim, or in one that goes on after it."""
        quote = next((quote for quote in passage.quotes if quote.covers(passage.span)), None)
        if quote is None or not self._claims:
            return False
        last = self._claims[-1]
        if any(span.covers(passage.span) for span in last.content):
            return True
        same_block = self._reading.passages[self._passage_at(last.sentence.start)].block == passage.block
        is_open = len(last.content) < MOST_CONTENT_SPANS
        if (
            same_block
            and is_open
            and last.mode in (Mode.QUOTATION, Mode.MIXED)
            and quote.start >= last.sentence.start
        ):
            self._claims[-1] = _extended(last, quote)
            return True
        return False

    def _passage_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _source(self, attribution: Attribution, passage: Passage, previous: Link | None) -> Link:
        if attribution.source is not None:
            return self._reading.speakers.link_of(attribution.source, self._scene)
        if attribution.kind is CueKind.PASSIVE:
            return self._passive_source(attribution, passage)
        in_play = previous or self._subject(attribution, passage) or self._scene.source or self._scene.person
        return in_play or Link(LinkKind.SPEAKER, None, anonymous=True)

    def _subject(self, attribution: Attribution, passage: Passage) -> Link | None:
        """Return the subject of the sentence, for a verb that shares it: "X toured the site and said"."""
        first = passage.tokens[0]
        if first.word in self._reading.wording.persons | self._reading.wording.groups:
            return self._reading.speakers.link_of(Span(first.start, first.end), self._scene)
        before = self._reading.speakers.mentions_in(Span(passage.span.start, attribution.cue.start))
        doers = [mention for mention in before if mention.type in (MentionType.PERSON, MentionType.ORG)]
        if not doers:
            return None
        return self._reading.speakers.link_of(Span(doers[0].start, doers[0].end), self._scene)

    def _passive_source(self, attribution: Attribution, passage: Passage) -> Link:
        """Return who stands behind "it was claimed": the report in play where the sentence opens with one."""
        opening = Span(passage.span.start, attribution.cue.start).of(self._reading.text).lower()
        if self._scene.outlet and any(word in opening for word in ("report", "article", "گزارش", "التقرير")):
            return self._scene.outlet
        return Link(LinkKind.SPEAKER, None, anonymous=True)

    def _chain(
        self, attribution: Attribution, source: Link, others: Sequence[Attribution], passage: Passage
    ) -> tuple[Link, ...]:
        """Return the links before the citation: evidence, source, outlet, and outer attributions."""
        links = [self._reading.speakers.link_of(span, self._scene) for span in attribution.evidence]
        first = [link for link in links if link.kind is not LinkKind.OUTLET or source.kind is LinkKind.OUTLET]
        through = [
            self._reading.speakers.outlet_of(
                span, _keys(span.of(self._reading.text)), self._reading.speakers.mentions_in(span)
            )
            for span in attribution.through
        ]
        outlets = [link for link in links if link not in first] + [
            link for link in through if link is not None
        ]
        outlets = [self._dated_by_own_parenthesis(link) for link in outlets]
        chain = [*first, source, *outlets]
        outer = self._outer(attribution, others)
        if not outer:
            self._date(chain, attribution, passage)
        return tuple(_without_repeats(chain + outer))

    def _dated_by_own_parenthesis(self, link: Link) -> Link:
        if link.span is None:
            return link
        end = self._reading.text.find(")", link.span.end, link.span.end + 40)
        opening = self._reading.text.find("(", link.span.start, link.span.end + 3)
        if opening < 0 or (end < 0 and self._reading.text[link.span.end - 1] != ")"):
            return link
        dates = self._reading.calendar.within(Span(opening, max(end + 1, link.span.end)))
        return _with_date(link, dates[0].begin) if dates else link

    def _date(self, chain: list[Link], attribution: Attribution, passage: Passage) -> None:
        """Give the date that stands beside the cue to the outlet of the chain, else to who speaks."""
        if any(link.date for link in chain if link.span and passage.span.covers(link.span)):
            return
        day = self._day_beside(attribution, passage)
        if day is None:
            return
        at = next((at for at, link in enumerate(chain) if link.kind is LinkKind.OUTLET), len(chain) - 1)
        chain[at] = _with_date(chain[at], day)

    def _day_beside(self, attribution: Attribution, passage: Passage) -> str | None:
        citation = self._cited.get(self._passage_at(passage.span.start))
        for date in self._reading.calendar.within(passage.span):
            span = Span(date.start, date.end)
            in_content = any(content.overlaps(span) for content in attribution.contents)
            if not in_content and not (citation and citation.span.covers(span)):
                return date.begin
        return None

    def _outer(self, attribution: Attribution, others: Sequence[Attribution]) -> list[Link]:
        """Return the sources of the attributions whose content holds this one, from inside out."""
        holders = [
            other
            for other in others
            if other is not attribution and any(content.covers(attribution.cue) for content in other.contents)
        ]
        holders.sort(key=lambda other: -other.contents[0].start)
        return [
            self._reading.speakers.link_of(other.source, self._scene) for other in holders if other.source
        ]

    def _add(self, number: int, passage: Passage, attribution: Attribution, chain: tuple[Link, ...]) -> None:
        own_outlet = [link for link in chain if link.kind is LinkKind.OUTLET]
        named_outlet = any(not link.anonymous for link in own_outlet)
        speaker = next((link for link in chain if link.kind is LinkKind.SPEAKER), None)
        if own_outlet:
            self._scene.carried = tuple(own_outlet)
            self._scene.carried_for = speaker.name if speaker else None
            self._scene.outlet = own_outlet[-1]
        elif (
            speaker and speaker.name and speaker.name == self._scene.carried_for and number not in self._cited
        ):
            chain = (*chain, *self._scene.carried)
        hedging = read_hedges(passage, attribution.contents, self._reading.wording)
        said = _Said(
            contents=attribution.contents,
            cue=attribution.cue,
            certainty=hedging.weaker_of(attribution.rule.certainty),
            polarity=attribution.rule.polarity,
            confidence=attribution.confidence or CONFIDENCE[attribution.kind],
            sentence=_cover(passage.span, attribution.contents),
            hedges=hedging.spans,
        )
        for links in self._cited_chains(number, chain, named_outlet):
            self._keep(said, links)

    def _cited_chains(
        self, number: int, chain: tuple[Link, ...], is_complete: bool
    ) -> Iterator[tuple[Link, ...]]:
        """Yield a chain for each outlet that is cited, and the chain as it is where none is."""
        citation = None if is_complete else self._cited.get(number)
        if citation is None:
            yield (*chain, self._reading.publisher)
            return
        for outlet in citation.outlets:
            link = Link(LinkKind.OUTLET, outlet.name, None, outlet.span, outlet.date)
            mention = self._reading.speakers.mentions_in(outlet.span)
            if mention:
                link = Link(LinkKind.OUTLET, outlet.name, mention[0].entity, outlet.span, outlet.date)
            yield (*chain, link, self._reading.publisher)

    def _state(self, number: int, passage: Passage) -> None:
        """Add what the document asserts by itself in a sentence."""
        block = self._reading.blocks[passage.block]
        is_cited = number in self._cited
        words = [token for token in passage.tokens if token.word[:1].isalnum()]
        if (block.kind is BlockKind.HEADING and not is_cited) or len(words) < FEWEST_STATEMENT_WORDS:
            return
        if passage.words[-1] in ("?", "؟"):
            return
        content = content_span(passage, 0, len(passage.tokens), self._reading.wording)
        if content is None:
            return
        hedging = read_hedges(passage, (content,), self._reading.wording)
        carried = self._carried_statement(block, is_cited)
        said = _Said(
            contents=(content,),
            cue=None,
            certainty=hedging.weaker_of(Certainty.CERTAIN),
            polarity=Polarity.AFFIRMED,
            confidence=CARRIED_CONFIDENCE if carried else STATEMENT_CONFIDENCE,
            sentence=passage.span,
            hedges=hedging.spans,
        )
        for links in self._cited_chains(number, carried, bool(carried)):
            self._keep(said, links)

    def _carried_statement(self, block: Block, is_cited: bool) -> tuple[Link, ...]:
        """Return the outlet whose report a bullet goes on telling without a new cue."""
        if is_cited or block.kind is not BlockKind.LIST_ITEM or self._scene.carried_for is not None:
            return ()
        return self._scene.carried

    def _keep(self, said: _Said, chain: tuple[Link, ...]) -> None:
        reading = self._reading
        mode = _mode(said.contents, self._quotes(said.sentence)) if said.cue else Mode.STATEMENT
        self._claims.append(
            Claim(
                id=_claim_id(reading.document, said.contents, chain),
                document=reading.document,
                content=said.contents,
                chain=chain,
                cue=said.cue,
                mode=mode,
                certainty=said.certainty,
                polarity=said.polarity,
                confidence=said.confidence,
                sentence=said.sentence,
                hedges=said.hedges,
                made_by=reading.made_by,
            )
        )

    def _quotes(self, sentence: Span) -> list[Span]:
        first, last = (
            self._passage_at(sentence.start),
            self._passage_at(max(sentence.start, sentence.end - 1)),
        )
        return [quote for passage in self._reading.passages[first : last + 1] for quote in passage.quotes]


def _keys(words: str) -> list[str]:
    return [key_of(word.strip(',.;:()“”"')) for word in words.split()]


def _mode(contents: Sequence[Span], quotes: Sequence[Span]) -> Mode:
    if all(any(quote.covers(content) for quote in quotes) for content in contents):
        return Mode.QUOTATION
    if any(quote.overlaps(content) for quote in quotes for content in contents):
        return Mode.MIXED
    return Mode.PARAPHRASE


def _with_date(link: Link, day: str | None) -> Link:
    return Link(link.kind, link.name, link.entity, link.span, day, link.anonymous)


def _without_repeats(chain: Iterable[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in chain:
        if not any(other.kind is link.kind and other.name == link.name and link.name for other in kept):
            kept.append(link)
    return kept


def _cover(sentence: Span, contents: Sequence[Span]) -> Span:
    return Span(
        min(sentence.start, *(span.start for span in contents)),
        max(sentence.end, *(span.end for span in contents)),
    )


def _claim_id(document: str, contents: Sequence[Span], chain: Sequence[Link]) -> str:
    spans = [[span.start, span.end] for span in contents]
    return content_id("c", document, spans, [[link.kind, link.name, link.date] for link in chain])


def _extended(claim: Claim, quote: Span) -> Claim:
    """Return a claim whose quotation goes on in a further sentence."""
    contents = (*claim.content, quote)
    identity = _claim_id(claim.document, contents, claim.chain)
    return replace(claim, id=identity, content=contents, sentence=_cover(claim.sentence, contents))
