"""Whether something happened at all: what one side reports and another denies."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.model.claims import Claim, LinkKind, Polarity
from dateline.model.documents import Document
from dateline.model.editions import Citation, Dispute, DisputeVersion
from dateline.model.ledger import StoryDossier
from dateline.text.fold import fold
from dateline.write.choosing.versions import latest_versions
from dateline.write.compare.folding import words_of
from dateline.write.prose.cite import make_citation
from dateline.write.settings import EditionSettings, house_words, outlet_name, same_language

REPORT_WITHIN = 400  # code points behind a denial
WHETHER = "whether it happened"
LONGEST_NAME = 4  # words of who denies


def find_denied_reports(dossier: StoryDossier, settings: EditionSettings) -> Iterator[Dispute]:
    """Yield each denial of what its article says another outlet reported, or what another article reports."""
    documents = {
        document.id: document
        for document in latest_versions(dossier.documents)
        if same_language(document.lang, settings.language)
    }
    mine = [claim for claim in dossier.claims if claim.document in documents]
    denials = (claim for claim in mine if claim.polarity is Polarity.DENIED)
    told: set[str] = set()
    for denial in sorted(denials, key=lambda claim: (claim.document, claim.sentence.start)):
        document = documents[denial.document]
        clause = _clause_of(denial, document, settings.language)
        if denial.document in told or clause is None:
            continue
        reports = [claim for claim in mine if _is_the_report(claim, denial, document, settings)]
        if reports := [*reports[:1], *_denied_elsewhere(denial, dossier)]:
            told.add(denial.document)
            yield _whether(dossier, clause, denial, reports[0], settings)


def _clause_of(denial: Claim, document: Document, language: str) -> str | None:
    """Return what is denied as a clause that "whether" can open, None where it is none."""
    content = " ".join(denial.content[0].of(document.text).split()).rstrip(".,;")
    before = document.text[: denial.content[0].start].rstrip()
    opening = house_words(language).frames["clause_opening"]
    if report := _report(language).match(content):
        content = content[report.end() :]
    elif not re.search(rf"\b{opening}$", before):
        return None
    return _with_owner(content, denial, denial.sentence.of(document.text), language)


def _with_owner(clause: str, denial: Claim, sentence: str, language: str) -> str:
    """Put who denies, where that opens the sentence, for an "its" that stands before any name; else "the"."""
    house, first = house_words(language), denial.chain[0] if denial.chain else None
    owned = re.search(rf"\b(?:{'|'.join(house.owners)})\b", clause)
    if owned is None or any(word.capitalised for word in words_of(clause[: owned.start()])):
        return clause
    named = first is not None and first.name and sentence.startswith(f"{first.name} ")
    owner = house.frames["owner"].format(name=first.name) if first and named else house.frames["of_nobody"]
    return f"{clause[: owned.start()]}{owner}{clause[owned.end() :]}"


def without_owner(title: str, sentence: str, language: str) -> str:
    """Return the title of a denied report as the denial has it: with "its" for who opens its sentence."""
    house = house_words(language)
    for word in words_of(sentence)[:LONGEST_NAME]:
        owner = house.frames["owner"].format(name=sentence[: word.end])
        title = title.replace(f" {owner} ", f" {house.owners[0]} ", 1)
    return title


@cache
def _report(language: str) -> re.Pattern[str]:
    """Return what opens a clause as something reported: "a report that"."""
    house = house_words(language)
    articles, reports = ("|".join(words) for words in (house.report_articles, house.report_words))
    opening = house.frames["clause_opening"]
    return re.compile(rf"(?:(?:{articles}) )?(?:{reports}) {opening} ", re.IGNORECASE)


def _denied_elsewhere(denial: Claim, dossier: StoryDossier) -> Iterator[Claim]:
    """Yield the claims of other articles that are assessed to be what is denied."""
    claims = {claim.id: claim for claim in dossier.claims}
    for denying, denied in dossier.assessment.denials:
        if denying == denial.id and denied in claims and claims[denied].document != denial.document:
            yield claims[denied]


def _is_the_report(claim: Claim, denial: Claim, document: Document, settings: EditionSettings) -> bool:
    """Say whether a claim is passed on from another outlet, in the sentences right behind the denial."""
    if claim.document != denial.document or claim.polarity is Polarity.DENIED:
        return False
    own = fold(outlet_name(document, settings.outlet_names))
    others = {fold(name) for name in settings.outlet_names.values()} - {own}
    named = [(link.kind, fold(link.name)) for link in claim.chain if link.name]
    passed_on = any(
        (kind is LinkKind.OUTLET and name != own) or any(outlet in name for outlet in others)
        for kind, name in named
    )
    return passed_on and 0 <= claim.sentence.start - denial.sentence.end <= REPORT_WITHIN


def _whether(
    dossier: StoryDossier, clause: str, denial: Claim, report: Claim, settings: EditionSettings
) -> Dispute:
    documents = {document.id: document for document in dossier.documents}
    frames = house_words(settings.language).frames
    sides = ((frames["reported_side"], report), (frames["denied_side"], denial))

    def cited(claim: Claim) -> Citation:
        return make_citation(claim.id, documents[claim.document], (claim.sentence,), settings=settings)

    return Dispute(
        event=dossier.story.id,
        about=WHETHER,
        versions=tuple(DisputeVersion(value, (cited(claim),)) for value, claim in sides),
        title=frames["whether"].format(content=clause),
    )
