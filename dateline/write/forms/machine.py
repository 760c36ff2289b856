"""edition.json: an edition to and from the contract's machine form."""

import json
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from dateline.errors import EditionError
from dateline.model.editions import Edition


def format_edition(edition: Edition) -> dict[str, object]:
    """Return the edition in the shape of `edition.schema.json`."""
    formatted: dict[str, object] = json.loads(json.dumps(asdict(edition), ensure_ascii=False))
    return formatted


def serialise_edition(edition: Edition) -> str:
    """Return the text of `edition.json`: indented, keys in the order of the contract."""
    return json.dumps(format_edition(edition), ensure_ascii=False, indent=1) + "\n"


def parse_edition(formatted: object) -> Edition:
    """Read the machine form. Raises EditionError naming each field that is not as the contract says."""
    try:
        return TypeAdapter(Edition).validate_python(formatted)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'edition'}: {fault['msg']}"
            for fault in error.errors(include_url=False)[:5]
        )
        raise EditionError(f"edition.json is not an edition: {faults}; write the edition again") from error
