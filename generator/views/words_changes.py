"""The words of what changed between two versions, and of lists divided into parts."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

CHANGES: Mapping[str, Word] = {
    "changes_title": Word("Những điểm thay đổi", "What changed"),
    "changes_of": Word("Thay đổi của phiên bản {version}", "Changes of version {version}"),
    "change_after": Word("Bản", "Version"),
    "change_before": Word("so với bản", "against version"),
    "change_withdrawn": Word("Thu hồi, ngừng dùng", "Recalled or withdrawn"),
    "change_instruction": Word("Đổi lời hướng dẫn", "Instruction changed"),
    "change_new": Word("Mới thêm", "New"),
    "change_validity": Word("Đổi thời hạn", "Validity changed"),
    "change_verification": Word("Đổi kết quả thẩm tra, xác minh", "Verification changed"),
    "change_conclusion": Word("Kết quả giải quyết ý kiến khác nhau", "A difference concluded"),
    "change_wording": Word("Câu chữ và nội dung khác", "Wording and other content"),
    "change_count": Word("{count} bản ghi", "{count} records"),
    "change_unchanged": Word("Không đổi: {count} bản ghi.", "Unchanged: {count} records."),
    "change_none": Word(
        "Đã so từng bản ghi: không bản ghi nào khác.", "Each record was compared: none differs."
    ),
    "change_unknown": Word(
        "Hai bản có khác nhau nhưng máy không nêu được chỗ nào; hãy đọc cả hai bản.",
        "The versions differ, but where could not be told; read both versions.",
    ),
    "change_gone": Word("Không còn trong bản này.", "No longer included in this version."),
    "change_beside": Word("Thay đổi khác của bản tin", "Other changes of the bulletin"),
    "change_names": Word("Danh mục có sửa ở: {names}.", "The registry was changed at: {names}."),
    "change_level": Word(
        "Phê duyệt của {unit}: trước {before}, nay {after}.",
        "Approval by {unit}: before {before}, now {after}.",
    ),
    "change_unapproved": Word("chưa có", "none"),
    "change_unseen": Word(
        "Chỉ sửa cách trình bày hoặc địa chỉ liên kết; chữ đọc được không đổi.",
        "Only layout or the address of a link was changed; the words are the same.",
    ),
    "change_rumour": Word(
        "Có sửa; nội dung lan truyền chưa có kết luận và câu trả lời nên không in.",
        "Changed; the rumour has no conclusion and answer yet, so its wording is not printed.",
    ),
    "change_whole": Word("Cả bản tin đã thu hồi.", "The whole bulletin was withdrawn."),
    "change_kept": Word("Xem các chỗ đã sửa", "See what was changed"),
    "change_same_words": Word("… {count} chữ không đổi …", "… {count} unchanged words …"),
    "change_see": Word("Xem từng chữ", "See the words"),
    "change_at": Word("Từ phiên bản {number}", "Since version {number}"),
    "change_bytes": Word("nội dung tệp (mã băm)", "content of the file (digest)"),
    "changed_removed": Word("{name}: không còn trong bản này.", "{name}: no longer included."),
    "changed_retired": Word("{name}: đã ngừng dùng. {why}", "{name}: retired. {why}"),
    "changed_added": Word("{name}: mới thêm.", "{name}: added."),
    "changed_keys": Word("{name}: sửa {keys}.", "{name}: changed {keys}."),
    "changed_words": Word("“{before}” thành “{after}”", "“{before}” to “{after}”"),
    "words_out": Word("bỏ “{before}”", "removed “{before}”"),
    "words_in": Word("thêm “{after}”", "added “{after}”"),
    "item": Word("mục {number}", "item {number}"),
    "mark_out": Word("bỏ", "removed"),
    "mark_in": Word("thêm", "added"),
}

LISTS: Mapping[str, Word] = {
    "by_month": Word("Xem theo thời gian", "By time"),
    "archive_part": Word("{title}, {days}", "{title}, {days}"),
    "day_to_day": Word("{start} đến {until}", "{start} to {until}"),
    "see_by": Word("Xem theo", "See by"),
    "by_year": Word("Năm", "Year"),
    "by_kind": Word("Loại bản tin", "Kind"),
    "by_event": Word("Sự việc", "Event"),
    "by_area": Word("Địa bàn", "Area"),
    "by_topic": Word("Lĩnh vực", "Topic"),
    "bulletins_of_year": Word("Bản tin năm {year}", "Bulletins of {year}"),
    "bulletins_here": Word("Bản tin về {name}", "Bulletins about {name}"),
}
