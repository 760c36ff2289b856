"""Documents into annotations. In: Document. Out: Annotations. Touches: inference."""

from dateline.extract.annotate import EXTRACTOR, Reader, extract_annotations, extractor_name

__all__ = ["EXTRACTOR", "Reader", "extract_annotations", "extractor_name"]
