"""Where names of people begin and end, and when two are one person."""

from __future__ import annotations

import pytest

from lib.coding.names import begins_name, run_end, same_person
from lib.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa Delgado nói", "Rosa Delgado"),
        ("Hossein Amir-Abdollahian cho biết", "Hossein Amir-Abdollahian"),
        ("Khalil al-Hayya gặp", "Khalil al-Hayya"),
        ("al-Hayya gặp", "al-Hayya"),
        ("Mohammed bin Zayed Al Nahyan tới", "Mohammed bin Zayed Al Nahyan"),
        ("Ursula von der Leyen phát biểu", "Ursula von der Leyen"),
        ("Harry J. Kane thăm", "Harry J. Kane"),
        ("Kim Jong-un thị sát", "Kim Jong-un"),
        ("Ma'ale Adumim ở", "Ma'ale Adumim"),
        ("Trần Thu Hà nêu rõ", "Trần Thu Hà"),
        ("Fidan, người", "Fidan"),
        ("Silva - ông", "Silva"),
    ],
)
def test_run_ends_with_the_name(text: str, name: str) -> None:
    tokens = tokenize(text)
    assert begins_name(tokens, 0)
    assert text[: tokens[run_end(tokens, 0) - 1].end] == name


@pytest.mark.parametrize("text", ["ông nói", "2.000 người", "- Nga", "alo Anna", "de dọa"])
def test_no_name_begins(text: str) -> None:
    assert not begins_name(tokenize(text), 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("El-Sisi", "Abdel Fattah al-Sisi"),
        ("Abdel Fattah El-Sisi", "Abdel Fattah al-Sisi"),
        ("Zelensky", "Volodymyr Zelensky"),
        ("Voloydmyr Zelensky", "Volodymyr Zelensky"),
        ("J. Kirby", "John Kirby"),
        ("Vương", "Vương Nghị"),
        ("Mohammad Reza Ashtiani", "Mohammad-Reza Ashtiani"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lara Trump", "Donald Trump"), ("Ali Larijani", "Sadeq Larijani"), ("Khan Younis", "Imran Khan"), ("Katz", "Gallant")],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
