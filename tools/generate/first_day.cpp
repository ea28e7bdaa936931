#include "first_day.hpp"

#include "arrivals.hpp"
#include "data_readme.hpp"
#include "departures.hpp"
#include "roster.hpp"
#include "street.hpp"

namespace jiezhuan::generate {
namespace {

Result<void> add(std::vector<DataFile>& files, std::string_view name, const Sheet& sheet, FileEncoding encoding) {
    auto bytes = encoded(sheet.csv(), encoding);
    if (!bytes) {
        return fail(std::move(bytes.error()).because(say({"写 {} 时", "while writing {}"}, name)));
    }
    files.push_back({std::string(name), std::move(*bytes)});
    return {};
}

} // namespace

Result<std::vector<DataFile>> make_first_day(std::uint64_t seed) {
    PlantedList planted;
    People people(seed);
    const Street street = make_street(seed);
    const Roster roster = make_roster(street, people, planted);
    const Sheet handover = handover_sheet(street, roster, people, planted);
    const Sheet laid_off = laid_off_sheet(street, people, planted);
    const Sheet migrants = migrants_sheet(street, people, planted);
    const Departures departures = make_departures(street, roster, people, planted);

    std::vector<DataFile> files;
    JZ_CHECK(add(files, "organisations.csv", organisations_sheet(street, seed), FileEncoding::utf8_bom));
    JZ_CHECK(add(files, "outside.csv", outside_sheet(seed), FileEncoding::utf8_bom));
    JZ_CHECK(add(files, "roster.csv", roster.wrong, FileEncoding::gbk));
    JZ_CHECK(add(files, "roster-fixed.csv", roster.fixed, FileEncoding::gbk));
    JZ_CHECK(add(files, "handover.csv", handover, FileEncoding::utf8_bom));
    JZ_CHECK(add(files, "laid-off.csv", laid_off, FileEncoding::gb18030));
    JZ_CHECK(add(files, "migrants.csv", migrants, FileEncoding::utf8));
    JZ_CHECK(add(files, "outgoing.csv", departures.outgoing, FileEncoding::utf8_bom));
    JZ_CHECK(add(files, "receipts.csv", departures.receipts, FileEncoding::gbk));
    files.push_back({"README.md", data_readme(std::move(planted))});
    return files;
}

} // namespace jiezhuan::generate
