#pragma once
// Writes the files of one folder into a temporary folder and moves them once all are complete.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// Files are written into a temporary folder, and finish() moves them to the final one. Until then, or if
/// finish() is never called, the final folder stays unchanged or absent, and the temporary one is removed. A
/// new folder appears in one step; into an existing one files are moved one by one, and its others stay.
class FolderWriter {
public:
    /// Whether an existing file that begins with these bytes may be replaced.
    using MayReplace = std::function<bool(std::string_view beginning)>;

    /// Throws FileError if the folder cannot be written: its parent does not exist, no permission, or a file
    /// has its name.
    FolderWriter(std::string folder, MayReplace may_replace);
    ~FolderWriter();
    FolderWriter(const FolderWriter&) = delete;
    FolderWriter& operator=(const FolderWriter&) = delete;

    /// Writes a file; its name may contain folders ("a/b.html"). Throws FileError, and InputError if a file
    /// of that name exists and may not be replaced.
    void add(const std::string& name, std::string_view bytes);
    /// Call once, after the last file. Throws FileError; files already moved into an existing folder stay.
    void finish();

private:
    void refuse_foreign(const std::string& path) const;

    std::string folder_, beside_;  // beside_: the temporary folder; "" after finish()
    bool exists_;
    MayReplace may_replace_;
    std::vector<std::string> names_;
};

}  // namespace lca
