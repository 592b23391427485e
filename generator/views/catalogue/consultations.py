"""The words of consultations: the state of a matter, and what is held because of it."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

_STATES: Mapping[str, Word] = {
    "matter_state": Word("Tình trạng", "State"),
    "matter_since": Word("{state}, từ ngày {day}", "{state}, since {day}"),
    "matter_on": Word("{state}, ngày {day}", "{state}, on {day}"),
    "matter_waits": Word("{matter}; chờ {who}", "{matter}; waiting for {who}"),
    "withheld": Word(
        "{id} đang tạm giữ, chưa được dùng: {why}.",
        "{id} is withheld and may not be used: {why}.",
    ),
    "held_directed": Word(
        "cấp quyết định cho ý kiến chỉ đạo ngày {day}, chờ các bên phê duyệt lại",
        "the deciding body gave a direction on {day}, the parties have yet to approve it again",
    ),
    "held_notice": Word(
        "Đang tạm giữ: {why}. Không dùng nội dung này.",
        "Withheld: {why}. Do not use this.",
    ),
    "held_title": Word("Nội dung đang tạm giữ", "Withheld"),
    "see_matter": Word("Việc đang trao đổi", "The matter"),
    "released_by": Word("Được dùng theo", "Released by"),
    "effect_released": Word("Được dùng theo kết quả này", "Released by this outcome"),
    "effect_replaced": Word("Đã được thay bằng", "Replaced by"),
    "effect_held": Word("Đang tạm giữ", "Withheld"),
    "effect_unissued": Word("Chưa phát hành", "Not issued"),
    "effect_continued": Word("Giải quyết ở lần trao đổi sau", "Settled later in"),
}

# The packet is not an official document: its words promise no form, number or signature.
_PACKET: Mapping[str, Word] = {
    "packet": Word("tài liệu trình", "referral packet"),
    "packet_heading": Word("Tài liệu trình {decider} kết luận", "Referred to {decider}"),
    "packet_concluded": Word(
        "Hồ sơ việc {decider} đã kết luận", "The file of a matter concluded by {decider}"
    ),
    "packet_form": Word(
        "Tài liệu làm việc của các bên, không phải văn bản hành chính: không có số, ký hiệu.",
        "A working paper of the parties, not an official document: it bears no number.",
    ),
    "packet_matter": Word("Việc được trình", "The matter"),
    "packet_interim": Word("Trong khi chờ kết luận", "Until the conclusion"),
    "packet_now": Word("Hiện nay dùng nội dung nào", "What holds now"),
    "packet_positions": Word("Ý kiến của từng bên, nguyên văn", "Each party's opinion, in full"),
    "packet_equal": Word(
        "Các ý kiến được in toàn văn, cùng cỡ chữ, cùng bề rộng, theo thứ tự các bên ghi trong "
        "chương trình; thứ tự không nói lên ý kiến nào hơn.",
        "All opinions are printed in full, in the same type and width, in the order in which the "
        "programme names the parties; the order favours none.",
    ),
    "packet_proposed": Word("Nội dung được trình, toàn văn", "What is proposed, in full"),
    "packet_evidence": Word(
        "Căn cứ, kèm các bước thẩm tra, xác minh, kết luận",
        "Evidence, with how it was examined, verified and concluded",
    ),
    "packet_earlier": Word("Kết luận lần trước", "The earlier conclusion"),
    "packet_given": Word("Kết luận", "The conclusion"),
    "packet_choice": Word("Phần ghi kết luận của {decider}", "For {decider} to conclude"),
    "packet_proof": Word("Tài liệu này trình đúng những gì", "What exactly is referred"),
    "interim_not": Word("Chưa được dùng", "Not to be used"),
    "interim_none": Word(
        "Không có nội dung nào đang tạm giữ vì việc này.", "Nothing is withheld for this matter."
    ),
    "interim_nobody": Word(
        "Không bên nào nói ý kiến của mình như ý kiến chung của các bên.",
        "No party may give its own opinion as that of all.",
    ),
    "interim_still": Word("Vẫn có hiệu lực", "Still in force"),
    "interim_nothing": Word(
        "Không có nội dung thống nhất nào khác về việc này đang có hiệu lực.",
        "No other agreed message on this matter is in force.",
    ),
    "interim_answers": Word("Ai trả lời", "Who answers"),
    "interim_line": Word("{id} “{title}”: {why}.", "{id} “{title}”: {why}."),
    "interim_until": Word("dùng đến {moment}", "use until {moment}"),
    "interim_unlimited": Word("chưa có bản thay", "until replaced"),
    "not_to_be_used": Word("{id}: CHƯA ĐƯỢC DÙNG. {why}.", "{id}: NOT TO BE USED. {why}."),
    "choice_ask": Word(
        "Đánh dấu một ô và ghi nội dung kết luận.", "Tick one box and write the conclusion."
    ),
    "choice_as_proposed": Word(
        "Nội dung được trình được dùng đúng như đã viết.", "What is proposed is used as written."
    ),
    "choice_directed": Word(
        "Các bên sửa theo nội dung ghi dưới đây, rồi từng bên phê duyệt lại.",
        "The parties rewrite it as directed below, then each approves it again.",
    ),
    "choice_verify_further": Word(
        "Tiếp tục tạm giữ; ghi dưới đây việc phải xác minh, đơn vị làm và thời hạn.",
        "It stays withheld; write below what is to be verified, by whom and by when.",
    ),
    "choice_text": Word("Nội dung kết luận", "Text of the conclusion"),
    "choice_reference": Word("Văn bản kết luận, nếu có", "Reference of the paper, if any"),
    "choice_date": Word("Ngày …… tháng …… năm ……", "Date: ……………………"),
    "proof_digest": Word("Mã băm của {id}", "Digest of {id}"),
    "proof_how": Word(
        "Mã băm đổi khi một chữ trong bản ghi, hoặc trong căn cứ của nó, thay đổi.",
        "A digest changes with any word of the record or of its evidence.",
    ),
}

MATTERS: Mapping[str, Word] = {**_STATES, **_PACKET}
