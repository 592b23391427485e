"""Historical figures: streets, schools and prizes have their names, often without such a word."""

from generator.guard.text.plain_text import split_words

HISTORICAL = frozenset(
    name.strip()
    for name in split_words(
        """
    Alexandre Yersin, Louis Pasteur, Marie Curie, Albert Einstein, Isaac Newton, Thomas Edison,
    Karl Marx, Các Mác, Friedrich Engels, Robert Koch, Florence Nightingale, Alexandre de Rhodes,
    Bành Văn Trân, Bùi Bằng Đoàn, Bùi Công Trừng, Bùi Huy Bích, Bùi Hữu Nghĩa, Bùi Ngọc Dương,
    Bùi Thị Xuân, Bùi Tá Hán, Bùi Viện, Bùi Xuân Phái, Bùi Xương Trạch, Bùi Đình Túy, Bạch Thái
    Bưởi, Cao Bá Quát, Cao Bằng, Cao Văn Lầu, Cao Xuân Dục, Cao Xuân Huy, Chu Mạnh Trinh, Chu
    Văn An, Châu Văn Liêm, Cù Chính Lan, Dương Bá Trạc, Dương Khuê, Dương Nội, Dương Quảng Hàm,
    Dương Thị Mười, Dương Tử Giang, Dương Tự Minh, Dương Văn Bé, Dương Đình Nghệ, Giang Văn
    Minh, Giáp Bát, Giáp Nhất, Hoàng Công Chất, Hoàng Cầu, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Hữu
    Nam, Hoàng Liên Sơn, Hoàng Mai, Hoàng Minh Giám, Hoàng Ngân, Hoàng Quốc Việt, Hoàng Sa,
    Hoàng Sâm, Hoàng Tăng Bí, Hoàng Văn Thái, Hoàng Văn Thụ, Hoàng Đạo Thúy, Huỳnh Khương An,
    Huỳnh Mẫn Đạt, Huỳnh Ngọc Huệ, Huỳnh Thiện Lộc, Huỳnh Thúc Kháng, Huỳnh Tấn Phát, Huỳnh Tịnh
    Của, Huỳnh Văn Bánh, Huỳnh Văn Nghệ, Hà Cầu, Hà Huy Giáp, Hà Huy Tập, Hà Trì, Hà Tôn Quyền,
    Hàn Mặc Tử, Hồ Ba Mẫu, Hồ Biểu Chánh, Hồ Chí Minh, Hồ Dzếnh, Hồ Gươm, Hồ Hảo Hớn, Hồ Học
    Lãm, Hồ Nguyên Trừng, Hồ Thị Kỷ, Hồ Tây, Hồ Tùng Mậu, Hồ Văn Huê, Hồ Xuân Hương, Hồ Đắc Di,
    Hứa Hành, Kha Vạn Cân, Khúc Hạo, Khúc Thừa Dụ, Kim Giang, Kim Mã, Kim Đồng, Kinh Dương
    Vương, La Văn Cầu, Lâm Văn Bền, Lâm Đồng, Lê Anh Xuân, Lê Chân, Lê Duẩn, Lê Hoàn, Lê Hồng
    Phong, Lê Hữu Trác, Lê Khả Phiêu, Lê Lai, Lê Lộ, Lê Lợi, Lê Ngọc Hân, Lê Phụng Hiểu, Lê
    Quang Sung, Lê Quang Đạo, Lê Quang Định, Lê Quý Đôn, Lê Thanh Nghị, Lê Thái Tổ, Lê Thánh
    Tông, Lê Thạch, Lê Thị Hồng Gấm, Lê Thị Riêng, Lê Trọng Tấn, Lê Trực, Lê Văn Duyệt, Lê Văn
    Hiến, Lê Văn Hưu, Lê Văn Khương, Lê Văn Lương, Lê Văn Quới, Lê Văn Sĩ, Lê Văn Sỹ, Lê Văn
    Thiêm, Lê Văn Tám, Lê Văn Việt, Lê Đình Dương, Lê Đình Lý, Lê Đại Hành, Lê Đức Anh, Lê Đức
    Thọ, Lý Chiêu Hoàng, Lý Chính Thắng, Lý Nam Đế, Lý Nhân Tông, Lý Thái Tông, Lý Thái Tổ, Lý
    Thường Kiệt, Lý Tự Trọng, Lưu Hữu Phước, Lưu Quang Vũ, Lưu Trọng Lư, Lương Khánh Thiện,
    Lương Ngọc Quyến, Lương Nhữ Học, Lương Sơn, Lương Thế Vinh, Lương Trúc Đàm, Lương Văn Can,
    Lương Văn Nắm, Lương Yên, Lương Định Của, Mai Châu, Mai Chí Thọ, Mai Dịch, Mai Hắc Đế, Mai
    Thúc Loan, Mai Xuân Thưởng, Mạc Cửu, Mạc Thiên Tích, Mạc Thái Tổ, Mạc Thị Bưởi, Mạc Đĩnh
    Chi, Nguyễn An Ninh, Nguyễn Biểu, Nguyễn Bá Ngọc, Nguyễn Bỉnh Khiêm, Nguyễn Cao Luyện,
    Nguyễn Chánh, Nguyễn Chí Thanh, Nguyễn Chế Nghĩa, Nguyễn Công Hoan, Nguyễn Công Trứ, Nguyễn
    Cơ Thạch, Nguyễn Cư Trinh, Nguyễn Cảnh Chân, Nguyễn Du, Nguyễn Duy Trinh, Nguyễn Gia Thiều,
    Nguyễn Gia Trí, Nguyễn Hiền, Nguyễn Hoàng, Nguyễn Hoàng Tôn, Nguyễn Huy Tưởng, Nguyễn Huệ,
    Nguyễn Hữu Cảnh, Nguyễn Hữu Cầu, Nguyễn Hữu Dật, Nguyễn Hữu Huân, Nguyễn Hữu Thọ, Nguyễn
    Khang, Nguyễn Khoái, Nguyễn Khuyến, Nguyễn Khánh Toàn, Nguyễn Khắc Nhu, Nguyễn Khắc Viện,
    Nguyễn Kiệm, Nguyễn Lương Bằng, Nguyễn Lộ Trạch, Nguyễn Ngọc Vũ, Nguyễn Oanh, Nguyễn Phan
    Vinh, Nguyễn Phi Khanh, Nguyễn Phong Sắc, Nguyễn Phúc Chu, Nguyễn Phúc Lai, Nguyễn Phúc
    Nguyên, Nguyễn Quang Bích, Nguyễn Quang Diêu, Nguyễn Quyền, Nguyễn Sinh Cung, Nguyễn Sinh
    Sắc, Nguyễn Siêu, Nguyễn Sơn, Nguyễn Sơn Hà, Nguyễn Sỹ Sách, Nguyễn Thanh Bình, Nguyễn Thiện
    Thuật, Nguyễn Thái Học, Nguyễn Thái Sơn, Nguyễn Thượng Hiền, Nguyễn Thần Hiến, Nguyễn Thị
    Lưu, Nguyễn Thị Minh Khai, Nguyễn Thị Thập, Nguyễn Thị Tần, Nguyễn Thị Định, Nguyễn Tri
    Phương, Nguyễn Trung Trực, Nguyễn Trãi, Nguyễn Trường Tộ, Nguyễn Trọng Tuyển, Nguyễn Trực,
    Nguyễn Tuân, Nguyễn Tư Giản, Nguyễn Tất Thành, Nguyễn Viết Xuân, Nguyễn Văn Bé, Nguyễn Văn
    Cừ, Nguyễn Văn Huyên, Nguyễn Văn Linh, Nguyễn Văn Luông, Nguyễn Văn Lộc, Nguyễn Văn Nghi,
    Nguyễn Văn Quá, Nguyễn Văn Thoại, Nguyễn Văn Trỗi, Nguyễn Văn Tạo, Nguyễn Văn Tố, Nguyễn Văn
    Đậu, Nguyễn Xiển, Nguyễn Xuân Khoát, Nguyễn Xuân Ôn, Nguyễn Xí, Nguyễn Ái Quốc, Nguyễn Đình
    Chiểu, Nguyễn Đình Thi, Nguyễn Đổng Chi, Nguyễn Đức Cảnh, Nguyễn Ảnh Thủ, Ngô Gia Khảm, Ngô
    Gia Tự, Ngô Quyền, Ngô Sĩ Liên, Ngô Thì Nhậm, Ngô Thì Sĩ, Ngô Thời Nhậm, Ngô Tùng Châu, Ngô
    Tất Tố, Ngô Văn Sở, Ngô Xuân Quảng, Ngô Đình Mẫn, Ngô Đức Kế, Phan Bá Vành, Phan Bội Châu,
    Phan Chu Trinh, Phan Châu Trinh, Phan Huy Chú, Phan Huy Thực, Phan Huy Ích, Phan Kế Bính,
    Phan Phu Tiên, Phan Rang, Phan Sào Nam, Phan Thanh Giản, Phan Thiết, Phan Thành Tài, Phan
    Trọng Tuệ, Phan Văn Hớn, Phan Văn Khỏe, Phan Văn Sửu, Phan Văn Trường, Phan Văn Trị, Phan Xi
    Păng, Phan Xích Long, Phan Đình Giót, Phan Đình Phùng, Phan Đăng Lưu, Phùng Chí Kiên, Phùng
    Hưng, Phùng Khoang, Phùng Khắc Khoan, Phùng Thị Cúc, Phùng Văn Cung, Phú La, Phạm Cự Lượng,
    Phạm Huy Thông, Phạm Hùng, Phạm Hồng Thái, Phạm Ngũ Lão, Phạm Ngọc Thạch, Phạm Ngọc Thảo,
    Phạm Như Xương, Phạm Phú Thứ, Phạm Quang, Phạm Sư Mạnh, Phạm Thận Duật, Phạm Thế Hiển, Phạm
    Tuấn Tài, Phạm Viết Chánh, Phạm Văn Bạch, Phạm Văn Chiêu, Phạm Văn Đồng, Phạm Đình Hổ, Quang
    Trung, Quách Thị Trang, Thái Bình, Thái Hà, Thái Phiên, Thái Thị Bôi, Thái Văn Lung, Thân
    Nhân Trung, Triệu Quang Phục, Triệu Việt Vương, Trương Công Giai, Trương Công Định, Trương
    Hán Siêu, Trương Minh Giảng, Trương Quốc Dung, Trương Văn Bang, Trương Vĩnh Ký, Trương Đăng
    Quế, Trương Định, Trường Chinh, Trần Bình, Trần Bình Trọng, Trần Cao Vân, Trần Cung, Trần
    Duy Hưng, Trần Huy Liệu, Trần Hưng Đạo, Trần Hữu Dực, Trần Hữu Tước, Trần Khánh Dư, Trần
    Khát Chân, Trần Kim Xuyến, Trần Kế Xương, Trần Mai Ninh, Trần Nguyên Hãn, Trần Nguyên Đán,
    Trần Nhân Tông, Trần Nhật Duật, Trần Não, Trần Phú, Trần Quang Diệu, Trần Quang Khải, Trần
    Quý Cáp, Trần Quốc Hoàn, Trần Quốc Toản, Trần Quốc Vượng, Trần Thái, Trần Thái Tông, Trần
    Thánh Tông, Trần Thủ Độ, Trần Tế Xương, Trần Văn Chuông, Trần Văn Cẩn, Trần Văn Giàu, Trần
    Văn Kiểu, Trần Văn Ơn, Trần Vỹ, Trần Xuân Lê, Trần Xuân Soạn, Trần Điền, Trần Đình Xu, Trần
    Đăng Ninh, Trần Đại Nghĩa, Trần Đề, Trịnh Công Sơn, Trịnh Hoài Đức, Trịnh Quang Nghị, Trịnh
    Văn Bô, Trịnh Đình Thảo, Trịnh Đình Trọng, Tô Hiến Thành, Tô Hiệu, Tô Hoài, Tô Ký, Tô Ngọc
    Vân, Tô Vĩnh Diện, Tôn Thất Hiệp, Tôn Thất Thiệp, Tôn Thất Thuyết, Tôn Thất Tùng, Tôn Thất
    Đạm, Tôn Đức Thắng, Tạ Hiện, Tạ Quang Bửu, Tạ Uyên, Tống Duy Tân, Tống Phước Phổ, Ung Văn
    Khiêm, Võ Chí Công, Võ Duy Ninh, Võ Nguyên Giáp, Võ Nhai, Võ Thành Trang, Võ Thị Sáu, Võ
    Trường Toản, Võ Văn Dũng, Võ Văn Kiệt, Võ Văn Ngân, Võ Văn Tần, Văn Cao, Văn Quán, Văn Tiến
    Dũng, Vũ Huy Tấn, Vũ Hữu, Vũ Ngọc Phan, Vũ Phạm Hàm, Vũ Quang, Vũ Thư, Vũ Trọng Khánh, Vũ
    Trọng Phụng, Vũ Tông Phan, Xuân Diệu, Xuân La, Xuân Thủy, Yên Nghĩa, Âu Dương Lân, Ông Ích
    Khiêm, Ông Ích Đường, Đinh Bộ Lĩnh, Đinh Công Tráng, Đinh Liệt, Đinh Lễ, Đinh Núp, Đinh Tiên
    Hoàng, Đinh Đức Thiện, Đoàn Hữu Trưng, Đoàn Khuê, Đoàn Kết, Đoàn Nhữ Hài, Đoàn Thanh, Đoàn
    Thể, Đoàn Thị Điểm, Đoàn Trần Nghiệp, Đoàn Viên, Đoàn Văn Bơ, Đào Cam Mộc, Đào Doãn Địch,
    Đào Duy Anh, Đào Duy Từ, Đào Sư Tích, Đào Tấn, Đào Xá, Đặng Dung, Đặng Huy Trứ, Đặng Nguyên
    Cẩn, Đặng Thai Mai, Đặng Thùy Trâm, Đặng Thúc Vịnh, Đặng Tiến Đông, Đặng Trần Côn, Đặng Văn
    Bi, Đặng Văn Ngữ, Đặng Xá, Đồng Mai, Đỗ Hành, Đỗ Ngọc Du, Đỗ Nhuận, Đỗ Quang, Đỗ Xuân Hợp,
    Đỗ Xá, Đỗ Đức Dục,
    Hai Bà Trưng, Thoại Ngọc Hầu, Tố Hữu, Xuân Quỳnh, Chế Lan Viên, Huy Cận, Nam Cao, Kim Lân,
    Nguyên Hồng, Thạch Lam, Nhất Linh, Khái Hưng, Thế Lữ, Tế Hanh, Nông Quốc Chấn, Quang Dũng,
    Chính Hữu, Phạm Tiến Duật, Hoàng Cầm, Hữu Thỉnh, Anh Đức, Sơn Nam, Đoàn Giỏi, Bế Văn Đàn, Vừ
    A Dính, Đề Thám, Bà Huyện Thanh Quan, Đồ Chiểu, Gia Long, Minh Mạng, Tự Đức, Hàm Nghi, Duy
    Tân, An Dương Vương, Hùng Vương, Mỵ Châu, Trọng Thủy, Thánh Gióng, Anh hùng Núp, N'Trang
    Lơng, Trần Can, Ngô Thị Tuyển, Nguyễn Thị Chiên, Lê Mã Lương, Mẹ Suốt, Út Tịch, Kan Lịch, Hồ
    Kan Lịch, Hồ Giáo, Nguyễn Huy Thiệp, Nguyễn Minh Châu, Nguyễn Nhật Ánh, Nguyễn Ngọc Tư, Lưu
    Quang Thuận, Đoàn Chuẩn, Hoàng Việt, Hoàng Hiệp, Phan Huỳnh Điểu, Xuân Hồng, Thuận Yến, An
    Thuyên, Phạm Duy, Lưu Hữu Phước, Bùi Giáng, Bích Khê, Yến Lan, Quách Tấn, Anh Thơ, Lý Công
    Uẩn, Lý Bí, Lý Bôn, Triệu Thị Trinh, Nguyên Phi Ỷ Lan, Ỷ Lan, Huyền Trân, Lê Ngọc Hân, Dương
    Vân Nga, Hồ Quý Ly, Hồ Nguyên Trừng, Tuệ Tĩnh, Hải Thượng Lãn Ông, Lương Thế Vinh, Mạc Đĩnh
    Chi, Đào Duy Từ, Nguyễn Hữu Tiến, Tản Đà, Tú Xương, Nguyễn Bính, Phạm Hổ, Võ Quảng, Định
    Hải, Trần Đăng Khoa, Phùng Quán, Ma Văn Kháng, Y Phương, Sơn Tinh, Quang Dũng, Cao Lỗ, Mai
    An Tiêm, Chử Đồng Tử, Tiên Dung, Lê Văn Khôi, Thủ Khoa Huân, Đốc Binh Kiều, Thiên Hộ Dương,
    Phan Liêm, Phan Tôn, Nguyễn Trung Ngạn, Cao Thắng, Tống Duy Tân
    """,
        ",",
    )
)
