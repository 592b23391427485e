"""How far a reader walks on a phone to the sentence that answers: `python -m tests.walk SITE`.

From the front page and from the search, each of ten questions takes the shortest way: taps, and
pixels scrolled until the sentence stands on the screen. SITE is a folder that `bulletin build` made
at AT.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Page

from tests.browser import PHONE, browser, served

AT = "2026-11-23T18:10+07:00"
ASKED = (
    ("nước dùng được không", "dùng được để ăn, uống như bình thường"),
    ("nước có mùi thì làm gì", "Nếu đầu vòi có mùi, mở vòi xả từ 3 đến 5 phút"),
    ("khi nào cắt nước", "từ 22 giờ đến 4 giờ; giờ cắt nước"),
    ("cắt nước cần chuẩn bị gì", "trữ đủ nước cho một đêm"),
    ("gọi ai để hỏi về nước", "024 0000 0002"),
    ("nước có mùi vì sao", "do tảo phát triển ở hồ chứa nước thô"),
    ("lấy nước ở đâu khi cắt nước", "các điểm cấp nước dự phòng"),
    ("xem kết quả kiểm nghiệm ở đâu", "Ở bảng tin các khu dân cư"),
    ("không được nói gì về nước", "Lỗi thuộc về một đơn vị nào đó"),
    ("ai làm gì, bao giờ xong", "Đo lượng tảo ở hồ chứa nước thô hằng tuần"),
)
# The sentence's place, and whether it stands in something closed, which costs a tap.
FIND = """said => {
  const holds = (one) => one.textContent.replace(/\\s+/g, " ").includes(said);
  const found = [];
  for (const one of document.querySelectorAll("main *")) {
    if (!holds(one) || [...one.children].some(holds)) continue;
    const shut = one.closest("details:not([open])");
    const seen = shut ? shut.querySelector("summary") : one;
    const box = seen.getBoundingClientRect();
    if (box.height) found.push([shut ? 1 : 0, box.bottom + scrollY]);
  }
  return found;
}"""
LINKS = """() => [...document.querySelectorAll("main a[href]")]
  .filter((a) => a.getClientRects().length)
  .map((a) => [a.href.split("#")[0], a.getBoundingClientRect().bottom + scrollY])"""
_FAR = 10**6


class Way(NamedTuple):
    """How many taps and pixels."""

    taps: int
    pixels: int

    @property
    def cost(self) -> int:
        """A tap and its wait count as one screen."""
        return self.taps * PHONE[1] + self.pixels


def scrolled(bottom: float) -> int:
    return max(0, round(bottom) - PHONE[1])


def on_page(page: Page, said: str) -> Way:
    """The way on the page that is open."""
    found: list[tuple[int, float]] = page.evaluate(FIND, said)
    ways = [Way(shut, scrolled(bottom)) for shut, bottom in found]
    return min(ways, key=lambda way: way.cost, default=Way(9, _FAR))


def from_front(page: Page, root: str, said: str) -> Way:
    """On the front page itself, or on the best page to which it links."""
    page.goto(root)
    page.wait_for_timeout(200)
    here = on_page(page, said)
    links: dict[str, float] = {}
    for href, bottom in page.evaluate(LINKS):
        if href.startswith(root) and href != root and href.endswith("/"):
            links.setdefault(href, bottom)
    ways = [here]
    for href, bottom in links.items():
        if scrolled(bottom) + PHONE[1] < min(way.cost for way in ways):
            page.goto(href)
            page.wait_for_timeout(100)
            there = on_page(page, said)
            ways.append(Way(1 + there.taps, scrolled(bottom) + there.pixels))
    return min(ways, key=lambda way: way.cost)


def from_search(page: Page, root: str, asked: str, said: str) -> Way:
    """In the results, or on the page of one of the first three."""
    page.goto(f"{root}search/index.html?q={asked}")
    page.wait_for_timeout(1500)
    ways = [on_page(page, said)]
    results = page.evaluate(LINKS)
    hits = [pair for pair in results if pair[0].startswith(root) and pair[0].endswith("/")]
    for href, bottom in list(dict(reversed(hits)).items())[::-1][:4]:
        page.goto(href)
        page.wait_for_timeout(100)
        there = on_page(page, said)
        ways.append(Way(1 + there.taps, scrolled(bottom) + there.pixels))
    return min(ways, key=lambda way: way.cost)


def walk(context: BrowserContext, root: str) -> None:
    page = context.new_page()
    totals = [0, 0, 0, 0]
    for asked, said in ASKED:
        ways = from_front(page, root, said), from_search(page, root, asked, said)
        figures = [figure for way in ways for figure in way]
        totals = [total + figure for total, figure in zip(totals, figures, strict=True)]
        print(
            f"{asked:32} front {ways[0].taps} taps {ways[0].pixels:6} px   "
            f"search {ways[1].taps} taps {ways[1].pixels:6} px"
        )
    front, search = totals[:2], totals[2:]
    print(f"{'all':32} front {front[0]} taps {front[1]:6} px   search", end=" ")
    print(f"{search[0]} taps {search[1]:6} px")


def main(folder: Path) -> None:
    with browser() as launched, served(folder) as root:
        width, height = PHONE
        with launched.new_context(viewport={"width": width, "height": height}) as context:
            context.clock.set_fixed_time(AT)
            walk(context, root)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
