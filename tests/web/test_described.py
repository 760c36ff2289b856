"""The API keeps what its OpenAPI document promises, whatever schemathesis makes of that document."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from dateline.desk import load_desk
from dateline.model.editions import Period
from dateline.model.people import Person, Role
from dateline.pipeline.editions.drafting import begin_draft
from dateline.web.app import create_app
from dateline.web.room import Room
from dateline.web.security.sessions import TOKEN, begin_session
from dateline.web.server import Address, open_room
from tests.web.desks import Clock

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 6  # of each operation, half of them of things that are there
SLOW = {  # seconds each: test_bulletin, test_running
    "POST /api/bulletin/drafts",
    "POST /api/bulletin/drafts/{draft}/issue",
    "POST /api/jobs/run",
}
ODD = ["", "\x00", "\u202e", "' OR 1=1 --", "9" * 30, "../", "é\u0301"]
schemathesis.serializer.alias("application/x-tar", "application/octet-stream")


@dataclass(frozen=True)
class Api:
    """The described operations, a client who may do all of them, and what is there by parameter."""

    schema: Any
    client: TestClient
    room: Room
    there: dict[str, Any]

    def log_in(self) -> dict[str, str]:
        """Return a header with a token that nobody has ended yet."""
        token = begin_session(self.room.ledger, "ada", now=self.room.clock(), kind=TOKEN)
        return {"authorization": f"Bearer {token}"}


@pytest.fixture(scope="module")
def api(filled_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    clock = Clock()
    folder = tmp_path_factory.mktemp("described") / "desk"
    shutil.copytree(filled_desk, folder, symlinks=True)
    with open_room(load_desk(folder), Address(), clock) as room:
        room.ledger.book.add_person(Person("ada", Role.ADMIN), "-", now=clock())
        with TestClient(create_app(replace(room, resident=None, hosts=()))) as client:
            there = _there(room)
            known = Api(None, client, room, there)
            document = client.get("/api/openapi.json", headers=known.log_in()).json()
            yield replace(known, schema=schemathesis.openapi.from_dict(document))


def _there(room: Room) -> dict[str, Any]:
    """Return an id of each kind of thing; the keys are how addresses and bodies name them."""
    story, claim = room.ledger.stories()[0], room.ledger.claims()[0]
    document = room.ledger.document(claim.document)
    draft = begin_draft(room.doors, Period("2020-03-08", "2020-03-21"), by="arash").draft
    return {
        "stories": story.id,
        "claims": claim.id,
        "documents": document.id,
        "changes": document.id,
        "evidence": document.evidence,
        "entities": room.ledger.book.entities_named("")[0].id,
        "events": room.ledger.event_book.events()[0].id,
        "drafts": draft,
    }


@pytest.mark.timeout(600)
def test_whatever_is_sent_is_answered_as_described(api: Api, subtests: pytest.Subtests) -> None:
    for found in api.schema.get_all_operations():
        operation = found.ok()
        if operation.label not in SLOW:
            with subtests.test(operation.label):
                _ask(api, operation)


def _ask(api: Api, operation: Any) -> None:
    """Send the operation values of every kind, some of them wrong, to things that are and are not there."""
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=quiet)
    @given(case=operation.as_strategy(), exists=st.booleans(), odd=st.sampled_from(ODD))
    def send(case: Any, exists: bool, odd: str) -> None:
        if exists:
            _point(case, api.there)
        elif isinstance(case.body, dict) and case.body:
            case.body = {**case.body, next(iter(case.body)): odd}
        sent = case.as_transport_kwargs(base_url="http://testserver")
        sent.pop("cookies", None)
        sent["headers"] = {**sent["headers"], **api.log_in()}
        if isinstance(sent.get("data"), bytes):
            sent["content"] = sent.pop("data")
        case.validate_response(api.client.request(**sent), checks=CHECKS)

    send()


def _point(case: Any, there: dict[str, Any]) -> None:
    """Let the case be about things that are there."""
    parts = case.operation.path.split("/")
    named = {part.strip("{}"): before for before, part in pairwise(parts) if "{" in part}
    case.path_parameters = {
        name: there.get(named[name], value) for name, value in (case.path_parameters or {}).items()
    }
    if isinstance(case.body, dict) and "stories" in case.body:
        case.body = {**case.body, "stories": [there["stories"]], "what": "take"}


def test_every_operation_is_described(api: Api) -> None:
    for path, operations in api.schema.raw_schema["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description"), f"{method} {path}"
            assert {"401", "403", "422"} <= operation["responses"].keys(), f"{method} {path}"
            assert operation.get("security"), f"{method} {path}"
