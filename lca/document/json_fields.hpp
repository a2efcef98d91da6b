#pragma once
// Reads JSON field by field: each string, number, boolean or null with its path.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/json_reader.hpp"

namespace lca {

struct JsonScalar {
    enum class Kind : unsigned char { null, boolean, number, text };
    Kind kind = Kind::null;
    double number = 0;
    bool boolean = false;
    std::string_view text = {};  // the string, or the number as written
    Place place = {};

    bool is_text() const { return kind == Kind::text; }
    bool is_number() const { return kind == Kind::number; }
};

/// Calls field() for each scalar with its path, such as `jobs[].time.start`.
class JsonFields : public JsonVisitor {
public:
    bool null(Place place) final { return value({.place = place}); }
    bool boolean(bool value_of, Place place) final {
        return value({.kind = JsonScalar::Kind::boolean, .boolean = value_of, .place = place});
    }
    bool number(double number, std::string_view written, Place place) final {
        return value({.kind = JsonScalar::Kind::number, .number = number, .text = written, .place = place});
    }
    bool text(std::string_view text, Place place) final {
        return value({.kind = JsonScalar::Kind::text, .text = text, .place = place});
    }
    bool enter_object(Place place) final { return enter(place, false); }
    bool key(std::string_view name, Place) final {
        path_.resize(levels_.back().length);
        if (!path_.empty()) path_ += '.';
        path_ += name;
        return true;
    }
    bool leave_object() final { return leave(); }
    bool enter_list(Place place) final { return enter(place, true); }
    bool leave_list() final { return leave(); }

protected:
    virtual void field(std::string_view path, const JsonScalar& scalar) = 0;
    /// Called when an object or list with this path begins, and when it ends.
    virtual void opened(std::string_view, Place) {}
    virtual void closed(std::string_view) {}
    /// Ends reading, for instance after a fault that would only be repeated.
    void stop() { stopped_ = true; }

private:
    struct Level {
        std::size_t length = 0, outer = 0;  // length: of the path inside; outer: of the path leading here
        bool is_list = false;
    };

    bool value(const JsonScalar& scalar) {
        field(path_, scalar);
        return !stopped_;
    }
    bool enter(Place place, bool is_list) {
        const std::size_t outer = path_.size();
        opened(path_, place);
        if (is_list) path_ += "[]";
        levels_.push_back({path_.size(), outer, is_list});
        return !stopped_;
    }
    bool leave() {
        path_.resize(levels_.back().outer);
        levels_.pop_back();
        closed(path_);
        if (!levels_.empty() && levels_.back().is_list) path_.resize(levels_.back().length);
        return !stopped_;
    }

    std::string path_;
    std::vector<Level> levels_;
    bool stopped_ = false;
};

}  // namespace lca
