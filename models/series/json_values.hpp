#pragma once
// JSON as values at paths of keys ("data.intensity.actual"; lists add nothing), for readers of small
// documents.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/json_reader.hpp"

namespace lca {

/// Follows the keys. A reader overrides what it wants to know; both give whether reading goes on.
class JsonValues : public JsonVisitor {
public:
    struct Value {
        enum class Kind : unsigned char { null, boolean, number, text } kind = Kind::null;
        double number = 0;      // of a number; 1 for true
        std::string_view text;  // of a text
        Place place;
    };
    virtual bool at(std::string_view path, const Value& value) = 0;
    /// An object begins or ends at a path.
    virtual bool begin(std::string_view path, Place place) = 0;
    virtual bool end(std::string_view path) = 0;

    bool null(Place place) final { return put({Value::Kind::null, 0, {}, place}); }
    bool boolean(bool value, Place place) final {
        return put({Value::Kind::boolean, value ? 1.0 : 0.0, {}, place});
    }
    bool number(double value, std::string_view, Place place) final {
        return put({Value::Kind::number, value, {}, place});
    }
    bool text(std::string_view value, Place place) final { return put({Value::Kind::text, 0, value, place}); }
    bool enter_object(Place place) final {
        const bool goes_on = begin(path_, place);
        lengths_.push_back(path_.size());
        return goes_on;
    }
    bool key(std::string_view name, Place) final {
        path_.resize(lengths_.back());
        if (!path_.empty()) path_ += '.';
        path_ += name;
        return true;
    }
    bool leave_object() final {
        path_.resize(lengths_.back());
        lengths_.pop_back();
        return end(path_);
    }
    bool enter_list(Place) final { return true; }
    bool leave_list() final { return true; }

private:
    bool put(const Value& value) { return at(path_, value); }

    std::string path_;
    std::vector<std::size_t> lengths_;  // of the paths of the open objects
};

}  // namespace lca
