"""Corrections and withdrawals: the old edition stays readable and says so, and the next one tells of it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.errors import EditionError
from dateline.model.editions import (
    Action,
    Citation,
    Edition,
    EditionStatus,
    Notice,
    Revision,
    Sentence,
    SentenceKind,
)
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict
from dateline.pipeline.doors import Doors
from dateline.pipeline.editions.checking import check_draft
from dateline.pipeline.editions.drafting import make_revision, standing_editions, undo_last
from dateline.pipeline.editions.editing import draft_sources
from dateline.pipeline.editions.publishing import publish_pending
from dateline.write.choosing.sections import share, telling_words
from dateline.write.editing.redrafting import MARK, MARKS
from dateline.write.proof.faults import pieces_of
from dateline.write.prose.cite import with_label
from dateline.write.prose.passages import sentences_of

DONE = {EditionStatus.CORRECTED: Action.CORRECTED, EditionStatus.WITHDRAWN: Action.WITHDRAWN}
VERDICTS = {EditionStatus.CORRECTED: Verdict.CORRECT, EditionStatus.WITHDRAWN: Verdict.WITHDRAW}
LONGEST_RUN = 4  # sentences that one correction takes together
SAME_WORDS = 0.5  # share of the long words of a piece that a sentence has too
LEAST_WORDS = 12  # letters by which a sentence may be named


def find_edition(doors: Doors, number: int) -> Edition:
    """Return the issued edition of a number as it stands today. Raises EditionError."""
    known = {edition.number: edition for edition in standing_editions(doors)}
    if number not in known:
        numbers = ", ".join(str(one) for one in sorted(known)) or "none"
        raise EditionError(f"no edition has the number {number}; issued are: {numbers}")
    return known[number]


def correct_edition(
    doors: Doors, number: int, sentence: str, *, now_reads: str = "", by: str, why: str
) -> Edition:
    """Correct a sentence of an issued edition, or take it back where nothing is to stand in its place.

    `sentence` is its path or some of its words; words that run over several sentences of an item mean
    them all. `now_reads` may end on claims, [^c-0123abcd], and is
    checked against them, else against what the sentence cites. The overview's version of the sentence is
    marked with it. Raises EditionError where no sentence or several are meant, or the check fails.
    """
    edition = find_edition(doors, number)
    if not why.strip():
        raise EditionError("a correction gives its reason, with --why")
    found, wrong = _find_wrong(edition, sentence)
    text, citations = _corrected(doors, edition, wrong, now_reads)
    listed = {entry.id for entry in edition.documents}
    added = sorted({citation.document for citation in citations} - listed)
    notice = Notice(
        id=content_id("n", edition.id, found[0], text, why, by, doors.now.isoformat()),
        kind=EditionStatus.CORRECTED,
        at=doors.now.isoformat(),
        by=by,
        why=why.strip(),
        paths=_paths_with(edition, found, wrong),
        was=wrong.text,
        now=text,
        citations=citations,
        documents=tuple(draft_sources(doors, edition).document(id) for id in added),
    )
    return _append(doors, edition, notice)


def withdraw_edition(doors: Doors, number: int, *, by: str, why: str) -> Edition:
    """Withdraw an issued edition: it stays readable and marked, the next one says so. Raises EditionError."""
    edition = find_edition(doors, number)
    if edition.status is EditionStatus.WITHDRAWN:
        raise EditionError(f"No. {number} is withdrawn already")
    if not why.strip():
        raise EditionError("a withdrawal gives its reason, with --why")
    id = content_id("n", edition.id, "withdrawn", why, by, doors.now.isoformat())
    notice = Notice(id, EditionStatus.WITHDRAWN, doors.now.isoformat(), by, why.strip())
    return _append(doors, edition, notice)


def undo_notice(doors: Doors, number: int, *, by: str, why: str = "") -> Edition:
    """Take back the last correction or withdrawal of an edition. Raises EditionError where none stands."""
    edition = find_edition(doors, number)
    if not edition.notices:
        raise EditionError(f"No. {number} was neither corrected nor withdrawn: there is nothing to take back")
    undone = undo_last(doors, _state_of(doors, edition), by=by, why=why)
    publish_pending(doors)
    return undone.edition


def _find_wrong(edition: Edition, wanted: str) -> tuple[tuple[str, ...], Sentence]:
    """Return what is to be corrected, with its paths: a sentence, or neighbours that hold the words."""
    run = _find_run(edition, " ".join(wanted.split()).casefold())
    if run:
        citations = tuple(citation for _, sentence in run for citation in sentence.citations)
        joined = Sentence(" ".join(sentence.text for _, sentence in run), SentenceKind.REPORTED, citations)
        return tuple(path for path, _ in run), joined
    path, sentence = _find_sentence(edition, wanted)
    return (path,), sentence


def _find_run(edition: Edition, words: str) -> list[tuple[str, Sentence]]:
    """Return the shortest run of sentences of one item over which `words` go; empty where one holds them."""
    body = [pair for pair in sentences_of(edition) if not pair[0].startswith("overview")]
    if len(words) < LEAST_WORDS or any(words in sentence.text.casefold() for _, sentence in body):
        return []
    for length in range(2, LONGEST_RUN + 1):
        for first in range(len(body) - length + 1):
            run = body[first : first + length]
            one_item = len({path.rpartition(".")[0] for path, _ in run}) == 1
            if one_item and words in " ".join(sentence.text for _, sentence in run).casefold():
                return run
    return []


def _find_sentence(edition: Edition, wanted: str) -> tuple[str, Sentence]:
    """Return the one sentence with that path or those words: the body's, where the overview repeats it."""
    every = list(sentences_of(edition))
    found = [(path, sentence) for path, sentence in every if path == wanted]
    words = " ".join(wanted.split()).casefold()
    if not found and len(words) >= LEAST_WORDS:
        found = [(path, sentence) for path, sentence in every if words in sentence.text.casefold()]
        found = [pair for pair in found if not pair[0].startswith("overview")] or found
    if len(found) == 1:
        return found[0]
    listed = "".join(f"\n  {path}: {sentence.text}" for path, sentence in found)
    raise EditionError(
        f"No. {edition.number}: {len(found)} sentences have the path or the words {wanted!r}; "
        f"give one's path, or {LEAST_WORDS} letters or more of its own{listed}"
    )


def _paths_with(edition: Edition, paths: Sequence[str], wrong: Sentence) -> tuple[str, ...]:
    """Return the paths of what is wrong and those of the overview that print the same of its passage."""
    same = [
        other
        for other, sentence in sentences_of(edition)
        if other.startswith("overview") and prints_again(sentence, wrong)
    ]
    return tuple(dict.fromkeys([*paths, *same]))


def prints_again(sentence: Sentence, wrong: Sentence) -> bool:
    """Say whether a sentence, or the piece of it that cites the same passage, has most words of another.

    A toll that is set beside others is not what a sentence on its attack says.
    """
    passages = {(citation.document, citation.spans) for citation in wrong.citations}
    pieces = pieces_of(sentence)
    told = pieces or [(wrong.text, citation) for citation in sentence.citations]
    return any(
        (citation.document, citation.spans) in passages
        and share(telling_words(text), telling_words(wrong.text)) >= SAME_WORDS
        for text, citation in told
    )


def _corrected(
    doors: Doors, edition: Edition, wrong: Sentence, now_reads: str
) -> tuple[str, tuple[Citation, ...]]:
    words = " ".join(now_reads.split())
    if not words:
        return "", ()
    marks = MARKS.search(words)
    sources = draft_sources(doors, edition)
    cited = tuple(sources.cite(mark) for mark in MARK.findall(marks.group())) if marks else wrong.citations
    text = words[: marks.start()].rstrip() if marks else words
    citations = []
    for citation in cited:
        own = citation if citation.label in text else sources.relabel(citation)
        text = text if own.label in text else with_label(text, own.label)
        citations.append(own)
    return text, tuple(citations)


def _append(doors: Doors, edition: Edition, notice: Notice) -> Edition:
    """Keep an edition with one more notice, where what the notice says is borne out, and print it again."""
    marked = replace(edition, status=notice.kind, notices=(*edition.notices, notice))
    before = _state_of(doors, edition)
    state = make_revision(doors, before.draft, DONE[notice.kind], marked, by=notice.by, why=notice.why)
    path = f"notices[{len(marked.notices) - 1}]"
    failed = [verdict for verdict in check_draft(doors, state).failed if verdict.path == path]
    if failed:
        raise EditionError(f"the correction is not borne out and was not made: {'; '.join(failed[0].why)}")
    verdict = VERDICTS[notice.kind]
    id = content_id("j", verdict.value, edition.id, notice.id)
    with doors.ledger.transaction():
        if not doors.ledger.revisions(before.draft):
            doors.ledger.append_revision(before, now=doors.now)
        doors.ledger.append_revision(state, now=doors.now)
        decision = Decision(id, verdict, edition.id, notice.by, doors.now, notice.why, other=state.id)
        doors.ledger.append_decision(decision, now=doors.now)
    publish_pending(doors)
    return marked


def _state_of(doors: Doors, edition: Edition) -> Revision:
    """Return the last state of an issued edition; one from before states were kept begins with its issue."""
    states = [one for one in doors.ledger.latest_revisions() if one.edition.id == edition.id]
    if states:
        return states[-1]
    return make_revision(doors, content_id("w", edition.id), Action.ISSUED, edition, by="")
