"""Composes all papers before any is painted: what does not fit is known before any is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline import products
from pipeline.build import art, lettering, logo, plan, taking, tongues
from pipeline.build.logo import LogoPack
from pipeline.build.plan import Choice, Job, Order
from pipeline.language import language
from pipeline.model import School
from pipeline.paper import fonts
from pipeline.paper.check import check
from pipeline.paper.flow import Flow
from pipeline.paper.sheet import Sheets
from pipeline.paper.theme import Look, dress
from pipeline.problems import Faults, Gathered, Problem, Sourced
from pipeline.products import Desk


@dataclass(frozen=True)
class Composed:
    """The jobs that are due, which the school always wishes for, each order's paper; the look."""

    school: School
    jobs: tuple[Job, ...]
    wished: frozenset[Job]
    papers: Mapping[Order, Sheets | Flow | LogoPack]
    advice: tuple[Problem, ...]
    good_until: date | None
    look: Look


@dataclass(frozen=True)
class Studio:
    """What every order is composed from: the school in its languages, dressed."""

    spoken: dict[str, School]
    look: Look
    gathered: Gathered

    def paper(self, order: Order, school: School) -> Sheets | Flow:
        """Compose one order; `school` is the one that the order's subject is named in."""
        name, subject, code, size, landscape, verb = order
        product = products.product(name)
        at = [str(one) for one in product.subjects(school)].index(subject)
        desk = Desk(self.spoken[code], language(code), self.look, size, landscape, self.gathered)
        made: Sheets | Flow = getattr(product, verb)(
            str(product.subjects(self.spoken[code])[at]), desk
        )
        return made


def compose(
    folder: Path, choice: Choice, before: Iterable[Job], today: date, pool: Executor
) -> Composed:
    """Read the school, take in its drawings and compose every paper that is due.

    `before` are jobs that were asked for on earlier days: those still possible are due again.
    Raises Faults with all that is wrong.
    """
    gathered = Gathered()
    fonts.use_folder(folder / "assets" / "fonts")
    taken = taking.taken(folder, today)
    gathered.add(taken.notes)
    choice = plan.within(choice, taken.school, gathered)
    school = art.join(taken, folder / "assets", today, pool, gathered)
    look = dress(school.brand, school.values, gathered)
    gathered.close()
    jobs = plan.due(school, choice, before)
    plan.doubles(jobs, gathered)
    codes = dict.fromkeys(job.language for job in jobs)
    spoken = {code: _in_language(school, code) for code in codes}
    studio = Studio({code: there for code, (there, _) in spoken.items()}, look, gathered)
    lettering.look_over((school, *studio.spoken.values()), gathered)
    papers = {order: studio.paper(order, school) for order in dict.fromkeys(j.order for j in jobs)}
    said = {code: [paper for order, paper in papers.items() if order[2] == code] for code in codes}
    tongues.tell(school, {code: lacks for code, (_, lacks) in spoken.items()}, said, gathered)
    art.sharp([(paper, order[3]) for order, paper in papers.items()], school, gathered)
    advice = tuple(dict.fromkeys(gathered.close()))
    for paper in papers.values():
        check(paper)
    usual = dict.fromkeys(job.product for job in jobs if products.wished(job.product))
    wished = frozenset(plan.possible(school, Choice(tuple(usual)))) if usual else frozenset()
    composed = Composed(school, jobs, wished, papers, advice, taken.good_until, look)
    return _with_logo(composed, choice)


def _in_language(school: School, code: str) -> tuple[School, tuple[Sourced, ...]]:
    """Return the school in the language, and what nobody has translated; its own costs nothing."""
    if code == school.language:
        return school, ()
    from pipeline.intake import in_language

    return in_language(school, code)


def examined(folder: Path, today: date, pool: Executor) -> tuple[Problem, ...]:
    """Return all that is wrong or could be better, errors too."""
    try:
        return compose(folder, Choice(), (), today, pool).advice
    except Faults as faults:
        return faults.problems


def _with_logo(composed: Composed, choice: Choice) -> Composed:
    """Return the same with the logo's files, if the school has a logo and they are asked for."""
    school = composed.school
    if school.brand.logo is None:
        return composed
    pack = LogoPack(school.brand.logo, composed.look.ink)
    files = tuple(logo.jobs(school, choice, pack))
    return replace(
        composed,
        jobs=composed.jobs + files,
        wished=composed.wished | frozenset(logo.jobs(school, Choice(), pack)),
        papers={**composed.papers, **{job.order: pack for job in files}},
    )
