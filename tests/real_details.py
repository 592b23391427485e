"""Details as offices write them: tables, lists, money, days, Roman numerals, signs."""

WIDE = """| TT | Đơn vị | Nội dung công việc | Thời hạn | Kinh phí (đồng) | Kết quả | Ghi chú \
| Nguồn |
|---|---|---|---|---|---|---|---|
| 1 | Đơn vị cấp nước | Súc xả toàn mạng lưới, đo lại mùi, độ đục, clo dư | 21/11/2026 \
| 1.400.000.000 | Đạt | Không | Ngân sách |
| 2 | UBND phường | Công bố kết quả | 25/11/2026 | 350.000.000 | Chưa | (*) | Xã hội hóa |"""
MANY = "\n".join(
    ["| Tổ | Số hộ | Đã báo |", "| --- | ---: | ---: |"]
    + [f"| Tổ {n} | {n * 7} | {n * 5} |" for n in range(1, 31)]
)
LONG = "\n".join(
    f"{n}. Việc thứ {n} giao cho tổ {n + 20} làm trong {n * 2} ngày." for n in range(1, 41)
)

DETAILS = (
    "Súc xả 2*4 giờ, mỗi lần 5*3 phút; báo trước 24 giờ.",
    "2026. Năm đầu thực hiện; 18. tháng 11 là hạn cuối.",
    "3. Khoản ba giữ nguyên số thứ tự:\n   a) điểm a;\n   b) điểm b;\n   đ) điểm đ.",
    "I. TÌNH HÌNH\n1. Về giá nước.\n2. Về mùi.\n\n"
    "II. NHIỆM VỤ\n- Đơn vị cấp nước:\n  + Súc xả;\n  + Báo trước.",
    "Giá từ 8.500 đ/m³ lên 9.900 đ/m³ (tăng 16,5%), tương đương 1.400.000.000 đồng/năm.",
    "Nồng độ < 0,5 mg/l; pH 6,5 – 8,5; 25 °C; ½ số hộ; 5 ‰; ≥ 3 điểm lấy mẫu.",
    "Kết quả: ✓ đạt; ✗ chưa đạt; ☑ đã gửi; ☐ chưa gửi; ★ ưu tiên; ☎ trực ban; ⚠ chú ý.",
    "Các bước: ① báo tổ trưởng ⇒ ② gọi trực ban → ③ rời nhà.",
    WIDE,
    MANY,
    LONG,
    "- cấp một\n  - cấp hai\n    - cấp ba\n      - cấp bốn\n- lại cấp một",
    "1. một\n2. hai\n   - hai chấm\n   - hai phẩy\n3. ba\n5. năm, bỏ bốn",
    "1) Một ngoặc\n2) Hai ngoặc\n3) Ba ngoặc",
    "> 60 tuổi được ưu tiên; < 5 tuổi có người lớn đi cùng; ≥ 3 lần/ngày thì đi khám.",
    "Đại hội XIII, khóa XV, kỳ họp thứ 8; quý III/2026; thế kỷ XXI; Chương IV, Điều 12, khoản 3.",
    "Thực hiện Kế hoạch số 15-KH/QU ngày 05/3/2026 và Nghị định 30/2020/NĐ-CP ngày 05/3/2020.",
    "Thời gian: 7h30–11h30, 13h30–17h00, các ngày 02, 03 và 04/12/2026.",
    "Điện thoại trực: 024 3382 5566; số ngắn 113, 114, 115, 1022; 1900 1234.",
    "Tổng chi: 3,5 tỷ đồng; trong đó: đợt 1: 1.250.000.000 đồng, đợt 2: 2.250.000.000 đồng.",
    "**Kết luận:** nước dùng được; *không* tự ý dùng hóa chất; `clo dư` ghi theo phiếu.",
    "Đoạn một.\n\nĐoạn hai, có *nhấn mạnh* và **đậm**.\n\nĐoạn ba.",
    "Dòng một\nDòng hai\n- gạch một\n- gạch hai",
    "Cách 1,2 km; diện tích 60–80 m²; mưa 150–250 mm; gió cấp 10–11, giật cấp 13.",
    "Tọa độ 20°58′12″B, 105°46′30″Đ; tỷ lệ 1/500; độ dốc 3‰.",
    "Hộ ở ngõ 12/5/3, tòa CT1-A, tầng 5–7, căn 1203; QL.1A, ĐT.421B, Km3+200.",
    "Tỉ lệ 40/45 hộ (88,9%); còn 05 hộ; giảm 04 vụ, tức 22,2 %.",
    "PCCC&CNCH; UBND; MTTQ; TYT; THCS; BHYT; CCCD; GCN QSDĐ; v.v.",
    "Công thức: Q = V / t; 5 × 3 = 15; 10 ÷ 2 = 5; a ± b; √9 = 3; x ≠ y; Δt ≈ 2 giờ.",
    "Tiền: 50.000 ₫; 20 €; 10 £; 5 $; mức 1 – mức 2; “trích nguyên văn”, ‘trong ngoặc’.",
    "Mục A.1.b; phụ lục I-2; mẫu 01, 02, 03; biểu số 4a.",
    "Từ 0h ngày 01/7 đến hết 31/12/2026: 184 ngày, tức 26 tuần và 2 ngày.",
    "Ghi chú (1): số liệu tạm tính. Ghi chú (2): chưa gồm thuế. (*) Chờ quyết toán.",
    "Hòa, Huế, thuở, quỳ, khuỷu, ngoằn ngoèo, Đắk Lắk, Pleiku, Krông Ana.",
    "Thư điện tử và trang: xem https://example.vn/thong-bao?so=12&ngay=05-03 để biết thêm.",
    "| Mặt hàng | Đơn giá | Số lượng | Thành tiền |\n|:--|--:|--:|--:|\n"
    "| Nước uống 20 l | 25.000 | 120 | 3.000.000 |\n| Đèn pin | 45.000 | 60 | 2.700.000 |\n"
    "| **Cộng** | | | **5.700.000** |",
    "Danh sách:\n1. Tổ 1: 12 hộ\n2. Tổ 2: 15 hộ\n\nTổng: 27 hộ.",
    "§ 3 Quy chế; Điều 5 · khoản 2 · điểm b; số №07; chú thích † và ‡; đoạn ¶ 4.",
    "H2O, CO2, PM2.5, N-NH4+; NTU; 10^3; 1e-3; m3/s; kWh; °C.",
    "Đề nghị:\n\n- trước 17h: báo cáo nhanh;\n- trước 20h: báo cáo bằng văn bản;\n\n"
    "Nơi nhận: như trên.",
)
