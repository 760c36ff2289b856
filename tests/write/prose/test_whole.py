"""Sentences that begin at their beginning and close what they open."""

from dateline.write.prose.whole import is_whole


def test_a_quotation_that_ends_before_it_begins_is_the_rest_of_another() -> None:
    assert not is_whole('The wells are dry" Omid Fallah said. "We ask for help.')
    assert is_whole('"The wells are dry," Omid Fallah said. "We ask for help."')
