#pragma once
// The waterfalls of differences as data for the script of a page: see lca/page/web/data.ts.

namespace lca {

class JsonWriter;
struct Comparison;

/// Writes "waterfalls": one for each variant, in climate change and base units: the base, the effect of each
/// change, the variant; or the reason why there is none.
void write_waterfalls(JsonWriter& json, const Comparison& compared);

}  // namespace lca
