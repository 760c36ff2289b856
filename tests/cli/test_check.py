import io
import json

from dateline.cli.check import run


def answers(*lines: str) -> list[dict]:
    out = io.StringIO()
    assert run(out=out, stdin=[line + "\n" for line in lines]) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_is_answered_in_order() -> None:
    sources = ["Two trucks crossed at Mandali on Monday."]
    good = {"id": "a", "sentence": "Two trucks crossed at Mandali.", "sources": sources}
    bad = {"id": "b", "sentence": "Three trucks crossed at Mandali.", "sources": sources}
    first, second = answers(json.dumps(good), json.dumps(bad))
    assert first == {"id": "a", "ok": True, "unsupported": []}
    assert second == {
        "id": "b",
        "ok": False,
        "unsupported": [{"what": "Three", "start": 0, "end": 5, "kind": "number"}],
    }


def test_a_bad_line_does_not_stop_the_rest() -> None:
    lines = answers("{", '{"id": 3, "sentence": 1}', "[]", '{"id": 4, "sentence": "", "sources": []}')
    assert [line["id"] for line in lines] == [None, 3, None, 4]
    assert [bool(line.get("issues")) for line in lines] == [True, True, True, False]
