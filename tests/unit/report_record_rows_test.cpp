#include "jiezhuan/report/record_rows.hpp"

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/organisation.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

Member member() {
    Member made;
    made.id = MemberId{12};
    made.name = "李红";
    made.citizen_id = CitizenId::from_number(11000019550630001);
    made.document_no = "E12345678";
    made.phone = "13800001234";
    made.address = "杭州市文三路 1 号";
    made.birth = Date(1955, 6, 30);
    made.stage = Stage::full;
    made.branch = OrgId{3};
    made.dues_paid_through = Date(2026, 2);
    return made;
}

Cell cell(std::string_view id, bool reveal) { return cell_of(*field_named<Member>(id), member(), reveal); }

} // namespace

TEST_CASE("report mask: telephones keep the first three and last four, short ones the first") {
    CHECK(masked_phone("13800001234") == "138****1234");
    CHECK(masked_phone("0571-88880000-12") == "057****0-12");
    CHECK(masked_phone("88886666") == "8***");
    CHECK(masked_phone("1380000123") == "1***");
    CHECK(masked_phone("一三八零零零零一二三四") == "一***");
    CHECK(masked_phone("") == "");
}

TEST_CASE("report mask: other text keeps its first character, and not its length") {
    CHECK(masked_text("杭州市") == "杭***");
    CHECK(masked_text("𠮷") == "𠮷***");
    CHECK(masked_text("") == "");
    CHECK(masked_text("\xFF\xFE") == "***");
}

TEST_CASE("report mask: an ID number in a text is masked as one, anything else as text") {
    CHECK(masked_text(member().citizen_id.text()) == member().citizen_id.masked());
    CHECK(masked_text("E12345678") == "E***");
}

TEST_CASE("report record rows: private data are masked unless revealed") {
    CHECK(cell("citizen_id", false).machine() == member().citizen_id.masked());
    CHECK(cell("phone", false).machine() == "138****1234");
    CHECK(cell("address", false).machine() == "杭***");
    CHECK(cell("document_no", false).machine() == "E***");
    CHECK(cell("citizen_id", true).machine() == member().citizen_id.text());
    CHECK(cell("phone", true).machine() == "13800001234");
    CHECK(cell("name", false).machine() == "李红");
}

TEST_CASE("report record rows: no private field of any record is shown by a masked cell") {
    const Member one = member();
    for (const Field<Member>& field : fields_of<Member>()) {
        if (field.private_data && !field.absent(one)) {
            CHECK(cell_of(field, one, false).machine() != field.text(one));
            CHECK(cell_of(field, one, false).shown(Lang::zh) != field.text(one));
        }
    }
}

TEST_CASE("report record rows: a coded value has its id for programs and its words for people") {
    CHECK(cell("stage", false).machine() == code_id(Stage::full));
    CHECK(cell("stage", false).shown(Lang::zh) == code_title(Stage::full).zh);
    CHECK(cell("stage", false).shown(Lang::en) == code_title(Stage::full).en);
    CHECK(cell("sex", false).absent());
}

TEST_CASE("report record rows: dates, references and integers keep their types") {
    CHECK(cell("birth", false).machine() == "1955-06-30");
    CHECK(cell("dues_paid_through", false).machine() == "2026-02");
    CHECK(cell("branch", false).machine() == "O3");
    CHECK(column_of(*field_named<Member>("birth")).type == ColumnType::date);
    CHECK(column_of(*field_named<Member>("dues_paid_through")).type == ColumnType::date);
    CHECK(column_of(*field_named<Member>("branch")).type == ColumnType::id);
    CHECK(column_of(*field_named<Member>("citizen_id")).type == ColumnType::id);
    CHECK(column_of(*field_named<Member>("stage")).type == ColumnType::code);
    CHECK(column_of(*field_named<Member>("name")).type == ColumnType::text);
    Organisation joint;
    joint.units = 4;
    const Field<Organisation>& units = *field_named<Organisation>("units");
    CHECK(column_of(units).type == ColumnType::number);
    REQUIRE(cell_of(units, joint, false).number() != nullptr);
    CHECK(*cell_of(units, joint, false).number() == 4);
}

TEST_CASE("report record rows: a list has the columns named, with the record's own id") {
    const std::vector<Member> members = {member(), Member{}};
    const RowSet set = list_of<Member>({"id", "name", "phone"}, members, false);
    CHECK(set.shape == RowSet::Shape::list);
    REQUIRE(set.columns.size() == 3);
    CHECK(set.columns[0].type == ColumnType::id);
    CHECK(set.columns[1].title.zh == "姓名");
    REQUIRE(set.rows.size() == 2);
    CHECK(set.rows[0][0].machine() == "M12");
    CHECK(set.rows[0][2].machine() == "138****1234");
    CHECK(set.rows[1][0].absent());
    CHECK_THROWS_AS(static_cast<void>(list_of<Member>({"nmae"}, members, false)), Bug);
}

TEST_CASE("report record rows: a card has every field, or those named") {
    const RowSet all = card_of(member(), false);
    CHECK(all.shape == RowSet::Shape::card);
    CHECK(all.columns.size() == fields_of<Member>().size() + 1);
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0][0].machine() == "M12");
    CHECK(card_of(member(), true, {"name", "phone"}).rows[0][1].machine() == "13800001234");
}
