// How Chinese names sound: pinyin without tones, as it is typed in search of a name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Every reading of a character in names, in lower case without tones: 单 as surname and as word, 翟 "zhai" and "di"; ü as "v", "u"
// and (as passports write it) "yu". Of an ASCII letter or digit itself; of anything else nothing.
[[nodiscard]] const std::vector<std::string>& readings_of(char32_t character);

// Names that sound like what was typed: whole syllables, initials ("zh" or "z"), or both mixed, from any character of the name on;
// the last syllable may be unfinished. 王洁 is found by "wangjie", "wj", "wangj", "jie". A blank or an apostrophe in what was typed
// stands between two characters: "xi an" is 西安, never 先.
class SoundsLike {
  public:
    // Does the text look like pinyin: letters, blanks and apostrophes only, and at least one letter?
    [[nodiscard]] static bool can_be(std::string_view typed);

    // Precondition: can_be(typed).
    explicit SoundsLike(std::string_view typed);
    // Precondition: well-formed UTF-8.
    [[nodiscard]] bool matches(std::string_view name) const;

  private:
    [[nodiscard]] bool matches_from(std::string_view name, std::size_t at, std::size_t said) const;
    [[nodiscard]] bool one_syllable(std::size_t said, std::size_t length) const;

    std::string letters_;
    std::vector<bool> begins_; // must a character begin at this letter?
};

} // namespace jiezhuan
