"""The words of printed papers: handouts, texts only for print, the yearbook."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

_STOPS: Mapping[str, Word] = {
    "stop_recalled": Word("ĐÃ THU HỒI – KHÔNG DÙNG", "RECALLED – DO NOT USE"),
    "stop_expired": Word("ĐÃ HẾT HIỆU LỰC – KHÔNG DÙNG", "EXPIRED – DO NOT USE"),
    "stop_superseded": Word("ĐÃ ĐƯỢC THAY THẾ – KHÔNG DÙNG", "SUPERSEDED – DO NOT USE"),
    "stop_withdrawn": Word("ĐÃ NGỪNG DÙNG – KHÔNG DÙNG NỮA", "WITHDRAWN – DO NOT USE"),
    "stop_held": Word("ĐANG TẠM GIỮ – KHÔNG DÙNG", "WITHHELD – DO NOT USE"),
    "stop_ungrounded": Word("CĂN CỨ KHÔNG CÒN – KHÔNG DÙNG", "NO LONGER GROUNDED – DO NOT USE"),
    "true_in_part": Word("Điều này đúng một phần.", "This is true in part."),
    "ungrounded": Word(
        "Căn cứ của nội dung này không còn; các đơn vị phải thống nhất lại.",
        "What this message rests on no longer stands; the units must agree anew.",
    ),
    "stop_since": Word("Từ {moment}.", "Since {moment}."),
    "stop_instead": Word("Dùng thay: {title} ({id}).", "Use instead: {title} ({id})."),
    "stop_nothing": Word(
        "Không có nội dung thay. Hỏi nơi trả lời trước khi nói.",
        "There is nothing to use instead. Ask those who answer before you speak.",
    ),
    "stop_read": Word(
        "Không đọc trên loa, không gửi vào nhóm nhắn tin.", "Do not read it out or send it on."
    ),
}

_CARD: Mapping[str, Word] = {
    "card": Word("Thẻ nội dung thống nhất", "Message card"),
    "card_download": Word("Tải thẻ một trang (PDF)", "Download the one-page card (PDF)"),
    "card_version": Word("phiên bản {number}", "version {number}"),
    "card_edition": Word("in trong {bulletin}, phiên bản {version}", "in {bulletin}, {version}"),
    "card_until": Word("DÙNG ĐẾN {until}", "USE UNTIL {until}"),
    "card_between": Word("CHỈ DÙNG TỪ {start} ĐẾN {until}", "USE ONLY FROM {start} UNTIL {until}"),
    "card_open": Word("DÙNG ĐẾN KHI CÓ BẢN MỚI", "USE UNTIL REPLACED"),
    "card_after": Word("Quá thời hạn này thì không dùng nữa.", "After that, do not use it."),
    "card_not_yet": Word("Chưa đến lúc dùng.", "Not yet to be used."),
    "card_facts": Word("Căn cứ", "Evidence"),
    "card_contact": Word("Ai trả lời", "Who answers"),
    "card_next": Word("Cập nhật tới: {moment}", "Next update: {moment}"),
    "check_code": Word("Mã kiểm tra: {digest}", "Check code: {digest}"),
    "card_scan": Word(
        "Quét mã để biết nội dung này còn dùng được không.",
        "Scan the code to see whether this still holds.",
    ),
    "card_ask": Word(
        "Muốn biết nội dung này còn dùng được không, hỏi: {whom}.",
        "To know whether this still holds, ask: {whom}.",
    ),
    "card_more": Word(
        "Thẻ chỉ đủ chỗ cho phần quan trọng nhất; xem đủ ở {place}.",
        "The card has room for the most important only; all of it is {place}.",
    ),
    "card_place": Word("bản tin {edition}", "in the bulletin {edition}"),
    "card_above": Word("địa chỉ trên đây", "at the address above"),
}

_TEXTS: Mapping[str, Word] = {
    "acts": Word("Dùng ngay", "Use it now"),
    "act_call": Word("Gọi", "Call"),
    "act_copy": Word("Chép tin ngắn", "Copy the short text"),
    "act_copied": Word("Đã chép tin ngắn.", "The short text is copied."),
    "act_by_hand": Word(
        "Máy này không cho chép. Tin ngắn đang được chọn ở dưới: bấm giữ để chép.",
        "This device does not let pages copy. The short text is selected below: copy it there.",
    ),
    "act_send": Word("Gửi", "Send"),
    "act_card": Word("Thẻ", "Card"),
    "act_script": Word("Loa", "Loudspeaker"),
    "act_print": Word("In", "Print"),
    "sheets_title": Word("In, đọc loa, nhắn tin", "To print, read out and send"),
    "text_download": Word("Tải lời đọc, tin ngắn (TXT)", "Download script and texts (TXT)"),
    "text_valid": Word(
        "Dùng {valid}. Quá thời hạn này thì không đọc, không gửi nữa.",
        "Use {valid}. After that, neither read it out nor send it.",
    ),
    "text_open": Word(
        "Dùng đến khi có bản mới; trước khi đọc hoặc gửi, xem lại trên trang bản tin.",
        "Use until replaced; look at the bulletin's site before reading it out or sending it.",
    ),
    "script_title": Word("Lời đọc loa", "Loudspeaker script"),
    "script_length": Word(
        "Đọc khoảng {minutes} phút: {count} tiếng, tính {pace} tiếng một phút, chưa kể lúc nghỉ.",
        "About {minutes} minutes: {count} words at {pace} a minute, pauses not counted.",
    ),
    "script_stop": Word(
        "Có thể đọc lại nhiều lần; ngừng đọc lúc {moment}.",
        "It may be read again; stop reading it at {moment}.",
    ),
    "short_title": Word("Tin ngắn cho nhóm nhắn tin", "Short text for messaging groups"),
    "short_length": Word(
        "{count} ký tự (nhiều nhất {most}); gửi bằng SMS có dấu là {parts} tin.",
        "{count} characters ({most} at most); {parts} SMS if sent as it is.",
    ),
    "short_too_long": Word(
        "{count} ký tự, quá {most}; gửi bằng SMS có dấu là {parts} tin.",
        "{count} characters, more than {most}; {parts} SMS if sent as it is.",
    ),
    "sms_title": Word("Tin SMS không dấu", "SMS without marks"),
    "sms_length": Word(
        "{count} ký tự, {parts} tin (một tin đơn có 160 ký tự không dấu hoặc 70 ký tự có dấu).",
        "{count} characters, {parts} SMS (one holds 160 plain or 70 other characters).",
    ),
    "text_proof": Word(
        "{id}, phiên bản {number}, in trong {edition}. Mã kiểm tra: {digest}",
        "{id}, version {number}, in {edition}. Check code: {digest}",
    ),
}

_SPOKEN: Mapping[str, Word] = {
    "spoken_first": Word(
        "DIỄN TẬP. Nội dung sau đây dùng để diễn tập.", "EXERCISE. What follows is for an exercise."
    ),
    "spoken_last": Word(
        "DIỄN TẬP. Nội dung vừa đọc dùng để diễn tập.",
        "EXERCISE. What was read is for an exercise.",
    ),
    "greet_residents": Word("Kính thưa bà con {areas}.", "Dear residents of {areas}."),
    "greet_officials": Word("Kính thưa các đồng chí.", "Dear colleagues."),
    "greet_others": Word("Kính thưa quý vị.", "Ladies and gentlemen."),
    "spoken_by": Word("{units} thông báo: {title}.", "{units} announce: {title}."),
    "spoken_and": Word(" và ", " and "),
    "spoken_help": Word("Cần hỏi thêm, xin liên hệ {who}.", "To ask more, turn to {who}."),
    "spoken_phone": Word("số điện thoại {phone}", "telephone {phone}"),
    "spoken_hours": Word("trực {hours}", "on duty {hours}"),
    "spoken_unknown": Word("Đến nay còn chưa rõ: {items}.", "Not yet known: {items}."),
    "spoken_next": Word(
        "Thông tin tiếp theo sẽ có lúc {moment}.", "The next word comes at {moment}."
    ),
    "spoken_until": Word("Nội dung này có giá trị đến {moment}.", "This holds until {moment}."),
    "spoken_thanks": Word("Xin trân trọng cảm ơn.", "Thank you."),
    "short_asks": Word("Hỏi {who}.", "Ask {who}."),
    "short_until": Word("Dùng đến {moment}.", "Use until {moment}."),
    "short_next": Word("Cập nhật: {moment}.", "Update: {moment}."),
}

_AIR: Mapping[str, Word] = {
    "sheet_page": Word("Trang", "Page"),
    "card_a5_download": Word("Tải thẻ bỏ túi A5 (PDF)", "Download the pocket card, A5 (PDF)"),
    "script_download": Word("Tải lời đọc loa, chữ lớn (PDF)", "Download the script, large (PDF)"),
    "air_until": Word("CHỈ PHÁT ĐẾN {until}", "BROADCAST UNTIL {until} ONLY"),
    "air_between": Word(
        "CHỈ PHÁT TỪ {start} ĐẾN {until}", "BROADCAST FROM {start} UNTIL {until} ONLY"
    ),
    "air_open": Word("PHÁT ĐẾN KHI CÓ BẢN MỚI", "BROADCAST UNTIL REPLACED"),
    "air_length": Word("Thời lượng", "Length"),
    "air_repeat": Word("Phát lại", "Repeats"),
    "air_repeat_says": Word(
        "Bản tin không định giờ phát. Người phụ trách đài ghi ngày, giờ từng lần phát vào bảng ở "
        "cuối; trước mỗi lần phát, quét mã để biết lời này còn dùng được không.",
        "The bulletin sets no times. Whoever is in charge writes down the day and time of each "
        "broadcast in the table below, and scans the code before each.",
    ),
    "air_next": Word("Cập nhật", "Update"),
    "air_next_says": Word(
        "Có thông tin tiếp theo lúc {moment}; từ lúc đó hỏi lại trước khi phát.",
        "The next word comes at {moment}; from then on, ask before broadcasting.",
    ),
    "air_ask": Word("Hỏi lại", "To ask"),
    "air_read": Word("Lời đọc", "To be read"),
    "air_how": Word(
        "Mỗi dòng là một hơi đọc; hết câu thì nghỉ. Đọc đúng như viết, không thêm, không bớt.",
        "A line is a breath; pause after each sentence. Read it as it is written.",
    ),
    "air_times": Word("Các lần phát", "Broadcasts"),
    "air_turn": Word("Lần", "No."),
    "air_day": Word("Ngày", "Day"),
    "air_hour": Word("Giờ phát", "Time"),
    "air_who": Word("Người phát (ký)", "Read by (signed)"),
}

_QUESTIONS: Mapping[str, Word] = {
    "qa_label": Word("Hỏi – đáp thống nhất", "Questions and answers"),
    "qa_download": Word("Tải bản hỏi – đáp để in (PDF)", "Download questions and answers (PDF)"),
    "qa_edition": Word(
        "theo {bulletin}, phiên bản {version}", "after {bulletin}, version {version}"
    ),
    "qa_none": Word("HIỆN KHÔNG CÓ NỘI DUNG NÀO ĐƯỢC DÙNG", "NOTHING MAY BE USED NOW"),
    "qa_nothing": Word(
        "Không có nội dung nào của sự việc này đang được dùng. Hỏi nơi trả lời trước khi nói.",
        "No message of this event may be used now. Ask those who answer before you speak.",
    ),
    "qa_ended_event": Word(
        "Bản ghi sự việc này {standing}. Hỏi nơi trả lời trước khi nói.",
        "The record of this event is: {standing}. Ask those who answer before you speak.",
    ),
    "qa_in_short": Word("Nói ngắn gọn", "In short"),
    "qa_refused": Word("Không nói", "Do not say"),
    "qa_refused_why": Word("Vì", "Because"),
    "qa_ended": Word("Không dùng nữa", "No longer to be used"),
    "qa_open": Word("Chưa có câu trả lời", "Not yet answered"),
    "qa_open_says": Word(
        "Ai hỏi những điều này thì nói rõ là chưa có kết luận, ghi lại và chuyển nơi trả lời.",
        "Whoever asks this is told that nothing is concluded; note it and pass it on.",
    ),
    "qa_asked": Word("Câu hỏi và điều người dân thiếu thông tin", "What people ask and miss"),
    "qa_asked_says": Word(
        "Theo các bản nắm dư luận đã phát hành. Câu nào đã có ở phần trên thì trả lời theo phần "
        "trên; câu khác thì ghi lại, chuyển nơi trả lời.",
        "From the reports on opinion that were issued. Answer as above where there is an answer; "
        "note any other and pass it on.",
    ),
    "qa_more": Word("và {count} câu hỏi khác, xem trên trang.", "and {count} more on the page."),
}

SHEETS: Mapping[str, Word] = {**_STOPS, **_CARD, **_TEXTS, **_SPOKEN, **_AIR, **_QUESTIONS}


PAPER: Mapping[str, Word] = {
    "elsewhere_see": Word("xem {address}", "see {address}"),
    "elsewhere_ask": Word("hỏi {whom}", "ask {whom}"),
    "more_questions": Word(
        "Còn {count} câu hỏi và trả lời khác, {where}",
        "{count} more questions and answers, {where}",
    ),
    "more_moments": Word("{count} diễn biến trước đó, {where}", "{count} earlier moments, {where}"),
    "tasks_done": Word("{count} việc đã xong, {where}", "{count} tasks done, {where}"),
    "more_forecasts": Word(
        "Còn {count} dự báo đã qua hoặc dài hơn 72 giờ, {where}",
        "{count} more forecasts, past or beyond 72 hours, {where}",
    ),
    "more_changes": Word("Và {count} thay đổi khác, {where}", "And {count} other changes, {where}"),
    "note_goes_on": Word("… (còn nữa, {where})", "… (more of it, {where})"),
    "evidence_elsewhere": Word(
        "Chi tiết và nhật ký thẩm tra, xác minh, kết luận của {count} thông tin làm căn cứ: xem "
        "tệp {file} đính kèm bản PDF này, hoặc {where}.",
        "Details and verification log of the {count} items relied on: see the file {file} attached "
        "to this PDF, or {where}.",
    ),
    "paper_annex": Word("Phụ lục", "Annex"),
    "scripts": Word("Bài đọc trên loa truyền thanh", "Loudspeaker script"),
    "facts_reported": Word("Thông tin", "Information"),
    "paper_files": Word("Tệp kèm theo", "Files"),
    "log": Word("Nhật ký thẩm tra, xác minh, kết luận", "Verification log"),
    "log_item": Word("Thông tin", "Item"),
    "directive_named": Word("Tên văn bản", "Directive"),
    "directive_said": Word("Nơi ban hành, thời hạn", "Issued by, from and until when"),
    "directive_texts": Word("Nội dung các văn bản", "What the directives say"),
    "log_details": Word("Chi tiết thông tin làm căn cứ", "Details of what is relied on"),
}


YEARBOOK: Mapping[str, Word] = {
    "yearbook": Word("Tập bản tin năm {year}", "Bulletins of {year}"),
    "yearbook_holds": Word("Gồm {count} bản tin", "Holds {count} bulletins"),
    "yearbook_exercises": Word("{count} bản tin diễn tập", "{count} made in an exercise"),
    "yearbook_withdrawn": Word("{count} bản tin đã thu hồi", "{count} withdrawn"),
    "yearbook_among": Word("trong đó có {parts}", "of which {parts}"),
    "yearbook_as_of": Word("Nội dung đến {moment}", "As of {moment}"),
    "yearbook_order": Word(
        "Mỗi bản tin được in theo phiên bản mới nhất, xếp theo thứ tự phát hành lần đầu.",
        "Each bulletin is printed in its newest version, in the order of first issue.",
    ),
    "yearbook_contents": Word("Mục lục", "Contents"),
    "yearbook_version": Word("phiên bản {version}", "version {version}"),
    "yearbook_issued": Word("phát hành {moment}", "issued at {moment}"),
    "yearbook_code": Word("Mã kiểm tra: {digest}", "Check code: {digest}"),
    "yearbook_page": Word("Trang", "Page"),
    "yearbook_is_withdrawn": Word("Đã thu hồi", "Withdrawn"),
    "yearbook_recalled": Word(
        "Sau khi phát hành, {id} “{title}” đã bị thu hồi lúc {moment}. Không dùng nội dung đó.",
        "After the issue {id} “{title}” was recalled at {moment}. Do not use that message.",
    ),
    "yearbook_verify": Word(
        "Mã băm tính trên tệp {file} trong kho của chương trình. Lệnh “bulletin verify” tính lại "
        "mã này và cả chuỗi phát hành.",
        "The digest is taken over the file {file} of the programme. The command “bulletin verify” "
        "recomputes it and the whole chain.",
    ),
    "yearbook_corrections": Word("Đính chính, thu hồi", "Corrections and recalls"),
    "yearbook_corrections_note": Word(
        "Các lần đính chính, thu hồi trong năm {year} và về các bản tin trong tập này.",
        "What was corrected, withdrawn or recalled in {year}, or of the bulletins in this book.",
    ),
    "yearbook_no_corrections": Word(
        "Không có đính chính hoặc thu hồi.", "Nothing was corrected, withdrawn or recalled."
    ),
    "yearbook_at": Word("Lúc", "At"),
    "yearbook_what": Word("Bản tin, nội dung", "Bulletin or message"),
    "yearbook_why": Word("Việc và lý do", "What and why"),
    "yearbook_elsewhere": Word("ngoài tập này", "not in this book"),
    "yearbook_areas": Word("Tra theo địa bàn", "Index by area"),
    "yearbook_topics": Word("Tra theo lĩnh vực", "Index by topic"),
    "yearbook_events": Word("Tra theo sự việc", "Index by event"),
    "yearbook_check": Word("Kiểm tra tập này", "To check this book"),
    "yearbook_again": Word(
        "Lệnh “bulletin render --year {year}” lập lại tập này từ các bản đã phát hành; nếu không "
        "có gì thay đổi thì mã kiểm tra ở chân trang vẫn như cũ.",
        "The command “bulletin render --year {year}” makes this book again from what was issued; "
        "unless something has changed, the check code at the foot of the page is the same.",
    ),
    "yearbook_scan": Word(
        "Quét mã QR hoặc mở địa chỉ dưới đây để xem các bản tin đang có hiệu lực.",
        "Scan the code or open this address for the bulletins that hold now.",
    ),
    "yearbook_ask": Word(
        "Muốn biết các bản tin đang có hiệu lực, hỏi: {whom}.",
        "To know which bulletins hold now, ask: {whom}.",
    ),
    "yearbook_qr": Word("Mã QR: {coded}", "QR code: {coded}"),
}
