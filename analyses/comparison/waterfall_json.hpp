#pragma once
// What differences come from, as data of a page: see lca/page/web/data.ts.

namespace lca {

class JsonWriter;
struct Comparison;

/// "waterfalls": one for each variant, in climate change and base units, from the base through each change to
/// the variant; with the reason where there is none.
void write_waterfalls(JsonWriter& json, const Comparison& compared);

}  // namespace lca
