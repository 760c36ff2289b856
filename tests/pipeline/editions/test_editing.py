"""An edition from its draft to its withdrawal: every step is checked, kept, undone and printed."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.kills import make_desk
from dateline.cli.options import parse_instant
from dateline.desk import load_desk
from dateline.errors import EditionError
from dateline.model.editions import Action, EditionStatus, Period, Revision, SentenceKind
from dateline.model.ledger import Verdict
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.editions.checking import check_draft
from dateline.pipeline.editions.correcting import correct_edition, undo_notice, withdraw_edition
from dateline.pipeline.editions.drafting import (
    begin_draft,
    drop_draft,
    find_draft,
    last_period,
    open_drafts,
    undo_last,
)
from dateline.pipeline.editions.editing import draft_text, edit_draft
from dateline.pipeline.editions.proving import prove_edition
from dateline.pipeline.editions.publishing import issue_draft, issue_edition, publish_pending, sign_draft
from dateline.write.forms.machine import parse_edition, serialise_edition
from dateline.write.planning.plan import edition_id

NOW = parse_instant("2020-03-21T20:00:00Z", "now")
SETTINGS = '\n[bulletin]\nsign_off = {sign_off}\ntlp_ceiling = "TLP:GREEN"\n'


@pytest.fixture(scope="module")
def read_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that has read its articles; each test works on a copy."""
    folder = make_desk(tmp_path_factory.mktemp("read") / "desk", articles=2)
    with open_doors(load_desk(folder), now=NOW) as opened:
        list(run_desk(opened))
    return folder


@pytest.fixture
def desk(read_desk: Path, tmp_path: Path) -> Path:
    return shutil.copytree(read_desk, tmp_path / "desk")


@pytest.fixture
def doors(desk: Path) -> Iterator[Doors]:
    with open_doors(load_desk(desk), now=NOW) as opened:
        yield opened


def _settings(desk: Path, *, sign_off: bool) -> None:
    file = desk / "desk.toml"
    text = re.sub(r"^(sign_off|tlp_ceiling) = .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    ceiling = f'[bulletin]\nsign_off = {str(sign_off).lower()}\ntlp_ceiling = "TLP:GREEN"\n'
    file.write_text(text.replace("[bulletin]\n", ceiling), encoding="utf-8")


def _draft(doors: Doors) -> Revision:
    return begin_draft(doors, last_period(doors, "2020-03-08", "2020-03-21"), by="Mina")


def _text(doors: Doors, revision: Revision) -> str:
    return draft_text(doors, check_draft(doors, revision))


def _line_of(text: str, sentence: str) -> str:
    return next(line for line in text[text.index("# Sections") :].split("\n") if line.startswith(sentence))


def _first_sentence(text: str) -> str:
    body = text[text.index("# Sections") :]
    return next(line for line in body.split("\n") if line.endswith("]") and not line.startswith(("#", ">")))


def test_an_unchanged_draft_changes_nothing(doors: Doors) -> None:
    revision = _draft(doors)
    checked = edit_draft(doors, revision, _text(doors, revision), by="Omar")
    assert checked.revision == revision
    assert checked.verdicts
    assert not checked.failed


def test_a_sentence_is_dropped_and_another_moved(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    entry = revision.edition.sections[0].items[0]
    assert len(entry.sentences) > 1
    first, second = (_line_of(text, sentence.text) for sentence in entry.sentences[:2])
    body = text.index("# Sections")
    swapped = text[body:].replace(first, "@").replace(second, first).replace("@", second)
    checked = edit_draft(doors, revision, text[:body] + swapped, by="Omar")
    assert not checked.failed
    texts = [sentence.text for sentence in checked.revision.edition.sections[0].items[0].sentences]
    assert texts[:2] == [entry.sentences[1].text, entry.sentences[0].text]
    dropped = edit_draft(
        doors, checked.revision, _text(doors, checked.revision).replace(second, ""), by="Omar"
    )
    edition = dropped.revision.edition
    assert entry.sentences[1].text not in [one.text for one in edition.sections[0].items[0].sentences]
    assert edition.source_summary["sentences"] == revision.edition.source_summary["sentences"] - 1
    assert (edition.id != revision.edition.id, dropped.revision.action) == (True, Action.EDITED)


def test_a_wrong_number_is_kept_told_and_blocks_the_issue(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    sentence = _first_sentence(text)
    wrong = re.sub(r"\b(\d+) people", lambda m: f"{int(m[1]) + 9} people", sentence)
    assert wrong != sentence
    body = text.index("# Sections")
    checked = edit_draft(doors, revision, text[:body] + text[body:].replace(sentence, wrong), by="Omar")
    assert [verdict.path for verdict in checked.failed] == ["sections[0].items[0].sentences[0]"]
    shown = draft_text(doors, checked)
    assert f"{wrong}\n> ✗ number not borne out" in shown
    with pytest.raises(EditionError, match="not borne out"):
        issue_draft(doors, checked.revision, by="Omar")
    assert doors.ledger.editions() == []
    mended = edit_draft(doors, checked.revision, shown.replace(wrong, sentence), by="Omar")
    assert not mended.failed


def test_a_label_that_was_left_out_is_put_in(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    sentence = _first_sentence(text)
    bare = re.sub(r" \([^()]*\)(\.?)(?=\[)", r"\1", sentence)
    assert bare != sentence
    checked = edit_draft(doors, revision, text.replace(sentence, bare), by="Omar")
    assert not checked.failed
    assert checked.revision.edition == revision.edition


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("It is likely that the gate was locked.", None),
        ("It is likely that the gate will be locked again in May.", None),
        ("We judge with moderate confidence that the gate was locked.", None),
        ("The gate was locked.", "says how likely"),
        ("It is likely that the gate may have been locked.", "“may” measures nothing"),
        (
            "With high confidence, it is likely that the gate was locked.",
            "say likelihood and confidence apart",
        ),
    ],
)
def test_a_judgement_is_signed_and_in_measured_words(doors: Doors, words: str, reason: str | None) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    sentence = _first_sentence(text)
    text = text.replace(sentence, f"{sentence}\n\nJUDGEMENT (Omar Reed): {words}", 1)
    checked = edit_draft(doors, revision, text, by="Omar")
    every = [s for paragraph in checked.revision.edition.overview for s in paragraph.sentences]
    every += [s for section in checked.revision.edition.sections for e in section.items for s in e.sentences]
    judged = [sentence for sentence in every if sentence.kind is SentenceKind.JUDGEMENT]
    assert [(one.text, one.author) for one in judged] == [(words, "Omar Reed")]
    why = " ".join(reason for verdict in checked.failed for reason in verdict.why)
    assert (reason in why) if reason else not why


def test_a_refused_claim_is_learned_and_can_be_undone(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    sentence = _first_sentence(text)
    mark = sentence[sentence.rindex("[^") :]
    refused = text.replace(sentence, f"REFUSE {mark}: the governor was not there")
    checked = edit_draft(doors, revision, refused, by="Omar")
    claim = revision.edition.sections[0].items[0].sentences[0].citations[0].claim
    decision = doors.ledger.decisions(claim)[-1]
    assert (decision.verdict, decision.by, decision.why) == (
        Verdict.REJECT,
        "Omar",
        "the governor was not there",
    )
    assert claim not in {one.id for one in doors.ledger.claims(accepted_only=True)}
    cited = str(replace(checked.revision.edition, house=None))
    assert claim not in cited
    undone = undo_last(doors, checked.revision, by="Omar")
    assert undone.edition == revision.edition
    assert claim in {one.id for one in doors.ledger.claims(accepted_only=True)}


def test_a_claim_of_the_ledger_is_cited_by_its_id(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    sentence = _first_sentence(text)
    mark = sentence[sentence.rindex("[^") :]
    claim = revision.edition.sections[0].items[0].sentences[0].citations[0].claim
    edited = text.replace(sentence, sentence.replace(mark, f"[^{claim[:12]}]"))
    checked = edit_draft(doors, revision, edited, by="Omar")
    assert not checked.failed
    assert checked.revision.edition.sections[0].items[0].sentences[0].citations[0].claim == claim
    with pytest.raises(EditionError, match=r"line \d+: nothing in the ledger has the id 'c-0000'"):
        edit_draft(
            doors, checked.revision, _text(doors, checked.revision).replace(mark, "[^c-0000]"), by="Omar"
        )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("---\n", "", "line 1"),
        ("# Sections", "# Chapters", "found # Chapters"),
        ("revision: v", "revision: w", "edited it meanwhile"),
        ("### s-", "### t-", "has no story t-"),
    ],
)
def test_a_text_that_cannot_be_understood_is_refused(doors: Doors, old: str, new: str, message: str) -> None:
    revision = _draft(doors)
    with pytest.raises(EditionError, match=message):
        edit_draft(doors, revision, _text(doors, revision).replace(old, new, 1), by="Omar")
    assert find_draft(doors) == revision


def test_two_editors_do_not_overwrite_each_other(doors: Doors) -> None:
    revision = _draft(doors)
    text = _text(doors, revision)
    edit_draft(doors, revision, text.replace(_first_sentence(text), "", 1), by="Omar")
    with pytest.raises(EditionError, match="edited meanwhile"):
        edit_draft(doors, revision, text, by="Lea")


def test_a_dropped_draft_is_closed(doors: Doors) -> None:
    drop_draft(doors, _draft(doors), by="Mina")
    assert open_drafts(doors) == []
    with pytest.raises(EditionError, match="no draft is open"):
        find_draft(doors)


def test_a_second_person_signs_the_very_words(desk: Path) -> None:
    _settings(desk, sign_off=True)
    with open_doors(load_desk(desk), now=NOW) as doors:
        with pytest.raises(EditionError, match="signed by a second person"):
            issue_edition(doors, last_period(doors, "2020-03-08", "2020-03-21"))
        revision = _draft(doors)
        with pytest.raises(EditionError, match="Mina made the last change"):
            sign_draft(doors, revision, by="Mina")
        with pytest.raises(EditionError, match="somebody other than Mina"):
            issue_draft(doors, revision, by="Mina")
        sign_draft(doors, revision, by="Omar")
        text = _text(doors, revision)
        changed = edit_draft(doors, revision, text.replace(_first_sentence(text), "", 1), by="Mina").revision
        with pytest.raises(EditionError, match="somebody other than Mina"):
            issue_draft(doors, changed, by="Mina")
        sign_draft(doors, changed, by="Omar")
        edition, folder = issue_draft(doors, changed, by="Mina")
        assert edition.status is EditionStatus.ISSUED
        assert not [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]


@pytest.mark.parametrize(
    ("marking", "allowed"), [("TLP:GREEN", True), ("TLP:AMBER", False), ("TLP:PINK", False)]
)
def test_a_marking_above_the_ceiling_is_not_exported(desk: Path, marking: str, allowed: bool) -> None:
    _settings(desk, sign_off=False)
    with open_doors(load_desk(desk), now=NOW) as doors:
        revision = _draft(doors)
        marked = re.sub(r"^tlp:.*$", f"tlp: {marking}", _text(doors, revision), flags=re.MULTILINE)
        revision = edit_draft(doors, revision, marked, by="Mina").revision
        if allowed:
            assert issue_draft(doors, revision, by="Mina")[0].tlp == marking
            return
        with pytest.raises(EditionError, match="TLP"):
            issue_draft(doors, revision, by="Mina")
        assert list(doors.desk.editions_folder.glob("0*")) == []


def _issued(doors: Doors) -> Path:
    return issue_edition(doors, last_period(doors, "2020-03-08", "2020-03-21"))[1]


def test_a_correction_shows_on_the_page_in_the_feed_and_in_the_next_edition(doors: Doors) -> None:
    folder = _issued(doors)
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    sentence = json.loads(before["edition.json"])["sections"][0]["items"][0]["sentences"][0]
    right = sentence["text"].replace("people were killed", "people were killed at dawn", 1)
    path = "sections[0].items[0].sentences[0]"
    with pytest.raises(EditionError, match="not borne out"):
        correct_edition(doors, 1, path, now_reads=right.replace("people", "911 people"), by="Lea", why="x")
    edition = correct_edition(
        doors, 1, path, now_reads=right.replace(" at dawn", ""), by="Lea", why="A slip."
    )
    assert edition.status is EditionStatus.CORRECTED
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "Corrected on March 21, 2020:" in page
    assert 'class="sentence corrected"' in page
    assert {
        file.name: file.read_bytes() for file in (folder / "as-issued").iterdir() if file.is_file()
    } == before
    assert "(corrected)" in (folder.parent / "feed.xml").read_text(encoding="utf-8")
    assert "A slip." in (folder.parent / "feed.json").read_text(encoding="utf-8")
    assert not [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]
    later = replace(doors, now=NOW + timedelta(days=1))
    following, _ = issue_edition(later, last_period(later, "2020-03-08", "2020-03-21"))
    told = [change["text"] for change in following.changes if change["kind"] == "erratum"]
    assert len(told) == 1
    assert told[0].startswith("Correction to No. 1")
    third, _ = issue_edition(later, last_period(later, "2020-03-08", "2020-03-21"))
    assert not [change for change in third.changes if change["kind"] == "erratum"]


def test_a_correction_takes_several_sentences_in_one(doors: Doors) -> None:
    folder = _issued(doors)
    item = json.loads((folder / "edition.json").read_text(encoding="utf-8"))["sections"][0]["items"][0]
    first, second = (sentence["text"] for sentence in item["sentences"][:2])
    over_both = f"{first[-30:]} {second[:30]}"
    edition = correct_edition(doors, 1, over_both, by="Lea", why="Both were of another day.")
    assert edition.notices[-1].was == f"{first} {second}"
    assert {path for path in edition.notices[-1].paths if path.startswith("sections")} == {
        f"sections[0].items[0].sentences[{number}]" for number in (0, 1)
    }
    assert (folder / "index.html").read_text(encoding="utf-8").count('class="sentence corrected"') >= 2


def test_a_withdrawal_is_marked_and_can_be_undone(doors: Doors) -> None:
    folder = _issued(doors)
    page = (folder / "index.html").read_bytes()
    withdraw_edition(doors, 1, by="Lea", why="The desk was deceived.")
    assert "The desk was deceived." in (folder / "index.html").read_text(encoding="utf-8")
    assert "(withdrawn)" in (folder.parent / "feed.xml").read_text(encoding="utf-8")
    assert undo_notice(doors, 1, by="Lea").status is EditionStatus.ISSUED
    assert (folder / "index.html").read_bytes() == page
    with pytest.raises(EditionError, match="there is nothing to take back"):
        undo_notice(doors, 1, by="Lea")


@pytest.mark.parametrize("sentence", ["sections[9].items[0].sentences[0]", "no such words in it", "the"])
def test_a_correction_names_one_sentence(doors: Doors, sentence: str) -> None:
    _issued(doors)
    with pytest.raises(EditionError, match="sentences have the path or the words"):
        correct_edition(doors, 1, sentence, by="Lea", why="A slip.")


def test_what_was_kept_but_not_printed_is_printed_by_the_next_command(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    folder = doors.desk.editions_folder / "001"
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("dateline.pipeline.editions.publishing.print_edition", killed)
        _issued(doors)
    assert not folder.exists()
    publish_pending(doors)
    assert not [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("dateline.pipeline.editions.publishing.print_edition", killed)
        withdraw_edition(doors, 1, by="Lea", why="The desk was deceived.")
    publish_pending(doors)
    assert "The desk was deceived." in (folder / "edition.md").read_text(encoding="utf-8")


def test_an_edition_is_proved_after_the_desk_forgot_its_names(desk: Path) -> None:
    file = desk / "desk.toml"
    plain = file.read_text(encoding="utf-8")
    watch = '\n[[watch]]\nname = "Sami Derwish"\naliases = ["Sami Darwish"]\ntype = "PERSON"\n'
    file.write_text(plain + watch, encoding="utf-8")
    with open_doors(load_desk(desk), now=NOW) as doors:
        list(run_desk(doors))
        folder = _issued(doors)
    assert "Sami Derwish" in (folder / "edition.md").read_text(encoding="utf-8")
    file.write_text(plain, encoding="utf-8")
    with open_doors(load_desk(desk), now=NOW) as doors:
        assert not [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]


def test_an_edition_with_other_names_of_the_house_is_no_edition_of_the_desk(doors: Doors) -> None:
    folder = _issued(doors)
    file = folder / "edition.json"
    formatted = json.loads(file.read_text(encoding="utf-8"))
    formatted["house"]["spellings"]["sami darwish"] = "Rami Halabi"
    forged = parse_edition(json.loads(json.dumps(formatted).replace("Sami Darwish", "Rami Halabi", 1)))
    forged = replace(forged, id=edition_id(forged))
    file.write_text(serialise_edition(forged), encoding="utf-8")
    failed = [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]
    assert "id" in [verdict.path for verdict in failed]


def test_an_edition_that_tells_nothing_is_not_issued(doors: Doors) -> None:
    with pytest.raises(EditionError, match="nothing is told of 1999-01-01 to 1999-01-02"):
        issue_edition(doors, Period("1999-01-01", "1999-01-02"))
    assert doors.ledger.editions() == []
