"""What a school is: its values, words, drawings and look; frozen, and it knows no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.problems import Place, Sourced

SHAPES = ("bubble", "shield", "heart", "star", "sun", "leaf", "hand", "flag")
USES = ("wall", "weekplan", "web", "sweater")
RIM = 0.014  # width of the white line around a logo on dark, as a share of its own width
AFTER_SCHOOL = re.compile(r"\b(?:SFO|AKS)(?![a-zæøå])", re.IGNORECASE)
CHANGES = ("renamed", "new", "changed", "moved", "gone")


@dataclass(frozen=True)
class Value:
    """One of two to five things that the school stands for: fixed name, shape, colour, place.

    `home` is what it can look like at home, in the school's own words.
    """

    name: Sourced
    says: Sourced
    shape: str
    colour: str
    home: tuple[Sourced, ...] = ()


@dataclass(frozen=True)
class Art:
    """A picture made ready: the digest that finds it, and its size in pixels."""

    digest: str
    width: int
    height: int

    @property
    def rimmed(self) -> Art:
        """The same with the white line around it that it needs on dark, and room for that."""
        room = 4 * round(self.width * RIM)
        return replace(self, width=self.width + room, height=self.height + room)


@dataclass(frozen=True)
class Consent:
    """What the guardians have said yes to, use by use, and until when (None: no end)."""

    uses: frozenset[str] = frozenset()
    until: date | None = None
    withdrawn: bool = False

    def covers(self, use: str, today: date) -> bool:
        """Tell whether the drawing may be used so today."""
        current = self.until is None or today <= self.until
        return use in self.uses and current and not self.withdrawn


@dataclass(frozen=True)
class Drawing:
    """A pupil's drawing: what it shows, in words for who can't see it, whose it is, and what for.

    `year` is given where the credit is the nameless one: a pupil of that year.
    """

    name: str
    file: str
    shows: Sourced
    alt: Sourced
    credit: Sourced
    consent: Consent
    art: Art | None = None
    year: int | None = None


@dataclass(frozen=True)
class Arena:
    """A place or time of the school day, and for each value the lines agreed on for it."""

    name: Sourced
    cells: tuple[tuple[Sourced, ...], ...]
    drawing: Drawing | None = None


@dataclass(frozen=True)
class Change:
    """What is not as it was in an arena: the words now, the words before, and where they stand.

    `kind` is one of CHANGES; `value` counts the school's values from 0, and is None where it is
    the arena that has another name. What is gone has no words now, what is new has none before;
    `origin` is where moved words stood: arena and value.
    """

    kind: str
    arena: Sourced
    value: int | None
    now: Sourced | None = None
    before: Sourced | None = None
    origin: tuple[Sourced, int] | None = None


@dataclass(frozen=True)
class Matrix:
    """Some arenas that belong together, for pupils ("elev") or adults ("voksen").

    `changes` tell what is not as it was in the newest earlier version that is kept.
    """

    title: Sourced
    audience: str
    arenas: tuple[Arena, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Brand:
    """The school's own look: theme, own colours by role, own font family, motto and logo.

    `chosen` is how the drawings came to be chosen, as it is to stand on the posters.
    """

    theme: str = "sol"
    colours: Mapping[str, Sourced] = field(default_factory=dict)
    font: Sourced | None = None
    motto: Sourced = Sourced("")
    chosen: Sourced = Sourced("")
    logo: Art | None = None


@dataclass(frozen=True)
class Stage:
    """A stage of the school, such as småtrinn, and its classes."""

    name: Sourced
    classes: tuple[Sourced, ...] = ()


@dataclass(frozen=True)
class Contact:
    """Whom to ask, and where the files lie: an address, or words such as a shared folder's name."""

    name: Sourced = Sourced("")
    email: Sourced = Sourced("")
    phone: Sourced = Sourced("")
    web: Sourced = Sourced("")
    files: Sourced = Sourced("")


@dataclass(frozen=True)
class Edition:
    """Which version of the school's words this is, and the day it was agreed on."""

    name: Sourced = Sourced("")
    day: date | None = None


@dataclass(frozen=True)
class Wishes:
    """What a plain build makes: papers and languages for posters, and languages of the parents."""

    papers: tuple[str, ...] = ("A3",)
    languages: tuple[str, ...] = ()
    home_languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hall:
    """Where assemblies are held, in metres: to who sits farthest away, and the picture's height."""

    distance: float
    height: float


@dataclass(frozen=True)
class Film:
    """A film that the school has made: its name, and the link where it lies."""

    title: Sourced
    link: Sourced


@dataclass(frozen=True)
class Span:
    """Days that have a name, such as a holiday: the first and the last of them."""

    name: Sourced
    first: date
    last: date


@dataclass(frozen=True)
class Campaign:
    """What the whole school does in certain weeks of the year, given as ISO week numbers."""

    name: Sourced
    weeks: tuple[int, ...]
    place: Place | None = None


@dataclass(frozen=True)
class Meeting:
    """A meeting with the parents: its name, day, and when it begins, such as "18.00"."""

    name: Sourced
    day: date
    clock: str = ""


@dataclass(frozen=True)
class AfterSchool:
    """What SFO practises in a focus period where it has an arena of its own."""

    arena: Arena
    question: Sourced = Sourced("")
    task: Sourced = Sourced("")


@dataclass(frozen=True)
class Focus:
    """What the whole school practises for some weeks: an arena, or a theme with its own lines.

    A theme is an arena that stands in no matrix. The arena's drawing is the one that may be used
    in week plans. `question` is for talks at home, `task` for practice, `praise` for adults to
    say. `shown` is the name of the value that small inserts show, "all", or "": the values in
    turn, month by month. In a `private` place, such as toilets, no pupil is put on show.
    """

    arena: Arena
    first: date
    last: date
    themed: bool = False
    assembly: date | None = None
    films: tuple[Film, ...] = ()
    question: Sourced = Sourced("")
    task: Sourced = Sourced("")
    praise: Sourced = Sourced("")
    shown: str = ""
    after_school: AfterSchool | None = None
    private: bool = False

    @property
    def begins(self) -> date:
        """The day from which it is practised: that of the assembly where this is later."""
        return max(self.first, self.assembly or self.first)


@dataclass(frozen=True)
class Year:
    """A school year: its first and last day, what is practised when, and the days off.

    `planning` are days when the staff are there without the pupils. Days that were written know
    their place. `assembly_minutes` is how long an assembly lasts.
    """

    first: date
    last: date
    focuses: tuple[Focus, ...] = ()
    off: tuple[Span, ...] = ()
    planning: tuple[date, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    assembly_minutes: int = 30

    @property
    def arenas(self) -> Iterator[Arena]:
        """The arena of each focus, and after it SFO's own where it has one."""
        for focus in self.focuses:
            yield focus.arena
            if focus.after_school:
                yield focus.after_school.arena

    def with_arenas(self, put: Callable[[Arena], Arena]) -> Year:
        """Return the year with `put` done to the arena of each focus, and to each of SFO's."""

        def changed(focus: Focus) -> Focus:
            after = focus.after_school
            own = replace(after, arena=put(after.arena)) if after else None
            return replace(focus, arena=put(focus.arena), after_school=own)

        return replace(self, focuses=tuple(map(changed, self.focuses)))


@dataclass(frozen=True)
class Saying:
    """Words of a letter set alike, fields in {{ braces }} not filled in yet; perhaps a link."""

    text: Sourced
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class Passage:
    """A part of a letter: heading with its level, paragraph, item, aside, or a drawing by its name.

    An item with a `number` is one of a numbered list. A drawing's saying is its text for those who
    can't see it, if the letter has one of its own. `broken`: the next one is its next line.
    """

    kind: str
    sayings: tuple[Saying, ...]
    place: Place
    level: int = 0
    number: int = 0
    drawing: str = ""
    broken: bool = False


@dataclass(frozen=True)
class OwnLetter:
    """A letter that the school has written itself, in one language; `to` is whom it is for."""

    name: Sourced
    language: str
    passages: tuple[Passage, ...]
    to: Sourced = Sourced("")
    day: date | None = None


@dataclass(frozen=True)
class School:
    """A school: all that its papers are made from; `translations` go language -> text -> words.

    `turned_down` are the rules of wording that it does not follow, each with its reason.
    """

    name: Sourced
    language: str
    values: tuple[Value, ...]
    matrices: tuple[Matrix, ...]
    brand: Brand = Brand()
    stages: tuple[Stage, ...] = ()
    contact: Contact = Contact()
    edition: Edition = Edition()
    wishes: Wishes = Wishes()
    hall: Hall | None = None
    drawings: tuple[Drawing, ...] = ()
    turned_down: Mapping[str, Sourced] = field(default_factory=dict)
    year: Year | None = None
    letters: tuple[OwnLetter, ...] = ()
    translations: Mapping[str, Mapping[str, Sourced]] = field(default_factory=dict)

    def matrices_for(self, audience: str) -> tuple[Matrix, ...]:
        """Return the matrices for pupils ("elev") or adults ("voksen")."""
        return tuple(one for one in self.matrices if one.audience == audience)

    @property
    def taught(self) -> tuple[Stage, ...]:
        """The stages that have classes, without SFO and AKS: theirs are groups, not classes."""
        return tuple(one for one in self.stages if one.classes and not self._after_school(one))

    def _after_school(self, stage: Stage) -> bool:
        """Tell whether the stage is SFO, by its name in any language or by its groups'."""
        names = {str(stage.name), *map(str, stage.classes)}
        for words in self.translations.values():
            names |= {text for text, said in words.items() if said == stage.name}
        return any(map(AFTER_SCHOOL.search, names))

    @property
    def arenas(self) -> Iterator[Arena]:
        """All the pupils' arenas, in the order of the matrices."""
        return (arena for one in self.matrices if one.audience == "elev" for arena in one.arenas)
