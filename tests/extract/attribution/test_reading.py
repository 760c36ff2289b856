import pytest

from dateline.extract import EXTRACTOR
from dateline.extract.attribution.merging import AGREED
from dateline.extract.attribution.reading import (
    LEAST_AGREED,
    LEAST_ALONE,
    LEAST_TOGETHER,
    LEAST_UNNAMED,
    SURE_OF_HEDGE,
)
from dateline.model.annotations import MentionType
from dateline.model.claims import Certainty, Polarity
from tests.extract.attribution.listed import ListReader, Said, annotate_listed, attributed
from tests.extract.factory import content


def test_an_attribution_in_two_sentences_is_one_claim() -> None:
    text = "Lina Haddad sounded tired of it all. The bridge was closed in May. It will stay closed."
    words = "The bridge was closed in May. It will stay closed"
    reader = ListReader((("sounded tired of", "Lina Haddad", words),), (("Lina Haddad", MentionType.PERSON),))
    annotations = annotate_listed(text, reader)
    (claim,) = annotations.claims
    assert (claim.chain[0].name, content(claim, text)) == ("Lina Haddad", words)
    assert claim.confidence == pytest.approx(0.9)
    assert "reader:test" in annotations.made_by


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Lina Haddad, Sami Nassar", "Sami Nassar"),
        ("Lina Haddad, an aide to Sami Nassar", "Lina Haddad"),
        ("Lina Haddad, Sami Nassar and others", "Lina Haddad"),
    ],
)
def test_of_two_names_with_a_comma_between_the_last_speaks(source: str, speaker: str) -> None:
    text = f"At a meeting with the envoy {source} said that the bridge had been closed."
    people = (("Lina Haddad", MentionType.PERSON), ("Sami Nassar", MentionType.PERSON))
    reader = ListReader((("said", source, "that the bridge had been closed"),), people)
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == speaker


@pytest.mark.parametrize(
    ("text", "said", "certainty", "polarity"),
    [
        (
            "Lina Haddad denied any role in the raid.",
            ("denied", "Lina Haddad", "any role in the raid"),
            Certainty.CERTAIN,
            Polarity.DENIED,
        ),
        (
            "Lina Haddad claimed that the well was poisoned.",
            ("claimed", "Lina Haddad", "that the well was poisoned"),
            Certainty.DOUBTFUL,
            Polarity.AFFIRMED,
        ),
        (
            "Lina Haddad did not say whether they would come.",
            ("did not say", "Lina Haddad", "whether they would come"),
            Certainty.UNKNOWN,
            Polarity.AFFIRMED,
        ),
        (
            "Lina Haddad said the road may be cut.",
            ("said", "Lina Haddad", "the road may be cut"),
            Certainty.POSSIBLE,
            Polarity.AFFIRMED,
        ),
    ],
)
def test_the_grammar_tells_what_a_cue_means(
    text: str, said: Said, certainty: Certainty, polarity: Polarity
) -> None:
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert (claim.certainty, claim.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("text", "said", "score", "count"),
    [
        ("Lina Haddad said it rained.", ("said", "Lina Haddad", "it rained"), LEAST_AGREED, 1),
        ("Lina Haddad said it rained.", ("said", "Lina Haddad", "it rained"), LEAST_AGREED - 0.05, 0),
        ("Lina Haddad said it rained.", ("said", "", "it rained"), LEAST_TOGETHER, 1),
        ("Lina Haddad said it rained.", ("said", "", "it rained"), LEAST_TOGETHER - 0.05, 0),
        ("Lina Haddad dreams of rain.", ("dreams of", "Lina Haddad", "rain"), LEAST_ALONE, 1),
        ("Lina Haddad dreams of rain.", ("dreams of", "Lina Haddad", "rain"), LEAST_ALONE - 0.05, 0),
    ],
)
def test_a_cue_that_the_grammar_knows_needs_less(text: str, said: Said, score: float, count: int) -> None:
    assert len(attributed(annotate_listed(text, ListReader((said,), score=score)))) == count


@pytest.mark.parametrize(("words", "confidence"), [("it rained in the hills", AGREED), ("rained", 0.4)])
def test_what_reader_and_grammar_read_alike_is_surer(words: str, confidence: float) -> None:
    reader = ListReader((("said", "Lina Haddad", words),), score=0.4)
    (claim,) = attributed(annotate_listed("Lina Haddad said it rained in the hills.", reader))
    assert claim.confidence == pytest.approx(confidence)


@pytest.mark.parametrize(("score", "levels"), [(SURE_OF_HEDGE, 1), (SURE_OF_HEDGE - 0.05, 0)])
def test_a_sure_hedge_attributes_beside_what_the_sentence_says(score: float, levels: int) -> None:
    text = "The envoy appeared to be hiding in the town of Karam."
    reader = ListReader((("appeared", "", "to be hiding in the town of Karam"),), score=score)
    claims = annotate_listed(text, reader).claims
    hedged = [claim for claim in claims if claim.cue]
    assert [claim.certainty for claim in hedged] == [Certainty.PROBABLE] * levels
    assert len(claims) - len(hedged) == 1


def test_according_to_is_heard_without_the_reader() -> None:
    (claim,) = attributed(annotate_listed("According to Sami Khoury, the market reopened.", ListReader()))
    assert claim.chain[0].name == "Sami Khoury"


def test_the_reader_is_for_english_only() -> None:
    text = "قال وزير الداخلية سامي خوري إن الحدود مغلقة."
    annotations = annotate_listed(text, ListReader(names=(("سامي خوري", MentionType.ORG),)))
    assert annotations.made_by == (EXTRACTOR,)
    assert attributed(annotations)


def test_names_are_the_readers_and_roles_the_grammars() -> None:
    text = "Interior Minister Lina Haddad met envoys of the Harbour Board."
    names = (("Lina Haddad", MentionType.PERSON), ("Harbour Board", MentionType.ORG))
    found = annotate_listed(text, ListReader(names=names)).mentions
    assert [(text[each.start : each.end], each.type) for each in found] == list(names)
    assert found[0].role


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Officials may seriously consider closing it.",
            ("may seriously", "Officials", "consider closing it"),
        ),
        ("Gen. Adib Salman reportedly left the city.", ("reportedly", "Adib Salman", "left the city")),
        (
            "The ministry has not commented on the report.",
            ("has not commented on", "The ministry", "the report"),
        ),
        ("Iran is yet to respond to the vote.", ("is yet to respond to", "Iran", "the vote")),
    ],
)
def test_a_hedge_or_a_silence_attributes_nothing(text: str, said: Said) -> None:
    (claim,) = annotate_listed(text, ListReader((said,))).claims
    assert (claim.cue, content(claim, text)) == (None, text.rstrip("."))


def test_a_passive_names_nobody() -> None:
    text = "Adib Salman came home. He is believed to be in Damascus."
    reader = ListReader((("believed", None, "to be in Damascus"),), (("Adib Salman", MentionType.PERSON),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert (claim.chain[0].name, claim.chain[0].anonymous, claim.certainty) == (
        None,
        True,
        Certainty.PROBABLE,
    )


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Rami Said told the BBC's Amal Saad that he would stay.",
            ("told", "Rami Said", "Amal Saad that he would stay"),
            "he would stay",
        ),
        (
            "Rami Said published news of a visit by Omar Haddad, the head of the Navy, to Tyre.",
            ("published", "Rami Said", "news of a visit by Omar Haddad, the head of the"),
            "news of a visit by Omar Haddad, the head of the Navy, to Tyre",
        ),
        (
            "He rejected claims by the opposition that he had been paid.",
            ("rejected", "He", "the opposition that he had been paid"),
            "claims by the opposition that he had been paid",
        ),
        (
            "The ferry will stop on Sunday, the port authority has told its crews.",
            ("told", "the port authority", "its crews"),
            "The ferry will stop on Sunday",
        ),
        (
            "Ferries bound for Tyre must wait outside the harbour, the mayor said.",
            ("said", "the mayor", "Tyre must wait outside the harbour"),
            "Ferries bound for Tyre must wait outside the harbour",
        ),
    ],
)
def test_contents_end_with_their_phrases(text: str, said: Said, expected: str) -> None:
    claim = attributed(annotate_listed(text, ListReader((said,))))[0]
    assert content(claim, text) == expected


def test_a_name_before_the_speaker_is_not_the_speaker() -> None:
    text = "In the meeting with the envoy, Omar Haddad, Rami Said expressed his hopes."
    names = (("Omar Haddad", MentionType.PERSON), ("Rami Said", MentionType.PERSON))
    reader = ListReader((("expressed", "Omar Haddad, Rami Said", "his hopes"),), names)
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "Rami Said"


@pytest.mark.parametrize(
    ("text", "said", "speaker", "told"),
    [
        (
            "Rami Said was asked to form a cabinet, the presidency announced.",
            ("announced", "the", "Rami Said was asked to form a cabinet, the presidency"),
            "presidency",
            "Rami Said was asked to form a cabinet",
        ),
        (
            "A nurse in the town of Tyre said the clinic was full.",
            ("said", "A nurse in the", "the clinic was full"),
            "nurse in the town of Tyre",
            "the clinic was full",
        ),
        (
            "The mill had burned down, the head of the guard, Rami Said said.",
            ("said", "head of the guard, Rami Said", "The mill had burned down, the head of the"),
            "head of the guard, Rami Said",
            "The mill had burned down",
        ),
        (
            "The mill had burned down, the head of the guard, Rami Said said.",
            ("said", "Rami Said", "The mill had burned down, the head of the guard"),
            "head of the guard, Rami Said",
            "The mill had burned down",
        ),
        (
            "The market fears claims made by Sami Nassar that the town clerk, Lina Haddad, had left.",
            ("claims", "by Sami Nassar that the town clerk, Lina Haddad,", "fears"),
            "Sami Nassar",
            "the town clerk, Lina Haddad, had left",
        ),
        (
            "It had spared the mill, the bridge, Rami Said said.",
            ("said", "Rami Said", "It had spared the mill, the bridge"),
            "Rami Said",
            "It had spared the mill, the bridge",
        ),
    ],
)
def test_a_speaker_is_read_to_the_end_of_the_phrase(text: str, said: Said, speaker: str, told: str) -> None:
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert (claim.chain[0].name, content(claim, text)) == (speaker, told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lina Haddad left early. Asked if the bridge was safe, the mayor smiled.",
            ("Asked", None, "if the bridge was safe"),
        ),
        (
            "Lina Haddad left early. Fears persist that the dam was cracked.",
            ("Fears persist", None, "that the dam was cracked"),
        ),
    ],
)
def test_where_the_reader_sees_nobody_the_one_before_does_not_speak(text: str, said: Said) -> None:
    reader = ListReader((said,), (("Lina Haddad", MentionType.PERSON),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].anonymous
    assert claim.chain[0].name is None


def test_a_verb_behind_and_shares_its_subject() -> None:
    text = "Lina Haddad toured the works and reckoned the dam would hold."
    reader = ListReader((("reckoned", None, "the dam would hold"),), (("Lina Haddad", MentionType.PERSON),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].name == "Lina Haddad"


def test_one_who_speaks_inside_a_content_does_not_end_it() -> None:
    text = "Lina Haddad said the road is long but she believes that the convoy will pass."
    inner, outer = "the convoy will pass", "the road is long but she believes that the convoy will pass"
    said = (("said", "Lina Haddad", outer), ("believes", "she", inner))
    claims = attributed(annotate_listed(text, ListReader(said, (("Lina Haddad", MentionType.PERSON),))))
    assert {content(claim, text) for claim in claims} == {inner, outer}


def test_a_content_has_whole_sentences_beside_its_own() -> None:
    text = "Four depots were hit before dawn. One of them was an unfinished post, the mayor said."
    ragged = "before dawn. One of them was an unfinished post"
    (claim,) = attributed(annotate_listed(text, ListReader((("said", "the mayor", ragged),))))
    assert content(claim, text) == "One of them was an unfinished post"
    nearly = "depots were hit before dawn. One of them was an unfinished post"
    (claim,) = attributed(annotate_listed(text, ListReader((("said", "the mayor", nearly),))))
    assert content(claim, text) == "Four depots were hit before dawn. One of them was an unfinished post"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked about the report, the mayor smiled.", ("Asked about", None, "the report")),
        ("The mayor on the well: nothing new.", ("on", "The mayor", "the well")),
        ("The clerk did not say when they would come.", ("did not say", "The clerk", "when they would come")),
        (
            "Old ministers are trying to downplay the damage to the trade.",
            ("are trying to downplay", "Old ministers", "the damage to the trade"),
        ),
    ],
)
def test_what_is_only_tried_asked_or_not_said_is_no_claim(text: str, said: Said) -> None:
    assert attributed(annotate_listed(text, ListReader((said,)))) == []


def test_who_is_the_name_before_it() -> None:
    text = "Lina Haddad, who says the dam will hold, left."
    said, names = ("says", "who", "the dam will hold"), ("Lina Haddad", MentionType.PERSON)
    (claim,) = attributed(annotate_listed(text, ListReader((said,), (names,))))
    assert claim.chain[0].name == "Lina Haddad"
    assert claim.chain[0].span is not None
    assert claim.chain[0].span.of(text) == "who"


def test_a_passive_with_a_pronoun_names_nobody() -> None:
    text = "The general, who is said to dislike noise, arrived in Basra."
    (claim,) = attributed(annotate_listed(text, ListReader((("is said", "who", "to dislike noise"),))))
    assert claim.chain[0].anonymous
    assert claim.chain[0].name is None


def test_a_content_begins_with_the_noun_that_the_verb_has() -> None:
    text = "The newspaper published new figures about the salt trade in the delta."
    said = ("published new figures about", "The newspaper", "the salt trade in the delta")
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert content(claim, text) == "new figures about the salt trade in the delta"
    text = "A new group claimed responsibility for the raid."
    said = ("claimed responsibility", "A new group", "for the raid")
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert content(claim, text) == "responsibility for the raid"


def test_a_content_ends_before_the_one_who_says_it() -> None:
    text = "Its offices have been asked to sign, one of its clerks said, at $5 a page."
    words = "Its offices have been asked to sign, one of … , at $5 a page"
    reader = ListReader((("said", "one of its clerks", words),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert [span.of(text) for span in claim.content] == [
        "Its offices have been asked to sign",
        "at $5 a page",
    ]


@pytest.mark.parametrize(
    ("text", "said", "cue", "words"),
    [
        (
            "The clerk asked for the help of the union.",
            ("asked", "The clerk", "the help of the union"),
            "asked for",
            "the help of the union",
        ),
        (
            "Local media did report, however, about the refusal of the union.",
            ("report", "Local media", "about the refusal of the union"),
            "report",
            "the refusal of the union",
        ),
        (
            "The clerk said about 40 trucks had passed.",
            ("said", "The clerk", "about 40 trucks had passed"),
            "said",
            "about 40 trucks had passed",
        ),
    ],
)
def test_a_preposition_belongs_to_the_verb_and_not_to_the_content(
    text: str, said: Said, cue: str, words: str
) -> None:
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert claim.cue is not None
    assert (claim.cue.of(text), content(claim, text)) == (cue, words)


def test_what_nobody_says_needs_more_of_the_reader() -> None:
    text = "A thaw is apparent between the two northern unions."
    said = (("is apparent", None, "A thaw … between the two northern unions"),)
    assert attributed(annotate_listed(text, ListReader(said, score=LEAST_UNNAMED - 0.05))) == []
    assert attributed(annotate_listed(text, ListReader(said, score=LEAST_UNNAMED)))


def test_a_content_goes_on_through_a_clause_with_a_subject_of_its_own() -> None:
    text = "Lina Haddad said the road was closed because the union asked that nobody pass."
    words = "the road was closed because the union asked that nobody pass"
    said = (("said", "Lina Haddad", words), ("asked", "the union", "nobody pass"))
    (claim, _) = attributed(annotate_listed(text, ListReader(said)))
    assert content(claim, text) == words


def test_what_stands_in_a_parenthesis_is_kept() -> None:
    text = "The mayor named a high figure (the real number is 15, according to Sami Khoury)."
    said = ("according to", "Sami Khoury", "the real number is 15")
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert content(claim, text) == "the real number is 15"


def test_a_content_begins_with_its_subject() -> None:
    text = "Customs men at Jaber, opposite the post, cut open 70 blankets, the department announced."
    said = ("announced", "the department", "cut open 70 blankets")
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert content(claim, text) == "Customs men at Jaber, opposite the post, cut open 70 blankets"


def test_what_is_not_said_is_left_open_without_the_reader() -> None:
    text = "Lina Haddad confirmed the move, but did not say whether the envoy would come."
    reader = ListReader((("confirmed", "Lina Haddad", "the move"),))
    told = [(content(claim, text), claim.certainty) for claim in attributed(annotate_listed(text, reader))]
    assert told == [("the move", Certainty.CERTAIN), ("the envoy would come", Certainty.UNKNOWN)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army condemned the raid, which killed two.", "the raid, which killed two"),
        ("The army condemned the raid, which killed two", "the raid, which killed two"),
        (
            "The army condemned the raid, which hit a base, where two died (Harbour Wire, March 3).",
            "the raid, which hit a base, where two died",
        ),
        ("The army condemned the raid, which it said killed two.", "the raid"),
        ("The army condemned the raid, and left.", "the raid"),
    ],
)
def test_a_content_goes_on_with_what_is_told_of_its_last_noun(text: str, said: str) -> None:
    reader = ListReader((("condemned", "The army", "the raid"),))
    assert content(attributed(annotate_listed(text, reader))[0], text) == said


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        (
            "Lina Haddad said the road, which was cut in May, is open again.",
            ("said", "Lina Haddad", "the road … is open again"),
            "the road, which was cut in May, is open again",
        ),
        (
            "The road to Sahra, Lina Haddad said, is open again.",
            ("said", "Lina Haddad", "The road to Sahra … is open again"),
            "The road to Sahra … is open again",
        ),
        (
            "Local media did report, however, about the quarrel over his nomination.",
            ("did report", "Local media", ", however, about the quarrel over his nomination"),
            "the quarrel over his nomination",
        ),
    ],
    ids=["an aside", "the speaker", "an adverb set off"],
)
def test_a_content_has_no_hole_but_where_its_speaker_stands(text: str, said: Said, whole: str) -> None:
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert " … ".join(span.of(text) for span in claim.content) == whole


def test_a_source_leaves_the_end_of_a_quotation_before_it() -> None:
    text = '"The road to Sahra is cut" the ministry also said that it will open soon.'
    said = ("also said", 'Sahra is cut" the ministry', "that it will open soon")
    (claim,) = attributed(annotate_listed(text, ListReader((said,))))
    assert claim.chain[0].name == "ministry"


def test_an_outlet_that_is_called_one_is_believed_without_the_reader() -> None:
    text = "The newspaper al-Sahra published new figures on the harvest."
    (claim,) = attributed(annotate_listed(text, ListReader(names=(("al-Sahra", MentionType.ORG),))))
    assert (claim.chain[0].name, content(claim, text)) == ("al-Sahra", "new figures on the harvest")


def test_a_pronoun_stands_for_who_is_named_before_it_in_its_sentence() -> None:
    text = "Omar Khalil left, said Omar Khalil. Lina Haddad held a call during which she stressed the need."
    people = (("Omar Khalil", MentionType.PERSON), ("Lina Haddad", MentionType.PERSON))
    reader = ListReader((("stressed", "she", "the need"),), people)
    claim = next(
        claim for claim in attributed(annotate_listed(text, reader)) if claim.cue.of(text) == "stressed"
    )
    assert claim.chain[0].name == "Lina Haddad"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lina Haddad said on March 9, 2020 that the road is cut.", "2020-03-09"),
        ("Lina Haddad said in March 2020 that the road is cut.", "2020-03"),
        ("Lina Haddad said in 2020 that the road is cut.", None),
    ],
)
def test_a_link_is_dated_by_a_day_or_a_month(text: str, day: str | None) -> None:
    reader = ListReader((("said", "Lina Haddad", "that the road is cut"),))
    (claim,) = attributed(annotate_listed(text, reader))
    assert claim.chain[0].date == day


def test_a_cue_that_means_nothing_else_is_believed_though_the_reader_passes_over_it() -> None:
    text = "Local residents put the toll at 18."
    (claim,) = attributed(annotate_listed(text, ListReader((), ())))
    assert (claim.chain[0].name, content(claim, text)) == ("Local residents", "the toll at 18")


def test_a_body_is_called_by_its_name_where_an_apposition_gives_it() -> None:
    text = "His party, the Harbour Union, said the road was cut."
    said = ("said", "His party, the Harbour Union,", "the road was cut")
    names = (("Harbour Union", MentionType.ORG),)
    (claim,) = attributed(annotate_listed(text, ListReader((said,), names)))
    assert claim.chain[0].name == "Harbour Union"
