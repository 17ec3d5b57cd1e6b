"""An expectation is said to the child who does it as people say it."""

import pytest

from pipeline.language import codes, language
from pipeline.wording.praising import noticed


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


@pytest.mark.parametrize("code", codes())
def test_every_language_knows_how(code):
    facts = language(code).facts
    persons = {one.casefold() for one in facts["wording"]["persons"]}
    assert persons <= set(facts["second_person"])
    for pairs in facts["second_person"].values():
        assert all(mine != yours for mine, yours in pairs.items())
