"""The words of pages and documents that are not titles of keys, in both languages."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word
from generator.views.catalogue.archive import ARCHIVE
from generator.views.catalogue.consultations import MATTERS
from generator.views.catalogue.dashboard import DASHBOARD
from generator.views.catalogue.page_frame import FEEDS, OFFLINE
from generator.views.catalogue.print import PAPER, SHEETS, YEARBOOK
from generator.views.catalogue.search import SEARCH
from generator.views.catalogue.succession import SUCCESSION
from generator.views.catalogue.validity import READING

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


READER: Mapping[str, Word] = {
    "we_say": Word("Nói", "Say"),
    "we_do_not_say": Word("Không nói", "Do not say"),
    "nothing_known": Word("Chưa có điều nào được kết luận.", "Nothing has been concluded yet."),
    "nothing_unknown": Word("Không ghi điều nào chưa rõ.", "Nothing is noted as unknown."),
    "nothing_to_say": Word(
        "Chưa có nội dung thống nhất nào đang có hiệu lực. Chỉ nói điều đã xác minh.",
        "No agreed message is in force. Say only what has been verified.",
    ),
    "say_nothing_else": Word(
        "Không nêu nguyên nhân, con số hoặc lời hứa khi chưa có nội dung thống nhất.",
        "Give no cause, figure or promise before there is an agreed message.",
    ),
    "more_points": Word("Thêm {count} điều", "{count} more"),
    "more_uses": Word("Thêm: {titles}", "Also: {titles}"),
    "who_and_until": Word("Ai trả lời, đến khi nào", "Who answers, until when"),
    "answers_now": Word("Nơi trả lời", "Who answers"),
    "event_differences": Word("Ý kiến khác nhau", "Differing opinions"),
    "event_rumours": Word("Tin đồn và sự thật", "Rumours and facts"),
    "holding_here": Word("Đang có hiệu lực, đang mở", "In force and open"),
    "all_here": Word("Tất cả, mới nhất đứng trước", "Everything, newest first"),
    "records_below": Word(
        "{count} bản ghi, tính cả các nơi trực thuộc", "{count} records, those inside included"
    ),
    "records_here": Word("{count} bản ghi", "{count} records"),
    "pair_fact": Word("Sự thật", "The fact"),
}


ENGINE: Mapping[str, Word] = {
    "pictures": Word("Hình ảnh kèm theo", "Attached pictures"),
}


_EXERCISE_VI = "Không dùng ngoài cuộc diễn tập."
_EXERCISE_EN = "Not to be used outside the exercise."

_GENERAL: Mapping[str, Word] = {
    "exercise": Word("DIỄN TẬP", "EXERCISE"),
    "exercise_says": Word(_EXERCISE_VI, _EXERCISE_EN),
    "draft": Word("DỰ THẢO", "DRAFT"),
    "yes": Word("có", "yes"),
    "no": Word("không", "no"),
    "none": Word("Không có.", "None."),
    "on_day": Word("ngày {day}", "on {day}"),
    "from_to": Word("từ {start} đến {until}", "from {start} to {until}"),
    "because": Word("Căn cứ", "Based on"),
    "overdue": Word("quá hạn", "overdue"),
    "more": Word("Còn {count} mục khác, xem theo tháng", "{count} more, see by month"),
    "nothing_yet": Word("Chưa có nội dung nào được phát hành.", "Nothing has been issued yet."),
}

_BLOCKS: Mapping[str, Word] = {
    "tasks": Word("Nhiệm vụ, cam kết", "Tasks and commitments"),
    "result": Word("Kết luận", "Conclusion"),
    "not_concluded": Word(
        "Chưa kết luận, không dùng như sự việc đã xác minh", "Not concluded, not to be used as fact"
    ),
    "rumour_withheld": Word(
        "Tin này chưa có kết luận và câu trả lời nên nội dung lan truyền không được in.",
        "This rumour has no conclusion and answer yet, so its wording is not printed.",
    ),
    "rumour_wording": Word(
        "Tin lan truyền (không nhắc lại khi trả lời)", "The rumour (do not repeat)"
    ),
    "not_yet_known": Word("Chưa rõ", "Not yet known"),
    "retired_label": Word("Ngừng dùng từ", "Retired on"),
    "retired_reason": Word("Lý do", "Reason"),
    "retired_replaced_by": Word("Thay bằng", "Replaced by"),
    "streams_caption": Word(
        "Luồng ý kiến, tổng hợp theo nội dung", "Streams of opinion, in aggregate"
    ),
    "coverage_caption": Word("Số tổ và cộng tác viên", "Groups and collaborators"),
    "training_caption": Word("Tập huấn đã tổ chức", "Training held"),
    "doing_due": Word("Hạn", "Due"),
    "raised_by": Word("Đơn vị nêu vấn đề", "Raised by"),
    "reported_when": Word("Thời gian phản ánh", "Reported"),
}

_DOCUMENT: Mapping[str, Word] = {
    "quick": Word("Bản tin nhanh", "Quick bulletin"),
    "periodic": Word("Bản tin định kỳ", "Periodic bulletin"),
    "number_line": Word("Số {number}, năm {year}", "No. {number}, {year}"),
    "no_number": Word("Không ghi số", "Without a number"),
    "period_line": Word("Thời gian: {period}", "Period: {period}"),
    "as_of": Word("Tình hình đến {moment}", "As of {moment}"),
    "next_issue": Word("Bản tin tiếp theo: {moment}", "Next issue: {moment}"),
    "approved": Word("đã phê duyệt lúc {moment} · {level}", "approved at {moment} · {level}"),
    "not_approved": Word("chưa có phê duyệt", "no approval"),
    "first_version": Word(
        "Phiên bản {version}, phát hành lúc {moment}.", "Version {version}, issued at {moment}."
    ),
    "later_version": Word(
        "Phiên bản {version} ({relation}), phát hành lúc {moment}; thay phiên bản {before}, "
        "phát hành lúc {earlier}.",
        "Version {version} ({relation}), issued at {moment}; replaces version {before}, "
        "issued at {earlier}.",
    ),
    "valid_messages": Word(
        "Nội dung thống nhất có hiệu lực đến {until}", "Messages valid until {until}"
    ),
    "valid_ended": Word(
        "Nội dung thống nhất đã hết hiệu lực lúc {until}", "Messages expired at {until}"
    ),
    "valid_no_more": Word(
        "Không còn nội dung thống nhất nào của bản này được dùng",
        "None of its messages may be used any more",
    ),
    "valid_next": Word(
        "Có giá trị đến bản tin tiếp theo, {until}", "Valid until the next issue, {until}"
    ),
    "valid_open": Word("Có giá trị đến khi có bản mới", "Valid until replaced"),
    "withdrawn_by": Word("đã thu hồi lúc {moment}", "withdrew it at {moment}"),
    "valid_never": Word("Đã thu hồi, không còn hiệu lực", "Withdrawn, no longer in force"),
    "withdrawn_whole": Word(
        "Bản tin này đã thu hồi. Không dùng nội dung dưới đây.",
        "This bulletin has been withdrawn. Do not use what follows.",
    ),
    "highlights": Word("Điểm chính", "Highlights"),
    "corrections_since": Word("Đính chính từ kỳ trước", "Corrections since last time"),
    "corrections_elsewhere": Word(
        "Xem sổ đính chính, thu hồi trên trang bản tin.",
        "See the ledger of corrections on the site.",
    ),
    "events": Word("Sự việc", "Events"),
    "streams": Word("Tình hình dư luận", "Public opinion"),
    "rumours": Word("Tin đồn và sự thật", "Rumours and facts"),
    "forecast": Word("Dự báo", "Forecast"),
    "forecast_72": Word("Dự báo trong 72 giờ tới", "Forecast for the next 72 hours"),
    "forecast_scores": Word("Dự báo đã kiểm chứng", "Forecasts and what came of them"),
    "forecast_scores_why": Word(
        "Số dự báo đã phát hành và đã ghi thực tế, theo khả năng nêu lúc dự báo.",
        "Forecasts that were issued and whose outcome is written, by the likelihood then stated.",
    ),
    "forecast_scores_caption": Word("Số dự báo theo thực tế", "Number of forecasts by outcome"),
    "forecast_total": Word("Tổng số", "Total"),
    "messages": Word("Nội dung định hướng thống nhất", "Agreed messages"),
    "questions": Word("Hỏi và đáp", "Questions and answers"),
    "differing": Word("Ý kiến khác nhau", "Differing opinions"),
    "consultations": Word("Việc đã trao đổi, thống nhất", "Matters consulted on"),
    "proposals": Word("Kiến nghị, đề xuất", "Proposals"),
    "work": Word(
        "Nhiệm vụ và vấn đề bức xúc: từ ý kiến đến việc làm",
        "Tasks and concerns: from opinion to action",
    ),
    "concerns": Word("Vấn đề bức xúc", "Concerns"),
    "directives": Word("Văn bản", "Directives"),
    "network": Word("Lực lượng nắm bắt dư luận", "The grassroots network"),
    "others": Word("Nội dung khác", "Other records"),
    "basis": Word("Căn cứ", "Basis"),
    "annex": Word(
        "Phụ lục: thông tin làm căn cứ và nhật ký thẩm tra, xác minh, kết luận",
        "Annex: information relied on, and its verification log",
    ),
    "happened": Word("Diễn biến", "What happened"),
    "state": Word("Đã xác minh, chưa rõ, đang làm", "Verified, not yet known, being done"),
    "people": Word("Người dân nên làm gì", "What people should do"),
    "do_not_say": Word("Không nói", "Do not say"),
    "answers_here": Word("Nơi trả lời", "Who answers"),
    "next_step": Word(
        "Cập nhật tới, hiệu lực, bản được thay thế", "Next update, validity, what it replaces"
    ),
    "signatures": Word("Phê duyệt", "Approvals"),
    "recipients": Word("Nơi nhận", "Recipients"),
    "plan_of": Word("Bản tin", "The bulletin"),
}

_PAGES: Mapping[str, Word] = {
    "now_title": Word("Đang có hiệu lực", "What holds now"),
    "now_summary": Word(
        "Nội dung đang có hiệu lực, sự việc đang theo dõi, đính chính và bản tin mới nhất.",
        "Messages in force, open events, corrections and the newest bulletins.",
    ),
    "front_calm_none": Word(
        "Không có việc khẩn; không có sự việc nào đang theo dõi.",
        "Nothing is urgent; no event is followed.",
    ),
    "front_calm_some": Word(
        "Không có việc khẩn; {count} việc đang theo dõi.",
        "Nothing is urgent; events followed: {count}.",
    ),
    "front_urgent_none": Word("{urgent} việc khẩn.", "Urgent events: {urgent}."),
    "front_urgent_some": Word(
        "{urgent} việc khẩn; {count} việc khác đang theo dõi.",
        "Urgent events: {urgent}; others followed: {count}.",
    ),
    "in_force": Word("Được dùng lúc này", "In use now"),
    "none_in_force": Word("Không có nội dung nào đang có hiệu lực.", "No message is in force."),
    "open_events": Word("Sự việc đang theo dõi", "Open events"),
    "recent_corrections": Word("Đính chính, thu hồi gần đây", "Recent corrections and recalls"),
    "next_word": Word("Lần cập nhật tới", "Next update"),
    "newest_bulletins": Word("Bản tin mới nhất", "Newest bulletins"),
    "all_messages": Word("Tất cả nội dung thống nhất", "All messages"),
    "all_events": Word("Tất cả sự việc", "All events"),
    "all_bulletins": Word("Tất cả bản tin", "All bulletins"),
    "all_corrections": Word("Sổ đính chính, thu hồi", "The ledger of corrections"),
    "more_messages": Word("và {count} nội dung khác đang có hiệu lực", "and {count} more in force"),
    "use_until": Word("Dùng đến", "Use until"),
    "next_bulletin": Word("Bản tin tiếp theo", "Next bulletin"),
    "until": Word("Dùng đến {moment}", "Use until {moment}"),
    "supplied_by": Word("Đơn vị cung cấp", "Supplied by"),
    "written": Word("Ngày viết", "Written"),
    "last_issued": Word("Phát hành gần nhất", "Last issued"),
    "in_this_page": Word("Trong trang này", "In this page"),
    "open_part": Word("Mở phần này", "Open this part"),
    "printed_in": Word("Đã in trong bản tin", "Printed in"),
    "versions": Word("Các phiên bản", "Versions"),
    "versions_caption": Word("Mỗi lần nội dung thay đổi", "Each change of content"),
    "version": Word("Phiên bản {number}", "Version {number}"),
    "version_word": Word("Phiên bản", "Version"),
    "issued_word": Word("Phát hành", "Issued"),
    "in_bulletin": Word("Trong bản tin", "In the bulletin"),
    "digest_word": Word("Mã băm", "Digest"),
    "changed_word": Word("Thay đổi", "Changes"),
    "first": Word("lần đầu", "first"),
    "related": Word("Liên quan", "Related"),
    "recalled": Word(
        "Đã thu hồi lúc {moment}, theo yêu cầu của {unit}. Không dùng nội dung này.",
        "Recalled at {moment} by {unit}. Do not use this message.",
    ),
    "sentence_stopped": Word(
        "Không dùng câu này: nó hoặc căn cứ của nó đã bị thu hồi. Bấm để xem lại.",
        "Do not use this sentence: it or its basis was recalled. Select to read it.",
    ),
    "sentence_left_out": Word(
        "(Không in lại câu này: nó hoặc căn cứ của nó đã bị thu hồi.)",
        "(This sentence is not printed: it or its basis was recalled.)",
    ),
    "stopped_since": Word(
        "{name} đã bị thu hồi hoặc ngừng dùng sau khi phát hành: không dùng, không in lại.",
        "After the issue {name} was recalled or retired: do not use it; it is not printed again.",
    ),
    "closed_version": Word("{title}, phiên bản {version}", "{title}, version {version}"),
    "redacted": Word(
        "Nội dung đã được các bên gỡ bỏ lúc {moment}; chỉ còn mã băm trong chuỗi phát hành.",
        "All parties took its content out at {moment}; only the digest stays in the chain.",
    ),
    "redacted_badge": Word("Đã gỡ nội dung", "Taken out"),
    "redaction_of": Word("Gỡ nội dung {name}", "Content taken out: {name}"),
    "closed_badge": Word("Đã thu hồi", "Recalled"),
    "closed_words": Word(
        "Nội dung không còn in ở đây. Ai đã lưu hoặc in ra thì không dùng nữa.",
        "Its words are not shown any more. Do not use a copy that you kept or printed.",
    ),
    "closed_issued": Word(
        "Đã phát hành trong {name}; mã kiểm tra: {digest}.",
        "It was issued in {name}; check code: {digest}.",
    ),
    "closed_others": Word("Các phiên bản khác", "Other versions"),
    "newest_recalled": Word(
        "Phiên bản mới nhất, {name}, đã bị thu hồi. Không dùng bản tin này.",
        "The newest version, {name}, was recalled. Do not use this bulletin.",
    ),
    "recall_reason": Word("Lý do: {reason}", "Reason: {reason}"),
    "use_instead": Word("Dùng thay", "Use instead"),
    "expired": Word(
        "Đã hết hiệu lực lúc {moment}. Không dùng nội dung này.",
        "Expired at {moment}. Do not use this message.",
    ),
    "coming": Word("Chưa có hiệu lực; dùng từ {moment}.", "Not yet in force; use from {moment}."),
    "superseded": Word(
        "Đã được thay thế. Không dùng nội dung này.", "Superseded. Do not use this message."
    ),
    "true_then": Word(
        "đúng lúc {told}; từ {day} xem {id}", "true as of {told}; since {day} see {id}"
    ),
    "withdrawn": Word("Đã ngừng dùng.", "No longer in use."),
    "newer": Word("Đã có bản mới hơn: {name}.", "There is a newer version: {name}."),
    "pdf": Word("Tải bản PDF", "Download the PDF"),
    "unmade": Word(
        "lần dựng trang này chưa làm được tệp, vì {why}. Nội dung đọc được ngay trên trang.",
        "this file could not be made this time: {why}. The page itself says everything.",
    ),
    "see_changes": Word(
        "Xem thay đổi so với phiên bản trước", "See changes from the version before"
    ),
    "record_pages": Word("Trang của từng bản ghi", "Page of each record"),
    "edition_digest": Word("Mã băm của bản phát hành", "Digest of the edition"),
    "history": Word("Lịch sử phiên bản", "Version history"),
    "recall_of": Word("Thu hồi {name}", "Recall of {name}"),
    "state_open": Word("đang mở", "open"),
    "state_closed": Word("đã kết thúc", "closed"),
    "summary_record": Word("{kind} {id}: {title}.", "{kind} {id}: {title}."),
    "summary_bulletin": Word("{title}, phiên bản {version}.", "{title}, version {version}."),
    "summary_section": Word("{title}, mới nhất đứng trước.", "{title}, newest first."),
    "archive_title": Word("{title}, {month}", "{title}, {month}"),
    "everything_about": Word("Mọi nội dung về {name}.", "Everything about {name}."),
    "about_record": Word("Về bản ghi này", "About this record"),
}

WORDS: Mapping[str, Word] = {
    **_GENERAL,
    **_BLOCKS,
    **_DOCUMENT,
    **_PAGES,
    **ARCHIVE,
    **MATTERS,
    **OFFLINE,
    **SHEETS,
    **ENGINE,
    **READER,
    **READING,
    **DASHBOARD,
    **CHANGES,
    **LISTS,
    **FEEDS,
    **PAPER,
    **SEARCH,
    **YEARBOOK,
    **SUCCESSION,
}
