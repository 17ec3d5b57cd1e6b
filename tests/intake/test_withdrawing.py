"""A consent is withdrawn by one line, however the list is written."""

import pytest

from pipeline.intake.withdrawing import withdraw
from pipeline.problems import Faults
from tests.intake.school import DRAWINGS, lay

BLOCK = """\
# Våre tegninger
gard:
  fil: gard.jpg      # sklia
  viser: skolegård
  alt: Tre barn leker
  samtykke:
      vegg: ja
      til: 30.6.2028

gang: {fil: gang.jpg, viser: gangen, alt: To barn går, samtykke: {vegg: ja}}
"""
WAYS = {
    "flow": (DRAWINGS, "gard", "{vegg: ja, ukeplan: ja}", "{trukket: ja, vegg: ja, ukeplan: ja}"),
    "block": (BLOCK, "gard", "      vegg", "      trukket: ja\n      vegg"),
    "said no before": (
        DRAWINGS.replace("ukeplan: ja", "trukket: nei"),
        "gard",
        "trukket: nei",
        "trukket: ja",
    ),
    "in any case": (DRAWINGS, "GARD", "{vegg: ja, u", "{trukket: ja, vegg: ja, u"),
    "no consent at all": (
        DRAWINGS.replace("  samtykke: {vegg: ja, ukeplan: ja}\n", ""),
        "gard",
        "  viser",
        "  samtykke:\n    trukket: ja\n  viser",
    ),
    "Windows lines": (
        DRAWINGS.replace("\n", "\r\n"),
        "gard",
        "{vegg: ja, u",
        "{trukket: ja, vegg: ja, u",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_one_line_is_changed_and_nothing_else(way, tmp_path):
    text, name, before, after = WAYS[way]
    home = lay(tmp_path)
    path = home / "assets/drawings.yaml"
    path.write_bytes(text.encode())
    assert withdraw(home, name) == "gard"
    assert path.read_bytes() == text.replace(before, after, 1).encode()


def test_twice_is_as_once(tmp_path):
    home = lay(tmp_path)
    withdraw(home, "gard")
    once = (home / "assets/drawings.yaml").read_bytes()
    withdraw(home, "gard")
    assert (home / "assets/drawings.yaml").read_bytes() == once


def test_an_unknown_name_gets_a_guess(tmp_path):
    with pytest.raises(Faults, match="Did you mean 'gard'"):
        withdraw(lay(tmp_path), "gord")


def test_what_can_not_be_changed_without_doubt_is_left_as_it_was(tmp_path):
    home = lay(tmp_path)
    path = home / "assets/drawings.yaml"
    text = BLOCK.replace("alt: To barn går", "alt: 'a {b'")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Faults, match="can't change"):
        withdraw(home, "gang")
    assert path.read_text(encoding="utf-8") == text
