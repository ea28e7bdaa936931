#include "names.hpp"

#include <vector>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kSurnames[] = {
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗",
    "高", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "于",
    "蒋", "蔡", "余", "杜", "叶", "程", "苏", "魏", "吕", "丁", "任", "沈", "姚", "卢", "姜", "崔", "钟", "谭", "陆",
    "汪", "范", "金", "石", "廖", "贾", "夏", "韦", "付", "方", "白", "邹", "孟", "熊", "秦", "邱", "江", "尹", "薛",
    "闫", "段", "雷", "侯", "龙", "史", "陶", "黎", "贺", "顾", "毛", "郝", "龚", "邵", "万", "钱", "严", "覃", "武",
    "戴", "莫", "孔", "向", "汤", "仇", "单", "解", "区", "翟", "盖", "缪", "逄", "佘", "亓"};
constexpr std::uint32_t kFrequent = 36; // of them most people have one of the first

constexpr std::string_view kCompound[] = {"欧阳", "上官", "司马", "诸葛", "尉迟",
                                          "夏侯", "皇甫", "慕容", "令狐", "东方"};

constexpr std::string_view kOldMale[] = {"建国", "建华", "国强", "志强", "福生", "根生", "水根", "金宝", "永昌", "德明",
                                         "文斌", "卫东", "援朝", "宝良", "学军", "解放", "跃进", "长根", "正华", "光荣",
                                         "荣",   "平",   "军",   "勇",   "刚",   "明",   "毅",   "林",   "忠",   "义"};
constexpr std::string_view kOldFemale[] = {"秀英", "桂英", "玉兰", "凤珍", "爱珍", "美娟", "素芳", "月琴",
                                           "金娣", "彩凤", "惠芬", "雅琴", "淑贞", "红梅", "建英", "小妹",
                                           "阿珠", "玉珍", "菊仙", "翠萍", "敏",   "英",   "芳",   "娟",
                                           "萍",   "华",   "霞",   "琴",   "玲",   "珍"};
constexpr std::string_view kYoungMale[] = {"浩然", "子涵", "宇轩", "俊杰", "志远", "嘉诚", "一鸣",
                                           "天宇", "思源", "文博", "伟",   "磊",   "涛",   "超",
                                           "鹏",   "杰",   "凯",   "帆",   "峰",   "洋"};
constexpr std::string_view kYoungFemale[] = {"雨桐", "欣怡", "梦琪", "佳慧", "思颖", "晓雯", "诗涵",
                                             "静怡", "若兰", "婷婷", "静",   "婷",   "丽",   "倩",
                                             "雪",   "颖",   "洁",   "璐",   "蕾",   "琳"};
constexpr std::string_view kRare[] = {"喆", "堃", "昇", "淼", "翀", "赟", "珺",
                                      "璟", "頔", "燚", "翯", "劼", "彧", "旸"};
constexpr std::string_view kBeyondGbk[] = {"䶮", "㛃", "𠮷", "㙓", "𬱖"};

constexpr std::string_view kGiven[] = {
    "安", "邦", "宝", "斌", "波", "昌", "超", "成", "春", "达", "德", "东", "发", "飞", "芳", "峰", "凤", "刚", "光",
    "贵", "桂", "国", "海", "汉", "浩", "和", "恒", "红", "宏", "洪", "虎", "华", "辉", "慧", "吉", "佳", "家", "坚",
    "建", "健", "洁", "金", "进", "京", "晶", "景", "静", "君", "军", "俊", "凯", "康", "可", "坤", "兰", "磊", "丽",
    "利", "连", "良", "林", "玲", "龙", "茂", "梅", "美", "敏", "明", "楠", "宁", "鹏", "平", "萍", "琪", "强", "青",
    "清", "庆", "琴", "全", "仁", "荣", "瑞", "润", "山", "尚", "生", "胜", "诗", "石", "淑", "树", "水", "顺", "思",
    "松", "泰", "涛", "天", "婷", "万", "伟", "卫", "文", "武", "希", "霞", "先", "祥", "小", "晓", "心", "新", "兴",
    "雄", "秀", "旭", "雪", "勋", "雅", "亚", "延", "炎", "艳", "阳", "洋", "耀", "业", "义", "英", "勇", "友", "宇",
    "玉", "元", "远", "月", "云", "泽", "振", "正", "志", "智", "忠", "珍", "竹", "卓", "子", "紫", "祖"};

constexpr std::string_view kUyghurMale[] = {"阿不都热西提", "买买提", "艾尔肯", "吐尔逊",
                                            "努尔兰",       "玉素甫", "热合曼", "阿卜力孜"};
constexpr std::string_view kUyghurFemale[] = {"阿依古丽", "热依汗", "帕提古丽", "古丽娜尔", "米娜瓦尔", "努尔古丽"};
constexpr std::string_view kUyghurFather[] = {"买买提", "吾守尔", "艾合买提", "司马义",
                                              "托合提", "依明",   "肉孜",     "阿不都拉"};
constexpr std::string_view kTibetan[] = {"次仁·卓玛", "扎西多吉", "洛桑·旺堆", "白玛央金",
                                         "格桑·曲珍", "丹增",     "尼玛次仁",  "德吉·拉姆"};
constexpr std::string_view kMongol[] = {"巴特尔",   "乌云其其格", "那顺·巴雅尔", "苏日娜",
                                        "格日勒图", "萨仁高娃",   "孟和·达来",   "其木格"};
constexpr std::string_view kKazak[] = {"叶尔兰·别克", "阿依努尔·哈德尔", "努尔兰·木拉提", "古丽扎·赛力克"};
constexpr std::string_view kYi[] = {"阿苏·尔古", "吉克·伍呷", "沙马·拉且", "曲比·阿乌"};

struct Share {
    int ethnic;
    std::uint32_t permille;
};
constexpr Share kShares[] = {{11, 10}, {3, 9},  {8, 9},  {15, 7}, {6, 6},  {5, 6},  {4, 6},  {2, 6},  {22, 5}, {12, 4},
                             {7, 4},   {10, 3}, {17, 3}, {32, 3}, {37, 2}, {20, 2}, {13, 2}, {33, 1}, {53, 1}};

std::string han_name(Random& random, Sex sex, int birth_year, Characters characters) {
    std::string name;
    if (random.chance(12)) {
        name = random.pick(kCompound);
    } else {
        name = random.chance(650) ? kSurnames[random.below(kFrequent)] : random.pick(kSurnames);
    }
    if (characters == Characters::all && random.chance(40)) {
        return name + std::string(random.pick(kBeyondGbk));
    }
    if (random.chance(25)) {
        return name + std::string(random.pick(kRare));
    }
    if (random.chance(330)) {
        name += random.pick(kGiven); // one by one: the order in which operands are evaluated is the compiler's
        name += random.pick(kGiven);
        return name;
    }
    const bool old = birth_year < 1980;
    if (sex == Sex::male) {
        return name + std::string(old ? random.pick(kOldMale) : random.pick(kYoungMale));
    }
    return name + std::string(old ? random.pick(kOldFemale) : random.pick(kYoungFemale));
}

std::string uyghur_name(Random& random, Sex sex) {
    const std::string_view own = sex == Sex::male ? random.pick(kUyghurMale) : random.pick(kUyghurFemale);
    return std::string(own) + "·" + std::string(random.pick(kUyghurFather));
}

} // namespace

Ethnic some_ethnic(Random& random) {
    std::uint32_t point = random.below(1000);
    for (const Share& share : kShares) {
        if (point < share.permille) {
            return static_cast<Ethnic>(share.ethnic);
        }
        point -= share.permille;
    }
    return static_cast<Ethnic>(1);
}

std::string some_name(Random& random, Ethnic ethnic, Sex sex, int birth_year, Characters characters) {
    switch (static_cast<int>(ethnic)) {
    case 5:
        return uyghur_name(random, sex);
    case 4:
        return std::string(random.pick(kTibetan));
    case 2:
        return std::string(random.pick(kMongol));
    case 17:
        return std::string(random.pick(kKazak));
    case 7:
        return std::string(random.pick(kYi));
    default:
        return han_name(random, sex, birth_year, characters);
    }
}

std::span<const std::string_view> common_surnames() { return kSurnames; }
std::span<const std::string_view> given_characters() { return kGiven; }

} // namespace jiezhuan::generate
