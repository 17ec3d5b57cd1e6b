"""What a class or SFO does after the assembly, step by step: the practice box of the handout."""

from __future__ import annotations

from pipeline.language import Language
from pipeline.model import Focus
from pipeline.paper.slides import told
from pipeline.problems import Phrase, phrase

AT_SFO = phrase("Practice at SFO this week")
PLACE = phrase("Practise for five minutes in the very place.")
APART = phrase("Say the lines together before you go there.")


def practice(focus: Focus, tongue: Language, sfo: bool = False) -> tuple[str, ...]:
    """Return the steps, each whole by itself, so that nothing lacks where a school wrote none.

    `sfo`: with SFO's own task where it has one; the praise is for that of the classes.
    """
    own = focus.after_school.task if sfo and focus.after_school else None
    task = own or focus.task
    steps: list[Phrase | str] = [phrase("Read the expectations aloud together.")]
    steps.append(str(task) or (APART if focus.private else PLACE))
    seen = phrase("Say out loud what you see, and say it at once.")
    if focus.private:
        seen = phrase("Praise what you see and hear from outside.")
    elif focus.praise and not own:
        seen = phrase("Say out loud what you see: “{praise}”", praise=focus.praise)
    steps.append(seen)
    return tuple(told(one, tongue) for one in steps)
