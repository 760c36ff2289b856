"""Documents into annotations. In: Document. Out: Annotations. Touches: inference."""

from dateline.extract.annotate import EXTRACTOR, extract_annotations, extractor_name, read_text

__all__ = ["EXTRACTOR", "extract_annotations", "extractor_name", "read_text"]
