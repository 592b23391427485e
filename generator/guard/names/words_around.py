"""Words that stand beside names: kinship, work, what people do; and what is named after people."""

import re
from collections.abc import Callable, Mapping

from generator.guard.names.name_words import NAMED_AFTER, TITLES
from generator.guard.text.plain_text import split_words, unaccented

_KINSHIP = frozenset(TITLES) | frozenset(
    split_words(
        """
    cố ngoại nội già mế mệ mự mạ o ả eng u ú bầm bủ bá bọ bu đẻ me mé pá pả ké hia chế tỷ huynh ba
    mẹ bố cha con vợ chồng út nhỏ nàng hắn sếp quý amí ama aduôn yă nhóc tên
    """
    )
)
_WORK = frozenset(
    split_words(
        """
    sĩ sỹ viên trưởng phó thư tịch nhân dân giả gia sư tá thợ chủ khách hộ người lái xế đốc quỹ kho
    toán giáo vệ công ca phu bầu nhí nông ngư binh thủ tướng úy uý dâu rể xứ cúng mo đồng lý tế điện
    nước hàn mộc hồ xây đò máy ôm trùm sãi trì tọa toạ thượng đức tăng ni sơ xơ ảnh dịch phiên phim
    bút bạn hàng thầu bếp trọ quán tiệm vườn ghe tàu thuyền xưởng rừng lâm quan kiểm phạm can cáo
    nạn chứng đơn ký nộp gửi nhận thay giảng huấn luyện trực chỉ điều phụ shipper tiktoker youtuber
    streamer blogger reporter mc hlv vđv gvcn hs sv gs ts ths bs ks môn đạo lĩnh hạ trung thiếu đại
    tiểu làng bản thôn ấp buôn xóm khu phường xã tổ đội nhóm lớp chi hội đoàn đảng ủy ban phòng
    dưỡng khoản tín đồ tu khoa họ danh
    """
    )
)
_LEADS = frozenset(
    split_words(
        """
    do bởi nhờ gửi gặp mời với và cùng thay cho của là gồm có tặng thăm báo hỏi nhắn gọi theo như
    tới giao trao ơn thưa nghị thấy bắt đưa nhắc chúc mừng
    """
    )
)
_DEEDS = frozenset(
    split_words(
        """
    nói bảo kể hỏi gửi tặng cho đưa nhận ký trực giữ xin góp nhờ báo viết đăng trả chia cười khóc
    than mong chờ đi về ra vào lên xuống làm mượn mua bán thay giúp dẫn hướng kiểm chọn quét đọc ghi
    chụp quay chạy chở bắt cứu hứa thổi dệt gói đứng ngồi nằm ốm bị được đã sẽ đang chưa không có là
    ở sinh trú ngụ học nghỉ vắng đến tới đạt giành thắng sửa chèo múc phát nộp trình đề phản cảm
    thực đảm phụ vừa mới cũng còn cùng nhặt hái cấy bơi lội khiêng vác nấu hát múa đàn thấy nghe
    biết nghĩ lo dạy khám chữa may vá đan câu lái cầm kéo đẩy trèo ngã té chết mất bỏ đòi quyết nhắc
    nhắn rủ mời kêu gọi la mắng chửi đánh ăn uống ngủ tắm giặt phơi trồng nuôi tưới bón phun mang
    xách soạn in chốt thu chi trông canh gác đóng mở khóa lắp tháo bàn họp dự chủ điều nhé nha nhen
    nghen ơi ạ nhớ hẹn khai thưa chịu ngại sợ ghé lấy gánh chặt phơi khoan vét kiện thử
    """
    )
)
_PLACES = frozenset(
    phrase.split()[-1] for phrase in re.sub(r"\(.*?\)", "", NAMED_AFTER).split("|")
) | frozenset(
    split_words(
        """
    cống kè đê rạch vàm mương lò đồi núi đèo suối thác gò bãi hòn mũi vịnh đầm phá bàu láng giồng
    cồn lung hang động bưng trảng khe vực ghềnh đập rừng đồng cánh nương ruộng bến bãi phà ngầm tràn
    nông lâm trường doanh đồn trại tuyến kios quầy sạp gian lan hoa cá giống vụ bản buôn plei sóc
    phum làng khối khóm hội ngày tết lễ tháng mùa quý thứ tổ ban sở bộ cục viện khoa
    """
    )
)
_WORDS_OF_KIND = {
    "kin": _KINSHIP,
    "work": _WORK,
    "lead": _LEADS,
    "place": _PLACES,
    "deed": _DEEDS,
}


def _kinds_of_words(spelling: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, words in _WORDS_OF_KIND.items():
        for word in set(map(spelling, words)):
            kinds[word] = (*kinds.get(word, ()), kind)
    return kinds


KINDS_OF_WORDS = _kinds_of_words(str)
KINDS_OF_PLAIN_WORDS = _kinds_of_words(unaccented)
