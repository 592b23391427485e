"""The words of the archive of a year."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

ARCHIVE: Mapping[str, Word] = {
    "yearly_title": Word("Hồ sơ lưu năm {year}", "Archive of {year}"),
    "yearly_made": Word("Lập lúc {moment}", "Made at {moment}"),
    "yearly_issued": Word("Các bản đã phát hành", "What was issued"),
    "yearly_number": Word("Mã", "Id"),
    "yearly_name": Word("Tên", "Title"),
    "yearly_relation": Word("Loại bản", "Relation"),
    "yearly_at": Word("Phát hành lúc", "Issued at"),
    "yearly_mark": Word("Số kiểm tra", "Check mark"),
    "yearly_standing": Word("Tình trạng", "Standing"),
    "yearly_paper": Word("Bản in", "Paper"),
    "yearly_frozen": Word("Bản gốc", "Original"),
    "yearly_redacted": Word("đã gỡ nội dung", "content taken out"),
    "yearly_recalled": Word("đã thu hồi", "recalled"),
    "yearly_holds": Word("còn nguyên", "kept"),
    "yearly_no_paper": Word("không có", "none"),
    "yearly_what": Word("Trong hồ sơ này có gì", "What is in here"),
    "yearly_editions": Word(
        "editions: từng bản phát hành đúng như lúc phát hành, kèm mã băm",
        "editions: each edition as it was issued, with its digest",
    ),
    "yearly_signoffs": Word(
        "approvals, recalls, redactions: phê duyệt và chữ ký số của các bên, lệnh thu hồi, quyết"
        " định gỡ nội dung",
        "approvals, recalls, redactions: the approvals and signatures of the parties, the stops",
    ),
    "yearly_registry": Word(
        "registry: chương trình phối hợp, đơn vị, địa bàn, khóa ký",
        "registry: the programme, units, areas, and the keys that sign",
    ),
    "yearly_papers": Word(
        "papers: bản in PDF/A để đọc lâu dài; attachments: tệp kèm theo",
        "papers: PDF/A to be read in many years; attachments: attached files",
    ),
    "yearly_index": Word(
        "index.csv: danh mục này, mở bằng phần mềm bảng tính",
        "index.csv: this list, for a spreadsheet",
    ),
    "yearly_history": Word(
        "history.bundle: toàn bộ kho git, để khôi phục",
        "history.bundle: the whole git repository, to restore it",
    ),
    "yearly_check_title": Word("Kiểm tra và khôi phục", "To check and to restore"),
    "yearly_check": Word(
        "Kiểm tra từng tệp: bulletin verify THƯ-MỤC-NÀY, hoặc khi không còn chương trình:"
        " python3 verify.py",
        "Check every file: bulletin verify THIS-FOLDER, or without the program: python3 verify.py",
    ),
    "yearly_restore": Word(
        "Khôi phục kho: git clone history.bundle kho-ban-tin, vào thư mục ấy rồi gõ"
        " bulletin verify",
        "Restore the repository: git clone history.bundle bulletin, then bulletin verify in it",
    ),
}
