// A letter as a document of blocks: what its template and its data say, before anybody decides how it looks. Every renderer
// takes this and nothing else.
#pragma once

#include <string>
#include <vector>

namespace jiezhuan {

// A run of text. A field is a blank of the form: what was filled in, or nothing where the receiver writes by hand.
struct Span {
    enum class Kind { plain, field };
    Kind kind = Kind::plain;
    std::string text;
    int width = 0;      // of a field: at least that many columns
    bool whole = false; // never broken over two lines

    bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

struct Block {
    enum class Kind {
        title,      // centred; `right` is the number
        salutation, // flush left
        paragraph,  // first line indented by two characters
        row,        // `left` at the left and `right` at the right of one line
        right,      // at the right end
        detail,     // flush left and smaller: who can be asked, and where
        cells,      // a line of a list: each span in its column, which is `width` columns wide
    };
    Kind kind = Kind::paragraph;
    Spans left;
    Spans right;

    bool operator==(const Block&) const = default;
};

struct Section {
    enum class Kind {
        part,     // one of the parts (联); `label` stands in its margin
        paste,    // room to paste the receipt, with its label
        cut_line, // where the parts come apart, with its label if any
        note,     // at the foot
    };
    Kind kind = Kind::part;
    std::string label;
    std::vector<Block> blocks;

    bool operator==(const Section&) const = default;
};

struct LetterDocument {
    std::vector<Section> sections;
    std::string title;   // for a file's properties, not printed
    bool sample = false; // 样张 on every part

    bool operator==(const LetterDocument&) const = default;
};

} // namespace jiezhuan
