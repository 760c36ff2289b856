"""Who a source is: names, offices, pronouns and "the statement" resolved to a link of the chain."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dateline.extract.attribution.scene import Gender, Scene
from dateline.extract.attribution.source_parts import (
    bare_name,
    head_of,
    phrase_in,
    relays_in,
    speaking_part,
)
from dateline.extract.attribution.wording import Wording, key_of, keys_of
from dateline.extract.names.words import NameWords
from dateline.model.annotations import DocumentEntity, Mention, MentionType
from dateline.model.claims import Link, LinkKind
from dateline.model.spans import Span
from dateline.outlets import OutletIndex

SAME_OFFICE = 0.6  # share of the words of an office that a later mention of it must repeat
MOST_PRONOUN_WORDS = 2
LONGEST_PREFIX = 3  # letters that are joined to a name: "والأردن"
LONGEST_TITLE = 3  # words between a comma and the name of one who holds the office before it
_COMMA = re.compile(r"\s*[,،]\s*")


class Speakers:
    """Names the sources of one document."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        entities: Sequence[DocumentEntity],
        outlets: OutletIndex,
        wording: Wording,
        words: NameWords,
    ) -> None:
        self._text, self._mentions, self._outlets = text, mentions, outlets
        self._starts = [mention.start for mention in mentions]
        self._entities: Mapping[str, DocumentEntity] = {entity.id: entity for entity in entities}
        self._wording, self._words = wording, words
        self._first_words = wording.outlet_nouns | wording.voices | words.organisation_words

    def link_of(self, source: Span, scene: Scene) -> Link:
        """Return the link that a source names, with who is in play for pronouns."""
        source = speaking_part(self._text, source, self._wording)
        keys = keys_of(source.of(self._text))
        mentions = self.mentions_in(source)
        if pronoun := self._stands_for(source, keys, scene):
            return _placed(pronoun, source)
        issuer = self._issuer(source, keys, mentions)
        if issuer is not None:
            return self.link_of(issuer, scene)
        if outlet := self._outlet_in_play(keys, scene) or self.outlet_of(source, keys, mentions):
            return _placed(outlet, source)
        person = self._person_in(source, mentions)
        if person is not None:
            return self._named(person, source)
        described = self._described(keys, scene)
        if described is not None:
            return _placed(described, source)
        return self._plain(source, keys, mentions)

    def _outlet_in_play(self, keys: Sequence[str], scene: Scene) -> Link | None:
        """Return the outlet in play for a noun with its article: "the website"."""
        article, *nouns = keys or [""]
        is_bare = article in self._wording.articles and len(nouns) == 1
        return scene.outlet if is_bare and nouns[0] in self._wording.outlet_nouns else None

    def _stands_for(self, source: Span, keys: Sequence[str], scene: Scene) -> Link | None:
        """Return whom a pronoun stands for; "who" is the name right before it, else nobody that is named."""
        if not self._wording.relatives.issuperset(keys):
            return self._pronoun(keys, scene) if len(keys) <= MOST_PRONOUN_WORDS else None
        at = bisect_left(self._starts, source.start)
        before = self._mentions[at - 1] if at else None
        if before and self._wording.edges.person_relatives.issuperset(keys):
            before = self._person_with(before) or before
        if before is None or (
            before.end <= source.start and self._text[self._mentions[at - 1].end : source.start].strip(" ,")
        ):
            return Link(LinkKind.SPEAKER, None, span=source, anonymous=True)
        known = self._outlets.find(self._text[before.start : before.end])
        return Link(LinkKind.OUTLET, known.name, span=source) if known else self._named(before, source)

    def _person_with(self, last: Mention) -> Mention | None:
        """Return whom a mention describes: "Lina Haddad, an economist at the (University of Basra, who)"."""
        at = bisect_left(self._starts, last.start)
        near = self._mentions[max(0, at - 1) : at]
        described = [each for each in near if self._is_person(each) and not self._is_person(last)]
        between = self._text[described[0].end : last.start] if described else ""
        first = key_of(between.lstrip(" ,").partition(" ")[0])
        is_apposition = (
            between.startswith(",") and between.count(",") == 1 and first in self._wording.articles
        )
        return described[0] if is_apposition else None

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the mentions inside a span in text order."""
        at = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [mention for mention in self._mentions[at:last] if mention.end <= span.end]

    def relays_in(self, source: Span | None) -> list[Span]:
        """Return those that quote a source inside it: "an unnamed source quoted by X"."""
        return relays_in(self._text, source, self._wording) if source else []

    def _issuer(self, source: Span, keys: Sequence[str], mentions: Sequence[Mention]) -> Span | None:
        """Return who stands behind a paper: "a report published by X"."""
        papers = self._wording.papers | self._wording.reports
        head = [key for key in head_of(keys, self._wording) if key not in self._wording.articles] or keys[:1]
        if papers.isdisjoint({head[0], head[-1]}):
            return None
        found = phrase_in(self._text, source, self._wording.issued_by)
        behind = [mention for mention in mentions if found and mention.start > found.start]
        return Span(behind[0].start, behind[0].end) if behind else None

    def _person_in(self, source: Span, mentions: Sequence[Mention]) -> Mention | None:
        """Return the person that a source names, not one that only its description does.

        "Sources close to Ali Haddad" and "a source in Deir Ezzor" are not Ali Haddad and Mr Ezzor. Of two
        with only a comma between, the last speaks: "With the envoy of Oman, Ali Haddad, Nassar said".
        """
        people = [
            mention
            for mention in mentions
            if self._is_person(mention) and not self._is_described_by(source, mention)
        ]
        between = [self._text[one.end : other.start].strip() for one, other in pairwise(people)]
        speaks_last = between[-1:] == [","] and people[-1].end == source.end
        return people[-1 if speaks_last else 0] if people else None

    def _is_described_by(self, source: Span, mention: Mention) -> bool:
        behind = Span(mention.end, source.end).of(self._text)
        if behind.startswith(self._wording.subjects.possessive_endings) and " " in behind.strip():
            return True  # "Ali Haddad's office"
        *earlier, before = re.split(r"[,،]", Span(source.start, mention.start).of(self._text))
        keys = keys_of(before)
        if earlier and keys[:1] and keys[0] in self._wording.prepositions:
            return True  # "several deputies, among them (Ali Haddad)"
        if self._wording.prepositions.isdisjoint(keys[1:]) or keys[-1] in self._words.role_words:
            return False
        return not (self._wording.anonymous | self._words.role_words).isdisjoint(head_of(keys, self._wording))

    def _is_person(self, mention: Mention) -> bool:
        entity = self._entities.get(mention.entity or "")
        return mention.type is MentionType.PERSON or (
            entity is not None and entity.type is MentionType.PERSON
        )

    def _pronoun(self, keys: Sequence[str], scene: Scene) -> Link | None:
        if not self._wording.persons.isdisjoint(keys):
            spoke = scene.source if scene.source and scene.source.kind is LinkKind.SPEAKER else None
            gender = self._gender_in(keys)
            person = scene.whom(gender)
            if person and person.entity and gender:
                scene.genders.setdefault(person.entity, gender)
            return person or (spoke if scene.person is None else None) or Link(LinkKind.SPEAKER, None)
        if not self._wording.groups.isdisjoint(keys):
            return scene.group or scene.source
        return None

    def _gender_in(self, keys: Iterable[str]) -> Gender | None:
        """Return what words tell of the one they are used of: "she", "spokesman"."""
        words = frozenset(keys)
        told = [gender for gender, known in self._wording.genders.items() if not known.isdisjoint(words)]
        return told[0] if len(told) == 1 else None

    def outlet_of(self, source: Span, keys: Sequence[str], mentions: Sequence[Mention]) -> Link | None:
        """Return the outlet link of a source: a known outlet, a platform, or what is called a newspaper."""
        name = bare_name(source.of(self._text), self._wording, self._first_words)
        if self._is_platform(keys):
            return Link(LinkKind.OUTLET, name, mentions[0].entity if mentions else None, source)
        if known := self._outlets.find(name):
            return Link(LinkKind.OUTLET, known.name, span=source)
        head = head_of(keys, self._wording)
        is_outlet = self._is_outlet(head) and not self._names_person(mentions)
        is_person = not self._wording.edges.person_relatives.isdisjoint(keys)
        for mention in mentions:
            known = self._outlets.find(self._text[mention.start : mention.end])
            if known and (is_outlet or len(keys) <= 3 or (mention.end == source.end and not is_person)):
                return Link(LinkKind.OUTLET, known.name, mention.entity, source)
        if not is_outlet:
            return None
        return self._described_outlet(name, source, head, mentions)

    def _is_outlet(self, head: Sequence[str]) -> bool:
        """Say whether a noun phrase is called an outlet: "the daily X", but not "a press conference"."""
        is_called_one = not self._wording.outlet_nouns.isdisjoint(head)
        return is_called_one and head[-1] not in self._wording.edges.occasions

    def _described_outlet(
        self, name: str, source: Span, head: Sequence[str], mentions: Sequence[Mention]
    ) -> Link:
        """Return the link of what is called a newspaper, an agency: by its last words, or by its name."""
        words = name.split()
        endings = (self._outlets.find(" ".join(words[first:])) for first in range(1, len(words)))
        opening = self._outlets.find(" ".join(words[: len(head)]))
        if known := opening or next(filter(None, endings), None):
            return Link(LinkKind.OUTLET, known.name, span=source)
        proper = [mention for mention in mentions if mention.type not in (MentionType.NORP, MentionType.GPE)]
        if proper:
            last = proper[-1]
            behind = keys_of(Span(last.end, source.end).of(self._text))[:1]
            if not self._wording.outlet_nouns.isdisjoint(behind):  # "Syrian state | television"
                return Link(LinkKind.OUTLET, name, last.entity, source)
            return Link(LinkKind.OUTLET, self._name(last), last.entity, source)
        return Link(LinkKind.OUTLET, name, span=source, anonymous=self._is_anonymous(head))

    def _is_anonymous(self, head: Sequence[str]) -> bool:
        """Say whether a noun phrase names nobody; where the noun comes first, what follows only describes."""
        if self._wording.order != "svo":
            head = head[: 2 if head[0] in self._wording.subjects.partitives else 1]
        return not self._wording.anonymous.isdisjoint(head)

    def _is_platform(self, keys: Sequence[str]) -> bool:
        return len(keys) == 1 and keys[0] in self._wording.platforms

    def _names_person(self, mentions: Sequence[Mention]) -> bool:
        return any(mention.role for mention in mentions)

    def _named(self, mention: Mention, source: Span) -> Link:
        return Link(LinkKind.SPEAKER, self._name(mention), mention.entity, source)

    def _name(self, mention: Mention) -> str:
        entity = self._entities.get(mention.entity or "")
        return entity.name if entity else self._text[mention.start : mention.end]

    def _described(self, keys: Sequence[str], scene: Scene) -> Link | None:
        """Resolve "the Secretary", "the statement", "the report" to one who is in play."""
        if not keys or (self._wording.order == "svo" and keys[0] not in self._wording.articles):
            return None
        content = frozenset(keys) - self._wording.small
        if content <= self._wording.voices and content:
            if not content.isdisjoint(self._wording.outlet_nouns | self._wording.reports):
                return scene.outlet or scene.source
            if not content.isdisjoint(self._wording.papers):
                return scene.issuer or scene.source or scene.group
        for entity_id, office in scene.offices.items():
            if not content.isdisjoint(self._words.role_words) and len(content & office) >= SAME_OFFICE * len(
                office | content
            ):
                entity = self._entities[entity_id]
                return Link(LinkKind.SPEAKER, entity.name, entity.id)
        single_office = content & self._words.role_words
        if single_office and len(content) == 1 and scene.person and scene.person.entity:
            office = scene.offices.get(scene.person.entity, frozenset())
            return scene.person if single_office <= office else None
        return None

    def _plain(self, source: Span, keys: Sequence[str], mentions: Sequence[Mention]) -> Link:
        head = head_of(keys, self._wording)
        anonymous = self._is_anonymous(head)
        name = bare_name(source.of(self._text), self._wording, self._first_words)
        organisations = [
            mention for mention in mentions if mention.type in (MentionType.ORG, MentionType.GPE)
        ]
        office = not self._words.role_words.isdisjoint(head) or anonymous
        if organisations and organisations[0].type is MentionType.GPE:  # "the police of Basra" are not Basra
            office = office or len(name) - (organisations[0].end - organisations[0].start) > LONGEST_PREFIX
        if organisations and not office and 2 * (organisations[0].end - organisations[0].start) >= len(name):
            return Link(LinkKind.SPEAKER, self._name(organisations[0]), organisations[0].entity, source)
        if apposed := self._apposed(source, organisations):
            return self._named(apposed, source)
        whole = next((mention for mention in mentions if mention.end - mention.start >= len(name) - 1), None)
        return Link(LinkKind.SPEAKER, name, whole.entity if whole else None, source, anonymous=anonymous)

    def _apposed(self, source: Span, organisations: Sequence[Mention]) -> Mention | None:
        """Return the body that a source ends in the name of: "his party, the CHP"."""
        last = organisations[-1] if organisations else None
        if last is None or Span(last.end, source.end).of(self._text).strip(" ,"):
            return None
        *earlier, between = Span(source.start, last.start).of(self._text).split(",")
        return last if earlier and self._wording.articles.issuperset(keys_of(between)) else None

    def apposed_behind(self, link: Link) -> Link | None:
        """Return the person named between commas behind an office: "the spokesman, (General X,) that"."""
        comma = _COMMA.match(self._text, link.span.end) if link.span else None
        at = bisect_left(self._starts, comma.end()) if comma else len(self._mentions)
        if comma is None or link.span is None or at == len(self._mentions):
            return None
        named = self._mentions[at]
        title = self._text[comma.end() : named.start]
        closed = _COMMA.match(self._text, named.end)
        if (
            not self._is_person(named)
            or not closed
            or _COMMA.search(title)
            or len(title.split()) > LONGEST_TITLE
        ):
            return None
        return self._named(named, Span(link.span.start, named.end))

    def remember(self, link: Link, scene: Scene) -> None:
        """Bring the source of an attribution into play."""
        scene.source = link
        if link.kind is LinkKind.OUTLET:
            scene.outlet = link
            scene.group = link
            return
        entity = self._entities.get(link.entity or "")
        if entity is not None and entity.type is MentionType.PERSON:
            scene.bring(link)
        elif link.name:
            office = not self._words.role_words.isdisjoint(head_of(keys_of(link.name), self._wording))
            if office and not link.anonymous:
                scene.bring(link)
            else:
                scene.group = link

    def enter(self, sentence: Span, scene: Scene) -> None:
        """Bring into play whom a sentence without attribution is about, and learn offices."""
        for mention in self.mentions_in(sentence):
            if mention.role and mention.entity:
                held = scene.offices.get(mention.entity, frozenset())
                words = frozenset(key_of(word.strip("’'s,.")) for word in mention.role.split())
                scene.offices[mention.entity] = max(held, words - self._wording.small, key=len)
                if gender := self._gender_in(words):
                    scene.genders[mention.entity] = gender

    def subject(self, sentence: Span, scene: Scene) -> None:
        """Bring into play the first person of a sentence, for its pronouns, and who issued a paper there."""
        self._issued(sentence, scene)
        self.told_of(sentence, scene)

    def told_of(self, sentence: Span, scene: Scene) -> None:
        """Bring into play the first person of a sentence that no person says."""
        if first := self.first_person(sentence):
            scene.bring(first)

    def first_person(self, span: Span) -> Link | None:
        """Return the first person that is named in a span."""
        people = (mention for mention in self.mentions_in(span) if self._is_person(mention))
        first = next(people, None)
        return self._named(first, Span(first.start, first.end)) if first else None

    def _issued(self, sentence: Span, scene: Scene) -> None:
        """Learn whose "the statement" is: of whom a sentence names first and says that they issued one."""
        keys = keys_of(sentence.of(self._text))
        first = next(iter(self.mentions_in(sentence)), None)
        if first is None or self._wording.papers.isdisjoint(keys):
            return
        scene.issuer = self.link_of(Span(sentence.start, first.end), scene)
        scene.group = scene.issuer if first.type is MentionType.ORG else scene.group


def _placed(link: Link, source: Span) -> Link:
    return Link(link.kind, link.name, link.entity, source, link.date, link.anonymous)
