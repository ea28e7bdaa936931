// Every JSON document and error of the transcripts is what its schema in schemas/output/ says.
#include "document_shape.hpp"

#include "cli/context.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/transcript.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace jiezhuan;
using namespace jiezhuan::testing;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

bool accepting() {
    const char* value = std::getenv("JIEZHUAN_ACCEPT");
    return value != nullptr && std::string_view(value) == "1";
}

fs::path schema_file(const std::string& name) { return source_tree() / "schemas/output" / (name + ".schema.json"); }

class Contract {
  public:
    explicit Contract(Json text) {
        // The envelope is checked beside it: a reference to a file stands for nothing in the validator.
        text.erase("allOf");
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema_);
    }
    // What does not fit; empty where all does.
    std::string broken_by(const Json& document) const {
        valijson::Validator validator;
        valijson::ValidationResults results;
        std::string said;
        if (!validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results)) {
            valijson::ValidationResults::Error error;
            while (results.popError(error)) {
                for (const std::string& step : error.context) {
                    said += step;
                }
                said += ": " + error.description + "\n";
            }
        }
        return said;
    }

  private:
    valijson::Schema schema_;
};

const Contract& contract(const std::string& name) {
    static std::map<std::string, Contract> known;
    const auto found = known.find(name);
    return found != known.end() ? found->second
                                : known.try_emplace(name, Json::parse(content_of(schema_file(name)))).first->second;
}

// What the commands answered, before it was rendered, and what came out.
struct Met {
    std::vector<std::string> unlike;                      // documents whose lines (ndjson) are not their records
    std::map<std::string, DocumentShape> shapes;          // by schema
    std::map<std::string, std::set<std::string>> schemas; // by command; "" for a text
    std::vector<Json> documents;
    std::vector<Json> errors;
    bool answered = false; // in the step at hand
    bool as_text = false;
};
Met* met = nullptr;

// What ndjson says line by line is what JSON says at once: the envelope, then the records, each with its section.
bool lines_are_the_document(const Document& document) {
    RenderOptions options;
    options.format = Format::json;
    const Json whole = Json::parse(render(document, options).value());
    options.format = Format::ndjson;
    const std::vector<std::string> lines = lines_of(render(document, options).value());
    Json envelope = Json::parse(lines.at(0));
    std::map<std::string, std::vector<Json>> records;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        Json record = Json::parse(lines[i]);
        const std::string section = record.at("section");
        record.erase("section");
        records[section].push_back(std::move(record));
    }
    bool same = true;
    for (const std::string& line : lines) {
        same = same && contract("line").broken_by(Json::parse(line)).empty();
    }
    for (const auto& [name, section] : whole.at("data").items()) {
        const std::vector<Json> expected = section.is_array() ? section.get<std::vector<Json>>()
                                                              : std::vector<Json>(section.is_null() ? 0 : 1, section);
        same = same && records[name] == expected;
    }
    return same && envelope.at("schema") == whole.at("schema") && envelope.at("findings") == whole.at("findings") &&
           envelope.at("next") == whole.at("next");
}

Result<cli::Answer> watched(cli::Context& context) {
    for (const cli::CommandRow& row : cli::command_table()) {
        if (row.noun != context.command().noun || row.verb != context.command().verb) {
            continue;
        }
        auto answer = row.run(context);
        if (answer) {
            const std::string& schema = answer->document.schema;
            met->answered = true;
            met->as_text = schema.empty();
            met->schemas[cli::name_of(row)].insert(schema);
            if (!schema.empty()) {
                met->shapes.try_emplace(schema, schema).first->second.add(answer->document);
                if (!context.dry_run() && !lines_are_the_document(answer->document)) {
                    met->unlike.push_back(schema);
                }
            }
        }
        return answer;
    }
    throw Bug{"a watched command that is none"};
}

cli::CommandTable watched_table() {
    static const std::vector<cli::CommandRow> kTable = [] {
        std::vector<cli::CommandRow> rows(cli::command_table().begin(), cli::command_table().end());
        for (cli::CommandRow& row : rows) {
            row.run = watched;
        }
        return rows;
    }();
    return kTable;
}

bool has(const std::vector<std::string>& args, std::string_view option) {
    return std::any_of(args.begin(), args.end(), [&](const std::string& arg) {
        return arg == option || arg.starts_with(std::string(option) + "=");
    });
}

// Commands whose answer is a file: they have no --format.
const std::set<std::string> kFiles = {"completion bash",  "completion zsh",   "completion fish",   "completion words",
                                      "org template",     "member template",  "dues template",     "transfer template",
                                      "receipt template", "migrant template", "transfer worksheet"};

bool answers_a_file(const std::vector<std::string>& args) {
    for (std::size_t i = 0; i + 1 < args.size(); ++i) {
        if (kFiles.contains(args[i] + " " + args[i + 1])) {
            return true;
        }
    }
    return false;
}

bool writes(const std::vector<std::string>& args) {
    for (const cli::CommandRow& row : cli::command_table()) {
        for (std::size_t i = 0; row.access == cli::Access::writes && i < args.size(); ++i) {
            if (args[i] == row.noun && (row.verb.empty() || (i + 1 < args.size() && args[i + 1] == row.verb))) {
                return true;
            }
        }
    }
    return false;
}

// The step as a program would take it. What it writes to a file keeps its form: later steps read it.
Ran as_json(std::vector<std::string> args, const Env& env, const std::string& input) {
    // Every act is tried before it is done: the document of a dry run is the same, but for the ids that were not given.
    if (writes(args) && !has(args, "--dry-run") && !has(args, "--help") && !has(args, "--output")) {
        std::vector<std::string> dry = args;
        dry.emplace_back("--dry-run");
        (void)as_json(std::move(dry), env, input);
    }
    const bool keeps = has(args, "--output") || answers_a_file(args) || (has(args, "--format") && !has(args, "json"));
    if (!keeps) {
        args.insert(args.begin(), {"--format", "json"});
        for (std::size_t i = 2; i + 1 < args.size(); ++i) {
            if (args[i] == "--format") {
                args.erase(args.begin(), args.begin() + 2);
                break;
            }
        }
    }
    met->answered = met->as_text = false;
    Ran ran = run_table(watched_table(), args, env, input);
    if (keeps) {
        return ran;
    }
    if (met->answered && !ran.out.empty() && !met->as_text) {
        met->documents.push_back(Json::parse(ran.out));
    }
    if (!met->answered && ran.exit != 0) {
        met->errors.push_back(Json::parse(lines_of(ran.err).back()));
    }
    return ran;
}

void run_all(Met& all) {
    met = &all;
    const auto run = [](const fs::path& file, TranscriptForm form, const fs::path& material, const fs::path& as) {
        const TemporaryDirectory directory;
        if (!material.empty()) {
            fs::copy(material, directory.path() / as, fs::copy_options::recursive);
        }
        const WorkingIn working(directory.path());
        (void)run_transcript(parse_transcript(content_of(file), form), form, World(), as_json);
    };
    for (const fs::path& file : source_files("tests/golden/transcripts", {".txt"})) {
        CAPTURE(file.string());
        run(file, TranscriptForm::plain, {}, {});
    }
    run(source_tree() / "README.md", TranscriptForm::markdown, source_tree() / "examples", "examples");
    met = nullptr;
}

std::string name_in(const Json& document) {
    const std::string id = document.at("schema");
    return id.substr(9, id.rfind('/') - 9); // behind "jiezhuan/"
}

} // namespace

TEST_CASE("golden: every document of the transcripts is what its schema says, and every command and schema is met") {
    Met all;
    run_all(all);
    std::set<std::string> names = {"envelope", "error", "line"};
    CHECK(all.unlike.empty());
    for (const auto& entry : all.shapes) { // clang 14: a lambda cannot capture a structured binding
        const std::string& name = entry.first;
        const auto& shape = entry.second;
        names.insert(name);
        for (const std::string& complaint : shape.complaints()) {
            FAIL_CHECK(complaint);
        }
        const std::string written = shape.schema().dump(2) + "\n";
        const bool same = fs::exists(schema_file(name)) && content_of(schema_file(name)) == written;
        if (!same && accepting()) {
            write_content(schema_file(name), written);
            FAIL_CHECK("rewritten, look at the difference: " << name);
        }
        CHECK_MESSAGE((same || accepting()), "not what the documents are: schemas/output/" << name << ".schema.json");
    }
    for (const fs::path& file : source_files("schemas/output", {".schema.json"})) {
        const std::string name = file.filename().string();
        CHECK_MESSAGE(names.contains(name.substr(0, name.size() - 12)), "no command answers with " << name);
    }
    for (const Json& document : all.documents) {
        CAPTURE(document.dump());
        CHECK(contract("envelope").broken_by(document).empty());
        CHECK(contract(name_in(document)).broken_by(document) == "");
    }
    for (const Json& error : all.errors) {
        CAPTURE(error.dump());
        CHECK(contract("error").broken_by(error) == "");
    }
    CHECK(all.errors.size() > 50);
    for (const cli::CommandRow& row : cli::command_table()) {
        const std::string name = cli::name_of(row);
        const std::set<std::string>& schemas = all.schemas[name];
        CHECK_MESSAGE(!schemas.empty(), "never answers a program: " << name);
        CHECK_MESSAGE(schemas.contains("") == kFiles.contains(name), "a text where a document belongs: " << name);
    }
}
