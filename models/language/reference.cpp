#include "models/language/reference.hpp"

#include <fmt/core.h>

#include "lca/base/file.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"
#include "models/language/schema_types.hpp"

namespace lca {
namespace {

constexpr std::string_view introduction = R"(# The scenario language, version 1

This page is printed by `lca reference`; keys, units and limits come from the tables that the reader itself uses.

A scenario is one YAML file. It states what hardware exists, where it is, what was done with it and for how long; the
results are the embodied, idle and dynamic emissions of that. A fact is written once, a number never without its unit, and
nothing is guessed silently: what is not stated is *not assessed*, which is not zero.

```yaml
lca: 1
title: A training run
sites:
  here: {grid: FRA, pue: 1.2}
activities:
  training:
    stage: training
    site: here
    dynamic: {energy: 433 MWh}
```

## Texts and ids

YAML only carries text: a key decides how its text is read. Quotes change nothing, `NO`, `on`, `2022-03-11` and `1_000` need
none, and only `true` and `false` are truth values. Quote a text that contains `, [ ] { } ?` inside brackets, or `: ` or ` #` anywhere.
Empty values, `null`, `~`, anchors, aliases, tags, merge keys, a second document and a repeated key are errors.

Ids are letters, digits and `_`, a letter first, at most 64 characters; those of hardware and regions may contain `-` and `/`, too,
and their other names `.`: `p4d.24xlarge`.
`total`, `embodied`, `idle`, `dynamic`, `stage`, `unallocated` and `outputs` name no parameter and no activity; the suffixes of
results and the keys of phases name no line; a parameter and an activity do not share a name.

## Numbers and units

A value is a number and its unit: `400 W`, `57 gCO2e/kWh`, `118 d 5 h 41 min` (several terms for times only). Numbers are written
`1082990`, `1_082_990`, `1.08e6` or `.5`; never `010`, `0x10`, `inf`, `1,5` or `1,000`. A number is written without a unit only where its key
has no dimension; `%` is a hundredth and works there, too. Counts carry their unit (`512 GPU`); only `count` of a part, `steps` and
a functional unit's `amount` may be bare (`amount: 1` or `amount: 1 request`).

Of the counts, `token` and `request` take the prefixes `k` and `M`; other words for a request take none. Both micro signs mean `u`.

Units multiply with `*`, `·` or a space, divide with `/` and are raised with `^`. After `/` comes one unit or one bracket, then nothing:
`kgCO2e/(GPU*h)`. Letter case matters. An impact, or an impact per something, may be a list of kinds, each once:
`[164 kgCO2e, 5.1e-3 kgSbe, 1828 MJp, 103 L]`; water consumption is written as a volume. An expression in such a list means climate change.

A value may not be negative if it has a unit, except in `expect` and, as a credit, in `end_of_life`. No time is over 1000 yr. A PUE is at
least 1 (above 10 there is a warning), a share from 0 to 100 %; lifetimes, `nodes`, `devices`, utilisation and efficiency are above 0. `nodes` and
the `count` of `node` and `shared` are whole numbers where they are written as numbers; `devices` may be a share of one (`0.2857 GPU`), and so
may a `count` in `holds` and `parts`.

Any value may also be written in its long form, `{value: …, uncertainty: …, source: …, note: …, status: …}`. `status` gives how the value
was obtained: `printed` (the default), `inferred`, `fitted` or `assumed`.

## Expressions

A text that begins with `=` is an expression: names of parameters, `+ - * / ^`, round brackets, bare numbers, literals with units in square brackets
(`[400 W]`), and the functions `min`, `max` (two arguments or more), `sqrt`, `exp`, `ln`, `log2`, `ceil` and `floor`. `^` binds first and to the
right, then the sign, then `*` and `/`, then `+` and `-` from left to right: `-2^2` is -4. Dimensions are checked: GPU hours make energy with
`[400 W/GPU]`, not with `[400 W]`. Parameters may be written in any order; one that leads back to itself is an error.

In `outputs` the names of results, `outputs.<id>`, and of an activity `device_time`, `node_time`, `duration`, `work`, `requests`, `tokens`,
`per_request` and `per_token` (its electricity for one) may be used as well. Any other result for one request, token or functional unit is
`<result>.per_request`, `.per_token`, `.per_functional_unit`: climate change, or the figure of its suffix (`total.water.per_request`). In `--of` and in
`expect` the same holds for activities, and `total.` may be left out (`per_request`); where an expected figure is an energy, `<activity>.per_request` is
electricity there, too.

## Electricity

An id of a grid without a year means its newest year, which results name. A cloud region without figures of its own (`aws/eu-west-3`) uses
those of its grid. Figures of a country that the catalogue has without a year (water, abiotic depletion, primary energy) are used with its intensity.

Figures take precedence in this order: the site's own keys; the intensities that the file writes into `grid`; the data centre's; the grid's of the catalogue.

Intensities are taken as they are, per kWh. `losses` (a share) or `losses_of` (a country of the catalogue, or `FRA/2022`) in `grid` divide what came from
the grid by 1 - losses; `water_intensity` and `market_intensity` of the site or data centre are per delivered kWh and stay. By default no
losses are added. A mix has water only where every source in it has a factor.

## Capacity

An activity cannot use more than exists. It takes its device time, or its node time where it has no device time; a `duration` alone means the whole system,
so that activities at the same time give `devices` or `node_time`. Errors are `devices` above the system's accelerators, device time above accelerators ×
`duration`, node time above `nodes` × `duration`, activities with `start` and `duration` that overlap and together take more (each at its mean), and
system times that add up to more than `period`. Where the embodied impact follows from the system's own `lifetime` (`used_time`, `calendar`, `sci`), so are
a system time above the lifetime and, summed up, above utilisation × lifetime (above the lifetime by `calendar` and `sci`, or with a `period`). An excess of up
to 2 % is allowed. An activity with `include: false` is checked alone; in sums it counts where the system has a `period`. The file, what-ifs, `--set` and points
of a sweep are checked at stated values; samples, some changes of a variant alone, and the steps of `solve` are not.

With a `period`, the embodied impact of the system is allocated fully: impact × `period` ÷ lifetime of all parts, by `allocate` as for idle energy.
`utilisation` is ignored, `used_time` and `calendar` agree, `allocation: full` and `sci` are errors. An activity that states `none`, `not_assessed`,
a `value` or a `rate` keeps that, and its share is not allocated.

## Other files

`extends: other.yaml` starts from another file. Keys given here win, down to the keys of an entry (`sites.idris.grid`); below that, and
in lists, all is replaced whole. Parameters and outputs are values: one given again is replaced whole, its uncertainty included, and so is a `source`.
Each file has its own `lca: 1`. Paths are relative to the file that names them and may go up (`..`); absolute paths, addresses, `~` and
variables are refused. Nothing is fetched.

`what_if` and `--set` change a copy of the file: the value at the path is replaced whole, an allowed key that is missing is added, missing ids in the path are
not created. In a what-if, removals come first.

## Keys

`title`, `note` and `source` are allowed in every entry.
)";

std::string units_section() {
    std::string text = R"(
## Units

| unit | is | kind |
| --- | --- | --- |
)";
    for (const Unit& unit : unit_table())
        text += fmt::format("| `{}` | {} | {} |\n", unit.spelling, unit.definition, unit.kind);
    return text;
}

/// The suffixes of all impacts but the first, which has none: "`.water`, `.adpe`, `.primary_energy`".
std::string impact_suffixes() {
    std::string text;
    for (const ImpactCategory& impact : impacts().subspan(1))
        text += fmt::format("{}`.{}`", text.empty() ? "" : ", ", impact.suffix);
    return text;
}

std::string results_section() {
    return std::string(R"(
## Results

`total`, `embodied`, `idle` and `dynamic` are sums over all activities; `<activity>`, `<activity>.<phase>`, `<activity>.<phase>.<line>`,
`stage.<stage>`, `stage.<stage>.<phase>` and `unallocated` are parts of them; the unallocated rest of systems over their periods is
`unallocated.idle` and `unallocated.embodied` with its hardware, `unallocated.embodied.<hardware>`. Without a suffix a name means
climate change; `.energy` (electricity at the facility's meter), )") +
           impact_suffixes() +
           R"( and `.market` (climate change, market-based) name the other figures. A sum counts
what is assessed and lists its gaps.

Embodied lines are named by the ids of hardware. Hardware with `parts` has a line for each part, times its `count` (whole or a share of one) and that of what
it is in, and a line of its own for its own `embodied`; an instance has none. The lifetime is that of the part in the system, else the system's, else
the hardware's own, else that of the hardware it is in.

Where hardware gives its `embodied` by life-cycle stage, `<activity>.embodied.<hardware>.manufacturing`, `.transport` and `.end_of_life` are results, too. They
add up to the line; a stage without a figure is not assessed, and a gap of the line. A negative part of `end_of_life` is a credit:
`outputs.credits.<hardware>`, outside the line, `embodied` and the total.

An item of `boundary` that no figure of the file covers is a gap of the total, named like `boundary.transport`; it changes no number.

A published figure (`expect`) agrees when the result lies within half a unit of its last digit as printed, ends included: `153.90` ± 0.005, `1.30e6` ± 5e3,
`300` ± 0.5; in a time of several terms, of the last term. `at_least` and `at_most` may be given together, as a range.
A figure `per: request` is written `1 gCO2e` or `1 gCO2e/request`; of a sum it is divided by the requests of all activities.
)";
}

std::string limits_section() {
    return fmt::format(R"(
## Limits

| what | at most |
| --- | --- |
| a file | {} bytes |
| values in a file | {} |
| nesting of lists and maps, and of brackets in an expression | {} |
| one text | {} bytes |
| one key | {} bytes |
| a number | {} characters |
| a unit | {} bytes, {} factors |
| `extends` in a row | {} |
| faults shown | 20, and the count of the rest |

## Not yet

A key that is checked but has no effect yet is named in a warning that begins with "not yet".
Power logs are errors, because without them the result would be wrong.
)",
                       Limits::document_bytes, Limits::nodes, Limits::depth, Limits::text_bytes,
                       Limits::key_bytes, Limits::number_bytes, Limits::unit_bytes, Limits::unit_factors,
                       Limits::extends_depth);
}

}  // namespace

std::string_view language_rules() {
    return introduction;
}

std::string language_tables() {
    return units_section() + results_section() + limits_section();
}

std::span<const Key> common_keys() {
    static constexpr Key keys[] = {types::title_key, types::note_key, types::source_key};
    return keys;
}

}  // namespace lca
