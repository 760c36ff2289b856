from dateline.write.forms.mail import write_mail
from tests.write.forms.factory import EDITION, job


def lines() -> list[str]:
    body = write_mail(job()).body
    assert body is not None
    return body.decode().splitlines()


def test_lines_keep_within_72_columns_but_for_addresses() -> None:
    assert [line for line in lines() if len(line) > 72 and "<http" not in line] == []


def test_marks_refer_to_numbered_sources_with_their_address() -> None:
    text = " ".join(" ".join(lines()).split())
    assert "said engineer Layth Amari (Qalamoun Post, May 3) [1]." in text
    assert "[1] Qalamoun Post, May 3, 2021: Bridge closed & reopened." in text
    assert "<https://en.example/bridge?a=1&b=2>" in text


def test_right_to_left_words_are_isolated() -> None:
    text = "\n".join(lines())
    assert text.count("\u2067") == text.count("\u2069") > 4
    assert "\u2067«سرهنگ" in text


def test_gaps_changes_and_disputes_are_told() -> None:
    text = " ".join(" ".join(lines()).split())
    for expected in (EDITION.gaps[0], EDITION.changes[0]["text"], "- 3 (Karun, May 3) [2]", "— R. Halabi"):
        assert expected in text
