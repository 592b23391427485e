"""What units settle together: a message, concern, consultation or directive, as YAML values."""

from tests.benchmarks.voice import Values, Voice, done

AUDIENCES = ("residents", "officials", "party_members", "schools", "businesses")


def message(voice: Voice, number: int) -> Values:
    matter = voice.matter
    asked = voice.some("questions", 2)
    dont = voice.one("donts")
    earlier = matter.earlier.ids["ND"][number : number + 1] if matter.earlier else ()
    return {
        **voice.head_of_event(
            matter.ids["ND"][number], f"Trả lời nhân dân về {matter.subject}", -2
        ),
        "audience": [AUDIENCES[number % len(AUDIENCES)]],
        "question": f"Người dân cần biết gì lúc này về {matter.subject}?",
        "say": [{"text": text, "because": voice.because()} for text in voice.some("says", 2)],
        "do_not_say": [{"text": dont[0], "why": dont[1]}],
        "answers": [{"question": q, "answer": a, "because": voice.because()} for q, a in asked],
        "basis": [voice.dice.one(voice.directives)],
        "contact": voice.dice.one(("dan-van", "tuyen-giao", "ubnd")),
        "valid": {"from": voice.moment(0, 18), "until": voice.moment(10, 18)},
        "next_update": voice.moment(5, 17),
        **({"supersedes": earlier[0]} if earlier else {}),
    }


def concern(voice: Voice, number: int) -> Values:
    settled = {"on": voice.day(-1), "result": voice.one("results"), "because": voice.because()}
    later = {**done(voice, 0), "due": "2027-03-31", "status": "doing"}
    later.pop("result")
    return {
        **voice.head(
            voice.matter.ids["BX"][number], f"Kiến nghị của nhân dân về {voice.matter.subject}", -8
        ),
        "reported": {
            "count": voice.dice.number(12, 180),
            "from": voice.day(-12),
            "until": voice.day(-8),
            "channels": ["reception", "hotline"],
        },
        "summary": f"{voice.one('concerns')} {voice.one('streams')}",
        "competent_body": "ubnd",
        "tasks": [done(voice, -2), *([] if number % 2 else [later])],
        "answer": {"on": voice.day(-3), "text": voice.one("answers"), "because": voice.because()},
        **({"settled": settled} if number % 2 else {}),
    }


def consultation(voice: Voice, number: int) -> Values:
    matter = voice.matter
    about = matter.ids["ND"] or matter.ids["SV"] or matter.ids["TT"][:1]
    chair = voice.dice.one(("tuyen-giao", "dan-van"))
    parties = ("tuyen-giao", "dan-van")
    return {
        **voice.head_of_event(
            matter.ids["TD"][number], f"Cách thông tin đến nhân dân về {matter.subject}", -6
        ),
        "unit": chair,
        "about": list(about),
        "important": True,
        "meeting": {
            "on": voice.day(-5),
            "chaired_by": chair,
            "attended": [{"unit": party, "office": "truong-ban"} for party in parties],
            "minutes": f"Biên bản họp liên tịch số {voice.dice.number(11, 90)}",
        },
        **(_differing(voice) if number % 2 else _agreed(voice)),
    }


def _agreed(voice: Voice) -> Values:
    return {
        "outcome": "agreed",
        "agreement": f"{voice.one('agreements')} {voice.text('details', 2)}",
    }


def _differing(voice: Voice) -> Values:
    first, second = voice.some("positions", 2)
    return {
        "outcome": "differing",
        "positions": [
            {"unit": "tuyen-giao", "opinion": first[0], "reasons": first[1]},
            {"unit": "dan-van", "opinion": second[0], "reasons": second[1]},
        ],
        "referral": {"to": "btv", "on": voice.day(-5), "reference": "Tờ trình số 12"},
        "conclusion": {
            "by": "btv",
            "on": voice.day(-4),
            "reference": "Thông báo số 15",
            "text": f"{voice.one('conclusions')} {voice.one('proposals')}",
            "decision": "directed",
        },
    }


def directive(voice: Voice, number: int) -> Values:
    type_, title, summary = voice.one("directives")
    return {
        **voice.head(voice.matter.ids["VB"][number], title, -20),
        "number": f"{voice.dice.number(11, 290)}-CV/TU",
        "type": type_,
        "issuer": "Thành ủy Sông Xanh",
        "stage": "issued",
        "drafted_by": ["tuyen-giao", "dan-van"],
        "dated": voice.day(-20),
        "effective": voice.day(-20),
        "summary": f"{summary}\n\n{voice.matter.theme['duties']}",
    }
