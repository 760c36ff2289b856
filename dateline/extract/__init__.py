"""Documents into annotations. In: Document. Out: Annotations. Touches: inference."""

from dateline.extract.annotate import (
    EXTRACTOR,
    ReadText,
    extract_annotations,
    extractor_name,
    read_text,
)

__all__ = ["EXTRACTOR", "ReadText", "extract_annotations", "extractor_name", "read_text"]
