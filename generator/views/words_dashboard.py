"""The words of the dashboard, in both languages. Each finding is a sentence with its numbers."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word
from generator.views.words_over_time import OVER_TIME

_PAGE: Mapping[str, Word] = {
    "dash_title": Word("Số liệu tổng hợp", "Dashboard"),
    "dash_summary": Word(
        "Vấn đề bức xúc, cam kết, luồng ý kiến, dự báo, thời gian xử lý và lực lượng, bằng số.",
        "Concerns, promises, streams of opinion, forecasts, times and the network, in numbers.",
    ),
    "dash_as_of": Word(
        "Tính đến {moment}, lúc phát hành bản tin mới nhất. Chỉ đếm bản ghi đã phát hành; không "
        "đếm "
        "bản ghi đã thu hồi hoặc ngừng dùng.",
        "As of {moment}, when the newest bulletin was issued. Only issued records are counted, and "
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
    "dash_table": Word("Bảng số của biểu đồ", "The chart's numbers"),
    "dash_first_rows": Word(
        "Biểu đồ vẽ {count} hàng đầu; bảng có đủ các hàng.",
        "The chart shows the first {count} rows, the table all of them.",
    ),
    "dash_total": Word("Cộng", "Total"),
    "dash_no_topic": Word("Chưa ghi lĩnh vực", "No topic given"),
    "dash_no_unit": Word("Chưa giao đơn vị nào", "Owned by no unit"),
    "dash_pair": Word("{label}: {value}", "{label}: {value}"),
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
    "dash_in_time": Word("xong trong hạn", "done in time"),
    "dash_after": Word("xong, báo sau hạn", "done, reported late"),
    "dash_overdue": Word("quá hạn", "overdue"),
    "dash_running": Word("còn trong hạn", "not yet due"),
    "dash_promises_said": Word(
        "Trong {total} việc đã giao: {in_time} xong trong hạn, {after} xong nhưng báo sau hạn, "
        "{overdue} đã quá hạn, {running} còn trong hạn.",
        "Of {total} tasks, {in_time} were done in time, {after} were reported as done after the "
        "date, {overdue} are overdue, {running} are not yet due.",
    ),
    "dash_most_overdue": Word(
        "Quá hạn nhiều nhất: {names} ({count}).", "Most overdue: {names} ({count})."
    ),
    "dash_promises_note": Word(
        "Bản ghi không ghi ngày làm xong. Việc được tính là xong trong hạn khi bản tin đầu tiên "
        "ghi "
        "việc ấy đã xong phát hành không muộn hơn ngày đến hạn; việc xong kịp mà bản tin ra sau "
        "ngày đến hạn nằm ở cột “xong, báo sau hạn”. Việc không ghi hạn được tính là còn trong "
        "hạn.",
        "Records do not tell on which day work was finished. A task counts as done in time when "
        "the "
        "first bulletin that says so was issued no later than the task was due; one finished in "
        "time but reported later stands under “done, reported late”. Without a date it counts as "
        "not yet due.",
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
    "dash_map_note": Word(
        "Số của một địa bàn gồm cả vấn đề của địa bàn nằm trong đó. Ô bằng nhau, không theo diện "
        "tích.",
        "An area's number includes the areas within it. Tiles are equal, whatever the size.",
    ),
    "dash_boundary_note": Word(
        "Số của một địa bàn gồm cả vấn đề của địa bàn nằm trong đó. Ranh giới lấy từ tệp "
        "areas.geojson do địa phương cung cấp, đã giản lược, chỉ để xem.",
        "An area's number includes the areas within it. Boundaries come from the locality's own "
        "areas.geojson, simplified, for reading only.",
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
    **_CONCERNS,
    **_PROMISES,
    **_AREAS,
    **OVER_TIME,
}
