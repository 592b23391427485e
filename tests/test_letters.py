"""What paper can show: the list of letters is that of the faces, and signs print as themselves."""

from itertools import groupby

import pytest
from fontTools.ttLib import TTFont

from generator.model.record.letters import printable, unprintable
from tests.conftest import ROOT
from tests.measure import pages_of_job
from tests.test_pdf import job

FACES, LIST = ROOT / "theme/assets/fonts", ROOT / "theme/pdf/letters.txt"
SIGNS = "✓ ✗ ☑ ☐ ★ ☎ ⚠ ① ② ⇒ ■ ▪ ● ≈ √ ∑ Ω ₂ ″ ← ↑ ↓ ∞ ≠ Δ α β γ ➤ ✉ ♥ Ⅳ 😀"


def letters_of_the_faces() -> list[int]:
    """What every face of text has, and what the face of signs has."""
    faces = {path.name: {*TTFont(path, lazy=True).getBestCmap()} for path in FACES.glob("*.ttf")}
    signs = faces.pop("DejaVuSans-Signs.ttf")
    assert len(faces) == 6
    return sorted({one for one in set.intersection(*faces.values()) | signs if one > 0x1F})


def test_the_list_of_letters_is_that_of_the_faces(request: pytest.FixtureRequest) -> None:
    runs = groupby(enumerate(letters_of_the_faces()), key=lambda pair: pair[1] - pair[0])
    spans = [[letter for _, letter in run] for _, run in runs]
    text = "".join(f"{one[0]:X}-{one[-1]:X}\n" if one[1:] else f"{one[0]:X}\n" for one in spans)
    if request.config.getoption("--update"):
        LIST.write_text(text)
    assert LIST.read_text() == text


def test_a_sign_of_the_faces_is_printed_and_another_is_named() -> None:
    assert unprintable(SIGNS) == ()
    assert printable(SIGNS) == SIGNS
    assert printable("⚠️ 👪 中文 ✅") == "⚠ [U+1F46A] [U+4E2D…] [U+2705]"
    assert [*map(len, unprintable("a 中文 b 🙂"))] == [2, 1]


def test_the_face_of_signs_has_the_spaces_that_stand_between_signs() -> None:
    """The engine takes a space between two signs from their face; a missing one is a box."""
    spaces = {*" \u00a0\u2009\u202f"}
    assert spaces <= {*map(chr, TTFont(FACES / "DejaVuSans-Signs.ttf").getBestCmap())}


@pytest.mark.pdf
def test_signs_print_as_themselves_in_every_face() -> None:
    faces = ("<p>{}", "<p><b>{}</b>", "<p><i>{}</i>", "<h3>{}", "<table><tr><td>{}</table>")
    (page,) = pages_of_job(job("".join(face.format(SIGNS) for face in faces)))
    text = " ".join(page.extract_text().split())
    assert text.count(SIGNS) == len(faces)
    ticked, blank = (page.search(sign)[0]["chars"][0]["fontname"] for sign in "☑☐")
    assert ticked == blank
    assert ticked.endswith("+Signs")
