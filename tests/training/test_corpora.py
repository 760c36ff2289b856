from pathlib import Path

from training.corpora import read_polnear, read_re3d, read_worldwide


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_attributions_are_read_with_their_pieces(tmp_path: Path) -> None:
    text = "“We left,” said Omar Haddad, “at noon.”"
    _write(tmp_path / "text" / "a.txt", text)
    marks = [
        "T1\tSource 16 27\tOmar Haddad",
        "T2\tCue 11 15\tsaid",
        "T3\tContent 0 10;29 39\t“We left,” “at noon.”",
        "T4\tAttribution 11 15\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tDiscard 0 3\t“We",
    ]
    _write(tmp_path / "attributions" / "a_0001.ann", "\n".join(marks))
    _write(tmp_path / "attributions" / "a_0002.ann", "")
    (passage,) = read_polnear(tmp_path)
    (attribution,) = passage.attributions or ()
    words = [
        [text[start:end] for start, end in ranges]
        for ranges in (attribution.cue, attribution.source, attribution.content)
    ]
    assert words == [["said"], ["Omar Haddad"], ["“We left,”", "“at noon.”"]]


def test_columns_become_text_with_names(tmp_path: Path) -> None:
    rows = (
        "In\tO\nLake\tB-Location\nVictoria\tI-Location\n,\tO\nKenya\tB-Location\n\nAmina\tB-Person\nleft\tO\n"
    )
    _write(tmp_path / "ke_daily_1.txt.tsv", rows)
    (passage,) = read_worldwide(tmp_path)
    found = [(passage.text[each.start : each.end], set(each.types)) for each in passage.mentions or ()]
    assert found == [("Lake Victoria", {"LOC"}), ("Kenya", {"GPE"}), ("Amina", {"PERSON"})]


def test_a_description_may_be_no_name(tmp_path: Path) -> None:
    _write(tmp_path / "UK" / "documents.json", '{"_id": "d", "text": "Rebels met Daesh."}\n')
    _write(
        tmp_path / "UK" / "entities.json",
        '{"begin": 0, "end": 6, "type": "Person", "value": "Rebels", "documentId": "d"}\n'
        '{"begin": 11, "end": 16, "type": "Organisation", "value": "Daesh", "documentId": "d"}\n',
    )
    (passage,) = read_re3d(tmp_path)
    assert [(each.start, each.required) for each in passage.mentions or ()] == [(0, False), (11, True)]
