"""What a rewording may not do: give somebody another's office."""

import pytest

from dateline.model.editions import Sentence, SentenceKind
from dateline.write.checking.rewording import rewording_faults

OURS = "Two soldiers of the Basra garrison were hurt, harbour command spokesman Omid Fallah said."


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Harbour command spokesman Omid Fallah said two soldiers of the Basra garrison were hurt.", True),
        ("Two soldiers of the Basra garrison were hurt, said harbour command spokesman Omid Fallah.", False),
        ("Two soldiers of the Basra garrison were hurt, Omid Fallah spokesman harbour command said.", True),
        ("Two soldiers of the harbour command were hurt, Basra garrison spokesman Omid Fallah said.", True),
    ],
)
def test_nobody_is_given_the_office_of_another(text: str, refused: bool) -> None:
    ours = Sentence(OURS, SentenceKind.REPORTED, ())
    assert bool(rewording_faults(text, [ours])) is refused
