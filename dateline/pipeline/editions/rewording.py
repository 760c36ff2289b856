"""The language model's part in an edition, where the desk names one: other words for accepted sentences."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.desk.secrets import find_secret
from dateline.errors import ModelError
from dateline.inference.language_model import LanguageModel, Reworded
from dateline.model.editions import Edition, EditionItem, Sentence, SentenceKind
from dateline.model.ledger import Stage
from dateline.net.endpoint import post_json
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.pipeline.editions.checking import sentence_checker
from dateline.write.checking.check import mask
from dateline.write.checking.rewording import rewording_faults
from dateline.write.planning.plan import edition_id
from dateline.write.prose.cite import with_label
from dateline.write.settings import same_language


def language_model(doors: Doors) -> LanguageModel | None:
    """Return the model that the desk names, None where it names none: no key is ever in its settings."""
    settings = doors.desk.settings.language_model
    if not settings.address:
        return None
    key = find_secret(settings.key_variable)
    return LanguageModel(settings.address, settings.model, post_json, key, settings.timeout_seconds)


def reworded_by_model(doors: Doors, edition: Edition) -> Edition:
    """Return the edition in the words of the desk's model as far as they pass, or as it is without one."""
    model = language_model(doors)
    return reword_edition(doors, edition, model) if model is not None else edition


def reword_edition(doors: Doors, edition: Edition, model: LanguageModel) -> Edition:
    """Let the model reword each story; what does not pass the check stays ours, with an Issue that says why.

    The overview stays ours, and so do quotations in other languages: no word of a translation can be
    looked up in what it was made from.
    """
    desk = _SubEditor(doors, edition, model)
    sections = tuple(
        replace(section, items=tuple(desk.reword(entry) for entry in section.items))
        for section in edition.sections
    )
    changed = replace(edition, sections=sections)
    if changed == edition:
        return edition
    changed = replace(changed, made_by={**edition.made_by, "language model": model.made_by})
    return replace(changed, id=edition_id(changed))


class _SubEditor:
    """Hands stories to the model and takes back what is borne out."""

    def __init__(self, doors: Doors, edition: Edition, model: LanguageModel) -> None:
        self._doors, self._model, self._language = doors, model, edition.language
        self._check = sentence_checker(doors, edition)
        documents = doors.ledger.documents_by_id([entry.id for entry in edition.documents])
        self._languages = {document.id: document.lang for document in documents.values()}
        self._speakers = {
            claim.id: claim.chain[0].name or "" if claim.chain else ""
            for claim in doors.ledger.claims(list(documents))
        }

    def reword(self, entry: EditionItem) -> EditionItem:
        """Return a story in the model's words as far as they pass, else as it was."""
        ours = [sentence for sentence in entry.sentences if self._is_ours_to_give(sentence)]
        if not ours:
            return entry
        texts = [mask(one.text, [c.label for c in one.citations]).strip() for one in ours]
        try:
            made = self._model.reword([" ".join(text.split()) for text in texts])
        except ModelError as error:
            self._report(entry, str(error))
            return entry
        standing = list(entry.sentences)
        for reworded in made:
            self._put(entry, standing, reworded, [ours[number - 1] for number in reworded.sources])
        return replace(entry, sentences=tuple(standing))

    def _is_ours_to_give(self, sentence: Sentence) -> bool:
        return sentence.kind is SentenceKind.REPORTED and all(
            same_language(self._languages.get(citation.document, ""), self._language)
            for citation in sentence.citations
        )

    def _put(
        self, entry: EditionItem, standing: list[Sentence], reworded: Reworded, made_from: Sequence[Sentence]
    ) -> None:
        """Put a reworded sentence where the first it was made from stands, if it passes."""
        citations = tuple(dict.fromkeys(citation for one in made_from for citation in one.citations))
        text = " ".join(reworded.text.split())
        for citation in citations:
            text = with_label(text, citation.label)
        sentence = Sentence(text, SentenceKind.REPORTED, citations)
        faults = [*rewording_faults(text, made_from), *self._check(sentence)]
        if len({self._speaker(one) for one in made_from}) > 1:
            faults.append("joins what two speakers said")
        if faults:
            self._report(entry, f"“{text}” {'; '.join(faults)}")
            return
        standing[standing.index(made_from[0])] = sentence
        for other in made_from[1:]:
            standing.remove(other)

    def _speaker(self, sentence: Sentence) -> str:
        return self._speakers.get(sentence.citations[0].claim, "")

    def _report(self, entry: EditionItem, reason: str) -> None:
        why = f"the language model's words were not printed: {reason}"
        issue = make_issue(self._doors, Stage.WRITE, entry.story, why)
        self._doors.ledger.save_issue(issue, now=self._doors.now)
