"""What may be written in a settings file: the model's own fields and types, read by pydantic.

A plain dataclass says what is asked for; READS says how each type is written and RULES what is
special for one field. Raises nothing: what is wrong is noted, in the user's own words.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    create_model,
    model_validator,
)

from pipeline.intake import keys, scalars, year
from pipeline.intake.drawings import Entry
from pipeline.intake.scalars import Reads, Refused, wrong
from pipeline.model import Brand, Edition, Film, Hall, Meeting, School, Stage, Value, Wishes
from pipeline.problems import Gathered, Place, Problem, Sourced, phrase

Model = TypeVar("Model")
Loc = tuple[str | int, ...]

# Fields that no settings file holds, and what stands there until their own room fills them in.
ELSEWHERE: dict[type, dict[str, Any]] = {
    School: {"matrices": (), "drawings": (), "year": None, "letters": (), "translations": {}},
    Brand: {"logo": None},
}
READS: dict[Any, Reads] = {
    Sourced: scalars.text(120),
    str: scalars.text(120),
    bool: scalars.truth,
    int: scalars.year,
    date: scalars.day,
    year.Lines: scalars.lines,
}
RULES: dict[tuple[type, str], Reads] = {
    (School, "name"): scalars.text(60),
    (School, "language"): scalars.maalform,
    (School, "turned_down"): scalars.reason,
    (Value, "name"): scalars.text(20),
    (Value, "says"): scalars.text(60),
    (Value, "shape"): scalars.shape,
    (Value, "colour"): scalars.colour,
    (Value, "home"): scalars.text(70),
    (Brand, "theme"): scalars.theme,
    (Brand, "colours"): scalars.colour,
    (Brand, "motto"): scalars.text(80),
    (Brand, "chosen"): scalars.text(60),
    (Stage, "name"): scalars.text(40),
    (Stage, "classes"): scalars.text(20),
    (Edition, "name"): scalars.text(40),
    (Wishes, "papers"): scalars.paper,
    (Wishes, "languages"): scalars.tongue,
    (Wishes, "home_languages"): scalars.home_tongue,
    (Hall, "distance"): scalars.metres,
    (Hall, "height"): scalars.metres,
    (Film, "title"): scalars.text(60),
    (Film, "link"): scalars.link,
    (Meeting, "name"): scalars.text(60),
    (Meeting, "clock"): scalars.clock,
    (year.Free, "name"): scalars.text(40),
    (year.Period, "theme"): scalars.text(40),
    (year.Period, "question"): scalars.text(80),
    (year.Period, "task"): scalars.text(80),
    (year.Period, "praise"): scalars.text(90),
    (year.Practice, "question"): scalars.text(80),
    (year.Practice, "task"): scalars.text(80),
    (year.Weeks, "name"): scalars.text(40),
    (year.Weeks, "weeks"): scalars.week,
    (year.Written, "assembly_minutes"): scalars.assembly,
    (Entry, "alt"): scalars.text(250),
    (Entry, "credit"): scalars.text(60),
}
EXAMPLES: dict[tuple[type, str], str] = {
    (School, "name"): "Heggdal skole",
    (Value, "name"): "Respekt",
    (Value, "says"): "Vi lytter til hverandre",
    (Value, "shape"): "hjerte",
    (Value, "colour"): '"#1c5c9c"',
    (Stage, "name"): "Småtrinn",
    (year.Written, "first_day"): "17.8.2026",
    (year.Written, "last_day"): "18.6.2027",
    (year.Period, "since"): "17.8.2026",
    (year.Period, "until"): "11.9.2026",
    (year.Practice, "arena"): "På SFO",
    (year.Free, "name"): "Høstferie",
    (year.Weeks, "name"): "Språkkampanje",
    (year.Weeks, "weeks"): "2, 9, 14, 20",
    (Hall, "distance"): "15",
    (Hall, "height"): "2,5",
    (Film, "title"): "Slik venter vi på tur",
    (Film, "link"): "https://film.example.no/tur",
    (Meeting, "name"): "Foreldremøte på høsten",
    (Meeting, "day"): "15.9.2026",
    (Entry, "file"): "skolegard.jpg",
    (Entry, "shows"): "skolegården",
    (Entry, "alt"): "Tre barn leker ved en sklie",
}


def read(node: Any, model: type[Model], code: str, gathered: Gathered) -> Model | None:
    """Return what the file's node says as a `model`, or note all that is wrong with it."""
    try:
        made: Model = _adapter(cast(Any, model)).validate_python(node, context=code)
        return made
    except ValidationError as errors:
        gathered.add(_told(node, model, code, errors.errors(include_url=False)))
        return None


@functools.cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(_form(model))


@functools.cache
def _form(model: type) -> Any:
    """Return the type that pydantic reads a dataclass by, and that becomes the dataclass itself."""
    hints = typing.get_type_hints(model)
    fields: dict[str, Any] = {}
    for one in dataclasses.fields(model):
        if one.name not in ELSEWHERE.get(model, {}):
            kind = _kind(hints[one.name], RULES.get((model, one.name)))
            fields[one.name] = (kind, ... if _required(one) else None)
    form = create_model(model.__name__, __base__=_Form, **fields)

    def made(got: BaseModel) -> Any:
        given = {name: getattr(got, name) for name in got.model_fields_set}
        return model(**ELSEWHERE.get(model, {}), **given)

    return Annotated[form, AfterValidator(made)]


class _Form(BaseModel):
    """A mapping whose keys may be written in any of our languages."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _in_english(cls, given: Any) -> Any:
        """Put the keys in English; keep unknown ones, and leave out what may be blank and is."""
        if not isinstance(given, dict):
            what = phrase("'{key}' needs lines of its own below it.")
            raise wrong(what, phrase("Write each part on its own line with two spaces before it."))
        found: dict[str, Any] = {}
        for key, value in given.items():
            name = keys.english(str(key), cls.model_fields)
            if name in found:
                raise _twice(given, key)
            if name is None:
                found[str(key)] = value
            elif value is not None or cls.model_fields[name].is_required():
                found[name] = _as_written(value, given, key)
        return found


def _twice(node: Any, key: Any) -> Refused:
    what = phrase("'{key}' is written twice here.", key=key)
    return Refused(Problem(node.place_of(key), what, phrase("Keep one of them.")))


def _as_written(value: Any, node: Any, key: Any) -> Any:
    """Return a number, date or truth as the words it was written with, in lists as well."""
    if isinstance(value, list):
        return [_as_written(one, value, at) for at, one in enumerate(value)]
    kept = value is None or isinstance(value, str | dict)
    return value if kept else node.written(key)


def _kind(hint: Any, rule: Reads | None) -> Any:
    """Return what reads the type: scalars by the rule, lists and mappings by their items."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    arguments = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin is tuple:
        items: Any = _kind(arguments[0], rule)
        several: Any = Annotated[tuple[items, ...], BeforeValidator(_listed)]
        return Annotated[several, AfterValidator(_values)] if arguments[0] is Value else several
    if origin in (Mapping, dict):
        entry: Any = _kind(arguments[1], rule)
        return Annotated[dict[Any, entry], BeforeValidator(_mapped)]
    if dataclasses.is_dataclass(hint):
        return _form(cast(type, hint))
    return Annotated[Any, PlainValidator(rule or READS[hint])]


def _required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def _listed(given: Any) -> Any:
    """Return a list; one written on a line with commas counts as one."""
    if isinstance(given, str):
        place = getattr(given, "place", None)
        return [Sourced(one.strip(), place) for one in given.split(",") if one.strip()]
    if not isinstance(given, list):
        what = phrase("'{key}' should be a list.")
        raise wrong(what, phrase("Write each one on its own line after a hyphen and a space."))
    return given


def _mapped(given: Any) -> Any:
    if not isinstance(given, dict):
        what = phrase("'{key}' needs lines of its own below it.")
        raise wrong(what, phrase("Write each part on its own line with two spaces before it."))
    node: Any = given
    return {Sourced(keys.meaning(key), node.place_of(key)): value for key, value in given.items()}


def _values(given: tuple[Value, ...]) -> tuple[Value, ...]:
    """Refuse too few or many values, and two that can not be told apart."""
    gathered = Gathered()
    if not 2 <= len(given) <= 5:
        what = phrase("A school has two to five values; here are {count}.", count=len(given))
        gathered.error(None, what, phrase("Keep to three if you can: then all remember them."))
    for field, says in _ALIKE.items():
        first: dict[str, Value] = {}
        for value in given:
            twin = first.setdefault(getattr(value, field).casefold(), value)
            if twin is not value:
                what = phrase(says.text, one=twin.name, other=value.name)
                mend = phrase("Choose another, so that they can be told apart.")
                gathered.error(value.name.place, what, mend)
    if list(gathered):
        raise Refused(*gathered)
    return given


_ALIKE = {
    "name": phrase("Two values are called '{other}'."),
    "shape": phrase("'{other}' has the same shape as '{one}'."),
    "colour": phrase("'{other}' has the same colour as '{one}'."),
}


def _told(node: Any, model: type, code: str, errors: list[Any]) -> list[Problem]:
    """Return the errors as problems by line; a misspelt key is not missing as well."""
    meant: set[Loc] = set()
    found: list[Problem] = []
    for error in errors:
        if error["type"] == "extra_forbidden":
            field, problem = _unknown(node, model, code, error["loc"])
            found.append(problem)
            meant.add((*error["loc"][:-1], field or ""))
    for error in errors:
        if error["type"] == "missing" and error["loc"] not in meant:
            found.append(_missing(node, model, code, error["loc"]))
        for one in _carried(error):
            place, key = _walk(node, error["loc"])
            named = dataclasses.replace(one.what, fields=(("key", key), *one.what.fields))
            found.append(dataclasses.replace(one, place=one.place or place, what=named))
    return sorted(found, key=_line)


def _carried(error: Any) -> tuple[Problem, ...]:
    raised = error.get("ctx", {}).get("error")
    return raised.problems if isinstance(raised, Refused) else ()


def _line(problem: Problem) -> int:
    steps = dict(problem.place.steps) if problem.place else {}
    return int(steps.get("line", 0))


def _missing(node: Any, model: type, code: str, loc: Loc) -> Problem:
    place, _ = _walk(node, loc)
    owner, field = _inside(model, loc[:-1]), str(loc[-1])
    key = keys.own(field, code)
    if (owner, field) == (School, "language"):
        what = phrase("The school's målform is missing.")
        mend = phrase(
            "Write '{key}: nb' for bokmål or '{key}: nn' for nynorsk on a line of its own.", key=key
        )
        return Problem(place, what, mend)
    what = phrase("'{key}' is missing.", key=key)
    example = EXAMPLES.get((owner, field))
    if example:
        return Problem(place, what, phrase("Write '{key}: {example}'.", key=key, example=example))
    return Problem(place, what, phrase("Write '{key}:' and what belongs under it.", key=key))


def _unknown(node: Any, model: type, code: str, loc: Loc) -> tuple[str | None, Problem]:
    """Return the field that an unknown key may be meant to be, and the problem."""
    place, key = _walk(node, loc)
    owner = _inside(model, loc[:-1])
    hidden = ELSEWHERE.get(owner, {})
    fields = [one.name for one in dataclasses.fields(owner) if one.name not in hidden]
    field, mend = keys.suggest(key, fields, code)
    return field, Problem(place, phrase("'{key}' is not asked for here.", key=key), mend)


def _inside(hint: Any, loc: Loc) -> Any:
    """Return the dataclass that stands at `loc` within the one given."""
    for step in loc:
        if isinstance(step, int):
            hint = typing.get_args(hint)[0]
        elif dataclasses.is_dataclass(hint):
            hint = typing.get_type_hints(hint)[step]
    return hint


def _walk(node: Any, loc: Loc) -> tuple[Place | None, str]:
    """Return the place of what stands at `loc`, and the last key on the way as it is written."""
    place, written = getattr(node, "place", None), ""
    for step in loc:
        if isinstance(node, dict):
            here = [key for key in node if str(key) == step or keys.english(str(key), [str(step)])]
            if not here:
                return place, written
            step, written = here[0], str(here[0])
        elif not isinstance(node, list):
            return place, written
        place = node.place_of(step) or place
        node = node[step]
    return place, written
