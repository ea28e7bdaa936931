#include "jiezhuan/base/pinyin.hpp"

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/translit.h>
#include <unordered_map>

namespace jiezhuan {
namespace {

// Readings that names have beside those ICU knows (surnames by the Table of General Standard Chinese Characters and common usage).
struct MoreReadings {
    char32_t character;
    std::string_view readings;
};
constexpr std::array kMore = {
    MoreReadings{U'乐', "le yue"},     MoreReadings{U'仇', "qiu chou"},    MoreReadings{U'传', "chuan zhuan"},
    MoreReadings{U'便', "bian pian"},  MoreReadings{U'单', "shan dan"},    MoreReadings{U'卜', "bu"},
    MoreReadings{U'区', "ou qu"},      MoreReadings{U'参', "shen can"},    MoreReadings{U'召', "zhao shao"},
    MoreReadings{U'员', "yuan yun"},   MoreReadings{U'和', "he"},          MoreReadings{U'圩', "wei xu"},
    MoreReadings{U'大', "da dai"},     MoreReadings{U'娜', "na nuo"},      MoreReadings{U'宁', "ning"},
    MoreReadings{U'宿', "su xiu"},     MoreReadings{U'尉', "wei yu"},      MoreReadings{U'尹', "yin"},
    MoreReadings{U'折', "she zhe"},    MoreReadings{U'敦', "dun dui"},     MoreReadings{U'晟', "sheng cheng"},
    MoreReadings{U'曾', "zeng ceng"},  MoreReadings{U'朝', "chao zhao"},   MoreReadings{U'朴', "piao pu"},
    MoreReadings{U'查', "zha cha"},    MoreReadings{U'柏', "bai bo"},      MoreReadings{U'椿', "chun"},
    MoreReadings{U'江', "jiang"},      MoreReadings{U'沈', "shen chen"},   MoreReadings{U'洗', "xian xi"},
    MoreReadings{U'燕', "yan"},        MoreReadings{U'率', "lv shuai"},    MoreReadings{U'玥', "yue"},
    MoreReadings{U'瑕', "xia"},        MoreReadings{U'盖', "ge gai"},      MoreReadings{U'盛', "sheng cheng"},
    MoreReadings{U'省', "sheng xing"}, MoreReadings{U'祭', "zhai ji"},     MoreReadings{U'种', "chong zhong"},
    MoreReadings{U'秘', "bi mi"},      MoreReadings{U'繁', "po fan"},      MoreReadings{U'缪', "miao mou"},
    MoreReadings{U'翟', "zhai di"},    MoreReadings{U'臧', "zang"},        MoreReadings{U'茜', "qian xi"},
    MoreReadings{U'莎', "sha suo"},    MoreReadings{U'藏', "zang cang"},   MoreReadings{U'行', "xing hang"},
    MoreReadings{U'覃', "qin tan"},    MoreReadings{U'解', "xie jie"},     MoreReadings{U'贾', "jia gu"},
    MoreReadings{U'逄', "pang"},       MoreReadings{U'那', "na"},          MoreReadings{U'郇', "xun huan"},
    MoreReadings{U'都', "du dou"},     MoreReadings{U'重', "chong zhong"}, MoreReadings{U'长', "chang zhang"},
    MoreReadings{U'阿', "a e"},        MoreReadings{U'隗', "wei kui"},     MoreReadings{U'难', "nan ning"},
    MoreReadings{U'颉', "jie xie"},    MoreReadings{U'黑', "he hei"},
};

constexpr char32_t kDiaeresis = 0x308;

// Without tones; ü as "v".
std::string toneless(std::string_view decomposed) {
    std::string out;
    for (std::size_t at = 0; at < decomposed.size();) {
        const char32_t c = next_code_point(decomposed, at);
        if (c == kDiaeresis && !out.empty()) {
            out.back() = 'v';
        } else if (c >= U'a' && c <= U'z') {
            out += static_cast<char>(c);
        }
    }
    return out;
}

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    ensure(U_SUCCESS(status) != 0 && made != nullptr, "ICU has no pinyin");
    return made;
}

std::string romanised(const icu::Transliterator& how, char32_t character) {
    icu::UnicodeString text(static_cast<UChar32>(character));
    how.transliterate(text);
    std::string out;
    text.toUTF8String(out);
    return toneless(out);
}

bool is_ascii_word(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

class Readings {
  public:
    const std::vector<std::string>& of(char32_t character) {
        const auto [known, fresh] = known_.try_emplace(character);
        if (fresh) {
            known->second = read(character);
        }
        return known->second;
    }

  private:
    std::vector<std::string> read(char32_t character) const {
        if (is_ascii_word(character)) {
            return {lowered_ascii(std::string(1, static_cast<char>(character)))};
        }
        std::vector<std::string> all = {romanised(*in_names_, character), romanised(*in_words_, character)};
        for (const MoreReadings& row : kMore) {
            if (row.character == character) {
                for (const std::string_view reading : split(row.readings, ' ')) {
                    all.emplace_back(reading);
                }
            }
        }
        for (std::size_t i = all.size(); i-- > 0;) {
            if (const std::size_t v = all[i].find('v'); v != std::string::npos) {
                all.push_back(std::string(all[i]).replace(v, 1, "u"));
                all.push_back(std::string(all[i]).replace(v, 1, "yu"));
            }
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::erase(all, "");
        return all;
    }

    std::unique_ptr<icu::Transliterator> in_names_ = transliterator("Han-Latin/Names; NFD");
    std::unique_ptr<icu::Transliterator> in_words_ = transliterator("Han-Latin; NFD");
    std::unordered_map<char32_t, std::vector<std::string>> known_;
};

// The letters that stand for a syllable by its beginning: "z" and "zh" for "zhang".
std::size_t longest_initial(std::string_view syllable) {
    return syllable.size() > 1 && syllable[1] == 'h' && std::string_view("zcs").find(syllable[0]) != std::string::npos
               ? 2
               : 1;
}

} // namespace

const std::vector<std::string>& readings_of(char32_t character) {
    thread_local Readings readings;
    return readings.of(character);
}

bool SoundsLike::can_be(std::string_view typed) {
    bool letter = false;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t c = next_code_point(typed, at);
        const bool is_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'ü' || c == U'Ü';
        if (!is_letter && c != U' ' && c != U'\'') {
            return false;
        }
        letter = letter || is_letter;
    }
    return letter;
}

SoundsLike::SoundsLike(std::string_view typed) {
    bool begins = false;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t c = next_code_point(typed, at);
        if (c == U' ' || c == U'\'') {
            begins = true;
            continue;
        }
        letters_ += c == U'ü' || c == U'Ü' ? 'v' : lowered_ascii(std::string(1, static_cast<char>(c))).front();
        begins_.push_back(begins);
        begins = false;
    }
}

bool SoundsLike::one_syllable(std::size_t said, std::size_t length) const {
    for (std::size_t i = 1; i < length; ++i) {
        if (begins_[said + i]) {
            return false;
        }
    }
    return true;
}

bool SoundsLike::matches_from(std::string_view name, std::size_t at, std::size_t said) const {
    if (said == letters_.size()) {
        return true;
    }
    if (at == name.size()) {
        return false;
    }
    const std::vector<std::string>& readings = readings_of(next_code_point(name, at));
    if (readings.empty()) { // the dot in 买买提·艾力
        return said > 0 && matches_from(name, at, said);
    }
    const std::string_view rest = std::string_view(letters_).substr(said);
    for (const std::string& reading : readings) {
        if (rest.front() != reading.front()) {
            continue;
        }
        if (rest.starts_with(reading) && one_syllable(said, reading.size()) &&
            matches_from(name, at, said + reading.size())) {
            return true;
        }
        if (reading.starts_with(rest) && one_syllable(said, rest.size())) { // unfinished
            return true;
        }
        const std::size_t most = longest_initial(reading);
        for (std::size_t length = 1; length <= most; ++length) {
            if (rest.starts_with(std::string_view(reading).substr(0, length)) && one_syllable(said, length) &&
                matches_from(name, at, said + length)) {
                return true;
            }
        }
    }
    return false;
}

bool SoundsLike::matches(std::string_view name) const {
    for (std::size_t at = 0; at < name.size(); static_cast<void>(next_code_point(name, at))) {
        if (matches_from(name, at, 0)) {
            return true;
        }
    }
    return false;
}

} // namespace jiezhuan
