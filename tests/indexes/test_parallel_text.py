"""Paragraphs of a translation beside those of its original."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.parallel_text import Bead, Unit, align_translation

ENGLISH = (
    "The two ministers met in the capital on Tuesday and reviewed the whole of their relations.",
    "They welcomed the opening of the bridge in 2021, which 3,400 vehicles now cross every day.",
    "Trade between the two countries has doubled since the agreement of 2015 entered into force.",
    "Asked about the border, the spokesperson said that talks between the two armies go on.",
    "The next round is to be held in Geneva.",
)
FRENCH = (
    (
        "Les deux ministres se sont réunis mardi dans la capitale et ont passé en revue "
        "l’ensemble de leurs relations."
    ),
    (
        "Ils se sont félicités de l’ouverture, en 2021, du pont que 3 400 véhicules franchissent "
        "désormais chaque jour."
    ),
    "Les échanges entre les deux pays ont doublé depuis l’entrée en vigueur de l’accord de 2015.",
    (
        "Interrogé sur la frontière, le porte-parole a dit que les entretiens entre les deux "
        "armées se poursuivent."
    ),
    "La prochaine session se tiendra à Genève.",
)
CHINESE = (
    "两国部长周二在首都举行会晤，全面回顾了双边关系。",
    "双方欢迎二〇二一年大桥通车，目前每天有3400辆车通过。",
    "自2015年协定生效以来，两国贸易额翻了一番。",
    "在回答有关边界的提问时，发言人表示，两军正在继续会谈。",
    "下一轮会谈将在日内瓦举行。",
)


def units(*texts: str) -> list[Unit]:
    return [Unit(text=text) for text in texts]


def beads(original: list[Unit], translation: list[Unit]) -> list[str]:
    """Each bead as '2+3=2': paragraphs counted from 1."""
    found = align_translation(original, translation)
    return ["=".join("+".join(str(at + 1) for at in side) for side in bead) for bead in found]


def test_paragraph_stands_beside_paragraph() -> None:
    """Where the translator kept the paragraphs, each stands beside its own, in any script."""
    straight = ["1=1", "2=2", "3=3", "4=4", "5=5"]

    assert beads(units(*ENGLISH), units(*FRENCH)) == straight
    assert beads(units(*ENGLISH), units(*CHINESE)) == straight


def test_paragraphs_that_were_joined_stand_together() -> None:
    """Two paragraphs made one stand beside it; those after them are beside their own again."""
    joined = units(FRENCH[0], f"{FRENCH[1]} {FRENCH[2]}", FRENCH[3], FRENCH[4])

    assert beads(units(*ENGLISH), joined) == ["1=1", "2+3=2", "4=3", "5=4"]


def test_paragraph_that_was_split_stands_beside_both_parts() -> None:
    """One paragraph made two stands beside the two."""
    first, second = FRENCH[1].split(" que ")

    assert beads(units(*ENGLISH), units(FRENCH[0], first, f"que {second}", *FRENCH[2:])) == [
        *("1=1", "2=2+3", "3=4", "4=5", "5=6")
    ]


def test_paragraph_left_out_stands_alone() -> None:
    """Years and figures tell which paragraph has no counterpart."""
    shorter = units(FRENCH[0], *FRENCH[2:])

    assert beads(units(*ENGLISH), shorter) == ["1=1", "2=", "3=2", "4=3", "5=4"]


def test_translation_that_breaks_off_stands_at_the_beginning() -> None:
    """What follows the last translated paragraph stands alone, whatever the totals say."""
    assert beads(units(*ENGLISH), units(*CHINESE[:2])) == ["1=1", "2=2", "3=", "4=", "5="]


def numbered(*numbers: str, words: str) -> list[Unit]:
    return units(*(f"{words} {number} {words}" for number in numbers))


def test_han_figures_are_numbers() -> None:
    """A year written with Han signs is the year that the original has in figures."""
    original = numbered(
        *("2021", "2015", "1971"), words="The two sides spoke at length of their ties and agreed."
    )
    translation = numbered("二〇二一", "一九七一", words="双方详细谈了两国关系并取得一致。")

    assert beads(original, translation) == ["1=1", "2=", "3=2"]


def test_figures_of_other_scripts_are_numbers() -> None:
    """Arabic and Persian figures, and their marks between thousands, are read as ours."""
    words = "The two sides spoke of their ties at length."
    original = numbered("2,021", "2,015", "3.5", words=words)
    translation = numbered("۲٬۰۲۱", "٣٫٥", words="دونوں فریقوں نے اپنے تعلقات پر تفصیل سے بات کی۔")

    assert beads(original, translation) == ["1=1", "2=", "3=2"]


def test_headings_stand_beside_headings() -> None:
    """A heading is not set beside a paragraph of its length."""
    heading = Unit(text="On trade between the two countries", heading=True)
    translated = Unit(text="Des échanges entre les deux pays", heading=True)

    assert beads(
        [*units(ENGLISH[0], "A meeting is to follow next year."), heading, *units(ENGLISH[3])],
        [*units(FRENCH[0]), translated, *units(FRENCH[3])],
    )[-2:] == ["3=2", "4=3"]


def test_voices_tell_paragraphs_apart() -> None:
    """Of paragraphs alike in length, the one with the same voice is the counterpart."""
    said, added = Unit(text="A" * 400, voice="direct"), Unit(text="B" * 400, voice="background")

    assert beads([said, added], [Unit(text="C" * 400, voice="background")]) == ["1=", "2=1"]
    assert beads([said, added], [Unit(text="C" * 400, voice="direct")]) == ["1=1", "2="]


def test_empty_texts_have_nothing_beside_them() -> None:
    """A text without paragraphs leaves the other one alone."""
    assert beads([], units("One", "Two")) == ["=1", "=2"]
    assert beads(units("One", "Two"), []) == ["1=", "2="]
    assert beads([], []) == []


def test_long_texts_keep_in_step() -> None:
    """Among hundreds of paragraphs one left out shifts those after it, and nothing else."""
    original = units(*("word " * (10 + 37 * at % 90) + str(1000 + at) for at in range(300)))
    translation = [one for at, one in enumerate(original) if at != 150]

    assert align_translation(original, translation) == (
        *(((at,), (at,)) for at in range(150)),
        ((150,), ()),
        *(((at,), (at - 1,)) for at in range(151, 300)),
    )


TEXTS = st.lists(
    st.builds(
        Unit,
        text=st.sampled_from(["", "a", "In 1990.", "词" * 30, "word " * 20, "long " * 400]),
        heading=st.booleans(),
        voice=st.sampled_from(["", "direct", "background"]),
    ),
    max_size=40,
)


@given(original=TEXTS, translation=TEXTS)
def test_every_paragraph_stands_once_and_in_order(
    original: list[Unit], translation: list[Unit]
) -> None:
    """Nothing is lost, doubled or moved, however the two texts differ."""
    found: tuple[Bead, ...] = align_translation(original, translation)

    assert list(chain.from_iterable(bead[0] for bead in found)) == list(range(len(original)))
    assert list(chain.from_iterable(bead[1] for bead in found)) == list(range(len(translation)))
