"""Which sentences ask people to act: only these stand under what people should do."""

import pytest

from generator.model.record.requests import asks_to_act

ASKS = (
    "Nếu có mùi, mở vòi xả 3 đến 5 phút.",
    "Không đi qua đoạn ngập ở Tổ dân phố 2, đi vòng theo hai chốt.",
    "Kết quả được công bố ngày 25 hằng tháng. Hỏi trực ban Ban Dân vận.",
    "Mỗi nhà nên trữ nước cho một đêm.",
    "Đề nghị các hộ dọn rác ở miệng cống.",
    "Nước giếng ở đoạn từng ngập thì chờ kết quả kiểm tra.",
    "Please boil the water.",
)
TELLS = (
    "Đường chính Tổ dân phố 2 đã đi lại bình thường.",
    "Nước máy đạt quy chuẩn, dùng được như bình thường.",
    "Nhà văn hóa Tổ dân phố 2 và Trạm Y tế không ngập, mở suốt đêm.",
    "Đường ống được súc xả mỗi quý một lần, từ 22 giờ đến 4 giờ.",
    "The main road is open.",
)


@pytest.mark.parametrize("text", ASKS)
def test_a_sentence_that_asks(text: str) -> None:
    assert asks_to_act(text)


@pytest.mark.parametrize("text", TELLS)
def test_a_sentence_that_only_tells(text: str) -> None:
    assert not asks_to_act(text)
