"""The house: one's own login, the log as a table, grades of outlets, and where secrets come from."""

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import create_desk, load_desk, secrets
from dateline.desk.secrets import find_secret
from dateline.errors import DeskError
from dateline.model.people import Person, Role
from dateline.web.room import Room
from dateline.web.security.sessions import TOKEN, begin_session
from tests.web.desks import PASSWORD, Clock, token_of

Enter = Callable[[str], TestClient]


def test_another_password_ends_every_session_of_the_old_one(log_in: Enter, room: Room, clock: Clock) -> None:
    here, there = log_in("edna"), log_in("edna")
    bearer = {"authorization": f"Bearer {begin_session(room.ledger, 'edna', now=clock(), kind=TOKEN)}"}
    form = {"csrf": token_of(here, "/account"), "old": PASSWORD, "new": "another long password"}
    assert here.post("/account/password", data=form).headers["location"] == "/login"
    assert [browser.get("/api/me").status_code for browser in (here, there)] == [401, 401]
    assert log_in("").get("/api/me", headers=bearer).status_code == 401
    again = {"csrf": token_of(here, "/login"), "name": "edna", "password": "another long password"}
    assert here.post("/login", data=again).status_code == 303
    assert "another long" not in "".join(map(str, room.ledger.book.latest_acts()))


@pytest.mark.parametrize(("old", "new"), [("wrong but long", "another long password"), (PASSWORD, "short")])
def test_a_password_wants_the_present_one_and_a_long_one(log_in: Enter, old: str, new: str) -> None:
    browser = log_in("edna")
    form = {"csrf": token_of(browser, "/account"), "old": old, "new": new}
    assert browser.post("/account/password", data=form).status_code == 400
    assert browser.get("/api/me").status_code == 200


def test_out_everywhere_is_out_of_ones_own_sessions_only(log_in: Enter) -> None:
    here, there, other = log_in("edna"), log_in("edna"), log_in("arash")
    here.post("/account/leave", data={"csrf": token_of(here, "/account")})
    assert [browser.get("/api/me").status_code for browser in (here, there, other)] == [401, 401, 200]


def test_a_token_ends_after_ninety_days(log_in: Enter, room: Room, clock: Clock) -> None:
    bearer = {"authorization": f"Bearer {begin_session(room.ledger, 'edna', now=clock(), kind=TOKEN)}"}
    browser = log_in("")
    clock.now += timedelta(days=89)
    assert browser.get("/api/me", headers=bearer).status_code == 200
    clock.now += timedelta(days=2)
    assert browser.get("/api/me", headers=bearer).status_code == 401


def test_the_log_is_narrowed_down_and_taken_away(log_in: Enter, room: Room) -> None:
    arash, edna = log_in("arash"), log_in("edna")
    story = room.ledger.stories()[0].id
    arash.post("/triage", data={"csrf": token_of(arash), "what": "tag", "story": story, "tag": "=cmd()"})
    assert {act["by"] for act in edna.get("/api/log?by=arash").json()} == {"arash"}
    assert [act["kind"] for act in edna.get("/api/log?what=tag").json()] == ["tag"]
    day = f"{room.clock():%Y-%m-%d}"
    assert edna.get(f"/api/log?begin={day}&until={day}").json()
    assert edna.get("/api/log?until=2019-12-31").json() == []
    taken = edna.get("/desk/log/table?what=tag")
    assert taken.headers["content-disposition"].startswith("attachment")
    lines = list(csv.DictReader(taken.text.splitlines()))
    assert [(line["by"], line["subject"], line["with"]) for line in lines] == [("arash", story, "'=cmd()")]
    assert room.ledger.book.latest_acts(limit=1)[0].subject == "log", "who took it is in it too"
    assert edna.get("/desk/log?what=tag").text.count(story) == edna.get("/desk/log?by=arash").text.count(
        story
    )


@pytest.mark.parametrize("query", ["what=nothing", "begin=yesterday", "until=2020-13-01"])
def test_a_log_of_no_day_or_kind_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/desk/log?{query}").status_code == 400
    assert client.get(f"/desk/log/table?{query}").status_code == 400


def test_an_outlet_keeps_every_grade_with_its_reason(desk: Path, request: pytest.FixtureRequest) -> None:
    outlet = "harbour-wire"
    (desk / "outlets.toml").write_text(f'[[outlets]]\nid = "{outlet}"\nname = "Harbour Wire"\n')
    client: TestClient = request.getfixturevalue("client")
    for letter, why in (("C", "slow to correct"), ("B", "corrects at once now")):
        form = {"csrf": token_of(client), "letter": letter, "why": why}
        assert client.post(f"/desk/outlets/{outlet}/grade", data=form).status_code == 303
    grades = client.get(f"/api/outlets/{outlet}").json()["grades"]
    assert [(grade["letter"], grade["why"]) for grade in grades] == [
        ("B", "corrects at once now"),
        ("C", "slow to correct"),
    ]
    page = client.get(f"/desk/outlets/{outlet}").text
    assert "corrects at once now" in page and "usually reliable" in page
    bad = {"csrf": token_of(client), "letter": "Z", "why": "no such letter"}
    assert client.post(f"/desk/outlets/{outlet}/grade", data=bad).status_code == 400
    assert client.get("/desk/outlets/nowhere").status_code == 404


def test_secrets_come_from_the_environment_or_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_secret("DATELINE_TEST_SECRET") is None and find_secret("") is None
    monkeypatch.setattr(secrets, "_from_keyring", {"DATELINE_TEST_SECRET": "kept"}.get)
    assert find_secret("DATELINE_TEST_SECRET") == "kept"
    monkeypatch.setenv("DATELINE_TEST_SECRET", "stated")
    assert find_secret("DATELINE_TEST_SECRET") == "stated"


@pytest.mark.parametrize("key", ["secret", "password", "key", "client_secret", "api_key"])
@pytest.mark.parametrize("table", ["login", "language_model", "store"])
def test_settings_have_no_place_for_a_secret(tmp_path: Path, table: str, key: str) -> None:
    settings = create_desk(tmp_path, "Secrets")
    head, _, rest = settings.read_text(encoding="utf-8").partition(f"[{table}]\n")
    settings.write_text(f'{head}\n[{table}]\n{key} = "hunter2"\n{rest}', encoding="utf-8")
    with pytest.raises(DeskError) as refused:
        load_desk(tmp_path)
    assert f"{table}.{key}: unknown setting" in str(refused.value)


def test_no_secret_is_on_a_page_or_in_the_ledger(log_in: Enter, room: Room) -> None:
    ada = log_in("ada")
    hashes = [login.password for login in room.ledger.book.logins()]
    pages = [ada.get(path).text for path in ("/desk/people", "/api/people", "/desk/log", "/api/me")]
    assert not [page for page in pages for hashed in hashes if hashed in page]
    secret = ada.cookies["dateline_session"]
    assert secret.encode() not in (room.desk.folder / "ledger.sqlite").read_bytes()
    assert secret.encode() not in (room.desk.folder / "ledger.sqlite-wal").read_bytes()


def test_a_disabled_person_keeps_their_name_in_the_log(log_in: Enter, room: Room, clock: Clock) -> None:
    edna = log_in("edna")
    room.ledger.book.change_person(Person("arash", Role.ANALYST, disabled=True), now=clock())
    assert edna.get("/api/log?by=arash").status_code == 200
