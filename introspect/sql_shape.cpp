// Splits SQL by the rules of psql's lexer (src/fe_utils/psqlscan.l).
#include "introspect/sql_shape.hpp"

#include <cctype>
#include <string>
#include <string_view>

namespace plumb::introspect {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<signed char>(c) < 0;
}
bool continues_word(char c) { return begins_word(c) || is_digit(c) || c == '$'; }

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

class Lexer {
public:
    explicit Lexer(const File& file) : file_(file), text_(file.text) {}

    Shape run() {
        while (at_ < text_.size()) {
            if (is_space(text_[at_])) {
                ++at_;
            } else if (text_.substr(at_, 2) == "--") {
                line_comment();
            } else if (text_.substr(at_, 2) == "/*") {
                block_comment();
            } else if (text_[at_] == '\\') {
                command();
            } else {
                token();
            }
        }
        if (open_) close(text_.size());
        return std::move(shape_);
    }

    std::vector<Token> tokens_of(const Part& part) {
        text_ = text_.substr(0, part.end);
        at_ = part.begin;
        keep_ = true;
        run();
        return std::move(tokens_);
    }

private:
    const File& file_;
    std::string_view text_;
    std::size_t at_ = 0;
    Shape shape_;
    bool open_ = false;  // inside a statement, part_
    Part part_;
    int depth_ = 0;                   // parentheses
    int blocks_ = 0;                  // BEGIN and CASE in the body of a routine
    std::vector<std::string> words_;  // the first four of the statement
    bool from_stdin_ = false;
    bool keep_ = false;  // tokens_
    std::vector<Token> tokens_;

    [[noreturn]] void fail(const char* message, std::size_t where, const char* hint = "") const {
        throw Error(message, place(file_, where), hint);
    }

    std::size_t end_of_line() const { return std::min(text_.find_first_of("\r\n", at_), text_.size()); }

    void line_comment() {
        auto begin = at_;
        at_ = end_of_line();
        shape_.comments.push_back({begin, at_, depth_});
    }

    void block_comment() {
        auto begin = at_;
        at_ += 2;
        for (int nested = 1; nested > 0;) {
            at_ = text_.find_first_of("*/", at_);
            if (at_ == text_.npos) fail("unterminated /* comment", begin);
            auto two = text_.substr(at_, 2);
            nested += two == "/*" ? 1 : two == "*/" ? -1 : 0;
            at_ += two == "/*" || two == "*/" ? 2 : 1;
        }
        shape_.comments.push_back({begin, at_, depth_});
    }

    void command() {
        if (open_) fail("a psql command in the middle of a statement", at_, "does the statement before it lack its semicolon?");
        auto begin = at_;
        at_ = std::min(text_.find('\n', at_), text_.size());
        auto end = at_;
        while (end > begin && is_space(text_[end - 1])) --end;
        shape_.parts.push_back({.begin = begin, .end = end, .stop = at_, .tokens = 1, .command = true});
    }

    void token() {
        char c = text_[at_];
        if (c == ';' && depth_ == 0 && blocks_ == 0) {
            ++at_;
            if (open_) close(at_);
            return;
        }
        if (!open_) {
            open_ = true;
            part_ = {.begin = at_};
        }
        ++part_.tokens;
        auto begin = at_;
        int depth = depth_;
        if (c == '\'') {
            string(at_, false);
        } else if (c == '"') {
            quoted("\"", at_, "unterminated quoted identifier");
        } else if (c == '$') {
            dollar();
        } else if (begins_word(c)) {
            word();
        } else if (is_digit(c)) {
            while (at_ < text_.size() && (continues_word(text_[at_]) || text_[at_] == '.')) ++at_;
        } else {
            if (c == '(') ++depth_;
            if (c == ')' && depth_ > 0) --depth_;
            ++at_;
        }
        part_.end = at_;
        if (keep_) tokens_.push_back({begin, at_, std::min(depth, depth_)});
    }

    void close(std::size_t stop) {
        part_.stop = stop;
        if (from_stdin_ && words_.front() == "copy") {
            fail("the data of a COPY is not a declaration", part_.begin,
                 "pg_dump -s leaves the data out; reference rows are written as INSERT");
        }
        shape_.parts.push_back(part_);
        open_ = from_stdin_ = false;
        depth_ = blocks_ = 0;
        words_.clear();
    }

    void quoted(std::string_view delimiter, std::size_t begin, const char* message) {
        auto end = text_.find(delimiter, at_ + delimiter.size());
        if (end == text_.npos) fail(message, begin);
        at_ = end + delimiter.size();
    }

    // A doubled quote just ends one string and begins the next, except where backslashes escape.
    void string(std::size_t begin, bool escapes) {
        if (!escapes) return quoted("'", begin, "unterminated quoted string");
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '\'') {
                ++at_;
                auto next = continuation();
                if (next == text_.npos) return;
                at_ = next;
            }
        }
        fail("unterminated quoted string", begin);
    }

    // Where the string that ends at at_ goes on: at once, or after white space with a newline in it (manual, 4.1.2.1).
    std::size_t continuation() const {
        auto next = at_;
        bool newline = false;
        for (; next < text_.size() && is_space(text_[next]); ++next)
            newline = newline || text_[next] == '\n' || text_[next] == '\r';
        return next < text_.size() && text_[next] == '\'' && (newline || next == at_) ? next : text_.npos;
    }

    void dollar() {
        auto end = at_ + 1;
        if (end < text_.size() && begins_word(text_[end])) {
            while (end < text_.size() && continues_word(text_[end]) && text_[end] != '$') ++end;
        }
        if (end < text_.size() && text_[end] == '$') {
            quoted(text_.substr(at_, end + 1 - at_), at_, "unterminated dollar-quoted string");
        } else {
            ++at_;  // a parameter, $1
        }
    }

    void word() {
        auto begin = at_;
        while (at_ < text_.size() && continues_word(text_[at_])) ++at_;
        auto word = text_.substr(begin, at_ - begin);
        if ((word == "e" || word == "E") && at_ < text_.size() && text_[at_] == '\'') return string(begin, true);
        if (words_.size() < 4) words_.push_back(lower(word));
        if (word.size() > 5) return;
        auto folded = lower(word);
        if (folded == "stdin") from_stdin_ = true;
        if (depth_ > 0 || !makes_routine()) return;
        if (folded == "begin" || (folded == "case" && blocks_ > 0)) ++blocks_;
        if (folded == "end" && blocks_ > 0) --blocks_;
    }

    bool makes_routine() const {
        auto is = [&](std::size_t i, std::string_view word) { return words_.size() > i && words_[i] == word; };
        std::size_t what = is(1, "or") && is(2, "replace") ? 3 : 1;
        return is(0, "create") && (is(what, "function") || is(what, "procedure"));
    }
};

}  // namespace

Shape shape(const File& file) { return Lexer(file).run(); }

std::vector<Token> tokens(const File& file, const Part& part) { return Lexer(file).tokens_of(part); }

}  // namespace plumb::introspect
