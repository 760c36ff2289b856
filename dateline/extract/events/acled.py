"""The event and sub-event under which ACLED files an event: by its mode, its weapons and who is on each side.

Reference: ACLED codebook, 2023; the lists of words stand in `events.acled` of a language.
"""

from collections.abc import Sequence

from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.parties import PLACE_TYPES, Draft, Party
from dateline.extract.events.parsing.reading import Reading
from dateline.model.annotations import EventType, MentionType
from dateline.text.event_modes import event_modes

Acled = tuple[str, str]

BATTLE, REMOTE, CIVILIANS = "Battles", "Explosions/Remote violence", "Violence against civilians"
PROTESTS, RIOTS, STRATEGIC = "Protests", "Riots", "Strategic developments"
CLASH = (BATTLE, "Armed clash")
REGAINED = (BATTLE, "Government regains territory")
OVERTAKEN = (BATTLE, "Non-state actor overtakes territory")
HANDED_OVER = (STRATEGIC, "Non-violent transfer of territory")
ATTACK = (CIVILIANS, "Attack")
ABDUCTION = (CIVILIANS, "Abduction/forced disappearance")
SEXUAL = (CIVILIANS, "Sexual violence")
EXCESSIVE = (PROTESTS, "Excessive force against protesters")
STOPPED = (PROTESTS, "Protest with intervention")
VIOLENT = (RIOTS, "Violent demonstration")
MOB = (RIOTS, "Mob violence")
AGREEMENT = (STRATEGIC, "Agreement")
CHANGE = (STRATEGIC, "Change to group/activity")
DISRUPTED = (STRATEGIC, "Disrupted weapons use")
BASE = (STRATEGIC, "Headquarters or base established")
OTHER = (STRATEGIC, "Other")
WEAPONS: dict[str, Acled] = {
    "chemical": (REMOTE, "Chemical weapon"),
    "suicide": (REMOTE, "Suicide bomb"),
    "grenade": (REMOTE, "Grenade"),
    "air": (REMOTE, "Air/drone strike"),
    "artillery": (REMOTE, "Shelling/artillery/missile attack"),
    "planted": (REMOTE, "Remote explosive/landmine/IED"),
}
"""The sub-event of each list of weapons, the narrower first."""
FROM_AFAR = frozenset({"airstrike", "shelling", "rocket attack"})
VAGUE = frozenset({"attack", "killing", "wounding", "death"})
EXPLOSIVE = FROM_AFAR | {"bombing"}
ARMED = frozenset({"state", "rebels"})


class Filing:
    """Files the events of one sentence as ACLED does."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading, self.scene = reading, scene
        self.signs = reading.words.acled
        untimed = (at for at in range(scene.first, scene.last) if reading.time_at[at] == NO_MENTION)
        self.told = " ".join(scene.tokens.words[at] for at in untimed)  # "the March 12 attacks": no march

    def of(self, draft: Draft) -> Acled | None:
        """Return event and sub-event of one event, `None` where ACLED has no such event."""
        known = event_modes().get((draft.sense.type, draft.sense.mode))
        usual = (known.acled, known.acled_sub) if known and known.acled and known.acled_sub else None
        return self._narrowed(draft, usual) if self.signs else usual

    def _narrowed(self, draft: Draft, usual: Acled | None) -> Acled | None:
        filers = {
            EventType.ASSAULT: self._violence,
            EventType.OTHER: self._death,
            EventType.PROTEST: self._protest,
            EventType.COERCE: self._coercion,
            EventType.MOBILIZE: self._posting,
            EventType.RETREAT: self._leaving,
            EventType.AGREE: self._settling,
            EventType.CONSULT: self._settling,
            EventType.COOPERATE: self._regrouping,
            EventType.SANCTION: self._regrouping,
        }
        filer = filers.get(draft.sense.type)
        return filer(draft, usual) if filer else usual

    def _posting(self, draft: Draft, usual: Acled | None) -> Acled | None:
        if self._tells("aimed"):
            return WEAPONS["artillery"]
        if self._tells("unopposed"):
            return HANDED_OVER
        return BASE if self._in_phrases("bases", draft) else usual

    def _leaving(self, draft: Draft, usual: Acled | None) -> Acled | None:
        """Return what leaving is: a place, one's own side, or the fight."""
        if self._triggers("defecting", draft):
            return CHANGE
        return AGREEMENT if self._triggers("surrendering", draft) else usual

    def _settling(self, draft: Draft, usual: Acled | None) -> Acled | None:
        return AGREEMENT if self._tells("truces") else usual

    def _regrouping(self, draft: Draft, usual: Acled | None) -> Acled | None:
        is_armed = self._side(draft.actors) == "rebels"
        parts = self._triggers("forming", draft) and self._tells("rebels")  # "it had split from the front"
        return CHANGE if parts or (is_armed and self._tells("forming")) else usual

    def _death(self, draft: Draft, usual: Acled | None) -> Acled | None:
        if draft.sense.mode != "death":
            return usual
        return self._weapon(draft) or (ATTACK if self._tells("slain") else usual)

    def _violence(self, draft: Draft, usual: Acled | None) -> Acled | None:
        mode = draft.sense.mode
        if self._is_disrupted(draft):
            return DISRUPTED
        if mode in ("abuse", "attack") and self._tells("sexual"):
            return SEXUAL
        if (weapon := self._weapon(draft)) or mode in EXPLOSIVE:
            flown = mode == "bombing" and self._side(draft.actors) == "state"  # "Israel bombed Gaza"
            return weapon or (WEAPONS["air"] if flown else usual)
        return self._taken(draft) if mode == "offensive" else self._fight(draft, usual)

    def _is_disrupted(self, draft: Draft) -> bool:
        """Say whether weapons were kept from doing harm: "intercepted a missile", "exploded prematurely"."""
        if draft.sense.mode in EXPLOSIVE and self._tells("prematurely"):
            return True
        stops = self._triggers("intercepting", draft)
        return stops and self._is((*draft.targets, *draft.instruments), "arms")

    def _weapon(self, draft: Draft) -> Acled | None:
        """Return what weapons tell: of all the sentence where nobody acts, else those beside the event."""
        mode = draft.sense.mode
        whole = mode in EXPLOSIVE or (mode in VAGUE and not draft.actors)
        for name, sub_event in WEAPONS.items():
            if mode in FROM_AFAR and name != "chemical":
                return None
            if self._tells(name) if whole else self._in_phrases(name, draft):
                return sub_event
        return None

    def _taken(self, draft: Draft) -> Acled:
        """Return how a place changed hands: "retook the town", "overran the base", "entered unopposed"."""
        if self._triggers("coups", draft):
            return OTHER
        if not self._triggers("taking", draft):
            return CLASH
        if self._tells("unopposed"):
            return HANDED_OVER
        return OVERTAKEN if self._side(draft.actors) == "rebels" else REGAINED

    def _fight(self, draft: Draft, usual: Acled | None) -> Acled | None:
        actor, target = self._side(draft.actors), self._side(draft.targets)
        if target == "protesters" and actor != "crowds" and draft.sense.mode != "clash":
            return EXCESSIVE
        if actor in ("protesters", "crowds"):
            against = target == "state" and draft.sense.mode == "clash"
            return VIOLENT if against else self._unrest(actor)
        if target == "protesters":
            return VIOLENT
        if actor == "state" and self._fires_at_gathered(draft, target):
            return EXCESSIVE
        if draft.sense.mode == "clash":
            return MOB if self._is_brawl(draft) else CLASH
        return CLASH if target in ARMED or (actor == "state" and not target) else usual

    def _fires_at_gathered(self, draft: Draft, target: str | None) -> bool:
        """Say whether those hit had gathered: a crowd, or civilians of whom a protest is told."""
        if self._is(draft.targets, "gathered"):
            return True
        return target == "civilians" and self._tells("protesting")

    def _is_brawl(self, draft: Draft) -> bool:
        sides = {self._side(draft.actors), self._side(draft.targets)}
        return sides.isdisjoint(ARMED) and self._tells("tools")

    def _unrest(self, side: str | None) -> Acled:
        """Return what the violence of a crowd is: of a demonstration, or of a mob."""
        return VIOLENT if side == "protesters" or self._tells("protesting") else MOB

    def _protest(self, draft: Draft, usual: Acled | None) -> Acled | None:
        if self._tells("shooting") and self._tells("policing"):
            return EXCESSIVE
        if draft.sense.mode == "riot":
            return self._unrest(None)
        if self._tells("rioting"):
            return VIOLENT
        return STOPPED if self._tells("policing") else usual

    def _coercion(self, draft: Draft, usual: Acled | None) -> Acled | None:
        mode, crowd = draft.sense.mode, self._side(draft.actors)
        if mode in ("destruction", "seizure"):
            if mode == "seizure" and self._in_phrases("arms", draft):
                return DISRUPTED
            if crowd in ("protesters", "crowds"):
                return self._unrest(crowd)
            return usual
        if mode == "arrest" and crowd == "rebels":
            return ABDUCTION
        if mode in ("arrest", "restriction") and self._tells("protesting"):
            return EXCESSIVE if mode == "restriction" and self._tells("harming") else STOPPED
        return usual

    def _side(self, parties: Sequence[Party]) -> str | None:
        """Return on which side parties stand: of the lists of sides, else civilians; `None` for nobody."""
        for name in ("protesters", "rebels", "state", "crowds"):
            if self._is(parties, name):
                return name
        heads = {self.reading.mention_at[party.last - 1] for party in parties} - {NO_MENTION}
        types = {self.reading.mentions[index].type for index in heads}
        if types and types <= PLACE_TYPES - {MentionType.FAC}:
            return "state"  # "Turkey attacked"
        return "civilians" if parties else None

    def _is(self, parties: Sequence[Party], name: str) -> bool:
        return any(self.signs[name].search(self._text(each.first, each.last)) for each in parties)

    def _in_phrases(self, name: str, draft: Draft) -> bool:
        """Say whether a word of a list stands in the trigger of an event or in a phrase beside it."""
        phrases = (*draft.actors, *draft.targets, *draft.instruments)
        chunk = self.scene.chunks[draft.chunk]
        kinds, end = self.scene.kinds, draft.chunk + 1
        while end < len(kinds) and kinds[end] not in ".,SVKRC":
            end += 1
        last = max(self.scene.chunks[end - 1].last, draft.last)
        return self._is((Party(chunk.first, last), *phrases), name)

    def _triggers(self, name: str, draft: Draft) -> bool:
        return self.signs[name].search(self._text(draft.first, draft.last)) is not None

    def _tells(self, name: str) -> bool:
        return self.signs[name].search(self.told) is not None

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.scene.tokens.words[first:last])
