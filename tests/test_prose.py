"""A Markdown text becomes safe HTML, and nothing in it is hidden from the rule."""

import re

import pytest

from generator.base import prose, readable
from generator.base.prose import Marks, marks, to_html
from generator.base.readable import first_change

HOSTILE = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)",
    "[x](java&#115;cript:alert)",
    "[x](&#x6A;avascript:alert)",
    "[x](java\\script:alert)",
    "[x](<javascript:alert(1)>)",
    "[x]( \tjavascript:alert)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:alert)",
    "[x](//evil.example/x)",
    "[x](http://evil.example/x)",
    "![x](javascript:alert)",
    "![x](//evil.example/x.png)",
    "![x](https://evil.example/x.png)",
    "<javascript:alert(1)>",
]
RAW = [
    "<b>đậm</b>",
    "<script>alert(1)</script>",
    "<!-- ẩn -->",
    "<?php x ?>",
    "<div\nid=x>",
    "</p>",
]
PLAIN = ["Một câu.", "Hai câu.\nCùng một đoạn.", "Đoạn một.\n\nĐoạn hai (2026)."]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_target_never_reaches_the_page(text: str) -> None:
    html = to_html(text)
    assert "href" not in html
    assert "src" not in html
    assert marks(text) != Marks()


@pytest.mark.parametrize("text", RAW)
def test_raw_html_is_shown_as_text_and_found(text: str) -> None:
    assert "<b>" not in to_html(text)
    assert "<script" not in to_html(text)
    assert marks(text).raw_html


def test_code_and_signs_of_comparison_are_no_raw_html() -> None:
    assert marks("Viết `<b>` khi độ đục < 2 và > 1.\n\n```\n<b>mẫu</b>\n```\n") == Marks()


def test_a_link_leads_where_the_page_says() -> None:
    pages = {"TT-2026-0001": "../tt-2026-0001/"}
    html = to_html("Xem [kết quả](TT-2026-0001) và [bản khác](TT-2026-0009).", pages.get)
    assert '<a href="../tt-2026-0001/"' in html
    assert "TT-2026-0009" not in html
    assert "bản khác" in html


def test_a_mailbox_in_angle_brackets_is_a_link() -> None:
    text = "Gửi về <truc-ban@example.vn>."
    assert marks(text).links == ("mailto:truc-ban@example.vn",)
    assert 'href="mailto:truc-ban@example.vn"' in to_html(text)


def test_headings_begin_below_those_of_the_page() -> None:
    assert to_html("# Một\n\n## Hai\n\n### Ba\n\n#### Bốn") == (
        "<h4>Một</h4>\n<h5>Hai</h5>\n<h6>Ba</h6>\n<h6>Bốn</h6>"
    )


def test_a_table_stays_a_table() -> None:
    assert "<td>21</td>" in to_html("| Mẫu | Đạt |\n|---|---|\n| 21 | 21 |")


@pytest.mark.parametrize("text", PLAIN)
def test_the_short_way_for_plain_texts_gives_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = to_html(text)
    monkeypatch.setattr(prose, "_MARKUP", re.compile(""))
    assert to_html(text) == short


def test_no_line_disappears_as_a_reference() -> None:
    text = "[x][1]\n\n[1]: javascript:alert"
    assert to_html(text) == "<p>[x][1]</p>\n<p>[1]: javascript:alert</p>"


TYPED = {
    "3. Khoản ba\n4. Khoản bốn": '<ol start="3">\n<li>Khoản ba</li>\n<li>Khoản bốn</li>\n</ol>',
    "1. Một\n3. Ba": '<ol>\n<li>Một</li>\n<li value="3">Ba</li>\n</ol>',
    "1) Một\n2) Hai": '<ol class="round">\n<li>Một</li>\n<li>Hai</li>\n</ol>',
    "2026. Năm đầu thực hiện.": "<p>2026. Năm đầu thực hiện.</p>",
    "18. tháng 11: hạn cuối.": "<p>18. tháng 11: hạn cuối.</p>",
    "Súc xả 2*4 giờ, mỗi lần 5*3 phút.": "<p>Súc xả 2*4 giờ, mỗi lần 5*3 phút.</p>",
    "Việc phải làm:\n- Xả nước\n- Báo trực ban": (
        '<p>Việc phải làm:</p>\n<ul class="dash">\n<li>Xả nước</li>\n<li>Báo trực ban</li>\n</ul>'
    ),
    "a) Một\nb) Hai\nđ) Ba": "<p>a) Một<br>\nb) Hai<br>\nđ) Ba</p>",
    "I. TÌNH HÌNH\n1. Giá\n2. Mùi": (
        "<p>I. TÌNH HÌNH</p>\n<ol>\n<li>Giá</li>\n<li>Mùi</li>\n</ol>"
    ),
    "II. NHIỆM VỤ\nĐơn vị cấp nước:": "<p>II. NHIỆM VỤ<br>\nĐơn vị cấp nước:</p>",
    "1. Một\n  - nhỏ\n2. Hai": (
        '<ol>\n<li>Một\n<ul class="dash">\n<li>nhỏ</li>\n</ul>\n</li>\n<li>Hai</li>\n</ol>'
    ),
    "> 60 tuổi được ưu tiên": "<p>&gt; 60 tuổi được ưu tiên</p>",
    "     Thực hiện Kế hoạch": "<p>Thực hiện Kế hoạch</p>",
    "Câu đầu.\nCâu sau.": "<p>Câu đầu.<br>\nCâu sau.</p>",
    "+ 0,35 m so với BĐ1": '<ul class="plus">\n<li>0,35 m so với BĐ1</li>\n</ul>',
    "- A:\n+ B;\n+ C.\n- D:\n+ E.": (
        '<ul class="dash">\n<li>A:\n<ul class="plus">\n<li>B;</li>\n<li>C.</li>\n</ul>\n</li>\n'
        '<li>D:\n<ul class="plus">\n<li>E.</li>\n</ul>\n</li>\n</ul>'
    ),
    "1. Một\n- a\n2. Hai\n- b": (
        '<ol>\n<li>Một\n<ul class="dash">\n<li>a</li>\n</ul>\n</li>\n'
        '<li>Hai\n<ul class="dash">\n<li>b</li>\n</ul>\n</li>\n</ol>'
    ),
    "1. Một\n- a\n  + b\n\nĐoạn.\n\n- c": (
        '<ol>\n<li>Một\n<ul class="dash">\n<li>a\n<ul class="plus">\n<li>b</li>\n</ul>\n</li>\n'
        '</ul>\n</li>\n</ol>\n<p>Đoạn.</p>\n<ul class="dash">\n<li>c</li>\n</ul>'
    ),
    "(2)*(4) và (5)*(6)": "<p>(2)*(4) và (5)*(6)</p>",
    "cạnh a*b*c, 3 *4* 5": "<p>cạnh a*b*c, 3 *4* 5</p>",
    "Số liệu (*) và (**)": "<p>Số liệu (*) và (**)</p>",
    "*Lưu ý:* đun _sôi_ và **Đ**ảng": (
        "<p><em>Lưu ý:</em> đun <em>sôi</em> và <strong>Đ</strong>ảng</p>"
    ),
    "giá 5` và 6`, chạy `bulletin`": "<p>giá 5` và 6`, chạy <code>bulletin</code></p>",
    "# 5 phố": "<p># 5 phố</p>",
    "# 1. Tình hình": "<h4>1. Tình hình</h4>",
    r"\\may-chu\chung, \*": r"<p>\\may-chu\chung, *</p>",
    "AT&copy;": "<p>AT&amp;copy;</p>",
}


@pytest.mark.parametrize("text", TYPED)
def test_what_people_type_is_what_is_shown(text: str) -> None:
    assert to_html(text) == TYPED[text]
    assert first_change(text) is None


WRAPPED = (
    "Đơn vị cấp nước đã súc xả toàn bộ tuyến ống lớn trong đêm ngày\n"
    "28/11, lấy mẫu tại chín điểm và gửi phiếu kết quả cho hai ban\nvào sáng hôm sau.{}"
)
LINES = (
    "Thời gian: 7h ngày 02/12\nĐịa điểm: nhà văn hóa\nThành phần: tổ trưởng",
    "1/ Việc một\n2/ Việc hai",
    "(1) Việc một\n(2) Việc hai",
    "1- Một\n2- Hai",
    "Điều 1. Đun sôi nước trước khi dùng, nhất là cho trẻ nhỏ và người bệnh.\n"
    "Điều 2. Xả vòi từ ba đến năm phút vào mỗi buổi sáng trước khi lấy nước.",
    "- không\n  [1] Phiếu số 07\n  [2] Phiếu số 08",
    "· một việc mà tổ dân phố phải làm ngay trong chiều hôm nay, không để chậm\n· hai việc",
    "07h00: họp tổ tại nhà văn hóa, có đại diện của đơn vị cấp nước đến dự\n07h30: đi kiểm tra",
    "| a | b |\n| 1 | 2 |",
)


@pytest.mark.parametrize("text", LINES)
def test_a_line_that_is_typed_as_one_is_shown_as_one(text: str) -> None:
    assert to_html(text).count("<br>") == text.count("\n")


def test_prose_that_was_wrapped_flows() -> None:
    for more in ("", " **Hết.**"):
        assert "<br>" not in to_html(WRAPPED.format(more))


def test_a_sign_that_would_go_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readable, "TYPED_MARKS", {})
    assert first_change("- 5 độ C") == ("- 5 độ C", "5 độ C")


def test_words_that_would_go_are_found() -> None:
    assert first_change('Xem [thông báo](https://a.vn "hôm qua").') == ("hôm qua", "")
    assert first_change("```vi\nmột\n```") == ("vi một", "một")


@pytest.mark.parametrize(
    "text",
    [
        "**Đ**ảng bộ phường, `mã`số",
        "1. một\n1. hai",
        "| A | B |\n|---|---|\n| 1 | 2 |",
        "\\*không nghiêng\\* &amp; 5&nbsp;km",
        "- [x] xong\n- [ ] chưa",
        "<b>đậm</b> < 3",
    ],
)
def test_what_is_only_dressed_is_not_found(text: str) -> None:
    assert first_change(text) is None


def test_a_cell_too_many_is_found() -> None:
    assert first_change("| A | B |\n|---|---|\n| 1 | 2 | ba |") == ("ba", "")


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("1. a\n  1. x\n  2. y\n2. b", 2),
        ("1. a\n  - x\n  - y", 2),
        ("- a\n1. b\n  1. x", 3),
        ("1. a\n\n  2. b\n\n   3. c", 1),
    ],
)
def test_what_is_indented_a_little_is_nested_but_for_the_next_number(text: str, lists: int) -> None:
    assert len(re.findall("<[ou]l", to_html(text))) == lists


def test_a_quoted_list_is_a_list() -> None:
    assert to_html("> 1. một\n> 2. hai").count("<li>") == 2
