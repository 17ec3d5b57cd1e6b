"""Each rule for letters is seen to speak where it should, and to be quiet where it should not."""

from dataclasses import replace

import pytest

from pipeline.language import language
from pipeline.model import Contact, OwnLetter, Passage, Saying
from pipeline.problems import Place, Sourced
from pipeline.wording import lint
from pipeline.wording.letters import DATES, HARD, PARENTS, POLITE, PUPILS, RULES, look
from tests.wording.school import school

HEAVY = (
    "Gjennomføringen av kartleggingsprøvene forutsetter foreldrenes samtykke og tilrettelegging "
    "gjennom kontaktlærerens oppfølging."
)

FOURTH = Place("brev.md").at(line=4)


def written(*texts, code="nb", **more):
    passages = [
        Passage(
            "paragraph", (Saying(Sourced(text, Place("brev.md").at(line=line))),), Place("brev.md")
        )
        for line, text in enumerate(texts, 3)
    ]
    letter = OwnLetter(Sourced("Brev"), code, tuple(passages))
    return replace(school("Jeg venter på tur", code=code, **more), letters=(letter,))


def problems(*texts, code="nb", **more):
    return list(look(written(*texts, code=code, **more)))


def rules(*texts, **more):
    return [one.rule for one in problems(*texts, **more)]


FOUND = {
    DATES: [
        ("Møtet er den 8.2.", "8. februar"),
        ("Møtet er 8/2-27 i gymsalen.", "8. februar 2027"),
        ("Møtet er 08.02.27.", "8. februar 2027"),
        ("Møtet er 8/2 2027.", "8. februar 2027"),
        ("Møtet er tirsdag 8/2.", "8. februar"),
        ("Frist: fredag 12.3 for alle.", "12. mars"),
        ("Møtet er den 8.2.2027.", "8. februar 2027"),
    ],
    POLITE: [
        ("Vi ber om at De svarer.", "dere"),
        ("Vi takker Dem for hjelpen.", "dere"),
        ("Hvis barnet Deres er sykt, si fra.", "deres"),
    ],
    PUPILS: [
        ("Vi øver med Nora i 5A.", None),
        ("Det var Ola Nordmann (3B) som vant.", None),
        ("Nora i 5A sang for oss.", None),
        ("Per Hansen fra 7. trinn holdt tale.", None),
        ("Eleven Kari fikk hjelp.", None),
        ("Mora til Jonas kommer.", None),
        ("Fødselsnummer 010112 12345 må oppgis.", None),
        ("Ring barnet på 91 23 45 67.", None),
    ],
}
QUIET = [
    "Møtet er 8. februar 2027 kl. 18.00, og 8.2.2027 er fristen.",
    "Møtet varer fra 11.10 til 12.30 i rom 2.1.",
    "Bland 1/2 liter melk, og les 10.2 i boka.",
    "De fleste kommer. De voksne hjelper, og de synger.",
    "Lærer Kari Nordmann i 5A svarer på spørsmål.",
    "Elevene i 5A synger. Foresatte i 3B lager mat.",
    "Møtet i 5A er i gymsalen. Klassen 5B er med.",
    "Kontaktlæreren i 4. klasse, Ola Hansen, kommer.",
    "Barnet ditt øver i 5A. Ring oss på 12 34 56 78.",
    "Foresatte til barn i 1A møter rektor Per Li.",
    "Gå til skolen i uke 2, 9 og 14. Konto 1234 56 78901.",
]


@pytest.mark.parametrize(
    ("rule", "text", "proposal"), [(rule, *one) for rule, given in FOUND.items() for one in given]
)
def test_it_is_found_at_its_line(rule, text, proposal):
    (one,) = problems("Hei.", text)
    assert (one.rule, one.place, one.advice) == (rule, FOURTH, True)
    if proposal:
        assert dict(one.mend.fields)["proposal"] == proposal


@pytest.mark.parametrize("text", QUIET)
def test_it_is_quiet_where_all_is_well(text):
    contact = Contact(phone=Sourced("+47 12345678"))
    assert rules(text, contact=contact) == []


def test_a_hard_letter_is_told_with_its_hardest_sentence():
    (hard,) = problems("Kom til oss.", HEAVY, *[HEAVY[:70] + "."] * 6)
    assert (hard.rule, hard.advice, hard.place) == (HARD, False, FOURTH)
    assert dict(hard.what.fields)["sentence"] == HEAVY


def test_between_the_limits_it_is_advice():
    (one,) = problems(*["Vi har informasjon om planene for skoledagen her i dag."] * 5)
    assert one.rule == HARD and one.advice
    easy = ["Vi har noe å si om planen vår for alle her i dag."] * 5
    assert rules(*easy) == []


def test_of_a_few_words_nothing_is_said():
    assert rules("Kom til oss.", HEAVY) == []


def test_a_field_counts_as_one_short_word():
    assert rules("Vi øver på {{ foreldremøtedatoen_og_mere }} {{ møtedato }} nå.") == []


def test_parents_have_one_name_in_a_letter():
    (one,) = problems("Kjære foresatte", "Vi takker alle foreldre.")
    assert (one.rule, one.place) == (PARENTS, FOURTH)
    assert rules("Kjære foreldre", "Velkommen til foreldremøte for foreldrene.") == []
    assert rules("Kjære foresatte", "Velkommen til foreldremøte.") == []


def test_nynorsk_has_rules_of_its_own():
    assert rules("Vi ber om at De svarar.", code="nn") == [POLITE]
    assert rules("Kjære føresette", "Alle foreldra kjem.", code="nn") == [PARENTS]
    assert rules("Vi øver med Nora frå 5A.", code="nn") == [PUPILS]


def test_a_language_without_rules_is_left_alone():
    assert rules("Vi ber om at De svarer den 8.2.", code="en") == []


def test_a_rule_can_be_turned_down():
    named = {Sourced(language("nb").say(POLITE)): Sourced("Vi er høflige")}
    one = replace(written("Vi ber om at De svarer."), turned_down=named)
    assert not [problem for problem in lint(one) if problem.rule == POLITE]
    assert [
        problem for problem in lint(written("Vi ber om at De svarer.")) if problem.rule == POLITE
    ]
    assert set(FOUND) | {HARD, PARENTS} == set(RULES)
