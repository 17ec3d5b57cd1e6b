import pytest

from pipeline.model import Brand, Value
from pipeline.paper import colour
from pipeline.paper.theme import GRAPHICS, HEADINGS, LINES, dress, palette, themes
from pipeline.problems import Gathered, Place, Sourced


def values(*colours):
    names = ("Respekt", "Ansvar", "Omsorg", "Mestring", "Glede")
    at = Place("skole.yaml").at(line=7)
    return [
        Value(Sourced(n), Sourced(""), "star", Sourced(c, at))
        for n, c in zip(names, colours, strict=False)
    ]


PLAIN = Brand()


def dressed(brand=PLAIN, colours=("", "", "", "", "")):
    gathered = Gathered()
    return dress(brand, values(*colours), gathered), list(gathered)


def holds(look):
    pairs = [(look.on_field, look.field, HEADINGS), (look.ink, look.paper, LINES)]
    pairs += [(look.quiet, look.paper, HEADINGS), (look.ink, look.card, LINES)]
    for one in look.values:
        pairs += [(one.on, one.fill, HEADINGS), (look.ink, one.tint, LINES)]
        pairs += [(one.ink, one.tint, GRAPHICS), (one.ink, look.card, HEADINGS)]
    return all(colour.contrast(one, ground) >= ratio - 0.01 for one, ground, ratio in pairs)


@pytest.mark.parametrize("theme", themes())
def test_every_theme_holds_with_nothing_to_say(theme):
    look, said = dressed(Brand(theme))
    assert holds(look) and not said
    assert all(colour.known(one) for one in palette(look))


def test_the_ink_saving_theme_is_ruled():
    assert dressed(Brand("blekk"))[0].ruled and not dressed()[0].ruled


@pytest.mark.parametrize(
    "written", ["#ffe000", "#9a9a9a", "#7fb7ff", "#000000", "orange", "#e0901f"]
)
def test_any_value_colour_is_made_to_hold(written):
    look, _ = dressed(colours=(written,))
    assert holds(look)


def test_a_value_colour_that_fails_is_moved_and_said_so():
    look, (said,) = dressed(colours=("#808080",))
    assert said.advice and said.place == Place("skole.yaml").at(line=7)
    assert "#808080" in str(said) and look.values[0].fill in str(said)


def test_light_colours_carry_ink_and_dark_ones_white():
    look, said = dressed(colours=("#ffd400", "#14213d"))
    assert [one.on for one in look.values] == [look.ink, "#ffffff"] and not said


@pytest.mark.parametrize("written", ["#14213d", "#ffd45c", "#d33d3d", "#808080", "#ffffff"])
def test_any_field_holds_its_title(written):
    look, _ = dressed(Brand(colours={"field": Sourced(written)}))
    assert holds(look)


@pytest.mark.parametrize("role", ["ink", "quiet", "paper"])
@pytest.mark.parametrize("written", ["#ffffff", "#bbbbbb", "#000000"])
def test_the_schools_own_ink_and_paper_are_made_to_hold(role, written):
    look, _ = dressed(Brand(colours={role: Sourced(written)}))
    assert holds(look)


def test_colours_too_alike_are_said_but_left():
    look, (said,) = dressed(colours=("#2e7d32", "#c62828"))
    assert said.advice and "Respekt" in str(said) and "Ansvar" in str(said)
    assert look.values[0].fill == "#2e7d32"


@pytest.mark.parametrize(
    ("brand", "colours", "mend"),
    [
        (Brand("soll"), (), "Did you mean 'sol'?"),
        (Brand(colours={"feild": Sourced("#ffffff")}), (), "Did you mean 'field'?"),
        (Brand(colours={"field": Sourced("gulll")}), (), "#1c5c9c"),
        (Brand(font=Sourced("Nunitoo")), (), "Did you mean 'Nunito'?"),
        (Brand(), ("#12",), "#1c5c9c"),
    ],
)
def test_what_is_unknown_is_an_error_with_a_mend(brand, colours, mend):
    _, (said,) = dressed(brand, colours)
    assert not said.advice and mend in str(said)


def test_letters_are_dressed_by_role():
    look, _ = dressed()
    title = look.letters("title", 90)
    assert (title.family, title.weight, title.size, title.tracking) == ("Nunito", 900, 90, -0.02)
    assert look.letters("small", 9, "#123456").colour == "#123456"
