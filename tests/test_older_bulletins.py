"""An older bulletin never reads as current: it names what came after it."""

from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.views.site.all_pages import plan_site
from tests.exercise import INCLUDED, Desk, Files, plan, record_files, text_of, week


def html(desk: Desk, address: str) -> str:
    planned = plan_site(desk.ledger(), Language.VI)
    return next(one for one in planned if one.address == address).make().body


def page(desk: Desk, address: str) -> str:
    return text_of(html(desk, address))


def about_event(bulletin: str, kind: str = "quick") -> Files:
    (path, text), *_ = plan(bulletin, INCLUDED, kind).items()
    assert isinstance(text, str)
    return {path: f"{text}event: SV-2026-0001\n"}


def test_a_bulletin_leads_to_the_newest_about_its_event_and_to_the_issue_it_promised() -> None:
    held = Desk(record_files() | about_event("BT-2026-0001"))
    held.issue("BT-2026-0001")
    first = page(held, "bulletins/BT-2026-0001/v1/")
    assert "Đã có bản tin mới hơn" not in first and "đã có:" not in first
    for number in (2, 3):
        held.files |= about_event(f"BT-2026-000{number}")
        held.issue(f"BT-2026-000{number}")
    old = page(held, "bulletins/BT-2026-0001/v1/")
    assert "Đã có bản tin mới hơn về việc này: BT-2026-0003, 11 giờ 00 ngày 01/12/2026 → mở" in old
    assert "Bản tin tiếp theo: 17 giờ 00 ngày 08/12/2026 (đã có: BT-2026-0002)" in old
    assert "Đã có bản tin mới hơn" not in page(held, "bulletins/BT-2026-0003/v1/")


def test_an_issue_changes_of_all_older_bulletins_of_its_kind_only_the_last() -> None:
    held = Desk(record_files())
    keys: list[dict[str, str]] = []
    for number in (1, 2, 3, 4):
        held.files |= plan(f"BT-2026-000{number}", INCLUDED[4:])
        held.issue(f"BT-2026-000{number}")
        planned = plan_site(held.ledger(), Language.VI)
        keys.append({one.address: one.key for one in planned})
    changed = {address for address, key in keys[2].items() if keys[3][address] != key}
    pages = {f"bulletins/BT-2026-000{number}/v1/" for number in (1, 2, 3)}
    assert changed & pages == {"bulletins/BT-2026-0003/v1/"}
    old = page(held, "bulletins/BT-2026-0001/v1/")
    assert "Đã có bản tin mới hơn cùng loại: BT-2026-0002, 10 giờ 00 ngày 01/12/2026 → mở" in old


def test_what_a_bulletin_holds_is_what_is_left_of_its_messages() -> None:
    """A highlight that repeats the wording of a message is closed together with it."""
    held = Desk(record_files() | about_event("BT-2026-0001"))
    held.change("BT-2026-0001", "Nước đã được kiểm nghiệm.", "Nước đạt quy chuẩn và dùng được.")
    held.issue("BT-2026-0001")
    now = html(held, "bulletins/BT-2026-0001/v1/")
    assert "Nội dung thống nhất có hiệu lực đến 8 giờ 00 ngày 20/12/2026" in now
    assert '<li><details class="instruction" data-from=' in now
    held.change("ND-2026-0001", "Nước đạt quy chuẩn và dùng được.", "Nước dùng được sau khi đun.")
    held.issue("BT-2026-0001", Relation.CORRECTION, "Phải đun nước.")
    old = html(held, "bulletins/BT-2026-0001/v1/")
    assert "Nội dung thống nhất có hiệu lực đến" not in old
    assert "Không còn nội dung thống nhất nào của bản này được dùng" in old
    assert '<li><details class="instruction instruction-out">' in old


def test_a_sentence_that_was_corrected_says_so_in_the_old_version_alone() -> None:
    held = Desk(record_files() | about_event("BT-2026-0001"))
    held.change("BT-2026-0001", "Nước đã được kiểm nghiệm.", "Đã kiểm nghiệm 12 mẫu nước.")
    held.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    held.issue("BT-2026-0001")
    assert "đã đính chính:" not in page(held, "bulletins/BT-2026-0001/v1/")
    held.change("BT-2026-0001", "12 mẫu", "20 mẫu")
    held.change("TT-2026-0001", "12 mẫu", "20 mẫu")
    held.issue("BT-2026-0001", Relation.CORRECTION, "Đếm thiếu tám mẫu.")
    held.change("BT-2026-0001", "20 mẫu", "21 mẫu")
    held.change("TT-2026-0001", "20 mẫu", "21 mẫu")
    held.issue("BT-2026-0001", Relation.CORRECTION, "Đếm thiếu một mẫu.")
    first = page(held, "bulletins/BT-2026-0001/v1/")
    assert "Đã kiểm nghiệm 12 mẫu nước. đã đính chính: 21" in first
    assert first.count("đã đính chính: 21") == 2
    assert "đã đính chính: 21" in page(held, "bulletins/BT-2026-0001/v2/")
    assert "đã đính chính:" not in page(held, "bulletins/BT-2026-0001/v3/")


def test_what_is_unknown_is_done_or_told_at_length_is_marked_too() -> None:
    held = Desk(record_files() | about_event("BT-2026-0001"))
    held.issue("BT-2026-0001")
    for record_id, before, after in (
        ("SV-2026-0001", "Thời điểm hết mùi hoàn toàn.", "Thời điểm hết mùi ở cụm Nam."),
        ("SV-2026-0001", "Súc xả tuyến ống lớn.", "Súc xả tuyến ống nhỏ."),
        ("TT-2026-0002", "Chi tiết đối chiếu với từng mẫu.", "Chi tiết đối chiếu với chín mẫu."),
    ):
        held.change(record_id, before, after)
    held.issue("BT-2026-0001", Relation.CORRECTION, "Sửa ba chỗ.")
    first = page(held, "bulletins/BT-2026-0001/v1/")
    for told in (
        "Thời điểm hết mùi hoàn toàn. đã đính chính: ở cụm Nam",
        "Súc xả tuyến ống lớn. đã đính chính: nhỏ",
        "Chi tiết đối chiếu với từng mẫu. đã đính chính: chín",
    ):
        assert told in first, told
    assert "đã đính chính:" not in page(held, "bulletins/BT-2026-0001/v2/")


def test_a_moment_in_a_list_says_what_happened_then() -> None:
    held = week()
    assert "Phát hành 11 giờ 00 ngày 01/12/2026" in page(held, "bulletins/")
    assert "Ghi ngày 28/11/2026" in page(held, "events/")
    assert "Kết luận ngày 29/11/2026" in page(held, "information/")
    assert "Đúng lúc kết luận, ngày 29/11/2026" in page(held, "information/TT-2026-0001/")


def test_the_last_of_its_kind_names_newer_bulletins_about_its_events() -> None:
    held = Desk(record_files() | plan("BT-2026-0001", INCLUDED))
    held.issue("BT-2026-0001")
    held.files |= about_event("BT-2026-0002")
    held.issue("BT-2026-0002")
    named = "Đã có bản tin mới hơn về việc “Tiêu đề SV-2026-0001”: BT-2026-0002,"
    assert named in page(held, "bulletins/BT-2026-0001/v1/")
    held.files |= plan("BT-2026-0003", INCLUDED)
    held.issue("BT-2026-0003")
    old = page(held, "bulletins/BT-2026-0001/v1/")
    assert named not in old and "Đã có bản tin mới hơn cùng loại: BT-2026-0003," in old
