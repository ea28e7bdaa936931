// Invented persons whose facts fit together: age, sex and ID number, dates of admission and conversion, category, education.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "names.hpp"

#include <set>
#include <string>
#include <utility>

namespace jiezhuan::generate {

// An invented address in a community of the street.
[[nodiscard]] std::string address_in(std::string_view community, Random& random);

class People {
  public:
    explicit People(std::uint64_t seed) : random_(seed, "people") {}

    // Somebody new of that category; nobody has the ID number, telephone, or name and birth date of another.
    [[nodiscard]] Member make(Category category, std::string_view community, Characters characters);
    // The same as a probationary member admitted in the last year.
    [[nodiscard]] Member make_probationary(Category category, std::string_view community, Characters characters);
    [[nodiscard]] Random& random() { return random_; }

  private:
    void be_born(Member& member);
    void join_party(Member& member);
    void take_identity(Member& member, Characters characters);
    void live(Member& member, std::string_view community);

    Random random_;
    std::set<std::int64_t> ids_;
    std::set<std::string> phones_;
    std::set<std::pair<std::string, std::int32_t>> persons_;
};

} // namespace jiezhuan::generate
