"""Every PDF, whatever its type, may be laid into an archive and read by a screen reader."""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

import page
import pikepdf
import pytest

from generator.base.text import Language
from generator.targets.pdf.picture_files import fit
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.bulletin.pictures import picture_address
from tests import test_card, test_packet
from tests.exercise import week
from tests.prints import print_once
from tests.test_hostile_print import PICTURES, issued, with_pictures
from tests.test_pdf import NAMES, job, printed

pytestmark = pytest.mark.pdf


def _illustrated() -> bytes:
    """A periodic bulletin with tables, differing opinions and pictures of every kind."""
    job = bulletin_job(issued(with_pictures()), None, Language.VI, b"{}")
    return print_once(
        job._replace(images={picture_address(n): fit(one) for n, one in PICTURES.items()})
    )


def _correction_in_english() -> bytes:
    editions = week().editions
    return print_once(bulletin_job(editions[2], editions[1], Language.EN, b"{}"))


def _draft() -> bytes:
    return print_once(bulletin_job(week().editions[0], None, Language.VI, None))


STANDARDS = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
TYPES: Mapping[str, Callable[[], bytes]] = {
    **{name: lambda name=name: printed(name) for name in NAMES},  # type: ignore[misc]
    "periodic with pictures": _illustrated,
    "correction of a quick bulletin": _correction_in_english,
    "draft": _draft,
    "packet": test_packet.packet,
    "card": test_card.plain,
}


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", TYPES)
def test_every_document_keeps_both_standards(kind: str, standard: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(TYPES[kind](), profile=standard.value)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.is_compliant


def test_a_stream_whose_last_byte_looks_like_the_end_of_a_line_keeps_both_standards_too() -> None:
    """One stream in 256 ends so, by chance; a bulletin has dozens of them."""
    texts = (b'{"digest": "%s"}' % (b"a" * count) for count in range(256))
    ends_so = next(text for text in texts if zlib.compress(text, 9).endswith(b"\r"))
    pdf = print_once(job("<p>Nước đạt quy chuẩn.", attachment=ends_so))
    for standard in STANDARDS:
        report = page.validate_pdf_bytes(pdf, profile=standard.value)
        assert [(one.rule_id, one.message) for one in report.failures] == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.attachments["BT-2026-0003-v2.json"].get_file().read_bytes() == ends_so


def test_the_file_says_that_it_keeps_both() -> None:
    with pikepdf.open(BytesIO(printed(NAMES[0]))) as opened, opened.open_metadata() as said:
        assert said.pdfa_status == "3A"
        assert said["pdfuaid:part"] == "1"
        assert said["dc:title"] == str(opened.docinfo["/Title"])


def test_the_edition_is_attached_once_as_the_source() -> None:
    with pikepdf.open(BytesIO(printed(NAMES[0]))) as opened:
        assert [str(one.AFRelationship) for one in opened.Root.AF] == ["/Source"]
        assert list(opened.attachments) == [f"{NAMES[0].replace('/', '-')}.json"]
