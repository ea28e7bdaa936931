#include "tests/support/ledger_fixture.hpp"

#include "jiezhuan/config/profile.hpp"
#include "tests/support/answers.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <stdexcept>

namespace jiezhuan::testing {
Env fake_env(Date today) {
    Env env;
    auto ticks = std::make_shared<std::int64_t>(0);
    env.now = [today, ticks] {
        constexpr std::int64_t kDay = 86'400'000;
        constexpr std::int64_t kNineAtUtc8 = 3'600'000;
        return Instant{today.days() * kDay + kNineAtUtc8 + 1000 * (*ticks)++};
    };
    auto counter = std::make_shared<std::uint8_t>(std::uint8_t{0});
    env.random = [counter] {
        std::array<std::uint8_t, 16> bytes{};
        bytes.fill(++*counter);
        return bytes;
    };
    env.variable = [](const std::string&) { return std::string(); };
    env.login = "clerk";
    env.working_directory = "/";
    return env;
}

LedgerFixture::LedgerFixture(Date today) : env_(fake_env(today)), path_(directory_.file("ledger.jz")) {
    Organisation own;
    own.code = "001";
    own.name = "中国共产党江南市临江区望江街道工作委员会";
    own.short_name = "望江街道党工委";
    own.kind = OrgKind::working_committee;
    own.can_approve_probationary = Authority::yes;
    own.state = OrgState::active;
    ProfileRecord profile;
    profile.name = "national-2019";
    profile.content = national_profile_text();
    profile.adopted_on = today;
    const auto created = create_ledger(env_, path_, own, profile, "clerk", env_.today());
    if (!created) {
        throw std::runtime_error(created.error().message.en);
    }
}

std::unique_ptr<Store> LedgerFixture::store() { return must(open_ledger(env_, path_)); }
std::unique_ptr<Writing> LedgerFixture::write() { return must(store()->write()); }
std::unique_ptr<Reading> LedgerFixture::read() { return must(store()->read()); }

void tamper_with(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec(sql);
}

Event event_of(std::string type, Date date) {
    Event event;
    event.type = std::move(type);
    event.date = date;
    event.op = "clerk";
    return event;
}

Member synthetic_member(int number) {
    Member member;
    member.name = "张" + std::to_string(number);
    const int year = 1940 + number % 60;
    const int day = 1 + number / 60 % 28;
    member.birth = Date(year, 6, day);
    member.citizen_id = CitizenId::from_number(
        99999900000000000 + static_cast<std::int64_t>(member.birth.packed()) * 1000 + number / 1680 % 1000);
    member.sex = member.citizen_id.male() ? Sex::male : Sex::female;
    member.ethnic = static_cast<Ethnic>(1);
    member.category = Category::retired;
    member.stage = Stage::full;
    member.admission = Date(year + 25, 7);
    member.conversion = Date(year + 26, 7);
    member.standing = Standing::home;
    member.standing_since = Date(2026, 1, 1);
    member.dues_paid_through = Date(2026, 11);
    return member;
}

} // namespace jiezhuan::testing
