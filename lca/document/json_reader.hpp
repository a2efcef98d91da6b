#pragma once
// JSON of any length, as events with places: no tree is made.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca {

/// Receives the parts of a JSON text, in order. A place is where the thing starts. Each function may put
/// faults into its own diagnostics; it returns whether reading goes on.
class JsonVisitor {
public:
    JsonVisitor() = default;
    virtual ~JsonVisitor() = default;
    JsonVisitor(const JsonVisitor&) = delete;
    JsonVisitor& operator=(const JsonVisitor&) = delete;

    virtual bool null(Place place) = 0;
    virtual bool boolean(bool value, Place place) = 0;
    /// A finite number and how it is written.
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
    std::size_t text_bytes = 1'000'000;  // of one text or key
    std::size_t keys = 100'000;          // of one object
    std::size_t block = 65'536;          // bytes read at a time
};

/// Reads one JSON value (RFC 8259) to the end of the text. False after an error, which is put into the
/// diagnostics (numbers too large for a double and repeated keys are faults), or where the visitor stopped.
bool read_json(ByteSource& bytes, std::uint32_t file, JsonVisitor& visitor, Diagnostics& diagnostics,
               const JsonLimits& limits = {});

}  // namespace lca
