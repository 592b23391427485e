/* What people mean who search: words that tell nothing, words for the same thing, and words that ask for one kind of page.
   Data only; used by search-index.js. All is written with its marks, and meant without them where the question has none. */
"use strict";

const SearchWords = {
  /* Words that stand in every question and tell nothing of what it is about. */
  common:
    "ai anh à ạ ấy bao bà bác bằng bị bởi các cái cần chỉ chị cho chưa chứ có con còn của cũng cùng đã đang đâu đấy để đến đi do được" +
    " em gì giờ hay hả hôm hoặc hơn hết khi không ko kg khác là lại làm lúc mà mấy mình một này nào nay nên nếu nếu như nữa ở phải qua" +
    " ra rằng rất rồi sao sau sẽ ta tại tao thế thì theo thôi tối tôi trên trong trước từ tới và vào vẫn vậy vì về việc với xin thật những",

  /* What people say, and what pages say instead. */
  also: {
    cúp: "cắt",
    mất: "cắt",
    ngừng: "cắt",
    hôi: "mùi",
    thối: "mùi",
    tanh: "mùi",
    bẩn: "thải",
    độc: "toàn",
    hại: "toàn",
    sạch: "toàn",
    ốm: "khỏe",
    bệnh: "khỏe",
    bé: "trẻ",
    xét: "kiểm",
    thử: "kiểm",
    xài: "dùng",
    tắm: "dùng",
    giặt: "dùng",
    gọi: "trực",
    sđt: "thoại",
    lụt: "lũ",
    ngập: "lũ",
    đền: "bồi",
    nhà: "hộ",
  },

  /* Words that ask for a kind of page: the ids of its sections, and how they are said. */
  asks: [
    [["events"], "sự việc|vụ|vụ nước|chuyện|diễn biến|tình hình|xử lý|giải quyết|đang làm|kết thúc|từ bao giờ|từ hôm|từ khi|cập nhật|mức nào|phường mình|đến đâu rồi|bị sao|bị làm sao|xảy ra|có chuyện gì"],
    [["rumours"], "tin đồn|nghe nói|nghe bảo|nghe đồn|người ta đồn|có phải|có thật|thực hư|giấu"],
    [["opinions"], "dư luận|bà con nói|dân nói|nói gì về|ý kiến của dân|tâm tư|băn khoăn|lo lắng|lo gì|mong muốn|bàn tán|nghĩ gì|thắc mắc"],
    [["concerns"], "bức xúc|kiến nghị|phản ánh tồn"],
    [["consultations"], "ý kiến khác|khác nhau|không thống nhất|chưa thống nhất|hai ban không|ai quyết định|ai chốt"],
    [["messages"], "tối nay|đêm nay|ngày mai|sáng mai|chiều nay"],
    [["directives"], "ai quyết định|thẩm quyền|văn bản|công văn|chỉ thị|kế hoạch|chương trình phối hợp"],
    [["units"], "số điện thoại|số máy|sđt|điện thoại của|địa chỉ|gọi số|số nào|liên hệ"],
    [["areas"], "cụm|tổ dân phố|khu dân cư|thôn"],
    [["bulletins"], "bản tin|tin tuần|tin nhanh"],
  ],
};
