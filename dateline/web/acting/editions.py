"""What is done with an issued edition without changing it: prove it again, take a form of it away."""

from starlette.responses import FileResponse

from dateline.model.editions import SentenceVerdict
from dateline.model.people import ActKind
from dateline.pipeline.editions.proving import prove_edition
from dateline.web.acting.acts import record_act
from dateline.web.acting.editing import edition_file
from dateline.web.room import Visit


def verify(visit: Visit, number: int) -> list[SentenceVerdict]:
    """Prove an edition again from the archived bytes. Raises NotFound and EditionError."""
    folder = edition_file(visit, number, "edition.json").parent
    return prove_edition(visit.reading_doors, folder)


def download(visit: Visit, number: int, name: str) -> FileResponse:
    """Give a form of an edition and keep who took it. Raises NotFound."""
    path = edition_file(visit, number, name)
    record_act(visit, ActKind.EXPORT, f"edition {number}", name[:200])
    return FileResponse(path, filename=f"{number:03d}-{path.name}", content_disposition_type="attachment")
