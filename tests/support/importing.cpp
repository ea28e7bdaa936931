#include "tests/support/importing.hpp"

#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace jiezhuan::testing {
namespace {

IntakeOrder order_of(LedgerFixture& ledger, std::string_view schema, std::string_view text, const Importing& how) {
    static int number = 0;
    IntakeOrder order;
    order.command = std::string(schema) + " import";
    order.schema = schema;
    order.file = ledger.directory().file("input-" + std::to_string(++number) + ".csv");
    order.allow_partial = how.allow_partial;
    order.dry_run = how.dry_run;
    write_content(order.file, text);
    return order;
}

} // namespace

IntakeReport import_text(LedgerFixture& ledger, RowImport& import, std::string_view schema, std::string_view text,
                         const Importing& how) {
    IntakeFile file = must(read_intake(order_of(ledger, schema, text, how), import, how.on));
    Working working(ledger, how.on);
    working.work().accept = how.accept;
    IntakeReport report = must(run_intake(working.work(), file, import));
    if (report.applied && !how.dry_run) {
        working.commit();
        if (report.unpublished) {
            const bool published = static_cast<bool>(report.unpublished->publish(IfExists::refuse));
            if (!published) {
                throw std::runtime_error("the reject file was not published");
            }
        }
    }
    return report;
}

Error import_error(LedgerFixture& ledger, RowImport& import, std::string_view schema, std::string_view text) {
    const auto file = read_intake(order_of(ledger, schema, text, {}), import, Date(2026, 11, 23));
    if (file) {
        throw std::runtime_error("the file was read");
    }
    return file.error();
}

std::string roster_of(LedgerFixture& ledger) {
    const auto reading = ledger.read();
    std::vector<std::string> lines;
    const OrgDirectory organisations = must(OrgDirectory::of(*reading));
    for (const Organisation* organisation : organisations.all()) {
        json::Object object = to_json(*organisation);
        object["parent"] = organisations.path_of(organisation->parent);
        lines.push_back(json::encode(object));
    }
    for (const Member& member : must(reading->members({}))) {
        json::Object object = to_json(member);
        object["branch"] = organisations.path_of(member.branch);
        lines.push_back(json::encode(object));
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) {
        all += line + "\n";
    }
    return all;
}

} // namespace jiezhuan::testing
