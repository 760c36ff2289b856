import json
from pathlib import Path

import pytest

from training.corpora import KINDS, NO_KIND, MarkedHappening, Passage
from training.event_kinds import kairos_kinds, plover_kinds
from training.happenings import (
    commitment,
    read_cameo,
    read_commitments,
    read_ecb,
    read_meantime,
    read_plover,
    read_wikievents,
    together,
    with_small_words,
)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _words(passage: Passage) -> list[str]:
    return [passage.text[each.start : each.end] for each in passage.happenings]


def test_meantime_has_levels_denials_and_words_that_go_on(tmp_path: Path) -> None:
    rows = [
        "1\tTalks\t_\t_\t_\t_",
        "2\tmay\t_\t_\t_\t_",
        "3\ttake\tB-E-1\tB-POSSIBLE-1\tB-POS-1\tB-FUTURE-1",
        "4\tplace\tI-E-1\tI-POSSIBLE-1\tI-POS-1\tI-FUTURE-1",
        "",
        "5\tNobody\t_\t_\t_\t_",
        "6\tleft\tB-E-2\tB-CERTAIN-2\tB-NEG-2\tB-NON_FUTURE-2",
        "7\ttoday\t_\t_\t_\t_",
        "",
        "8\tWho\t_\t_\t_\t_",
        "9\tcame\t_\t_\t_\t_",
    ]
    _write(tmp_path / "corpus_x" / "a.conll", "\n".join(rows))
    (passage,) = read_meantime(tmp_path)
    marked = {passage.text[each.start : each.end]: each for each in passage.happenings}
    assert (marked["take"].levels, marked["take"].denied) == ({"possible"}, False)
    assert (marked["left"].levels, marked["left"].denied) == ({"certain"}, True)
    assert marked["place"].is_event
    assert passage.text == "Talks may take place\nNobody left today\nWho came"
    assert passage.telling == ((0, passage.text.index("\nWho")),)


@pytest.mark.parametrize(
    ("mean", "levels", "denied"),
    [(2.6, {"certain"}, False), (0.0, {"possible", "unknown"}, None), (-2.5, {"doubtful", "certain"}, True)],
)
def test_a_commitment_leaves_levels(mean: float, levels: set[str], denied: bool | None) -> None:
    assert commitment(mean) == (levels, denied)


def test_the_clause_of_a_commitment_is_found_though_its_subject_was_made_plain(tmp_path: Path) -> None:
    rows = "uID,Context,Target,Prompt,Mean\nA-1,It rained.,She doubts that he saw it.,Omar saw it,-1.0\n"
    (passage,) = read_commitments(_write(tmp_path / "items.csv", rows))
    assert _words(passage) == ["saw it"]


def test_only_sentences_with_marks_of_ecb_say_that_other_words_tell_nothing(tmp_path: Path) -> None:
    tokens = [(1, 0, "Rain"), (2, 0, "fell"), (3, 1, "It"), (4, 1, "stopped")]
    words = "".join(f'<token t_id="{t}" sentence="{s}" number="0">{w}</token>' for t, s, w in tokens)
    mark = '<NEG_ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></NEG_ACTION_OCCURRENCE>'
    _write(tmp_path / "2" / "2_1ecb.xml", f"<Document>{words}<Markables>{mark}</Markables></Document>")
    (passage,) = read_ecb(tmp_path, (2,))
    assert passage.text == "Rain fell\nIt stopped"
    assert (_words(passage), passage.happenings[0].denied) == (["fell"], True)
    assert passage.telling == ((0, 9),)


def test_the_triggers_of_wikievents_have_our_types(tmp_path: Path) -> None:
    trigger = {"start": 1, "end": 2, "text": "shelled"}
    event = {"event_type": "Conflict.Attack.Unspecified", "trigger": trigger}
    record = {"doc_id": "d", "tokens": ["They", "shelled", "it"], "event_mentions": [event]}
    (passage,) = read_wikievents(_write(tmp_path / "dev.jsonl", json.dumps(record)))
    assert (_words(passage), passage.happenings[0].kinds) == (["shelled"], {"ASSAULT"})
    assert passage.typing == ((0, len(passage.text)),)


def test_gold_sentences_have_the_words_that_tell_or_the_whole_sentence(tmp_path: Path) -> None:
    records = [
        {"id": "0", "event": "DOCUMENT"},
        {"id": "1", "event": "AGREE", "text": "Never read."},
        {
            "id": "2",
            "event": "FIGHT",
            "text": "Rebels shelled it.",
            "textInfo": {"markup": "Rebels (EVT: shelled) it."},
        },
        {"id": "3", "event": "AGREE", "text": "Never read."},
        {"id": "4", "event": "DEMAND", "text": "He wants help.", "textInfo": ""},
    ]
    told, untold = read_plover(_write(tmp_path / "gold.txt", json.dumps(records)))
    assert (_words(told), told.happenings[0].kinds) == (["shelled"], {"ASSAULT"})
    assert (_words(untold), untold.happenings[0].kinds) == (["He wants help."], {"REQUEST"})
    assert untold.happenings[0].is_event is None


def test_a_class_of_cameo_says_what_some_word_may_tell(tmp_path: Path) -> None:
    lines = "Never read.\t4\nThey signed a pact.\t1\nNever read.\t4\nIt is a city.\t0\n"
    (passage,) = read_cameo(_write(tmp_path / "train.tsv", lines))
    assert passage.happenings[0].kinds == {"AGREE", "CONSULT", "SUPPORT"}


def test_short_texts_are_put_together_with_their_marks() -> None:
    passages = [
        Passage(str(at), text, happenings=(MarkedHappening(0, 4),))
        for at, text in enumerate(("Rain.", "Snow."))
    ]
    (passage,) = together(passages, 2)
    assert passage.text == "Rain.\nSnow."
    assert _words(passage) == ["Rain", "Snow"]


def test_the_longest_beginning_of_a_type_decides() -> None:
    assert kairos_kinds("life.die.nonviolentdeath") == {"OTHER"}
    assert kairos_kinds("Life.Die.Unspecified") == {"ASSAULT", "OTHER"}
    assert kairos_kinds("unheard.of") == frozenset(KINDS) - {NO_KIND}
    assert plover_kinds("DISAPPROVE") == {"ACCUSE"}


def test_small_words_figures_and_names_tell_nothing() -> None:
    text = "The rebels of Karim shelled 12 towns."
    start = text.index("shelled")
    passage = Passage("a", text, happenings=(MarkedHappening(start, start + 7, is_event=True),))
    told = {text[start:end] for start, end in with_small_words(passage).telling}
    assert told == {"of", "Karim", "12", "."}


def test_a_marked_word_is_never_small() -> None:
    passage = Passage("a", "It is out.", happenings=(MarkedHappening(6, 9, is_event=True),))
    assert (6, 9) not in with_small_words(passage).telling
