"""What an editor does to a draft sentence by sentence, and to an edition after its issue."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dateline.errors import InputError, NotFound
from dateline.model.editions import Edition, EditionSection, Period, Revision, Sentence
from dateline.model.people import ActKind
from dateline.pipeline.editions.correcting import correct_edition, find_edition, undo_notice, withdraw_edition
from dateline.pipeline.editions.drafting import begin_draft, drop_draft, find_draft, last_period, undo_last
from dateline.pipeline.editions.editing import Checked, edit_draft
from dateline.pipeline.editions.proposing import print_proposals, proposals_of, set_aside
from dateline.pipeline.editions.proving import without_failed
from dateline.pipeline.editions.publishing import issue_draft, sign_draft
from dateline.text.unicode import nfc
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit
from dateline.write.editing.drafting import format_draft
from dateline.write.prose.passages import map_sentences, sentences_of

LONGEST_SENTENCE = 3000


def begin(visit: Visit, first: str | None, last: str | None) -> Revision:
    """Draft the edition of a period, by default of the desk's last days, its disputes and gaps set aside.

    Raises EditionError.
    """
    period: Period = last_period(visit.doors, first or None, last or None)
    begun = begin_draft(visit.reading_doors, period, by=visit.person.name)
    revision = set_aside(visit.doors, begun, by=visit.person.name)
    record_act(visit, ActKind.DRAFT, revision.draft, f"{period.begin} – {period.until}")
    return revision


def rewrite(visit: Visit, draft: str, revision: str, text: str, why: str = "") -> Checked:
    """Save the whole draft as Markdown. Raises EditionError."""
    state = _state(visit, draft, revision)
    checked = edit_draft(visit.doors, state, nfc(text.replace("\r\n", "\n")), by=visit.person.name, why=why)
    record_act(visit, ActKind.REVISE, draft, why)
    return checked


def change_sentence(visit: Visit, draft: str, revision: str, path: str, text: str) -> Checked:
    """Give a sentence other words; what they cite stays. Raises NotFound, InputError and EditionError."""
    words = nfc(" ".join(text.split()))
    if not words or len(words) > LONGEST_SENTENCE:
        raise InputError(f"a sentence has 1 to {LONGEST_SENTENCE} characters, this one {len(words)}")
    state = _state(visit, draft, revision)
    return _save(visit, state, _with_sentence(state.edition, path, words))


def drop_sentence(visit: Visit, draft: str, revision: str, path: str) -> Checked:
    """Leave a sentence out. Raises NotFound and EditionError."""
    state = _state(visit, draft, revision)
    _sentence(state.edition, path)
    return _save(visit, state, without_failed(state.edition, {path}))


def move_story(visit: Visit, draft: str, revision: str, story: str, by: int) -> Checked:
    """Move a story up (-1) or down (+1), over the edge of its section into the next. Raises NotFound."""
    state = _state(visit, draft, revision)
    return _save(visit, state, replace(state.edition, sections=_moved(state.edition.sections, story, by)))


def place_story(visit: Visit, draft: str, revision: str, story: str, *, section: int, before: str) -> Checked:
    """Put a story before another one, or at the end of a section where `before` is empty. Raises NotFound."""
    state = _state(visit, draft, revision)
    placed = _placed(state.edition.sections, story, section, before)
    return _save(visit, state, replace(state.edition, sections=placed))


def decide_proposals(visit: Visit, draft: str, revision: str, ids: Sequence[str], *, taken: bool) -> Revision:
    """Take some proposals into a draft, or leave them out of it. Raises NotFound and InputError."""
    state = _state(visit, draft, revision)
    standing = [proposal.id for proposal in proposals_of(visit.doors, state) if proposal.taken]
    chosen = [*standing, *ids] if taken else [id for id in standing if id not in ids]
    decided = print_proposals(visit.doors, state, chosen, by=visit.person.name)
    record_act(visit, ActKind.REVISE, draft)
    return decided


def undo_draft(visit: Visit, draft: str) -> Revision:
    """Take back the last thing done to a draft. Raises EditionError."""
    undone = undo_last(visit.doors, find_draft(visit.doors, draft), by=visit.person.name)
    record_act(visit, ActKind.REVISE, draft, "undo")
    return undone


def drop(visit: Visit, draft: str) -> None:
    """Close a draft that will not be issued. Raises EditionError."""
    drop_draft(visit.doors, find_draft(visit.doors, draft), by=visit.person.name)
    record_act(visit, ActKind.REVISE, draft, "dropped")


def sign(visit: Visit, draft: str, revision: str) -> None:
    """Sign a draft as it stands. Raises EditionError."""
    sign_draft(visit.doors, _state(visit, draft, revision), by=visit.person.name)
    record_act(visit, ActKind.SIGN, draft)


def issue(visit: Visit, draft: str, revision: str) -> Edition:
    """Prove a draft and issue it. Raises EditionError."""
    edition, _ = issue_draft(visit.reading_doors, _state(visit, draft, revision), by=visit.person.name)
    record_act(visit, ActKind.ISSUE, edition.id, str(edition.number))
    return edition


def correct(visit: Visit, number: int, sentence: str, now_reads: str, why: str) -> Edition:
    """Correct a sentence of an issued edition, or take it back. Raises EditionError."""
    edition = correct_edition(
        visit.reading_doors, number, sentence, now_reads=nfc(now_reads), by=visit.person.name, why=why
    )
    record_act(visit, ActKind.CORRECT, edition.id, why[:400])
    return edition


def withdraw(visit: Visit, number: int, why: str) -> Edition:
    """Withdraw an issued edition. Raises EditionError."""
    edition = withdraw_edition(visit.reading_doors, number, by=visit.person.name, why=why)
    record_act(visit, ActKind.WITHDRAW, edition.id, why[:400])
    return edition


def undo_last_notice(visit: Visit, number: int) -> Edition:
    """Take back the last correction or withdrawal. Raises EditionError."""
    edition = undo_notice(visit.reading_doors, number, by=visit.person.name)
    record_act(visit, ActKind.CORRECT, edition.id, "undo")
    return edition


def edition_file(visit: Visit, number: int, name: str) -> Path:
    """Return a file of an issued edition; nothing outside its folder is given. Raises NotFound."""
    find_edition(visit.doors, number)
    folder = (visit.room.desk.editions_folder / f"{number:03d}").resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise NotFound(f"edition {number} has no file {name!r}")
    return path


def _state(visit: Visit, draft: str, revision: str) -> Revision:
    """Return the state that the editor looked at. Raises InputError where somebody changed it since."""
    state = find_draft(visit.doors, draft)
    if revision and state.id != revision:
        raise InputError(f"{state.by} changed the draft meanwhile; load the page again")
    return state


def _save(visit: Visit, state: Revision, edition: Edition) -> Checked:
    text = format_draft(replace(state, edition=edition), base=state.edition)
    checked = edit_draft(visit.doors, state, text, by=visit.person.name)
    record_act(visit, ActKind.REVISE, state.draft)
    return checked


def _sentence(edition: Edition, path: str) -> Sentence:
    found = dict(sentences_of(edition)).get(path)
    if found is None:
        raise NotFound(f"the draft has no sentence at {path!r}; it may have moved")
    return found


def _with_sentence(edition: Edition, path: str, words: str) -> Edition:
    """Return the edition with other words at a path."""
    _sentence(edition, path)
    return map_sentences(
        edition, lambda at, sentence: replace(sentence, text=words) if at == path else sentence
    )


def _moved(sections: tuple[EditionSection, ...], story: str, by: int) -> tuple[EditionSection, ...]:
    """Return the sections with a story moved by one place; over an edge it goes into the next section."""
    lists = [list(section.items) for section in sections]
    places = [
        (n, i) for n, entries in enumerate(lists) for i, entry in enumerate(entries) if entry.story == story
    ]
    if not places:
        raise NotFound(f"the draft does not tell of {story}")
    section, place = places[0]
    entry = lists[section].pop(place)
    if 0 <= place + by <= len(lists[section]):
        lists[section].insert(place + by, entry)
    elif 0 <= section + by < len(lists):
        lists[section + by].insert(0 if by > 0 else len(lists[section + by]), entry)
    else:
        lists[section].insert(place, entry)
    return tuple(replace(old, items=tuple(entries)) for old, entries in zip(sections, lists, strict=True))


def _placed(
    sections: tuple[EditionSection, ...], story: str, section: int, before: str
) -> tuple[EditionSection, ...]:
    """Return the sections with a story put before another, or at the end of the section of a number."""
    taken = [entry for old in sections for entry in old.items if entry.story == story]
    lists = [[entry for entry in old.items if entry.story != story] for old in sections]
    places = [(n, i) for n, some in enumerate(lists) for i, entry in enumerate(some) if entry.story == before]
    if not taken or (before and not places) or not 0 <= section < len(lists):
        raise NotFound(
            f"the draft has no place for {story} before {before or 'the end'}; it may have changed"
        )
    n, place = places[0] if places else (section, len(lists[section]))
    lists[n][place:place] = taken
    return tuple(replace(old, items=tuple(entries)) for old, entries in zip(sections, lists, strict=True))
