#include "python/bindings/arrow.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace {

// The two structures of the Arrow C data interface, as in its specification.
extern "C" {
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};
}

}  // namespace

namespace lca::python {
namespace {

namespace py = pybind11;

constexpr const char *float64 = "g", *structure = "+s";

/// The data behind a structure, deleted with it; `owner` keeps the numbers alive. A consumer may move a
/// child elsewhere, and then releases it itself; the memory of the child structure is still ours.
template <class Structure>
struct Kept {
    std::string name;
    std::shared_ptr<const void> owner;
    const void* buffers[2] = {nullptr, nullptr};
    std::vector<std::unique_ptr<Structure>> children;
    std::vector<Structure*> pointers;
};

template <class Structure>
void release(Structure* one) {
    if (!one || !one->release) return;
    for (std::int64_t i = 0; i < one->n_children; ++i) {
        if (one->children[i]->release) one->children[i]->release(one->children[i]);
    }
    one->release = nullptr;
    delete static_cast<Kept<Structure>*>(one->private_data);
}

template <class Structure>
void adopt(Structure& parent, std::unique_ptr<Kept<Structure>> kept) {
    for (const auto& child : kept->children) kept->pointers.push_back(child.get());
    parent.n_children = static_cast<std::int64_t>(kept->children.size());
    parent.children = kept->pointers.empty() ? nullptr : kept->pointers.data();
    parent.release = &release<Structure>;
    parent.private_data = kept.release();
}

std::unique_ptr<ArrowSchema> schema(const char* format, const std::string& name,
                                    std::vector<std::unique_ptr<ArrowSchema>> children = {}) {
    auto kept = std::make_unique<Kept<ArrowSchema>>();
    kept->name = name;
    kept->children = std::move(children);
    auto result = std::make_unique<ArrowSchema>();
    result->format = format;
    result->name = kept->name.c_str();
    adopt(*result, std::move(kept));
    return result;
}

/// An array without nulls: the first buffer, for validity bits, is null.
std::unique_ptr<ArrowArray> array(const std::shared_ptr<const void>& owner, std::size_t length,
                                  const double* values,
                                  std::vector<std::unique_ptr<ArrowArray>> children = {}) {
    auto kept = std::make_unique<Kept<ArrowArray>>();
    kept->owner = owner;
    kept->buffers[1] = values;
    kept->children = std::move(children);
    auto result = std::make_unique<ArrowArray>();
    result->length = static_cast<std::int64_t>(length);
    result->n_buffers = values ? 2 : 1;
    result->buffers = kept->buffers;
    adopt(*result, std::move(kept));
    return result;
}

/// Destructor of a capsule: releases the structure if no consumer took it over.
template <class Structure>
void destroy(PyObject* capsule) {
    auto* one = static_cast<Structure*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
    release(one);
    delete one;
}

/// Written with the C API, as pybind11 2.10 cannot make a capsule with both name and destructor.
template <class Structure>
py::object capsule(std::unique_ptr<Structure> one, const char* name) {
    PyObject* made = PyCapsule_New(one.get(), name, &destroy<Structure>);
    if (!made) {
        release(one.get());
        throw py::error_already_set();
    }
    one.release();
    return py::reinterpret_steal<py::object>(made);
}

py::tuple both(std::unique_ptr<ArrowSchema> schema, std::unique_ptr<ArrowArray> array) {
    const py::object first = capsule(std::move(schema), "arrow_schema");
    return py::make_tuple(first, capsule(std::move(array), "arrow_array"));
}

/// A valid address also for an empty column, as the interface requires.
const double* address(std::span<const double> values) {
    static constexpr double none = 0;
    return values.empty() ? &none : values.data();
}

}  // namespace

py::tuple arrow_column(const std::shared_ptr<const void>& owner, const ArrowColumn& column) {
    return both(schema(float64, column.name), array(owner, column.values.size(), address(column.values)));
}

py::tuple arrow_batch(const std::shared_ptr<const void>& owner, const std::vector<ArrowColumn>& columns,
                      std::size_t rows) {
    std::vector<std::unique_ptr<ArrowSchema>> schemas;
    std::vector<std::unique_ptr<ArrowArray>> arrays;
    for (const ArrowColumn& column : columns) {
        schemas.push_back(schema(float64, column.name));
        arrays.push_back(array(owner, column.values.size(), address(column.values)));
    }
    return both(schema(structure, "", std::move(schemas)), array(owner, rows, nullptr, std::move(arrays)));
}

}  // namespace lca::python
