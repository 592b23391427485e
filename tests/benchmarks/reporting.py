"""What units report: one information, event or opinion, as the values of its YAML file."""

from tests.benchmarks.shares import is_established, is_rumour
from tests.benchmarks.voice import Values, Voice, done

KIND_BY_WORD = {"Đề": "request", "Lo": "worry", "Băn": "worry", "Hỏi": "question"}


def information(voice: Voice, number: int) -> Values:
    head = voice.head_of_event(voice.matter.ids["TT"][number], voice.one("titles"), -7)
    if is_rumour(number):
        return {**_rumour(voice, head), **_verified(voice, "refuted")}
    fact = {
        "nature": "fact",
        "statement": voice.text("facts", 2),
        "details": "\n\n".join(voice.some("details", 2)),
    }
    steps = _verified(voice, "confirmed")
    if not is_established(number):
        steps["verification"] = steps["verification"][:1]
    elif number % 5 == 0:
        steps["valid_until"] = "2027-12-31"
    return {**head, **fact, **steps}


def _rumour(voice: Voice, head: Values) -> Values:
    statement, answer = voice.one("rumours")
    return {
        **head,
        "title": f"Thông tin chưa đúng lan truyền về {voice.matter.subject}",
        "nature": "rumour",
        "statement": statement,
        "answer": answer,
        "reach": voice.dice.one(("narrow", "medium", "wide")),
    }


def _verified(voice: Voice, result: str) -> Values:
    reference = voice.all("proofs")
    return {
        "source": {**voice.one("sources"), "received": voice.day(-7)},
        "verification": [
            {"step": "examined", "on": voice.day(-6), "by": "dan-van", "reference": reference[0]},
            {
                "step": "verified",
                "on": voice.day(-5),
                "by": "tuyen-giao",
                "reference": reference[1],
                "result": result,
            },
            {
                "step": "concluded",
                "on": voice.day(-4),
                "by": "dan-van",
                "reference": reference[2],
                "result": result,
            },
        ],
    }


def event(voice: Voice, number: int) -> Values:
    matter = voice.matter
    first, second, third = voice.all("moments")
    return {
        **voice.head(matter.ids["SV"][number], f"Vụ việc về {matter.subject}", -9),
        "level": voice.dice.one(("watch", "complex", "hot_spot")),
        "urgency": voice.dice.one(("routine", "urgent", "very_urgent")),
        "started": voice.moment(-9, 6),
        "closed": voice.moment(-1, 16),
        "timeline": [
            {"at": voice.moment(-9, 6), "text": first, "because": voice.because()},
            {"at": voice.moment(-8, 9), "text": second, "because": voice.because()},
            {"at": voice.moment(-6, 15), "text": third, "because": voice.because()},
        ],
        "known": [{"text": voice.one("facts"), "because": voice.because(2)}],
        "unknown": [voice.one("unknown")],
        "tasks": [done(voice, -3)],
        "contact": voice.dice.one(("dan-van", "tuyen-giao", "ubnd")),
    }


def opinion(voice: Voice, number: int) -> Values:
    scenario, signs, response = voice.one("scenarios")
    return {
        **voice.head_of_event(
            voice.matter.ids["DL"][number], f"Dư luận về {voice.matter.subject}", -3
        ),
        "period": {"from": voice.day(-10), "until": voice.day(-4)},
        "method": {
            "reports": voice.dice.number(14, 60),
            "channels": voice.dice.some(("network", "hotline", "front", "reception"), 2),
            "limits": voice.one("limits"),
        },
        "streams": [_stream(voice, summary) for summary in voice.some("streams", 2)],
        "forecast": [
            {
                "scenario": scenario,
                "likelihood": voice.dice.one(("likely", "possible", "unlikely")),
                "until": voice.day(-1),
                "signs": signs,
                "response": response,
                "outcome": voice.dice.one(("happened", "partly", "did_not_happen")),
            }
        ],
        "proposals": [{"to": "ubnd", "text": voice.one("proposals"), "due": voice.day(0)}],
    }


def _stream(voice: Voice, summary: str) -> Values:
    return {
        "summary": summary,
        "kind": KIND_BY_WORD.get(summary.split(maxsplit=1)[0], "view"),
        "tendency": voice.dice.one(("concerned", "hesitant", "unclear")),
        "breadth": voice.dice.one(("majority", "many", "some")),
        "intensity": voice.dice.one(("low", "medium", "high")),
        "trend": voice.dice.one(("rising", "steady", "falling")),
    }


def network(voice: Voice, number: int) -> Values:
    head = voice.head(
        voice.matter.ids["LL"][number],
        f"Lực lượng nắm bắt dư luận đến ngày {voice.issued_at:%d/%m/%Y}",
        -5,
    )
    return {
        **head,
        "areas": list(voice.areas),
        "topic": "luc-luong",
        "period": {"from": voice.day(-12), "until": voice.day(-5)},
        "coverage": [_counted(voice, area) for area in voice.areas],
        "training": [
            {"on": voice.day(-9), "title": title, "participants": voice.dice.number(20, 90)}
            for title in voice.some("trainings", 2)
        ],
    }


def _counted(voice: Voice, area: str) -> Values:
    people = voice.dice.number(20, 60)
    return {
        "area": area,
        "groups": voice.dice.number(6, 24),
        "collaborators": people,
        "reporting": people - voice.dice.number(0, 12),
    }
