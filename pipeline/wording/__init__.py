"""Judges the school's words: can its expectations be seen, learnt and read from the wall."""

from pipeline.wording.lint import RULES, lint

__all__ = ["RULES", "lint"]
