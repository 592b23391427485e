"""The words of the dashboard about what runs through time: streams, forecasts, and days it took."""

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
        "báo cáo, vẽ nhiều nhất 12 tháng.",
        "A stream is opinion in aggregate, not a person; its month is that in which the report's "
        "period ends. Twelve months at most are shown.",
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
        "Chấm là trung vị; ô gạch chéo là nửa ở giữa; đường mảnh là từ nhanh nhất đến lâu nhất, "
        "tính bằng "
        "ngày. Nội dung thống nhất tính từ bản tin đầu tiên có nội dung dẫn thông tin ấy.",
        "The dot is the median, the hatched box the middle half, the line runs from the fastest to "
        "the slowest, in days. A message counts from the first bulletin in which one cites the "
        "fact.",
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
