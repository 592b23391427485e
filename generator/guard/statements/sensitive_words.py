"""Word lists of sensitive matters (health, faith, ethnicity, politics) and of small groups."""

from generator.guard.text.patterns import phrases

HEALTH = phrases(
    "mắc bệnh|mắc lao|mắc covid|mắc sốt|mắc hiv|mắc ung thư|mắc cúm|mắc sởi",
    "mắc tay chân miệng|mắc chứng",
    "bị bệnh|bị lao|bị lao phổi|bị sốt xuất huyết|bị hiv|bị nhiễm|bị ngộ độc|bị sởi|bị cúm",
    "bị phong|bị suyễn",
    "nhiễm hiv|nhiễm covid|nhiễm bệnh|nhiễm lao|nhiễm vi rút|nhiễm virus|nhiễm sars",
    "nhiễm khuẩn|nhiễm độc",
    "nhiễm ký sinh trùng|nhiễm giun|nhiễm h5n1|nhiễm liên cầu|nhiễm sán|nhiễm chì máu",
    "nhiễm nấm|nhiễm trùng|nhiễm lậu|nhiễm viêm gan|nhiễm cúm|hiv|aids|có h|dương tính|f0",
    "bệnh nhân",
    "người bệnh|ca bệnh|ca mắc|ca nhiễm|ca dương tính|ca covid|ca covid-19|ca sởi|ca lao",
    "ca cúm|ca tả",
    "sốt xuất huyết|thủy đậu|đậu mùa khỉ|đậu mùa|tay chân miệng|bạch hầu|ho gà|quai bị",
    "thương hàn|bệnh tả",
    "kiết lỵ|viêm não|viêm màng não|viêm gan|viêm phổi|viêm khớp|viêm da|viêm phế quản",
    "hen suyễn|hen phế quản",
    "phổi tắc nghẽn|bụi phổi|lao phổi|bệnh lao|lao kháng thuốc|bệnh phong|bệnh hủi|bệnh dại",
    "bị dại|uốn ván",
    "sốt rét|giang mai|bệnh lậu|sùi mào gà|bệnh xã hội|bệnh tình dục|bệnh lây",
    "bệnh truyền nhiễm|bệnh ngoài da",
    "bệnh hiểm nghèo|bệnh nan y|bệnh nặng|bệnh nền|bệnh tim|tim mạch|suy tim|nhồi máu",
    "đột quỵ|tai biến",
    "huyết áp cao|cao huyết áp|tăng huyết áp|tiểu đường|đái tháo đường|mỡ máu|bệnh gút",
    "bệnh gan|xơ gan|suy gan",
    "suy thận|chạy thận|lọc máu|lọc thận|bệnh thận|ung thư|khối u|u não|bạch cầu|máu trắng",
    "máu khó đông",
    "tan máu|thalassemia|truyền hóa chất|xạ trị|hóa trị|ghép thận|ghép tạng|tâm thần",
    "thần kinh|tâm thần phân liệt",
    "trầm cảm|lo âu|rối loạn|hoang tưởng|tự kỷ|tăng động|chậm nói|chậm phát triển",
    "thiểu năng|bại não|down",
    "sa sút trí tuệ|alzheimer|parkinson|lú lẫn|mất trí|lẫn|động kinh|co giật|tự tử|tự sát",
    "tự tử hụt|mất ngủ",
    r"khuyết tật|tàn tật|khiếm thị|khiếm thính|mù(?! chữ| mịt| khơi| sương| dày| tạt)|mù lòa"
    r"|điếc|câm|câm điếc|cụt chân|cụt tay",
    "liệt|liệt nửa người",
    "bại liệt|ngồi xe lăn|mổ tim|tim bẩm sinh|dị tật|hở hàm ếch|chất độc da cam",
    "nhiễm chất độc|đioxin|dioxin",
    r"(?<!con )(?<!thằng )(?<!bọn )(?<!lũ )(?<!kẻ )nghiện|cai nghiện|nghiện ma túy"
    r"|nghiện rượu|methadone|sử dụng ma túy|dùng ma túy",
    "ngáo đá|sốc thuốc",
    "mang thai|có thai|có bầu|thai phụ|sản phụ|bà bầu|phá thai|nạo thai|sảy thai|thai lưu",
    "vô sinh|hiếm muộn",
    "sinh non|thụ tinh ống nghiệm|triệt sản|chuyển giới|đồng tính|lgbt|song tính",
    "suy dinh dưỡng|béo phì|thấp còi",
    "ngộ độc|tiêu chảy cấp|hôn mê|bệnh mãn tính|bệnh mạn tính|bệnh máu|bệnh phổi|hậu covid",
    "cách ly|bệnh ghẻ",
    "vảy nến|lupus|chàm|đau mắt đỏ|bệnh mắt|đục thủy tinh thể|suy nhược|ho ra máu",
    "tử vong do|chết vì bệnh|zona|cái ghẻ|sốt phát ban|sốt siêu vi|gout|bệnh trĩ|cường giáp",
    "bướu cổ|lao xương|lao hạch|bệnh lạ|bị điên|nằm liệt|liệt giường|cai rượu|máu nhiễm mỡ",
    r"nhiễm (?:sởi|sốt|dại|covid|cúm|tả|lỵ|phong|ghẻ|thương hàn|bạch hầu|giang mai|hp|rota|adeno)",
    r"bị (?:ghẻ|tiêu chảy|thủy đậu|quai bị|ho gà|bạch hầu|tả|lỵ|cúm|dại|viêm|ung thư|tâm thần)",
    r"tiêu chảy|kiết lị|đau mắt|phát ban|nôn mửa|nổi mẩn|lở loét|lở miệng|ghẻ lở|hắc lào|lang ben",
    r"thoát vị|u xơ|phong cùi|chửa hoang|mang bầu|viêm \w+|suy (?:tim|thận|gan|hô hấp|tủy)",
)
FAITH = phrases(
    "công giáo|thiên chúa giáo|thiên chúa|phật giáo|có đạo|không theo đạo|bỏ đạo|cải đạo",
    "phật tử|tin lành",
    "tín đồ|giáo dân|hồi giáo|cao đài|hòa hảo|tôn giáo|tà đạo|hội thánh",
    "thánh đức chúa trời|đạo lạ",
    "pháp luân công|pháp luân|theo phật|đạo phật|đạo công giáo|đạo cao đài|đạo hồi",
    "đạo thiên chúa|tịnh độ",
    "cư sĩ phật hội|bửu sơn kỳ hương|tứ ân hiếu nghĩa|bà la môn|bàlamôn|bani|bà-ni|bà ni|bàni",
    "hồi giáo bani|baha'i|baha’i",
    "minh sư đạo|mormon",
    "minh lý đạo|cơ đốc|phục lâm|nhân chứng giê-hô-va|chứng nhân giê-hô-va|báp-tít|ngũ tuần",
    "tin chúa|dương văn mình",
    "bà cô dợ|theo chúa|thờ chúa|đi nhà thờ|đi lễ nhà thờ|tu tại gia|đạo dừa|mặc môn",
    "vô thần|không tôn giáo|tu sĩ|nữ tu|linh mục|mục sư|sư thầy|ni cô|tăng ni|chức sắc",
    "chức việc|gốc đạo|giáo họ|xứ đạo|hệ phái|giáo phái|tà giáo|đạo mới|điểm nhóm|sinh hoạt đạo",
    "truyền đạo|nhập đạo|đi đạo|ngoại đạo|đạo gốc|rửa tội|bỏ thờ cúng|không thờ cúng|bỏ bàn thờ",
    "vàng chứ|long hoa di lặc|thanh hải vô thượng sư|hà mòn|đề ga|ngọc phật hồ chí minh",
    r"theo (?:một |nhóm |phái |dòng |thứ |hệ )*đạo(?! đức| lý| hiếu| hàm)|nhóm đạo|pháp môn",
    "đạo chưa được|đạo không được|đạo tự xưng|nhóm thiền|nhóm tu|tụ họp đọc kinh|tụ tập đọc kinh",
    "đọc kinh tại nhà",
    "islam|do thái giáo|ấn giáo|canh tân đặc sủng|lương giáo|bên lương|bên giáo",
)
PEOPLE_NAMES = (
    r"tày|thái|mường|khmer|khơ-me|khơ me|hoa|nùng|mông|h'mông|h’mông|hmông|dao|gia rai"
    r"|gia-rai|jrai|ê đê|ê-đê|êđê"
    r"|ba na|ba-na|bana|sán chay|chăm|cơ ho|cơ-ho|k'ho|k’ho|xơ đăng|xơ-đăng|sán dìu|hrê"
    r"|ra glai|ra-glai|raglai"
    r"|mnông|m'nông|m’nông|xtiêng|x'tiêng|x’tiêng|stiêng|bru|vân kiều|thổ|giáy|cơ tu|cơ-tu"
    r"|gié triêng|gié-triêng"
    r"|mạ|khơ mú|khơ-mú|co|tà ôi|tà-ôi|chơ ro|chơ-ro|kháng|xinh mun|xinh-mun|hà nhì|chu ru"
    r"|chu-ru|lào|la chí"
    r"|la ha|phù lá|la hủ|lự|lô lô|chứt|mảng|pà thẻn|cơ lao|cống|bố y|si la|pu péo|brâu"
    r"|ơ đu|rơ măm|ngái"
    r"|cao lan|sán chỉ|thượng|dân tộc|dân tộc thiểu số|việt gốc hoa|gốc hoa|gốc chăm"
    r"|gốc khmer|minh hương"
)
PEOPLES = (
    rf"(?:người|đồng bào|dân|gốc|bà con|phụ nữ|tộc|hộ|gia đình) "
    rf"(?:dân tộc )?(?:{PEOPLE_NAMES})"
    rf"|(?<!\d )(?<!các )(?<!hùng )(?<!trú )(?<!tụ )dân tộc (?!và|tôn|thiểu số và|trong|ta"
    rf"|anh|cùng|sinh|khác|này|việt|nào|ít)\w+|người dân tộc"
)
POLITICS = phrases(
    "quan điểm chính trị|tư tưởng chính trị|lập trường chính trị|bất mãn|chống đối",
    "chống đảng|chống nhà nước",
    "chống chính quyền|chống chế độ|phản động|ủng hộ đảng|ủng hộ tổ chức|ủng hộ phe",
    "không theo đảng|không tin cán bộ|chống chủ trương|phai nhạt lý tưởng",
    "tự diễn biến|tự chuyển hóa|không tin vào đường lối|không tin đảng|không tin vào đảng",
    "không tin chính quyền",
    "không tin vào chính quyền|không tin chế độ|không tin vào chế độ|đòi đa đảng|đa nguyên",
    "đa đảng|việt tân",
    "khuynh hướng chính trị|thái độ chính trị|bất đồng chính kiến|quan điểm trái|không đi bầu",
    "không đi bầu cử|không bỏ phiếu|không đi bỏ phiếu|bỏ phiếu trắng|phiếu trắng",
    "tẩy chay bầu cử|tẩy chay bỏ phiếu",
    "không bầu cho|bỏ phiếu cho|bầu cho ông|gạch tên|ủng hộ ứng cử viên",
    "phản đối ứng cử viên|tự ứng cử|bỏ đảng",
    "ra khỏi đảng|xin ra khỏi đảng|ủng hộ chế độ cũ|chế độ cũ|ngụy quân|ngụy quyền",
    "lính ngụy|cờ vàng|vnch",
    "việt nam cộng hòa|biểu tình|ủng hộ việt tân|không chào cờ|không treo cờ|cờ đỏ",
    "chống cộng|chống phá nhà nước",
    "phản đối chủ trương|phản đối đường lối|phản đối đảng|phản đối chế độ",
    "phản đối nghị quyết|ủng hộ chủ trương",
    "không tán thành chủ trương|thân trung quốc|thân mỹ|thân phương tây|tư tưởng lệch lạc",
    "lệch lạc tư tưởng",
    "suy thoái tư tưởng|suy thoái chính trị|mất niềm tin vào đảng|mất lòng tin vào đảng",
    "không còn tin đảng",
    "hoài nghi đường lối|dao động tư tưởng|dao động chính trị|không vào đảng",
    "trốn nghĩa vụ|không chịu vào đoàn|bỏ sinh hoạt đảng|không sinh hoạt đảng|không chịu đi bầu",
    "không tham gia bầu cử|không ủng hộ chủ trương|không ủng hộ đường lối|thái độ về chính trị",
    "thái độ thù địch|nói xấu chế độ|nói xấu chính quyền|nói xấu lãnh đạo|nói xấu đảng",
    "nói trái đường lối|chống đường lối|trái đường lối|nói trái nghị quyết",
    "tư tưởng dao động|dao động về tư tưởng|tư tưởng cấp tiến|tư tưởng đối lập|quan điểm đối lập",
    "quan điểm cấp tiến|tư tưởng chống|quan điểm chống|không tán thành nhân sự",
    "không đồng tình nhân sự|không đồng ý nhân sự|không ủng hộ nhân sự|phản đối nhân sự",
    "lung lay tư tưởng|tư tưởng lung lay|đòi dân chủ|tư tưởng ly khai",
    r"(?:không|chưa) (?:tán thành|đồng tình|ủng hộ|đồng ý|tin)(?: với| vào)? (?:đường lối"
    r"|chủ trương"
    r"|chế độ|đảng|chính quyền|nhân sự|lãnh đạo)",
    "xuyên tạc đường lối|fulro|phe đối lập|đảng đối lập|bất mãn với đảng",
)
# Nouns that, after a small number, mean few people.
FEW_OF = (
    r"hộ|nhà|người|trường hợp|ca|gia đình|giáo viên|cô giáo|thầy giáo|cô|thầy|phật tử"
    r"|tín đồ|cử tri|đối tượng"
    r"|cán bộ|chị|anh|bà|ông|trẻ|bạn|tiểu thương|đoàn viên|hội viên|cụ già|nhân viên|cư dân"
    r"|công dân|con|mẹ"
    r"|sinh viên|phụ huynh|bé|em|cháu|cụ|phụ nữ|học sinh|học viên|bệnh nhân|thanh niên"
    r"|công nhân|nữ|nam"
    r"|đảng viên|cá nhân|thành viên|cặp|mẹ con|bố con|cha con|bà cháu|ông cháu|vợ chồng"
    r"|chị em|anh em|đôi"
    r"|ông bà|cô gái|chàng trai|bà mẹ|thai phụ|sản phụ|bà bầu|vị|linh mục|sư thầy|ni cô"
    r"|nữ tu|mục sư|nghệ nhân"
    r"|dân quân|bộ đội|chiến sĩ|cựu chiến binh|lao động|nông dân|ngư dân|tài xế|thợ|bảo vệ"
    r"|kỹ sư|y tá|điều dưỡng"
    r"|bác sĩ|nạn nhân|khách|vận động viên|cầu thủ|ứng viên|ứng cử viên|đại biểu|thí sinh"
    r"|trẻ em|bác|chú|nhân khẩu"
    r"|thuyền viên|xã viên|tổ viên|hộ viên|đội viên|lái xe|chủ hộ|chủ tàu|người già|phụ lão"
    r"|nhóm|đồng bào|dân|phạm nhân|giáo dân|chủ|người thân|đồng nghiệp|tăng ni|tu sĩ|đứa"
    r"|trí thức|giáo sư|nhà giáo|luật sư|nhà báo|nghệ sĩ|doanh nhân|hưu trí|cựu \w+"
    r"|đứa trẻ|nóc nhà|mái nhà|lớp|f0|f1|f2"
)
