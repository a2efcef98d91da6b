#pragma once
// Files of one folder, written beside it and moved into it once all are complete.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// Files are written into a folder of their own beside their place, and finish() moves them there: until
/// then, and where that never comes, the folder stays as it was (or is not there), with nothing beside it. A
/// new folder appears as a whole; into an existing one files are moved one by one. Its other files stay.
class FolderWriter {
public:
    /// Whether a file starting with these bytes may be replaced.
    using MayReplace = std::function<bool(std::string_view beginning)>;

    /// Throws FileError where no file can be made there: no such folder above it, no permission, or a file of
    /// that name.
    FolderWriter(std::string folder, MayReplace may_replace);
    ~FolderWriter();
    FolderWriter(const FolderWriter&) = delete;
    FolderWriter& operator=(const FolderWriter&) = delete;

    /// Writes a file; its name may have folders ("a/b.html"). Throws InputError if a file of that name exists
    /// and may not be replaced, and FileError.
    void add(const std::string& name, std::string_view bytes);
    /// Once, after the last file. Throws FileError; of an existing folder, files moved before stay in it.
    void finish();

private:
    void refuse_foreign(const std::string& path) const;

    std::string folder_, beside_;  // beside_: "" once it is gone
    bool exists_;
    MayReplace may_replace_;
    std::vector<std::string> names_;
};

}  // namespace lca
