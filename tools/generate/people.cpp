#include "people.hpp"

#include "street.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

// Ends in 0000: a province as a whole, for which no ID number was ever issued.
constexpr int kHomeRegion = 330000;
constexpr int kOtherRegions[] = {110000, 130000, 210000, 310000, 320000, 340000, 350000, 360000,
                                 370000, 410000, 420000, 430000, 440000, 500000, 510000, 610000};

constexpr std::string_view kRoads[] = {"滨江路", "听涛路", "桂香街", "长桥路",
                                       "渡口路", "东风巷", "新民路", "梧桐大道"};

struct Ages {
    Category category;
    int youngest_woman;
    int youngest_man;
    int oldest;
};
constexpr Ages kAges[] = {
    {Category::employed, 24, 24, 54}, {Category::retired, 56, 61, 88}, {Category::laid_off, 36, 38, 53},
    {Category::migrant, 24, 24, 49},  {Category::student, 22, 22, 24}, {Category::demobilised, 23, 23, 45},
    {Category::other, 30, 30, 58},
};

constexpr std::string_view kEmployers[] = {"临江区行政服务中心", "江南市第三人民医院", "望江小学",
                                           "临江食品有限公司",   "江南公交集团",       "望江电子科技有限公司",
                                           "临江物业服务公司",   "江南建筑设计院"};
constexpr std::string_view kFormerEmployers[] = {"江南机床厂",   "江南第二棉纺织厂", "江南造船修配厂",
                                                 "临江百货公司", "江南印刷厂",       "望江小学"};
constexpr std::string_view kFileKeepers[] = {"临江区人力资源服务中心", "江南市档案寄存中心", "望江街道党群服务中心"};

const Ages& ages_of(Category category) {
    const auto* found =
        std::find_if(std::begin(kAges), std::end(kAges), [&](const Ages& ages) { return ages.category == category; });
    ensure(found != std::end(kAges), "every category has its ages");
    return *found;
}

Education education_of(int birth_year, Random& random) {
    static constexpr int kOld[] = {81, 71, 71, 71, 61, 61, 41, 31};
    static constexpr int kMiddle[] = {71, 61, 61, 41, 47, 31, 31, 21};
    static constexpr int kYoung[] = {41, 31, 31, 21, 21, 21, 21, 14};
    const auto& table = birth_year < 1955 ? kOld : birth_year < 1975 ? kMiddle : kYoung;
    return static_cast<Education>(random.pick(table));
}

RetiredKind retired_kind_of(Random& random) {
    return random.chance(800) ? RetiredKind::retired_worker : RetiredKind::retired_cadre;
}

} // namespace

std::string address_in(std::string_view community, Random& random) {
    const std::string_view road = random.pick(kRoads);
    const int number = random.between(2, 268);
    const int house = random.between(1, 32);
    const int entrance = random.between(1, 4);
    const int flat = random.between(1, 6) * 100 + random.between(1, 4);
    return fmt::format("江南市临江区望江街道{}{}{}号{}幢{}单元{}室", community, road, number, house, entrance, flat);
}

void People::be_born(Member& member) {
    member.sex = random_.chance(560) ? Sex::male : Sex::female;
    const Ages& ages = ages_of(member.category);
    const int youngest = member.sex == Sex::male ? ages.youngest_man : ages.youngest_woman;
    const int age = random_.between(youngest, ages.oldest);
    member.birth = Date(kToday.year() - age, 1, 1).plus_days(random_.between(0, 320));
    member.ethnic = some_ethnic(random_);
    member.education = education_of(member.birth.year(), random_);
}

void People::take_identity(Member& member, Characters characters) {
    do {
        member.name = some_name(random_, member.ethnic, member.sex, member.birth.year(), characters);
    } while (!persons_.emplace(member.name, member.birth.packed()).second);
    do {
        const int region = random_.chance(750) ? kHomeRegion : random_.pick(kOtherRegions);
        const int sequence = random_.between(1, 499) * 2 - (member.sex == Sex::male ? 1 : 0);
        member.citizen_id =
            CitizenId::from_number((std::int64_t(region) * 100'000'000 + member.birth.packed()) * 1000 + sequence);
    } while (!ids_.insert(member.citizen_id.number()).second);
    do {
        // The numbers of a mobile telephone, but of the series 154, which was never opened.
        member.phone = fmt::format("154{:08}", random_.below(100'000'000));
    } while (!phones_.insert(member.phone).second);
}

void People::join_party(Member& member) {
    constexpr Date kProbationAgain(1977, 9, 1); // from here on a year of probation, and before 1969-04
    constexpr Date kNoProbation(1969, 4, 1);
    const int first = member.birth.year() + 19;
    const int last = std::max(first, std::min(member.birth.year() + 48, kToday.year() - 2));
    const int year = random_.between(first, last);
    const int month = random_.between(1, 12);
    const int day = random_.between(1, 28);
    const bool month_only = year < 1985 && random_.chance(100);
    member.admission = month_only ? Date(year, month) : Date(year, month, day);
    const bool probation = member.admission >= kProbationAgain || member.admission < kNoProbation;
    member.conversion = probation ? member.admission.plus_months(12) : member.admission;
    member.stage = Stage::full;
}

void People::live(Member& member, std::string_view community) {
    member.address = address_in(community, random_);
    member.file_held_by = random_.pick(kFileKeepers);
    member.dues_paid_through = random_.chance(850) ? Date(2026, 11) : Date(2026, 12);
    switch (member.category) {
    case Category::employed:
        member.employer = random_.pick(kEmployers);
        member.labour_relation = LabourRelation::kept;
        member.stable_job = Flag::yes;
        member.fixed_residence = Flag::yes;
        break;
    case Category::retired:
        member.employer = random_.pick(kFormerEmployers);
        member.retired_kind = retired_kind_of(random_);
        member.fixed_residence = Flag::yes;
        break;
    case Category::laid_off:
        member.employer = random_.pick(kFormerEmployers);
        member.labour_relation = LabourRelation::ended;
        member.stable_job = Flag::no;
        member.fixed_residence = Flag::yes;
        break;
    default:
        break;
    }
}

Member People::make(Category category, std::string_view community, Characters characters) {
    Member member;
    member.category = category;
    be_born(member);
    take_identity(member, characters);
    join_party(member);
    live(member, community);
    return member;
}

Member People::make_probationary(Category category, std::string_view community, Characters characters) {
    Member member = make(category, community, characters);
    member.stage = Stage::probationary;
    member.admission = Date(2025, 12, 8).plus_days(random_.between(0, 300));
    member.conversion = Date();
    return member;
}

} // namespace jiezhuan::generate
