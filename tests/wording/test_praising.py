"""An expectation is said to the child who does it as people say it."""

import pytest

from pipeline.language import codes, language
from pipeline.wording.praising import discreet, noticed, points_out


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("nb", "Jeg venter på tur", "Jeg ser at du venter på tur."),
        ("nb", "Jeg rydder sakene mine på plass.", "Jeg ser at du rydder sakene dine på plass."),
        ("nb", "Jeg spør før jeg låner", "Jeg ser at du spør før du låner."),
        ("nb", "Jeg hilser alltid på andre", "Jeg ser at du alltid hilser på andre."),
        ("nb", "Jeg følger reglene vi er enige om", "Jeg ser at du følger reglene vi er enige om."),
        ("nb", "Vi rydder etter oss", "Jeg ser at dere rydder etter dere."),
        ("nb", "Jeg sier fra, til meg og andre!", "Jeg ser at du sier fra, til deg og andre."),
        ("nn", "Eg ventar på tur", "Eg ser at du ventar på tur."),
        ("nn", "Me ryddar etter oss", "Eg ser at de ryddar etter dykk."),
        ("en", "I wait for my turn", "I see that you wait for your turn."),
        ("en", "I tidy up after myself", "I see that you tidy up after yourself."),
        ("en", "I’m ready with my things", "I see that you're ready with your things."),
        ("nb", "Stille i gangen", "Jeg så at du …"),
        ("nb", "Jeg", "Jeg så at du …"),
        ("nb", "", "Jeg så at du …"),
    ],
)
def test_a_line_is_said_to_the_one_who_does_it(code, line, said):
    assert noticed(line, language(code)) == said


@pytest.mark.parametrize(
    ("code", "line", "low"),
    [
        ("nb", "Jeg spør den som er alene", True),
        ("nb", "Jeg trøster og henter hjelp", True),
        ("nb", "Jeg hjelper når noen står fast", True),
        ("nb", "Jeg sier fra hvis noen blir ertet", True),
        ("nb", "Jeg ser dem som står utenfor", True),
        ("nb", "Jeg hjelper til med å rydde", False),
        ("nb", "Jeg venter utenfor døra", False),
        ("nb", "Jeg slår av lyset", False),
        ("nb", "Jeg spør en voksen om hjelp", False),
        ("nb", "Jeg inviterer andre med", False),
        ("nn", "Eg spør den som er åleine", True),
        ("nn", "Eg trøystar og hentar hjelp", True),
        ("nn", "Eg hjelper til", False),
        ("nn", "Eg ventar på tur", False),
        ("en", "I ask anyone who is alone", True),
        ("en", "I comfort those who are sad", True),
        ("en", "I ask for help", False),
        ("en", "I wait for my turn", False),
    ],
)
def test_a_line_about_a_child_in_trouble_is_known(code, line, low):
    assert points_out(line, language(code)) == low


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("nb", "Jeg spør den som er alene", "Jeg så det du gjorde."),
        ("nb", "Vi trøster", "Jeg så det dere gjorde."),
        ("nb", "Den som er alene, blir spurt", "Jeg så det du gjorde."),
        ("nn", "Me trøystar", "Eg såg det de gjorde."),
        ("en", "I comfort others", "I saw what you did."),
    ],
)
def test_praise_that_is_said_quietly_names_nobody(code, line, said):
    assert discreet(line, language(code)) == said


@pytest.mark.parametrize("code", codes())
def test_every_language_knows_how(code):
    facts = language(code).facts
    persons = {one.casefold() for one in facts["wording"]["persons"]}
    assert persons <= set(facts["second_person"])
    for pairs in facts["second_person"].values():
        assert all(mine != yours for mine, yours in pairs.items())
