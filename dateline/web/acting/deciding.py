"""Decisions on claims: accept, reject, edit; the original stays, and each can be taken back."""

from dateline.errors import InputError
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict
from dateline.model.people import Act, ActKind
from dateline.text.unicode import nfc
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit
from dateline.web.views.reading import find_claim

LONGEST_WHY, LONGEST_WORDING = 2000, 5000
_ACTS = {Verdict.ACCEPT: ActKind.ACCEPT, Verdict.REJECT: ActKind.REJECT, Verdict.EDIT: ActKind.EDIT}


def decide(visit: Visit, claim: str, verdict: Verdict, *, why: str = "", words: str = "") -> Act:
    """Append a decision on a claim. An edit gives `words` for it, a rejection says `why`.

    Raises NotFound and InputError.
    """
    if verdict not in _ACTS:
        raise InputError(f"expected accept, reject or edit, found {verdict.value!r}")
    words, why = nfc(" ".join(words.split())), nfc(" ".join(why.split()))
    if verdict is Verdict.EDIT and not words:
        raise InputError("an edit needs the words that the claim should have")
    if verdict is Verdict.REJECT and not why:
        raise InputError("a rejection needs a reason: the next one to read it will ask")
    if len(words) > LONGEST_WORDING or len(why) > LONGEST_WHY:
        raise InputError(f"at most {LONGEST_WORDING} characters of words and {LONGEST_WHY} of reason")
    found, person, at = find_claim(visit, claim), visit.person.name, visit.now
    id = content_id("j", verdict.value, found.id, person, at.isoformat(), why, words)
    made = Decision(id, verdict, found.id, person, at, why, value=words if verdict is Verdict.EDIT else None)
    with visit.ledger.transaction():
        visit.ledger.append_decision(made, now=at)
        return record_act(visit, _ACTS[verdict], found.id, why or words[:200], (made.id,))
