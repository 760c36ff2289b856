"""Sentences that draw several items together: attacks by place with their tolls, tolls that do not agree.

Each piece of such a sentence stands before the label of its own citation, and is checked against it alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Citation, Dispute, Sentence, SentenceKind
from dateline.model.spans import Span
from dateline.write.checking.check import check_sentence
from dateline.write.planning.disputes import is_given_up
from dateline.write.prose.attack_heads import AttackHead, kind_of
from dateline.write.prose.attacks import Attack, attack_in
from dateline.write.prose.cite import printed_date
from dateline.write.prose.frames import listed
from dateline.write.prose.wording import in_house_words
from dateline.write.settings import EditionSettings, ParseSentence, house_words, same_language

FEWEST, MOST = 2, 4  # pieces of one sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What the stories of an edition are told from, each by its id; `parse` reads the syntax of one."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    notes: Mapping[str, Annotations]
    settings: EditionSettings
    parse: ParseSentence | None = None


def attacks_together(sentences: Sequence[Sentence], told: Told) -> tuple[Sentence | None, list[Sentence]]:
    """Return one sentence on the attacks among `sentences`, None for fewer than two; and those it tells.

    "Two rocket attacks in Balad between May 2 and May 4 left 3 killed on May 2 (…) and 2 wounded on May 4."
    """
    language = told.settings.language
    found: dict[tuple[str, str], tuple[Attack, Sentence]] = {}
    for sentence in sentences:
        if (attack := _attack(sentence, told)) is not None:
            found.setdefault((attack.place, attack.day), (attack, sentence))
    chosen = sorted(list(found.values())[:MOST], key=lambda pair: pair[0].day)
    if len(chosen) < FEWEST:
        return None, []
    head = _head(chosen, language) if len(found) == len(chosen) else None
    placed = head is None or head.place is None
    words = head.in_words(language) if head else house_words(language).frames["attacks"]
    pieces = [
        (attack.in_words(language, placed=placed), sentence.citations[0]) for attack, sentence in chosen
    ]
    return _joined(words, pieces, told), [sentence for _, sentence in chosen]


def _attack(sentence: Sentence, told: Told) -> Attack | None:
    """Return the attack that the cited words of a sentence tell of."""
    citation, language = sentence.citations[0], told.settings.language
    notes, document = told.notes.get(citation.document), told.documents[citation.document]
    if notes is None or not same_language(document.lang, language):
        return None
    return attack_in(document, notes, [Span(*span) for span in citation.spans], language)


def _head(attacks: Sequence[tuple[Attack, Sentence]], language: str) -> AttackHead | None:
    """Return what can be said of all the attacks at once, None where two may be one and the same."""
    days = [attack.day for attack, _ in attacks]
    if len(set(days)) < len(days) or days[0][:4] != days[-1][:4]:
        return None
    quotes = [sentence.citations[0].quote for _, sentence in attacks]
    kind = kind_of([attack.mode for attack, _ in attacks], quotes, language)
    places = {attack.place for attack, _ in attacks}
    first, last = printed_date(days[0], language), printed_date(days[-1], language)
    return AttackHead(len(attacks), kind, first, last, places.pop() if len(places) == 1 else None)


def tolls_apart(disputes: Sequence[Dispute], told: Told) -> Sentence | None:
    """Return a sentence on the first toll that outlets do not agree on, if its sources bear it out."""
    language = told.settings.language
    for dispute in disputes:
        pairs = [
            (version.value, version.citations[0])
            for version in dispute.versions
            if not is_given_up(version.value, language)
        ]
        pairs.sort(key=lambda pair: not same_language(_lang(pair[1], told), language))
        if not dispute.title or len(pairs) < FEWEST or not pairs[0][0][:1].isdigit():
            continue
        toll = dispute.title[:1].lower() + dispute.title[1:]
        head = house_words(language).frames["differ"].format(toll=toll)
        texts = [f"{head} {pairs[0][0]}", *(value for value, _ in pairs[1:MOST])]
        if all(_holds(text, citation, told) for text, (_, citation) in zip(texts, pairs, strict=False)):
            return _joined(head, pairs[:MOST], told)
    return None


def _joined(head: str, pieces: Sequence[tuple[str, Citation]], told: Told) -> Sentence:
    """Join pieces, each with its label, behind a head."""
    parts = [f"{text} {citation.label}" for text, citation in pieces]
    text = f"{head} {listed(parts, house_words(told.settings.language).frames)}."
    return Sentence(text, SentenceKind.REPORTED, tuple(citation for _, citation in pieces))


def _holds(text: str, citation: Citation, told: Told) -> bool:
    """Say whether a piece is borne out by its own citation."""
    return not check_sentence(text, [citation.quote, house_quote(citation, told)])


def house_quote(citation: Citation, told: Told) -> str:
    """Return the cited words in house style."""
    document, settings = told.documents[citation.document], told.settings
    notes = told.notes.get(document.id)
    return " … ".join(
        in_house_words(document, notes, Span(*span), names=settings.names, language=settings.language)
        for span in citation.spans
    )


def _lang(citation: Citation, told: Told) -> str:
    return told.documents[citation.document].lang
