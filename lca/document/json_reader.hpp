#pragma once
// Reads JSON of any length as a sequence of events with places, without building a tree.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca {

/// Receives the parts of a JSON text in order, each with the place where it starts. The functions may report
/// faults to diagnostics of their own; each returns whether reading continues.
class JsonVisitor {
public:
    JsonVisitor() = default;
    virtual ~JsonVisitor() = default;
    JsonVisitor(const JsonVisitor&) = delete;
    JsonVisitor& operator=(const JsonVisitor&) = delete;

    virtual bool null(Place place) = 0;
    virtual bool boolean(bool value, Place place) = 0;
    /// A finite number, and its text in the file.
    virtual bool number(double value, std::string_view written, Place place) = 0;
    virtual bool text(std::string_view value, Place place) = 0;
    virtual bool enter_object(Place place) = 0;
    virtual bool key(std::string_view name, Place place) = 0;
    virtual bool leave_object() = 0;
    virtual bool enter_list(Place place) = 0;
    virtual bool leave_list() = 0;
};

struct JsonLimits {
    std::uint64_t bytes = 4'000'000'000;
    std::size_t depth = 64;
    std::size_t text_bytes = 1'000'000;  // of one string or key
    std::size_t keys = 100'000;          // in one object
    std::size_t block = 65'536;          // read at a time
};

/// Reads one JSON value (RFC 8259) up to the end of the text. False after an error, which is added to the
/// diagnostics (also for numbers too large for a double and repeated keys), or if the visitor stopped.
bool read_json(ByteSource& bytes, std::uint32_t file, JsonVisitor& visitor, Diagnostics& diagnostics,
               const JsonLimits& limits = {});

}  // namespace lca
