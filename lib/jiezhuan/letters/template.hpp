// A template: markup with {{variables}}. It knows no logic; data are put in once and are never read as template or markup.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/letters/document.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace jiezhuan {

class Template {
  public:
    // Exit::internal where it is no template: a tag that is neither {{variable}} nor {{! remark }}, or broken markup.
    [[nodiscard]] static Result<Template> parse(std::string_view text);

    [[nodiscard]] const std::set<std::string, std::less<>>& variables() const { return variables_; }

    // The document with the values in it. A variable without a value is Exit::internal; a value that is not UTF-8, or holds
    // a control or bidi character, is Exit::invalid_input. Line breaks and tabs in a value become blanks.
    [[nodiscard]] Result<LetterDocument> fill(const std::map<std::string, std::string, std::less<>>& values) const;

  private:
    std::string text_;
    std::set<std::string, std::less<>> variables_;
};

// Is every variable one of `declared`, and is every one of `required` used? Exit::internal with the names where not.
[[nodiscard]] Result<void> lint(const Template& checked, const std::set<std::string, std::less<>>& declared,
                                const std::set<std::string, std::less<>>& required);

} // namespace jiezhuan
