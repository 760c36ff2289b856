"""The names of the house that an edition was printed with, kept in it so that it proves itself ever after."""

from collections.abc import Iterable, Sequence

from dateline.model.documents import Document
from dateline.model.editions import HouseNames
from dateline.text.fold import fold
from dateline.write.settings import EditionSettings, outlet_name


def house_of(documents: Sequence[Document], settings: EditionSettings) -> HouseNames:
    """Return of the desk's names those that bear on `documents`, the cited ones."""
    told = fold("\n".join(f"{document.title}\n{document.text}" for document in documents))
    spellings, watch = _found(settings.names, told), _found(settings.watch, told)
    return HouseNames(
        spellings={spelling: name for spelling, name in settings.names.items() if spelling in spellings},
        outlets={
            document.outlet: outlet_name(document, settings.outlet_names)
            for document in documents
            if document.outlet is not None
        },
        watch={name: kind for name, kind in settings.watch.items() if name in watch},
        countries=settings.countries,
    )


def _found(names: Iterable[str], told: str) -> set[str]:
    """Return the names of which a word is in the folded text: their letters may stand apart there."""
    return {name for name in names if any(word in told for word in fold(name).split())}
