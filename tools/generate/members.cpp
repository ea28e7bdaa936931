#include "members.hpp"

#include "names.hpp"
#include "random.hpp"

#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/codes.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <vector>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kHeader = "姓名,性别,民族,公民身份号码,出生日期,学历,人员类别,党籍,入党日期,转正日期,"
                                     "所在党组织,联系电话,党费交至\r\n";

// Provinces as a whole: no ID number was ever issued for them.
constexpr std::array<int, 31> kProvinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41,
                                            42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65};
constexpr Date kFirstBirth(1935, 1, 1);
constexpr Date kLastBirth(2000, 12, 31);
constexpr Date kLastDay(2026, 10, 31);
constexpr std::uint64_t kSequences = 999;

struct Shape {
    int communities;
    int branches; // of each
};
Shape shape_of(std::uint64_t count) {
    const std::uint64_t branches = std::clamp<std::uint64_t>(count / 200, 20, 5000);
    const int each = branches < 200 ? 10 : 50;
    return {static_cast<int>(branches) / each, each};
}

class File {
  public:
    explicit File(const std::string& path) : handle_(std::fopen(path.c_str(), "wb"), &std::fclose) {}
    [[nodiscard]] bool write(std::string_view bytes) {
        return handle_ && std::fwrite(bytes.data(), 1, bytes.size(), handle_.get()) == bytes.size();
    }
    [[nodiscard]] bool close() { return handle_ && std::fclose(handle_.release()) == 0; }

  private:
    std::unique_ptr<FILE, int (*)(FILE*)> handle_;
};

tl::unexpected<Error> cannot_write(const std::string& path) {
    return fail(Exit::storage, say({"不能写入“{}”", "cannot write '{}'"}, path));
}

// Everything a row is put together from, already in the encoding of the file.
class Rows {
  public:
    Rows(const MembersOrder& order, std::uint64_t births)
        : births_(births), numbers_(kProvinces.size() * births * kSequences, order.seed), seed_(order.seed),
          shape_(shape_of(order.count)), encoding_(order.encoding) {
        for (const std::string_view surname : common_surnames()) {
            surnames_.push_back(in_encoding(surname));
        }
        for (const std::string_view given : given_characters()) {
            given_.push_back(in_encoding(given));
        }
        for (Date day = kFirstBirth; day <= kLastDay; day = day.plus_days(1)) {
            days_.push_back(day);
            day_texts_.push_back(day.text());
        }
        for (int community = 1; community <= shape_.communities; ++community) {
            for (int branch = 1; branch <= shape_.branches; ++branch) {
                branches_.push_back(fmt::format("001{:03}{:03}", community, branch));
            }
        }
        for (const int code : {21, 31, 41, 61, 71}) {
            educations_.push_back(in_encoding(code_title(static_cast<Education>(code)).zh));
        }
        for (const Category category : {Category::retired, Category::employed, Category::laid_off, Category::other}) {
            categories_.push_back(in_encoding(code_title(category).zh));
        }
        men_ = in_encoding("男,汉族,");
        women_ = in_encoding("女,汉族,");
        stage_ = in_encoding("正式党员");
    }

    void append(std::string& out, std::uint64_t index) const {
        const std::uint64_t number = numbers_.at(index);
        const std::uint64_t birth = number / kSequences % births_;
        const std::uint64_t sequence = number % kSequences + 1;
        Random random(seed_ ^ (index << 1));
        append_name(out, number, birth);
        out += sequence % 2 == 1 ? men_ : women_;
        append_id(out, kProvinces[number / kSequences / births_], birth, sequence);
        out += ',';
        out += day_texts_[birth];
        out += ',';
        out += random.pick(std::span<const std::string>(educations_));
        out += ',';
        out += random.pick(std::span<const std::string>(categories_));
        out += ',';
        out += stage_;
        append_party_dates(out, birth, random);
        out += random.pick(std::span<const std::string>(branches_));
        append_phone(out, random.next());
        out += ",2026-11\r\n";
    }

  private:
    [[nodiscard]] std::string in_encoding(std::string_view text) const {
        auto bytes = encoded(text, encoding_ == FileEncoding::utf8_bom ? FileEncoding::utf8 : encoding_);
        ensure(bytes.has_value(), "the words of the benchmark are in every encoding");
        return *bytes;
    }
    // Nobody has the name of another who was born the same day (rule ID-10): what tells them apart, province and sequence, picks
    // the name, spread by a multiplication that is one to one below the number of names.
    void append_name(std::string& out, std::uint64_t number, std::uint64_t birth) const {
        constexpr std::uint64_t kSpread = 1'000'003;     // a prime
        const std::uint64_t seconds = given_.size() + 1; // the last: no second character
        const std::uint64_t names = surnames_.size() * given_.size() * seconds;
        const std::uint64_t person = number / kSequences / births_ * kSequences + number % kSequences;
        const std::uint64_t name = (person * kSpread + birth * kSequences) % names;
        out += surnames_[name % surnames_.size()];
        out += given_[name / surnames_.size() % given_.size()];
        const std::uint64_t second = name / surnames_.size() / given_.size();
        if (second < given_.size()) {
            out += given_[second];
        }
        out += ',';
    }
    void append_id(std::string& out, int province, std::uint64_t birth, std::uint64_t sequence) const {
        char text[17];
        const auto put = [&text](std::size_t at, int width, std::uint64_t value) {
            for (int i = width - 1; i >= 0; --i, value /= 10) {
                text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
            }
        };
        put(0, 2, static_cast<std::uint64_t>(province));
        put(2, 4, 0);
        put(6, 8, static_cast<std::uint64_t>(days_[birth].packed()));
        put(14, 3, sequence);
        const std::string_view first17(text, sizeof text);
        out += first17;
        out += citizen_id_check(first17);
    }
    // A year of probation between two days; never before September 1977, when that rule was given again.
    void append_party_dates(std::string& out, std::uint64_t birth, Random& random) const {
        constexpr int kProbationAgain = 1977;
        const int birth_year = days_[birth].year();
        const int first = std::max(birth_year + 19, kProbationAgain + 1);
        const int year = random.between(first, std::max(first, std::min(birth_year + 50, 2024)));
        const int month = random.between(1, 12);
        const int day = random.between(1, 28);
        const Date admission(year, month, day);
        const auto at = [](Date date) { return static_cast<std::size_t>(days_between(kFirstBirth, date)); };
        out += ',';
        out += day_texts_[at(admission)];
        out += ',';
        out += day_texts_[at(Date(year + 1, month, day))];
        out += ',';
    }
    static void append_phone(std::string& out, std::uint64_t number) {
        out += ",154"; // a series that was never opened
        for (int i = 0; i < 8; ++i, number /= 10) {
            out += static_cast<char>('0' + number % 10);
        }
    }

    std::uint64_t births_;
    Permutation numbers_;
    std::uint64_t seed_;
    Shape shape_;
    FileEncoding encoding_;
    std::vector<std::string> surnames_;
    std::vector<std::string> given_;
    std::vector<Date> days_;
    std::vector<std::string> day_texts_;
    std::vector<std::string> branches_;
    std::vector<std::string> educations_;
    std::vector<std::string> categories_;
    std::string men_;
    std::string women_;
    std::string stage_;
};

Result<void> write_organisations(const MembersOrder& order) {
    const Shape shape = shape_of(order.count);
    std::string out = "\xEF\xBB\xBF组织代码,党组织全称,简称,类别,上级党组织,审批预备党员权限\r\n";
    for (int c = 1; c <= shape.communities; ++c) {
        out += fmt::format(
            "001{0:03},中国共产党江南市临江区望江街道第{0}社区委员会,第{0}社区党委,社区(村)党委,001,无\r\n", c);
        for (int b = 1; b <= shape.branches; ++b) {
            out += fmt::format(
                "001{0:03}{1:03},中国共产党江南市临江区望江街道第{0}社区第{1}支部委员会,第{0}社区第{1}党支部,"
                "党支部,001{0:03},无\r\n",
                c, b);
        }
    }
    File file(order.orgs);
    if (!file.write(out) || !file.close()) {
        return cannot_write(order.orgs);
    }
    return {};
}

} // namespace

Result<void> write_members(const MembersOrder& order) {
    if (order.count == 0 || order.count > kMostMembers) {
        return fail(Exit::usage, say({"--count 应为 1 至 {}", "--count must be 1 to {}"}, kMostMembers));
    }
    constexpr std::size_t kBuffer = 1 << 20;
    const Rows rows(order, static_cast<std::uint64_t>(days_between(kFirstBirth, kLastBirth)) + 1);
    JZ_TRY(header, encoded(kHeader, order.encoding));
    File file(order.out);
    std::string buffer = header;
    bool good = true;
    for (std::uint64_t i = 0; i < order.count && good; ++i) {
        rows.append(buffer, i);
        if (buffer.size() >= kBuffer) {
            good = file.write(buffer);
            buffer.clear();
        }
    }
    if (!good || !file.write(buffer) || !file.close()) {
        return cannot_write(order.out);
    }
    return order.orgs.empty() ? Result<void>() : write_organisations(order);
}

} // namespace jiezhuan::generate
