// What the documents of one schema look like, put together from those that were met, and written as a JSON schema.
#pragma once

#include "jiezhuan/report/rowset.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace jiezhuan::testing {

class DocumentShape {
  public:
    explicit DocumentShape(std::string name) : name_(std::move(name)) {}
    void add(const Document& document);
    [[nodiscard]] nlohmann::ordered_json schema() const;
    // Code columns whose values are not known.
    [[nodiscard]] std::vector<std::string> complaints() const;

  private:
    struct ColumnShape {
        Column column;
        bool numbers = false;
        bool texts = false;
        bool absent = false;
        std::set<std::string> values; // of code and date columns
    };
    struct Section {
        std::string id;
        Message title;
        RowSet::Shape shape = RowSet::Shape::list;
        std::size_t times = 0;
        std::vector<ColumnShape> columns;
    };

    Section& section_of(const RowSet& set);
    [[nodiscard]] nlohmann::ordered_json record(const Section& section) const;
    [[nodiscard]] nlohmann::ordered_json value(const Section& section, const ColumnShape& shape) const;
    [[nodiscard]] std::string where(const Section& section, const ColumnShape& shape) const;

    std::string name_;
    std::size_t times_ = 0;
    std::vector<Section> sections_;
};

} // namespace jiezhuan::testing
