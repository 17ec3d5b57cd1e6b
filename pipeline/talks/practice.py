"""What a class or SFO does after the assembly, step by step: the practice box of the handout."""

from __future__ import annotations

from pipeline.language import Language
from pipeline.model import Focus
from pipeline.problems import phrase

PLACE = phrase("Practise for five minutes in the very place.")


def practice(focus: Focus, tongue: Language, sfo: bool = False) -> tuple[str, ...]:
    """Return the steps, each whole by itself, so that nothing lacks where a school wrote none.

    `sfo`: with SFO's own task where it has one.
    """
    own = focus.after_school.task if sfo and focus.after_school else None
    task = own or focus.task
    steps = [phrase("Read the expectations aloud together.")]
    steps.append(phrase("Practise: {task}", task=task) if task else PLACE)
    seen = phrase("Say out loud what you see, and say it at once.")
    if focus.praise:
        seen = phrase("Say out loud what you see: “{praise}”", praise=focus.praise)
    steps.append(seen)
    return tuple(tongue.tell(one) for one in steps)
