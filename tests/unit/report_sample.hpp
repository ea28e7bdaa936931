// A document with a card, a list, findings and next steps, for the tests of the renderers.
#pragma once

#include "jiezhuan/report/render.hpp"

namespace jiezhuan::test {

inline RowSet transfers() {
    RowSet set;
    set.id = "transfers";
    set.columns = {
        {"id", Text("编号", "ID"), ColumnType::id},
        {"name", Text("姓名", "Name"), ColumnType::text},
        {"days", Text("天数", "Days"), ColumnType::number},
        {"state", Text("状态", "State"), ColumnType::code},
        {"sent_on", Text("发出日期", "Sent on"), ColumnType::date},
    };
    const Cell sent("sent", {"已发出", "sent"});
    const Cell opened("opened", {"已登记", "opened"});
    set.rows = {
        {TransferId{12}, "欧阳小明", std::int64_t{9}, sent, Date(2026, 3, 1)},
        {TransferId{9}, "李红", std::int64_t{120}, opened, Cell()},
        {TransferId{100}, "John Smith", Cell(), sent, Date(2026, 1)},
    };
    return set;
}

inline RowSet batch_card() {
    RowSet set;
    set.id = "batch";
    set.title = Text("批次", "Batch");
    set.shape = RowSet::Shape::card;
    set.columns = {
        {"id", Text("编号", "ID"), ColumnType::id},
        {"title", Text("批次名称", "Title"), ColumnType::text},
        {"remarks", Text("备注", "Remarks"), ColumnType::text},
    };
    set.rows = {{BatchId{7}, "机械厂退休党员移交", Cell()}};
    return set;
}

inline Document list_document() {
    Document document;
    document.schema = "transfer.list";
    document.sections = {transfers()};
    return document;
}

inline Document whole_document() {
    Document document;
    document.schema = "batch.show";
    document.headline = Text("批次 B7 有 1 件待办", "batch B7 has 1 thing to do");
    document.sections = {batch_card(), transfers()};
    Finding finding;
    finding.rule = "LT-08";
    finding.severity = Severity::warning;
    finding.subject = "T12";
    finding.message = Text("介绍信已过有效期", "the letter has expired");
    finding.fix = Text("联系对方重开", "ask for a new one");
    document.findings = {finding};
    document.next = {Text("jiezhuan letter reissue L3", "jiezhuan letter reissue L3")};
    return document;
}

inline RenderOptions in(Format format, Lang lang = Lang::zh) {
    RenderOptions options;
    options.format = format;
    options.lang = lang;
    return options;
}

} // namespace jiezhuan::test
