"""The words of the dashboard, in both languages. Each finding is a sentence with its numbers."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

_STREAMS: Mapping[str, Word] = {
    "dash_streams": Word("Luồng ý kiến theo thời gian", "Streams of opinion over time"),
    "dash_streams_topic": Word("Luồng ý kiến theo lĩnh vực", "Streams by topic"),
    "dash_streams_tendency": Word("Luồng ý kiến theo khuynh hướng", "Streams by leaning"),
    "dash_streams_breadth": Word("Luồng ý kiến theo mức phổ biến", "Streams by breadth"),
    "dash_month": Word("Tháng", "Month"),
    "dash_other_topics": Word("Các lĩnh vực khác", "Other topics"),
    "dash_streams_said": Word(
        "Từ {first} đến {last}, các báo cáo dư luận ghi {total} luồng ý kiến; nhiều nhất: {names} "
        "({count}).",
        "From {first} to {last}, reports on opinion tell of {total} streams; most about {names} "
        "({count}).",
    ),
    "dash_streams_month": Word(
        "Trong {last}, các báo cáo dư luận ghi {total} luồng ý kiến; nhiều nhất: {names} "
        "({count}).",
        "In {last}, reports on opinion tell of {total} streams; most about {names} ({count}).",
    ),
    "dash_choice_said": Word(
        "Nhiều nhất là “{names}”: {count} trong {total} luồng ý kiến.",
        "Most often “{names}”: {count} of {total} streams.",
    ),
    "dash_streams_note": Word(
        "Mỗi luồng là ý kiến đã tổng hợp, không phải một người; tháng tính theo ngày cuối của kỳ "
        "báo cáo, chỉ đếm 12 tháng gần nhất.",
        "A stream is opinion in aggregate, not a person; its month is that in which the report's "
        "period ends. Only the last twelve months are counted.",
    ),
}

_FORECASTS: Mapping[str, Word] = {
    "dash_forecasts": Word("Dự báo và thực tế", "Forecasts and outcomes"),
    "dash_forecasts_title": Word(
        "Dự báo theo khả năng và thực tế", "Forecasts by likelihood and outcome"
    ),
    "dash_likelihood": Word("Khả năng đã nêu", "Likelihood stated"),
    "dash_forecasts_why": Word(
        "Đếm số dự báo, không tính tỷ lệ: số dự báo còn ít, và không văn bản nào nói mỗi mức ứng "
        "với xác suất nào.",
        "Counts, not rates: forecasts are few, and no document says which probability a word "
        "stands for.",
    ),
    "dash_forecasts_said": Word(
        "Trong {total} dự báo đã ghi thực tế: {happened} đã xảy ra, {partly} xảy ra một phần, "
        "{did_not_happen} không xảy ra.",
        "Of {total} forecasts with an outcome, {happened} happened, {partly} happened in part, "
        "{did_not_happen} did not happen.",
    ),
    "dash_forecasts_open": Word(
        "Chưa ghi thực tế: {waiting} dự báo đã hết thời hạn, {running} chưa hết hoặc không ghi "
        "thời hạn.",
        "Without an outcome: {waiting} that have come due, {running} that have not or name no day.",
    ),
}

_TIMES: Mapping[str, Word] = {
    "dash_times": Word("Từ phản ánh đến câu trả lời", "From report to message"),
    "dash_times_title": Word("Số ngày xử lý thông tin", "Days it took"),
    "dash_concluded": Word("Từ lúc nhận đến kết luận", "From report to conclusion"),
    "dash_rumours": Word(
        "Riêng tin đồn, từ lúc nhận đến kết luận", "Rumours only, report to conclusion"
    ),
    "dash_told": Word("Từ kết luận đến nội dung thống nhất", "From conclusion to message"),
    "dash_in_all": Word("Từ lúc nhận đến nội dung thống nhất", "From report to message"),
    "dash_times_said": Word(
        "Một nửa số thông tin có kết luận trong {middle} ngày kể từ ngày nhận; lâu nhất {most} "
        "ngày.",
        "Half of all information was concluded within {middle} days of its report; the slowest "
        "took "
        "{most} days.",
    ),
    "dash_times_same_day": Word(
        "Ít nhất một nửa số thông tin có kết luận ngay trong ngày nhận; lâu nhất {most} ngày.",
        "At least half of all information was concluded on the day of its report; the slowest took "
        "{most} days.",
    ),
    "dash_told_same_day": Word(
        "Ít nhất một nửa được đưa vào nội dung thống nhất ngay trong ngày kết luận.",
        "At least half was told in a message on the day of the conclusion.",
    ),
    "dash_told_said": Word(
        "Từ kết luận đến khi phát hành nội dung thống nhất, một nửa mất không quá {middle} ngày.",
        "From the conclusion to the message, half took no more than {middle} days.",
    ),
    "dash_times_printed": Word(
        "trung vị {middle}; từ {least} đến {most} (n = {cases})",
        "median {middle}; from {least} to {most} (n = {cases})",
    ),
    "dash_times_note": Word(
        "Tính bằng ngày. Nội dung thống nhất tính từ bản tin đầu tiên có nội dung dẫn thông tin "
        "ấy.",
        "In days. A message counts from the first bulletin in which one cites the fact.",
    ),
    "dash_times_drawn": Word(
        "Chấm là trung vị; ô gạch chéo là nửa ở giữa; đường mảnh là từ nhanh nhất đến lâu nhất.",
        "The dot is the median, the hatched box the middle half, the line runs from the fastest to "
        "the slowest.",
    ),
    "dash_stage": Word("Chặng", "Stage"),
    "dash_cases": Word("Số trường hợp", "Cases"),
    "dash_least": Word("Nhanh nhất", "Fastest"),
    "dash_middle": Word("Trung vị", "Median"),
    "dash_middle_half": Word("Nửa ở giữa", "Middle half"),
    "dash_slowest": Word("Lâu nhất", "Slowest"),
    "dash_between": Word("{lower} đến {upper}", "{lower} to {upper}"),
}

OVER_TIME: Mapping[str, Word] = {**_STREAMS, **_FORECASTS, **_TIMES}


_PAGE: Mapping[str, Word] = {
    "dash_title": Word("Số liệu tổng hợp", "Dashboard"),
    "dash_summary": Word(
        "Việc quá hạn, việc đến hạn, việc đang chờ ai; vấn đề bức xúc, luồng ý kiến, dự báo, thời "
        "gian xử lý và lực lượng, bằng số.",
        "What is overdue, due and held; concerns, streams of opinion, forecasts, times and the "
        "network, in numbers.",
    ),
    "dash_as_of": Word("Tính đến {moment}", "As of {moment}"),
    "dash_newest": Word(
        ", lúc phát hành bản tin mới nhất.", ", when the newest bulletin was issued."
    ),
    "dash_today": Word(
        "Quá hạn, sắp đến hạn và mở bao lâu được đếm đến hôm nay, {day}.",
        "What is overdue, due or long open is counted for today, {day}.",
    ),
    "dash_figures": Word(
        "Từ đây là số liệu tính đến lúc phát hành bản tin mới nhất. Chỉ đếm bản ghi đã phát hành; "
        "không đếm bản ghi đã thu hồi hoặc ngừng dùng.",
        "From here on figures are as of the newest bulletin. Only issued records are counted, and "
        "none that was recalled or retired.",
    ),
    "dash_actual_only": Word(
        "Không đếm nội dung phát hành để diễn tập.", "What was issued for exercises is not counted."
    ),
    "dash_nothing": Word("Chưa có số liệu.", "No figures yet."),
    "dash_few": Word(
        "Mới có {count} trường hợp, chưa đủ để nói lên xu hướng.",
        "Only {count} cases so far, too few for a trend.",
    ),
    "dash_table": Word("Bảng số", "The numbers"),
    "dash_first_rows": Word(
        "Biểu đồ vẽ {count} hàng đầu; bảng có đủ các hàng.",
        "The chart shows the first {count} rows, the table all of them.",
    ),
    "dash_total": Word("Cộng", "Total"),
    "dash_no_topic": Word("Chưa ghi lĩnh vực", "No topic given"),
    "dash_no_unit": Word("Chưa giao đơn vị nào", "Owned by no unit"),
    "dash_pair": Word("{label}: {value}", "{label}: {value}"),
}

_FIRST: Mapping[str, Word] = {
    "dash_numbers": Word("Năm con số đầu tiên", "Five numbers first"),
    "dash_first_overdue": Word("việc quá hạn", "overdue"),
    "dash_first_soon": Word("việc đến hạn trong {days} ngày", "due in {days} days"),
    "dash_first_long": Word("vấn đề mở quá {days} ngày", "open for over {days} days"),
    "dash_first_waiting": Word("việc đang chờ", "held"),
    "dash_first_waited": Word("chờ {names}", "by {names}"),
    "dash_first_answered": Word("vấn đề đã trả lời trong {month}", "answered in {month}"),
    "dash_print": Word(
        "In trang này được một tờ A4: năm con số, việc quá hạn và đến hạn, việc đang chờ ai.",
        "This page prints as one sheet of A4: the numbers, what is overdue and due, what is held.",
    ),
    "dash_list_work": Word("Việc phải làm, quá hạn trước", "Work to be done, overdue first"),
    "dash_overdue_title": Word("Quá hạn", "Overdue"),
    "dash_soon_title": Word("Đến hạn trong {days} ngày", "Due in {days} days"),
    "dash_later_title": Word("Hạn xa hơn", "Due later"),
    "dash_no_work": Word("không có việc nào", "none"),
    "dash_no_concern": Word("không có vấn đề nào", "none"),
    "dash_no_day": Word("chưa ghi hạn", "no day given"),
    "dash_list_open": Word(
        "Vấn đề bức xúc đang mở, lâu nhất trước", "Open concerns, the oldest first"
    ),
    "dash_long_title": Word("Mở quá {days} ngày", "Open for over {days} days"),
    "dash_short_title": Word("Mở chưa quá {days} ngày", "Open for up to {days} days"),
    "dash_list_waiting": Word("Việc đang chờ, và chờ ai", "What is held, and by whom"),
    "dash_waiting_none": Word("Không có việc nào phải chờ.", "Nothing is held."),
    "dash_list_answered": Word(
        "Vấn đề đã trả lời người dân trong {month}", "Concerns answered in {month}"
    ),
    "dash_answered_none": Word(
        "Chưa trả lời vấn đề nào trong tháng này.", "None was answered in this month."
    ),
    "dash_head_work": Word("Việc", "Work"),
    "dash_head_unit": Word("Đơn vị", "Unit"),
    "dash_head_due": Word("Hạn", "Due"),
    "dash_head_record": Word("Mã", "Id"),
    "dash_head_concern": Word("Vấn đề", "Concern"),
    "dash_head_body": Word("Cơ quan có thẩm quyền", "Competent body"),
    "dash_head_reported": Word("Phản ánh từ ngày", "Reported since"),
    "dash_head_matter": Word("Nội dung", "Matter"),
    "dash_head_waits_for": Word("Chờ", "Waits for"),
    "dash_head_state": Word("Tình trạng", "State"),
    "dash_head_since": Word("Từ ngày", "Since"),
    "dash_head_holds": Word("Đang tạm giữ", "Holds back"),
    "dash_head_answered": Word("Ngày trả lời", "Answered on"),
    "dash_head_answer": Word("Nội dung trả lời", "Answer"),
    "dash_more": Word(
        "Tờ in chỉ ghi những dòng đầu; danh sách đầy đủ có trên trang số liệu của bản tin.",
        "The sheet has only the first lines; the page of figures has the whole list.",
    ),
    "dash_csv": Word("Tải bảng này (CSV)", "This table as CSV"),
}

_CONCERNS: Mapping[str, Word] = {
    "dash_concerns": Word("Vấn đề bức xúc", "Concerns"),
    "dash_concerns_topic": Word("Vấn đề bức xúc theo lĩnh vực", "Concerns by topic"),
    "dash_concerns_area": Word("Vấn đề bức xúc theo địa bàn", "Concerns by area"),
    "dash_concerns_age": Word("Vấn đề đang mở đã bao lâu", "How long concerns have been open"),
    "dash_open": Word("đang mở", "open"),
    "dash_settled": Word("đã giải quyết", "settled"),
    "dash_topic": Word("Lĩnh vực", "Topic"),
    "dash_area": Word("Địa bàn", "Area"),
    "dash_band": Word("Số ngày", "Days"),
    "dash_concerns_said": Word(
        "Có {total} vấn đề bức xúc, trong đó {open} đang mở.",
        "Concerns: {total}, of which open: {open}.",
    ),
    "dash_concerns_done": Word(
        "Có {total} vấn đề bức xúc, tất cả đã giải quyết.",
        "Concerns: {total}, all of them settled.",
    ),
    "dash_most_open": Word(
        "Đang mở nhiều nhất: {names} ({count}).", "Most are open in: {names} ({count})."
    ),
    "dash_area_note": Word(
        "Vấn đề thuộc nhiều địa bàn được đếm ở từng địa bàn.",
        "A concern of several areas counts in each of them.",
    ),
    "dash_age_said": Word(
        "Trong {open} vấn đề đang mở, {old} đã mở quá {days} ngày; lâu nhất là {oldest} ngày.",
        "Of {open} open concerns, {old} have been open for more than {days} days; the longest for "
        "{oldest} days.",
    ),
    "dash_age_none": Word("Không có vấn đề nào đang mở.", "No concern is open."),
    "dash_age_note": Word(
        "Tính từ ngày phản ánh đầu tiên đến ngày phát hành bản tin mới nhất.",
        "From the first day it was reported to the day of the newest bulletin.",
    ),
    "dash_band_first": Word("Đến {last} ngày", "Up to {last} days"),
    "dash_band_next": Word("{first} đến {last} ngày", "{first} to {last} days"),
    "dash_band_last": Word("Trên {last} ngày", "More than {last} days"),
}

_PROMISES: Mapping[str, Word] = {
    "dash_promises": Word("Cam kết và nhiệm vụ", "Promises and tasks"),
    "dash_promises_unit": Word("Việc đã giao theo đơn vị", "Tasks by unit"),
    "dash_unit": Word("Đơn vị", "Unit"),
    "dash_done": Word("đã xong", "done"),
    "dash_overdue": Word("quá hạn", "overdue"),
    "dash_running": Word("còn trong hạn", "not yet due"),
    "dash_promises_said": Word(
        "Trong {total} việc đã giao: {overdue} quá hạn, {running} còn trong hạn, {done} đã xong.",
        "Of {total} tasks, {overdue} are overdue, {running} are not yet due, {done} are done.",
    ),
    "dash_most_overdue": Word(
        "Quá hạn nhiều nhất: {names} ({count}).", "Most overdue: {names} ({count})."
    ),
    "dash_promises_note": Word(
        "Đếm nhiệm vụ của sự việc, cam kết giải quyết bức xúc và việc đang làm. Việc không ghi hạn "
        "được tính là còn trong hạn.",
        "Tasks of events, commitments to settle concerns and what is being done. Work without a "
        "day counts as not yet due.",
    ),
}

_AREAS: Mapping[str, Word] = {
    "dash_network": Word("Lực lượng nắm bắt dư luận", "The network"),
    "dash_network_title": Word(
        "Tổ và cộng tác viên theo địa bàn", "Groups and collaborators by area"
    ),
    "dash_groups": Word("số tổ", "groups"),
    "dash_collaborators": Word("cộng tác viên", "collaborators"),
    "dash_reporting": Word("có báo cáo", "reporting"),
    "dash_day": Word("Số liệu đến ngày", "As of"),
    "dash_network_said": Word(
        "Có số liệu lực lượng của {covered} địa bàn.", "The network is known in {covered} areas."
    ),
    "dash_network_all": Word(
        "Mọi địa bàn đã phát hành đều có lực lượng.", "Every area that was issued is covered."
    ),
    "dash_network_gaps": Word(
        "Chưa có số liệu của {count} địa bàn: {names}.",
        "Nothing is known of {count} areas: {names}.",
    ),
    "dash_network_note": Word(
        "Mỗi địa bàn lấy số liệu của bản ghi mới nhất, in đúng như bản ghi, không cộng.",
        "For each area the newest record's own numbers, as printed there; nothing is added up.",
    ),
    "dash_map": Word("Địa bàn", "Areas"),
    "dash_map_title": Word(
        "Vấn đề bức xúc đang mở trên từng địa bàn", "Open concerns in each area"
    ),
    "dash_map_said": Word(
        "Vấn đề đang mở ghi ở {named} trong {areas} địa bàn.",
        "Open concerns name {named} of {areas} areas.",
    ),
    "dash_map_inside_note": Word(
        "Số của một địa bàn gồm cả vấn đề của địa bàn nằm trong đó.",
        "An area's number includes the areas within it.",
    ),
    "dash_map_note": Word(
        "Ô bằng nhau, không theo diện tích.", "Tiles are equal, whatever the size."
    ),
    "dash_boundary_note": Word(
        "Ranh giới lấy từ tệp areas.geojson do địa phương cung cấp, đã giản lược, chỉ để xem.",
        "Boundaries come from the locality's own areas.geojson, simplified, for reading only.",
    ),
    "dash_boundary_missing": Word(
        "Chưa có ranh giới của {missing} địa bàn; số của các địa bàn ấy ở trong bảng.",
        "Of {missing} areas there is no boundary; their numbers stand in the table.",
    ),
    "dash_map_from": Word("từ {first}", "{first} or more"),
    "dash_map_above": Word("Thuộc", "In"),
    "dash_map_open": Word("Vấn đề đang mở", "Open concerns"),
    "dash_within": Word("Thuộc {name}", "In {name}"),
}

DASHBOARD: Mapping[str, Word] = {
    **_PAGE,
    **_FIRST,
    **_CONCERNS,
    **_PROMISES,
    **_AREAS,
    **OVER_TIME,
}
