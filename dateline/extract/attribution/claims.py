"""Attributions into claims, each with its chain from the one who first said it to the publisher."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.attribution.chains import Chains, Reading
from dateline.extract.attribution.citations import find_citations, scopes
from dateline.extract.attribution.contents import content_span, is_label
from dateline.extract.attribution.cues import CueKind
from dateline.extract.attribution.grammar import Attribution
from dateline.extract.attribution.hedging import Hedging, read_hedges
from dateline.extract.attribution.passages import Passage, unquoted
from dateline.extract.attribution.withheld import is_withheld
from dateline.extract.attribution.wording import keys_of
from dateline.model.annotations import Block, BlockKind
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.identity import content_id
from dateline.model.spans import Span

FEWEST_STATEMENT_WORDS = 4
MOST_CONTENT_SPANS = 12
CONFIDENCE = {CueKind.VERB: 0.75, CueKind.ACCORDING: 0.85, CueKind.PASSIVE: 0.7, CueKind.NOUN: 0.6}
STATEMENT_CONFIDENCE = 0.6
NEAR = 4  # sentences that a content may run on beyond that of its cue
CARRIED_CONFIDENCE = 0.45


def read_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the claims of a document in text order; every chain ends in the publisher."""
    citations = find_citations(reading.text, reading.passages, reading.calendar, reading.outlets)
    cited = scopes(reading.passages, citations)
    return tuple(_Reader(Chains(reading, cited)).claims())


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
    def __init__(self, chains: Chains) -> None:
        self._chains, self._reading, self._scene = chains, chains.reading, chains.scene
        self._claims: list[Claim] = []

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
        attributions = [each for each in self._reading.found[number] if not self._is_nobodys(each)]
        if not attributions and self._told_elsewhere(passage):
            return
        previous, by_person = None, False
        for attribution in attributions:
            link = self._chains.source(attribution, passage, previous, attributions)
            self._reading.speakers.remember(link, self._scene)
            chain = self._chains.chain(attribution, link, attributions, passage)
            self._add(number, passage, attribution, chain)
            previous, by_person = link, by_person or self._scene.person is link
        if attributions and not by_person:
            self._reading.speakers.told_of(passage.span, self._scene)
        if not any(attribution.whole for attribution in attributions):
            self._reading.speakers.subject(passage.span, self._scene)
            self._state(number, passage)

    def _is_nobodys(self, attribution: Attribution) -> bool:
        """Say whether a sentence says that nobody says it: "No one claimed the attack"."""
        keys = keys_of(attribution.source.of(self._reading.text)) if attribution.source else []
        return not self._reading.wording.subjects.nobody.isdisjoint(("".join(keys), *keys[:1]))

    def _told_elsewhere(self, passage: Passage) -> bool:
        """Say whether a sentence is content of an attribution in one of the last or next few sentences."""
        at = self._chains.passage_at(passage.span.start)
        near = self._reading.found[max(0, at - NEAR) : at + NEAR + 1]
        told = (each for found in near for each in found if not self._is_nobodys(each))
        contents = [span for attribution in told for span in attribution.contents]
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
        at = self._chains.passage_at(last.sentence.start)
        same_block = self._reading.passages[at].block == passage.block
        is_open = len(last.content) < MOST_CONTENT_SPANS and last.mode in (Mode.QUOTATION, Mode.MIXED)
        if same_block and is_open and quote.start >= last.sentence.start:
            self._claims[-1] = _extended(last, quote)
            return True
        return False

    def _add(self, number: int, passage: Passage, attribution: Attribution, chain: tuple[Link, ...]) -> None:
        chain, names_outlet = self._chains.carried(number, chain)
        if self._chains.opens_with_report(attribution, passage):
            self._date_back(passage, chain)
        hedging, rule = self._hedging(passage, attribution.contents), attribution.rule
        withheld = is_withheld(passage, attribution.cue, self._reading.wording)
        said = _Said(
            contents=attribution.contents,
            cue=attribution.cue,
            certainty=hedging.weaker_of(Certainty.UNKNOWN if withheld else rule.certainty),
            polarity=rule.polarity,
            confidence=attribution.confidence or CONFIDENCE[attribution.kind],
            sentence=_cover(passage.span, attribution.contents),
            hedges=hedging.spans,
        )
        for links in self._chains.to_publisher(number, chain, is_complete=names_outlet):
            self._keep(said, links)

    def _date_back(self, passage: Passage, chain: Sequence[Link]) -> None:
        """Give the day of a report ("in the report, published on March 9") to all it was said to tell."""
        dated = {link.name: link.date for link in chain if link.kind is LinkKind.OUTLET and link.date}
        block = self._reading.blocks[passage.block]
        for at in range(len(self._claims) - 1, -1, -1):
            claim = self._claims[at]
            if claim.sentence.start < block.start or not dated:
                return
            links = tuple(_dated(link, dated.get(link.name)) for link in claim.chain)
            self._claims[at] = replace(claim, id=_claim_id(claim.document, claim.content, links), chain=links)

    def _state(self, number: int, passage: Passage) -> None:
        """Add what the document asserts by itself in a sentence."""
        block = self._reading.blocks[passage.block]
        is_cited = number in self._chains.cited
        words = [token for token in passage.tokens if token.word[:1].isalnum()]
        if (block.kind is BlockKind.HEADING and not is_cited) or len(words) < FEWEST_STATEMENT_WORDS:
            return
        is_caption = block.kind is BlockKind.CAPTION and is_label(passage, self._reading.wording)
        if is_caption or passage.words[-1] in ("?", "؟"):
            return
        content = content_span(passage, 0, len(passage.tokens), self._reading.wording)
        if content is None:
            return
        if passage.words[0] in self._reading.wording.that:  # "That is so", "Whether it is, is unclear"
            content = Span(passage.tokens[0].start, content.end)
        hedging = self._hedging(passage, (content,))
        carried = self._carried_statement(block, is_cited)
        said = _Said(
            contents=(content,),
            cue=None,
            certainty=hedging.stated,
            polarity=Polarity.AFFIRMED,
            confidence=CARRIED_CONFIDENCE if carried else STATEMENT_CONFIDENCE,
            sentence=passage.span,
            hedges=hedging.spans,
        )
        clauses = [
            replace(said, contents=clause, certainty=level, hedges=_inside(clause, hedging.spans))
            for clause, level in hedging.beside
            if level is not said.certainty and not self._is_told(number, clause)
        ]
        for links in self._chains.to_publisher(number, carried, is_complete=bool(carried)):
            for each in (said, *clauses):
                self._keep(each, links)

    def _is_told(self, number: int, clause: tuple[Span, ...]) -> bool:
        """Say whether a clause is, in part, what somebody is said to say in the same sentence."""
        contents = [span for attribution in self._reading.found[number] for span in attribution.contents]
        return any(part.overlaps(content) for part in clause for content in contents)

    def _hedging(self, passage: Passage, contents: tuple[Span, ...]) -> Hedging:
        reading = self._reading
        tree = reading.tree_of(passage)
        return read_hedges(unquoted(reading.text, passage), contents, reading.wording, tree)

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
            self._chains.passage_at(sentence.start),
            self._chains.passage_at(max(sentence.start, sentence.end - 1)),
        )
        return [quote for passage in self._reading.passages[first : last + 1] for quote in passage.quotes]


def _dated(link: Link, day: str | None) -> Link:
    return replace(link, date=day) if link.kind is LinkKind.OUTLET and day and not link.date else link


def _mode(contents: Sequence[Span], quotes: Sequence[Span]) -> Mode:
    if all(any(quote.covers(content) for quote in quotes) for content in contents):
        return Mode.QUOTATION
    if any(quote.overlaps(content) for quote in quotes for content in contents):
        return Mode.MIXED
    return Mode.PARAPHRASE


def _inside(contents: Sequence[Span], spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if any(content.covers(span) for content in contents))


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
