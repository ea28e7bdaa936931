#include "jiezhuan/base/pinyin.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

bool like(const char* typed, const char* name) { return SoundsLike(typed).matches(name); }

} // namespace

TEST_CASE("pinyin: whole syllables, initials and both mixed, from any character on") {
    for (const char* typed : {"wangjie", "wang jie", "WangJie", "wj", "wangj", "wjie", "jie", "wangji", "w j"}) {
        CAPTURE(typed);
        CHECK(like(typed, "王洁"));
    }
    for (const char* typed : {"wangjia", "jw", "wangjiee", "lijie", "angjie", "wan jie"}) {
        CAPTURE(typed);
        CHECK_FALSE(like(typed, "王洁"));
    }
    CHECK(like("zhx", "张晓明"));
    CHECK(like("zxm", "张晓明"));
    CHECK(like("xiaoming", "欧阳晓明"));
    CHECK(like("oyxm", "欧阳晓明"));
    CHECK(like("mmtal", "买买提·艾力"));
    CHECK(like("john", "John Smith"));
    CHECK_FALSE(like("xi an", "先"));
    CHECK(like("xian", "先"));
    CHECK(like("xi'an", "西安"));
}

TEST_CASE("pinyin: a character is found by every reading that names have") {
    for (const auto& pair : {std::pair{"shanyun", "单云"},
                             {"danyun", "单云"},
                             {"zenghong", "曾红"},
                             {"qiuyang", "仇阳"},
                             {"zhaili", "翟丽"},
                             {"dili", "翟丽"},
                             {"yuelin", "乐林"},
                             {"yuchigong", "尉迟恭"},
                             {"lvmei", "吕梅"},
                             {"lumei", "吕梅"},
                             {"lyumei", "吕梅"},
                             {"lümei", "吕梅"},
                             {"piaoying", "朴英"},
                             {"ouming", "区明"},
                             {"renfei", "任飞"}}) {
        CAPTURE(pair.first); // clang 14 captures no structured binding
        CHECK(like(pair.first, pair.second));
    }
    CHECK(readings_of(U'。').empty());
}

TEST_CASE("pinyin: what can be meant as pinyin") {
    CHECK(SoundsLike::can_be("li xm"));
    CHECK(SoundsLike::can_be("lü"));
    CHECK_FALSE(SoundsLike::can_be("李"));
    CHECK_FALSE(SoundsLike::can_be("li3"));
    CHECK_FALSE(SoundsLike::can_be(" ' "));
    CHECK_FALSE(SoundsLike::can_be(""));
}
