"""Talks: what is told on slides, to whom and in which order, with words for who speaks."""
