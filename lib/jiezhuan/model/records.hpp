// Every record type, for code that treats all of them alike.
#pragma once

#include "jiezhuan/model/batch.hpp"
#include "jiezhuan/model/intake.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/organisation.hpp"
#include "jiezhuan/model/profile_record.hpp"
#include "jiezhuan/model/stock.hpp"
#include "jiezhuan/model/transfer.hpp"

namespace jiezhuan {

// Calls act.operator()<T>() with the record type of that kind.
template <class Act> decltype(auto) with_record_type(RecordKind kind, Act&& act) {
    switch (kind) {
    case RecordKind::organisation:
        return act.template operator()<Organisation>();
    case RecordKind::member:
        return act.template operator()<Member>();
    case RecordKind::batch:
        return act.template operator()<Batch>();
    case RecordKind::transfer:
        return act.template operator()<Transfer>();
    case RecordKind::letter:
        return act.template operator()<Letter>();
    case RecordKind::stock:
        return act.template operator()<Stock>();
    case RecordKind::intake:
        return act.template operator()<Intake>();
    case RecordKind::profile:
        return act.template operator()<ProfileRecord>();
    }
    throw Bug{"a record kind without a type"};
}

} // namespace jiezhuan
