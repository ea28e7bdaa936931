#include "jiezhuan/model/event.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array kTypes = {
    EventType{"batch_opened", {"登记批次", "batch opened"}},
    EventType{"batch_settled", {"名单上其余的不再登记", "the rest of the list is not to be entered"}},
    EventType{"card_inspected", {"年审活动证", "activity card inspected"}},
    EventType{"card_issued", {"发活动证", "activity card given"}},
    EventType{"contact_recorded", {"联系党员", "contact with the member"}},
    EventType{"dues_recorded", {"登记党费", "dues recorded"}},
    EventType{"file_forwarded", {"档案转递", "file forwarded"}},
    EventType{"import_applied", {"导入文件", "file imported"}},
    EventType{"ledger_created", {"建立账本", "ledger created"}},
    EventType{"letter_archived", {"归档介绍信", "letter archived"}},
    EventType{"letter_corrected", {"更正介绍信登记", "letter's record corrected"}, true},
    EventType{"letter_delivered", {"领取介绍信", "letter delivered"}},
    EventType{"letter_exchanged", {"换信", "letter exchanged"}},
    EventType{"letter_issued", {"开具介绍信", "letter issued"}},
    EventType{"letter_presented", {"收到介绍信", "letter presented"}},
    EventType{"letter_reissued", {"补开介绍信", "letter reissued"}},
    EventType{"letter_returned", {"退回介绍信", "letter returned"}},
    EventType{"letter_voided", {"作废介绍信", "letter voided"}},
    EventType{"member_changed", {"变更党员信息", "member changed"}},
    EventType{"member_converted", {"预备党员转正", "probationary member converted"}},
    EventType{"member_corrected", {"更正党员信息", "member corrected"}, true},
    EventType{"member_marked", {"登记党员状况", "member marked"}},
    EventType{"member_readmitted", {"登记重新入党", "member admitted anew"}},
    EventType{"member_registered", {"登记党员", "member registered"}},
    EventType{"migrant_recorded", {"登记流动情况", "entry in the register of migrants"}},
    EventType{"migrant_reported_in", {"登记报到", "reported in where the member lives"}},
    EventType{"migrant_returned", {"登记外出返回", "back from an absence"}},
    EventType{"organisation_added", {"登记党组织", "organisation added"}},
    EventType{"organisation_changed", {"变更党组织信息", "organisation changed"}},
    EventType{"organisation_dissolved", {"撤销党组织", "organisation dissolved"}},
    EventType{"organisation_merged", {"合并党组织", "organisations merged"}},
    EventType{"organisation_split", {"分设党组织", "organisation split"}},
    EventType{"private_data_revealed", {"查看完整信息", "private data revealed"}},
    EventType{"probation_extended", {"延长预备期", "probation extended"}},
    EventType{"profile_adopted", {"采用规则参数", "profile adopted"}},
    EventType{"receipt_issued", {"开具回执", "receipt issued"}},
    EventType{"receipt_recorded", {"登记回执", "receipt recorded"}},
    EventType{"receipt_revoked", {"撤销回执登记", "receipt taken back"}},
    EventType{"receipt_sent", {"寄出回执", "receipt sent"}},
    EventType{"stock_counted", {"清点空白介绍信", "blank letters counted"}},
    EventType{"stock_received", {"领取空白介绍信", "blank letters received"}},
    EventType{"transfer_contacted", {"联系", "contact about a transfer"}},
    EventType{"transfer_corrected", {"更正转接", "transfer corrected"}, true},
    EventType{"transfer_opened", {"登记转接", "transfer opened"}},
    EventType{"transfer_stepped", {"办理转接", "transfer step"}},
};
constexpr std::int64_t kVersion = 1;

json::Array changes_of(const std::vector<Change>& set) {
    json::Array changes;
    for (const Change& change : set) {
        json::Object object;
        object.emplace(std::string(name_of(change.kind).id), json::Value(change.id));
        object.emplace("to", json::Value(change.to));
        changes.emplace_back(std::move(object));
    }
    return changes;
}

tl::unexpected<Error> wrong(std::string_view what) {
    return fail(Exit::damaged, say({"事件内容不合规范：{}", "not a canonical event: {}"}, what));
}

Result<Creation> creation_of(const json::Value& value) {
    const json::Object* object = value.object();
    if (object == nullptr || object->size() != 1) {
        return wrong("create");
    }
    const auto kind = record_kind_from_id(object->begin()->first);
    const json::Object* fields = object->begin()->second.object();
    if (!kind || fields == nullptr) {
        return wrong("create");
    }
    return Creation{*kind, *fields};
}

Result<Change> change_of(const json::Value& value) {
    const json::Object* object = value.object();
    if (object == nullptr || object->size() != 2) {
        return wrong("set");
    }
    Change change{};
    bool named = false;
    for (const auto& [key, item] : *object) {
        if (key == "to" && item.object() != nullptr) {
            change.to = *item.object();
        } else if (const auto kind = record_kind_from_id(key); kind && item.number() != nullptr) {
            change.kind = *kind;
            change.id = *item.number();
            named = true;
        } else {
            return wrong("set");
        }
    }
    return named ? Result<Change>(std::move(change)) : wrong("set");
}

Result<void> read_header(const json::Object& body, Event& event) {
    for (const std::string_view key : {"at", "commit", "v"}) {
        const auto found = body.find(key);
        if (found == body.end() || found->second.number() == nullptr) {
            return wrong(key);
        }
    }
    const auto date = Date::parse(json::text_of(body, "date"));
    const auto op = body.find("op");
    if (!date || op == body.end() || op->second.text() == nullptr) {
        return wrong("date, op");
    }
    event.at = {json::number_of(body, "at")};
    event.commit = json::number_of(body, "commit");
    event.version = json::number_of(body, "v");
    event.date = *date;
    event.op = *op->second.text();
    event.type = json::text_of(body, "type");
    if (event_type(event.type) == nullptr || event.version != kVersion) {
        return fail(Exit::newer, say({"本程序不认识事件类型“{}”第 {} 版，账本由更新的程序写成",
                                      "this program does not know event type '{}' version {}: the ledger is newer"},
                                     event.type, event.version));
    }
    return {};
}

} // namespace

std::span<const EventType> event_types() { return kTypes; }

const EventType* event_type(std::string_view id) {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const EventType& type) { return type.id == id; });
    return found == kTypes.end() ? nullptr : &*found;
}

std::string encode(const Event& event) {
    json::Object body;
    if (!event.about.empty()) {
        body.emplace("about", json::Value(event.about));
    }
    body.emplace("at", json::Value(event.at.ms));
    body.emplace("commit", json::Value(event.commit));
    if (event.create) {
        json::Object create;
        create.emplace(std::string(name_of(event.create->kind).id), json::Value(event.create->fields));
        body.emplace("create", json::Value(std::move(create)));
    }
    body.emplace("date", json::Value(event.date.text()));
    body.emplace("op", json::Value(event.op));
    if (event.profile != 0) {
        body.emplace("profile", json::Value(event.profile));
    }
    if (!event.set.empty()) {
        body.emplace("set", json::Value(changes_of(event.set)));
    }
    body.emplace("type", json::Value(event.type));
    body.emplace("v", json::Value(event.version));
    return json::encode(body);
}

Result<Event> decode_event(std::string_view bytes) {
    JZ_TRY(body, json::decode(bytes));
    Event event;
    JZ_CHECK(read_header(body, event));
    for (const auto& [key, value] : body) {
        if (key == "about" && value.object() != nullptr) {
            event.about = *value.object();
        } else if (key == "create") {
            JZ_TRY(creation, creation_of(value));
            event.create = std::move(creation);
        } else if (key == "profile" && value.number() != nullptr) {
            event.profile = *value.number();
        } else if (key == "set" && value.array() != nullptr) {
            for (const json::Value& item : *value.array()) {
                JZ_TRY(change, change_of(item));
                event.set.push_back(std::move(change));
            }
        } else if (key != "at" && key != "commit" && key != "date" && key != "op" && key != "type" && key != "v") {
            return wrong(key);
        }
    }
    return event;
}

} // namespace jiezhuan
