"""The stories of the guide: where each begins, and what its reader does between commands."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.test_guide import STEPS, TT, Reader, Step, fences

ISSUE = "bulletin issue BT-2026-0001"
DEPUTY = "pho-chu-tich"
PARTIES = ("ubnd", "mttq", "hoi-lhpn")
BT = "content/bulletins/2026/BT-2026-0001.yml"


class Story(NamedTuple):
    """Pages read in one go, from a workspace in which other pages' records already stand."""

    pages: tuple[str, ...]
    steps: Mapping[int, Step]
    known: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    at: str = "2026-11-05T07:00+07:00"


def signed(record: str, *units: str, office: str = "chu-tich") -> tuple[str, ...]:
    return tuple(f"bulletin approve {record} --unit {u} --office {office}" for u in units)


def added(path: str, after: str, page: str, beginning: str) -> tuple[str, str, str]:
    """The lines that a page tells to write below a line of a file, by how they begin."""
    lines = next(f.text for f in fences(page) if f.text.startswith(beginning))
    return path, after, f"{after}{lines}"


FIRST = Story(("1-", "2-"), STEPS, at="2026-11-04T15:00+07:00")
WRONG = Story(
    pages=("5-",),
    known=("1-", "2-"),
    done=(*signed("BT-2026-0001", *PARTIES), ISSUE),
    steps={
        0: Step(at="2026-11-05T09:40+07:00"),
        2: Step(
            at="2026-11-05T11:00+07:00",
            change=added(TT, "valid_until: 2026-12-18\n", "5-", "retired:"),
        ),
        4: Step(at="2026-11-05T11:20+07:00", run=signed("BT-2026-0001", *PARTIES)),
    },
)
NIGHT = Story(
    pages=("6-",),
    known=("1-",),
    steps={
        0: Step(at="2026-11-04T22:50+07:00"),
        2: Step(
            at="2026-11-04T22:58+07:00", run=signed("BT-2026-0002", *PARTIES[1:], office=DEPUTY)
        ),
    },
    at="2026-11-04T22:40+07:00",
)
AREAS, TITLE = "areas: [ben-nuoc]\n", "title: Lịch sửa mặt cầu Bến Nước\n"
REST = "unit: ubnd\ncreated: 2026-11-03\n"
UNCLOSED = AREAS.replace("]", "")
BOTH = f"<<<<<<< HEAD\n{TITLE}=======\n{TITLE.replace('mặt cầu', 'cầu')}>>>>>>> 4721b9a\n"
EDITION = "content/editions/BT-2026-0001/v1.json"
OTHER = Story(
    pages=("7-",),
    known=("1-", "2-"),
    done=(*signed("BT-2026-0001", *PARTIES), ISSUE),
    steps={
        0: Step(at="2026-11-05T10:00+07:00"),
        1: Step(change=(TT, AREAS, UNCLOSED)),
        2: Step(change=(TT, f"{TITLE}{REST}{UNCLOSED}", f"{BOTH}{REST}{AREAS}")),
        3: Step(change=(TT, BOTH, TITLE)),
        4: Step(change=(EDITION, "sửa cầu", "làm cầu")),
    },
)
STORIES = (FIRST, WRONG, NIGHT, OTHER)


def begin(reader: Reader, story: Story) -> None:
    """Bring a new workspace to where the story starts."""
    reader.at = story.at
    for fence in fences(*story.known) if story.known else ():
        if fence.is_record:
            reader.write(fence.path, fence.text)
    for command in story.done:
        reader.run(command)
