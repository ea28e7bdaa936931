#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("a word that a shell would take apart is quoted, of an option only its value") {
    CHECK(shell_word("回执.html") == "回执.html");
    CHECK(shell_word("my list.csv") == "'my list.csv'");
    CHECK(shell_word("it's") == "'it'\\''s'");
    CHECK(shell_word("--minutes=2026年 会议") == "--minutes='2026年 会议'");
    CHECK(shell_word("") == "''");
}

TEST_CASE("what was verified is said in words or ids, and nothing else") {
    CHECK(verified_items("介绍信、身份证") == "letter,id");
    CHECK(verified_items("id, letter") == "letter,id");
    CHECK(verified_items("") == "");
    CHECK_FALSE(verified_items("介绍信、工资单").has_value());
    CHECK(verified_items_in_words("letter,seal,addressee,id,file") == "介绍信、公章、抬头、身份证、档案");
    CHECK(verified_items_in_words("流动党员活动证") == "流动党员活动证");
}

TEST_CASE("the person's own word alone is no basis of a verification") {
    for (const char* const basis : {"仅有本人口述", "本人自述", "本人口述、自称是党员"}) {
        CHECK(own_word_only(basis));
    }
    for (const char* const basis : {"", "介绍信", "原党组织口头答复", "本人口述、流动党员活动证", "原支部书记口述"}) {
        CHECK_FALSE(own_word_only(basis));
    }
}

TEST_CASE("a command that is printed has what it needs") {
    Transfer transfer;
    transfer.id = TransferId{7};
    transfer.kind = TransferKind::in;
    transfer.channel = Channel::paper;
    const auto command = [&](TransferState state) {
        transfer.state = state;
        return next_step(OrgDirectory(), transfer, std::nullopt).command.zh;
    };
    CHECK(command(TransferState::expected) ==
          "jiezhuan transfer present T7 --letter-no 编号 --letter-date 日期 --valid-days 天数");
    CHECK(command(TransferState::presented) == "jiezhuan transfer verify T7 --basis 依据");
    CHECK(command(TransferState::received) == "jiezhuan transfer assign T7 --branch 支部");
    transfer.kind = TransferKind::out;
    transfer.state = TransferState::sent;
    Letter letter;
    letter.no = "20260001";
    letter.name = "林远";
    const NextStep step = next_step(OrgDirectory(), transfer, letter);
    CHECK(step.command.zh == "jiezhuan receipt record 20260001 --name 林远 --date 日期");
    CHECK(step.command.en == "jiezhuan receipt record 20260001 --name 林远 --date DATE");
}
