"""The event types of other schemes as PLOVER's: the most specific beginning of a name decides.

Where a type of another scheme may be several of ours, all of them stand; the corpus does not say which.
"""

from training.corpora import KINDS, NO_KIND

KAIROS = {
    "conflict.attack": "ASSAULT", "conflict.demonstrate": "PROTEST", "conflict.yield": "RETREAT CONCEDE",
    "contact.": "CONSULT NONE OTHER", "contact.discussion": "CONSULT", "contact.negotiate": "CONSULT",
    "contact.contact.meet": "CONSULT", "contact.contact.broadcast": "NONE OTHER",
    "contact.collaborate": "COOPERATE CONSULT", "contact.commitmentpromise": "SUPPORT AGREE CONCEDE",
    "contact.requestadvise": "REQUEST", "contact.requestcommand": "REQUEST",
    "contact.commandorder": "REQUEST",
    "contact.threatencoerce": "THREATEN COERCE", "contact.prevarication": "NONE OTHER REJECT",
    "contact.mediastatement": "NONE OTHER", "contact.publicstatement": "NONE OTHER",
    "control.impede": "COERCE OTHER", "disaster": "OTHER", "genericcrime": "OTHER ASSAULT",
    "government.agreements": "AGREE", "government.agreements.violate": "REJECT",
    "government.": "OTHER NONE", "government.spy": "OTHER ACCUSE",
    "inspection": "OTHER ACCUSE COOPERATE", "inspection.sensoryobserve": "OTHER NONE",
    "justice.arrest": "COERCE", "justice.charge": "ACCUSE", "justice.investigate": "ACCUSE",
    "justice.initiatejudicialprocess": "ACCUSE COERCE", "justice.initiatejudicialprocess.charge": "ACCUSE",
    "justice.trial": "ACCUSE COERCE", "justice.judicialconsequences": "COERCE",
    "justice.judicialconsequences.extradite": "COOPERATE COERCE", "justice.convict": "COERCE",
    "justice.sentence": "COERCE", "justice.release": "CONCEDE",
    "life.die": "ASSAULT OTHER", "life.die.deathcausedbyviolent": "ASSAULT", "life.die.nonviolent": "OTHER",
    "life.injure": "ASSAULT OTHER", "life.injure.injurycausedbyviolent": "ASSAULT",
    "life.injure.illness": "OTHER", "artifactexistence.damage": "ASSAULT COERCE OTHER",
    "artifactexistence.manufacture": "OTHER NONE", "manufacture": "OTHER NONE", "medical": "OTHER AID",
    "cognitive": "OTHER NONE", "movement.": "OTHER MOBILIZE RETREAT AID",
    "movement.transportperson.evacuation": "AID RETREAT OTHER", "movement.transportperson.prevent": "COERCE",
    "movement.transportperson.grantentry": "AID CONCEDE",
    "movement.transportartifact.prevent": "COERCE SANCTION",
    "personnel": "OTHER", "transaction.": "OTHER COOPERATE AID NONE",
    "transaction.transaction.embargo": "SANCTION", "transaction.transferownership.embargo": "SANCTION",
    "transaction.transfermoney.embargo": "SANCTION", "transaction.transaction.giftgrantprovideaid": "AID",
    "transaction.transferownership.giftgrantprovideaid": "AID",
    "transaction.transfermoney.giftgrantprovideaid": "AID",
}  # fmt: skip
"""Types of RAMS and WikiEvents, which share an ontology, in small letters."""

PLOVER_05 = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the first codebook, that of the gold sentences, which the present one has under other names."""

CAMEO_CLASSES = {
    "1": "AGREE CONSULT SUPPORT", "2": "COOPERATE AID CONCEDE RETREAT",
    "3": "ACCUSE REQUEST REJECT THREATEN SANCTION", "4": "PROTEST MOBILIZE COERCE ASSAULT SANCTION",
}  # fmt: skip
"""Classes of CAMEO's sentences. Class 0, none of the others, says nothing of any word."""


def kairos_kinds(name: str) -> frozenset[str]:
    """Return what an event of RAMS or WikiEvents may be; everything but nothing where it is unknown."""
    beginnings = [each for each in KAIROS if name.lower().startswith(each)]
    return frozenset(KAIROS[max(beginnings, key=len)].split()) if beginnings else frozenset(KINDS) - {NO_KIND}


def plover_kinds(name: str) -> frozenset[str]:
    """Return the type of a gold sentence of PLOVER."""
    return frozenset((PLOVER_05.get(name, name),))
