// A Party organisation: a node of our tree, or an outside addressee or source.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Organisation {
    OrgId id;
    std::string code;
    std::string name; // the name of the seal
    std::string short_name;
    OrgKind kind = OrgKind::none;
    OrgId parent;              // none: the ledger's own organisation, or an outside one
    Flag outside = Flag::none; // yes: an addressee or source, not at or below the ledger's own organisation
    Authority can_approve_probationary = Authority::none; // 《中国共产党党员教育管理工作条例》第二十五条
    Distance distance = Distance::none;
    OrgState state = OrgState::none;
    std::string contact;
    std::string phone;
    std::string fax;
    std::string postcode;
    std::string address;
    std::string credit_code;
    std::int64_t units = 0;          // of a joint branch
    std::string unit_names;          // of these: separated by 、
    Flag has_committee = Flag::none; // of a branch: 设支部委员会
    std::string former_names;        // separated by ；, the latest last; they still mean this organisation
    Date authority_since; // from when it has the authority or has it no more; none: as far as anybody knows, always
    Date since;
    Date dissolved_on;
    std::string dissolved_basis;
    OrgId successor; // of a dissolved one: where its members went as a whole
    std::string remarks;

    bool operator==(const Organisation&) const = default;
};

template <> struct RecordTraits<Organisation> {
    static constexpr RecordKind kKind = RecordKind::organisation;
    static std::span<const Field<Organisation>> fields();
};

} // namespace jiezhuan
