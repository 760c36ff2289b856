from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.extract import read_text
from dateline.extract.events import weights
from dateline.extract.events.incidents import parts as incident_parts
from dateline.extract.events.incidents.incidents import Incident, find_incidents
from dateline.extract.events.incidents.parts import Found, Part, places_once
from dateline.extract.events.weights import load_weights
from dateline.inference.reader import OnnxReader, load_reader
from dateline.model.annotations import PartRole
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.outlets import OutletIndex, load_outlets
from dateline.text.weights import ROWS, Weights, row_of

OUTLETS = OutletIndex(load_outlets())
NEVER = datetime(1990, 3, 2, tzinfo=UTC)
REPORT = (
    "Guerrillas of the Farabundo Marti National Liberation Front attacked the mayor's office in San Miguel, "
    "El Salvador, last night. Unidentified men threw a bomb at the building and killed two policemen. "
    "The mayor, Rodolfo Quezada, was injured in the attack. "
    "The guerrillas claimed responsibility for the attack in a telephone call."
)


def incidents(text: str) -> tuple[Incident, ...]:
    document = Document("d", "e", "file:a", None, None, None, None, None, NEVER, "en", text, (), "r")
    read = read_text(document, outlets=OUTLETS, reader=_reader())
    return find_incidents(text, read.annotations, trees=read.trees, parts=read.parts)


@cache
def _reader() -> OnnxReader:
    return load_reader(threads=1)


def named(role: PartRole) -> set[str]:
    return {span.of(REPORT) for each in incidents(REPORT) for part in each.of(role) for span in part.spans}


def test_a_report_of_an_attack_gives_its_parts_from_all_its_sentences() -> None:
    assert any("uerrillas" in each for each in named(PartRole.INDIVIDUAL))
    assert "bomb" in named(PartRole.WEAPON)
    assert {"policemen", "Rodolfo Quezada"} <= named(PartRole.VICTIM)
    assert all(0 < incident.confidence <= 1 for incident in incidents(REPORT))


def test_what_completes_a_phrase_belongs_to_it_and_the_figure_to_those_who_did_it() -> None:
    text = (
        "Two armed men killed three policemen in San Salvador. A bomb destroyed the headquarters of "
        "the party. At least two armed men planted the bomb, police said."
    )
    found = [part for incident in incidents(text) for part in incident.parts]
    told = {(part.role, span.of(text)) for part in found for span in part.spans}
    assert {(PartRole.INDIVIDUAL, "Two armed men"), (PartRole.INDIVIDUAL, "two armed men")} <= told
    assert (PartRole.TARGET, "headquarters of the party") in told


def test_a_place_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(incident_parts.ENOUGH, PartRole.PLACE, 0.0)  # whatever the weights say
    text = "Guerrillas attacked the barracks in San Miguel. A bomb damaged an office in the city."
    places = [part for each in incidents(text) for part in each.of(PartRole.PLACE)]
    assert places
    assert not [part for part in places if all(span.of(text).islower() for span in part.spans)]


def test_beside_an_incident_with_parts_stands_none_without() -> None:
    text = "Two rockets hit the Balad air base near Baghdad on Saturday, wounding three Iraqi soldiers."
    assert all(incident.parts for incident in incidents(text))


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("An airstrike hit a school. Ten children were killed. Two teachers were wounded.", 1),
        (
            "A car bomb exploded outside a bank in Kabul on Monday, police said. At least 12 people were "
            "killed. Among the dead were three policemen. The blast destroyed several shops.",
            1,
        ),
        (
            "A suicide bomber blew himself up at a checkpoint in Baghdad, killing six soldiers. Hours later, "
            "a second bomber attacked a funeral in Baquba. Nine mourners were killed.",
            2,
        ),
        (
            "A rocket hit a house in Ashkelon on Tuesday, wounding a woman. In a separate attack, gunmen "
            "opened fire on a bus near Hebron, killing two soldiers.",
            2,
        ),
    ],
)
def test_what_is_told_in_several_sentences_is_one_attack_unless_another_is_told(
    text: str, attacks: int
) -> None:
    assert len(incidents(text)) == attacks


def test_an_organisation_is_named_as_it_is_most_often() -> None:
    text = (
        "The Farabundo Marti National Liberation Front (FMLN) attacked a barracks and killed four soldiers. "
        "The FMLN claimed the attack. FMLN guerrillas fired mortars at the barracks."
    )
    assert [
        part.spans[0].of(text) for each in incidents(text) for part in each.of(PartRole.ORGANISATION)
    ] == ["FMLN"]


def test_what_has_one_head_is_told_apart_by_figures() -> None:
    text = (
        "Guerrillas attacked a barracks in San Miguel and killed two policemen. A bomb wounded six policemen."
    )
    numbers = {part.number for each in incidents(text) for part in each.of(PartRole.VICTIM)}
    assert numbers == {2, 6}


def test_a_place_is_told_once() -> None:
    text = "Aleppo was shelled. Rebels hit a bakery in Aleppo."
    city = Part(PartRole.PLACE, (Span(0, 6),), 0.4, entity="a")
    province = Part(PartRole.PLACE, (Span(43, 49),), 0.7, entity="b")
    bakery = Found(Part(PartRole.TARGET, (Span(33, 39),), 0.9), frozenset({1}), {})
    found = [Found(city, frozenset({0}), {}), bakery, Found(province, frozenset({1}), {})]
    both = Part(PartRole.PLACE, (*province.spans, *city.spans), 0.7, entity="b")
    assert list(places_once(text, found)) == [bakery, Found(both, frozenset({0, 1}), {})]


def test_a_phrase_does_not_end_in_an_article() -> None:
    text = "Gunmen killed two officials of the [Peruvian] state in an attack in Lima on Monday, police said."
    spans = [span.of(text) for each in incidents(text) for part in each.parts for span in part.spans]
    assert spans
    assert not any(span.endswith(" the") for span in spans)


def test_a_report_on_something_else_has_no_incident() -> None:
    text = "The central bank of Peru lowered its main rate. Exports of copper grew by two percent in March."
    assert incidents(text) == ()


def test_an_empty_text_has_no_incident() -> None:
    assert incidents("") == ()


def test_a_mark_has_the_same_row_everywhere() -> None:
    assert row_of("head=bomb") == 18924


def test_weights_add_up_over_marks() -> None:
    table = np.zeros((ROWS, 1), dtype=np.int8)
    table[row_of("a")], table[row_of("b")] = 4, -1
    made = Weights(("yes",), table, np.array([0.5], np.float32), np.array([0.0], np.float32))
    assert made.score(["a", "b", "a"])["yes"] == pytest.approx(1 / (1 + np.exp(-1.5)))


def test_missing_weights_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    with pytest.raises(ModelError, match="no packaged weights"):
        load_weights("nothing")


@pytest.mark.parametrize(
    ("victims", "told"),
    [("three right-wing ideologues", "right-wing ideologues"), ("a 12-year-old boy", "12-year-old boy")],
)
def test_a_word_with_a_hyphen_is_whole(victims: str, told: str) -> None:
    text = f"Gunmen attacked a house in San Miguel and killed {victims} with a bomb, police said."
    found = {span.of(text) for each in incidents(text) for part in each.parts for span in part.spans}
    assert told in found
