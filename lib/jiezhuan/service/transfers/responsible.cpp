#include "jiezhuan/service/transfers/responsible.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/regulations.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

namespace jiezhuan {
namespace {

std::string end_name(const OrgDirectory& organisations, OrgId id, const std::string& name) {
    return id ? organisations.label(id) : name;
}

// Taken over, and that was not undone.
bool taken_over(const Transfer& transfer) {
    return !transfer.received_on.empty() && transfer.state != TransferState::revoked;
}

// The relation has left the sender, and nobody has it yet.
bool under_way(const Transfer& transfer) {
    switch (transfer.state) {
    case TransferState::sent:
    case TransferState::presented:
    case TransferState::verified:
    case TransferState::returned:
        return transfer.kind != TransferKind::enrol;
    default:
        return false;
    }
}

} // namespace

std::string responsible_organisation(const OrgDirectory& organisations, const Transfer& transfer) {
    const bool moved_within = transfer.kind == TransferKind::within && transfer.state == TransferState::closed;
    if (transfer.kind == TransferKind::enrol || !(taken_over(transfer) || moved_within)) {
        return end_name(organisations, transfer.from, transfer.from_name);
    }
    if (transfer.kind == TransferKind::out) {
        return end_name(organisations, transfer.to, transfer.destination);
    }
    const bool placed = transfer.branch && !transfer.assigned_on.empty(); // until then the branch is only proposed
    const OrgId received_by = transfer.kind == TransferKind::between ? transfer.addressee : transfer.to;
    return organisations.label(placed ? transfer.branch : received_by);
}

Message resting_on(Message said, Text regulation, Date as_of) {
    const Date from = in_force_from(regulation.zh);
    return !from.empty() && as_of.latest() < from.earliest() ? std::move(said)
                                                             : Message(fmt::format("{}（{}）", said.zh, regulation.zh),
                                                                       fmt::format("{} ({})", said.en, regulation.en));
}

Message responsible_for(const OrgDirectory& organisations, const Transfer& transfer, Date as_of) {
    const std::string name = responsible_organisation(organisations, transfer);
    const Message responsible =
        name.empty() ? Message(Text{"原所在党组织", "the sending organisation"}) : Message(name, name);
    if (transfer.kind == TransferKind::enrol && is_open(transfer.state)) {
        const OrgId host = transfer.branch ? transfer.branch : transfer.to ? transfer.to : organisations.own().id;
        return resting_on(say({"正式组织关系仍在原单位，由其负责；{}协助日常管理",
                               "the relation stays where it is, and so does the responsibility; {} assists day by day"},
                              organisations.label(host)),
                          {"《中国共产党党员教育管理工作条例》第三十二条", "条例第三十二条"}, as_of);
    }
    if (transfer.kind == TransferKind::temporary && transfer.state == TransferState::active) {
        return resting_on(say({"{}：组织关系不变，在此行使表决权、选举权，向此交纳党费",
                               "{}: the relation stays, and with it the vote and the dues"},
                              responsible),
                          {"中组发〔2004〕10号", "中组发〔2004〕10号"}, as_of);
    }
    if (taken_over(transfer)) {
        return say({"{}（已接收）", "{} (it took over)"}, responsible);
    }
    return under_way(transfer) ? resting_on(say({"{}：未接收前原所在党组织仍负有管理责任",
                                                 "{}: until it is taken over the sender stays responsible"},
                                                responsible),
                                            {rule_text::kArticle25, "条例第二十五条"}, as_of)
                               : responsible;
}

} // namespace jiezhuan
