// Model `server`: a server from its parts, after Boavizta (factors of UBA Texte 94/2021, "Green Cloud
// Computing"): a factor per area of silicon, mass or item for each kind of part. Parts that are not listed
// are not included; GPUs are separate parts of the node. The formulas are in models/physics/boavizta.hpp, the
// constants in hardware_db/models.yaml. The factors are of 2021, for air-cooled rack and blade servers with
// memory modules; the capacity of memory per die area has grown since.

#include <fmt/core.h>

#include <algorithm>

#include "models/language/schema_types.hpp"
#include "models/physics/boavizta.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

namespace boavizta = physics::boavizta;

constexpr std::string_view cases[] = {"rack", "blade"};
constexpr Type case_type{.name = "server case", .scalar = Scalar::choice, .choices = cases};

constexpr Key server_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "server: a server from its parts.",
     .example = "server",
     .required = true},
    {.name = "case",
     .type = &case_type,
     .help = "rack, or blade: one of sixteen in an enclosure.",
     .example = "rack",
     .required = true},
    {"cpus", &types::number, "Number of processors; default: none in the model.", "2"},
    {"cpu_die", &types::area, "Silicon of one processor, all its dies; required with `cpus`.", "1064 mm2"},
    {"memory", &types::information, "Main memory, all modules; default: none.", "2048 GB"},
    {"memory_module", &types::information, "Capacity of one module.", "32 GB"},
    {"memory_density", &types::any_value, "Memory capacity per die area.", "1.244 GB/cm2"},
    {"ssd", &types::information, "Flash storage, all drives; default: none.", "30.4 TB"},
    {"ssd_drive", &types::information, "Capacity of one drive.", "3.8 TB"},
    {"ssd_density", &types::any_value, "Flash capacity per die area.", "54.88 GB/cm2"},
    {"hdds", &types::number, "Number of hard disks; default: none.", "4"},
    {"power_supplies", &types::number, "Number of power supplies.", "2"},
    {"power_supply_mass", &types::mass, "Mass of one power supply.", "2.99 kg"},
    types::note_key,
    types::source_key,
};
const constinit Type server_type{.name = "server",
                                 .keys = server_keys,
                                 .help = "A server from its parts (Boavizta, after UBA Texte 94/2021)."};

/// Reads the inputs once, and records the sum of all parts for each impact for which all factors are known.
class ServerFromParts {
public:
    explicit ServerFromParts(const ManufactureInputs& inputs) : inputs_(inputs), values_(inputs.values) {}

    Footprint record() {
        const std::string_view kind = inputs_.stated.text("case");
        sound_ = !kind.empty();  // otherwise the check of keys reports an error
        rack_ = kind == "rack";
        read_processors();
        read_flash_like("memory", "memory_module", "memory_density", memory_);
        read_flash_like("ssd", "ssd_drive", "ssd_density", ssd_);
        if (inputs_.stated.has("hdds")) disks_ = figure<unit::None>("hdds");
        supplies_ = figure<unit::None>("power_supplies");
        supply_mass_ = figure<unit::Mass>("power_supply_mass");
        Footprint footprint;
        for (std::size_t i = 0; sound_ && i < impact_count; ++i) footprint[i] = sum(i);
        return footprint;
    }

private:
    /// Memory or SSD: the area of its silicon, and the number of its modules or drives.
    struct Store {
        std::optional<Expr<unit::Area>> area;
        std::optional<Expr<unit::None>> pieces;
    };

    template <class Unit>
    std::optional<Expr<Unit>> figure(std::string_view key, Bounds bounds = Bounds::not_negative) {
        const auto found = figure_or_constant<Unit>(inputs_, key, bounds);
        sound_ = sound_ && found;
        return found;
    }

    void read_processors() {
        const bool cpus = inputs_.stated.has("cpus"), area = inputs_.stated.has("cpu_die");
        if (!cpus && !area) return;
        processors_ = constants_of("processor", values_);
        if (!cpus || !area) {
            sound_ = false;
            inputs_.error(cpus ? "model server needs the die area of its processors"
                               : "model server needs the number of processors",
                          "`cpus` and `cpu_die` together, or neither, with the processors in `parts`");
            return;
        }
        cpus_ = figure<unit::None>("cpus");
        cpu_die_ = figure<unit::Area>("cpu_die", Bounds::positive);
    }

    void read_flash_like(std::string_view capacity_key, std::string_view piece_key,
                         std::string_view density_key, Store& store) {
        if (!inputs_.stated.has(capacity_key)) return;
        const auto capacity = figure<unit::Information>(capacity_key);
        const auto piece = figure<unit::Information>(piece_key, Bounds::positive);
        const auto density = figure<boavizta::InformationPerArea>(density_key, Bounds::positive);
        if (!capacity || !piece || !density) return;
        store.area = boavizta::silicon(*capacity, *density);
        store.pieces = boavizta::pieces(*capacity, *piece);
    }

    template <class Unit>
    std::optional<Expr<Unit>> factor(std::string_view key, std::size_t impact) {
        return impact_factor<Unit>(inputs_, inputs_.constants, key, impact);
    }

    std::optional<Expr<unit::Impact>> sum(std::size_t impact) {
        terms_.clear();
        complete_ = true;
        if (cpus_) {
            const auto of_area = impact_factor<unit::ImpactPerArea>(inputs_, processors_, "cpu_area", impact);
            const auto of_package = impact_factor<unit::Impact>(inputs_, processors_, "cpu", impact);
            add(impact, "processor dies", product(of_area, boavizta::silicon(*cpus_, *cpu_die_)));
            add(impact, "processors", product(of_package, *cpus_));
        }
        if (memory_.area) {
            add(impact, "memory dies",
                product(factor<unit::ImpactPerArea>("memory_area", impact), *memory_.area));
            add(impact, "memory modules",
                product(factor<unit::Impact>("memory_piece", impact), *memory_.pieces));
        }
        if (ssd_.area) {
            add(impact, "flash dies", product(factor<unit::ImpactPerArea>("ssd_area", impact), *ssd_.area));
            add(impact, "flash drives", product(factor<unit::Impact>("ssd_piece", impact), *ssd_.pieces));
        }
        if (disks_) add(impact, "hard disks", product(factor<unit::Impact>("hdd", impact), *disks_));
        const Expr<unit::Mass> mass = boavizta::mass(*supplies_, *supply_mass_);
        add(impact, "power supplies", product(factor<boavizta::ImpactPerMass>("power_supply", impact), mass));
        add(impact, "case", factor<unit::Impact>(rack_ ? "rack_case" : "blade_case", impact));
        add(impact, "mainboard", factor<unit::Impact>("mainboard", impact));
        add(impact, "assembly", factor<unit::Impact>("assembly", impact));
        if (!complete_) return std::nullopt;
        return boavizta::server(terms_);
    }

    template <class Per, class Amount>
    static std::optional<Expr<unit::Impact>> product(const std::optional<Per>& per, const Amount& amount) {
        if (!per) return std::nullopt;
        return boavizta::term(*per, amount);
    }

    void add(std::size_t impact, std::string_view what, std::optional<Expr<unit::Impact>> term) {
        complete_ = complete_ && term;
        if (!term) return;
        values_.recorder().label(term->value(), fmt::format("{} of {}", what, inputs_.hardware.id),
                                 impacts()[impact].dimension);
        terms_.push_back(*term);
    }

    const ManufactureInputs& inputs_;
    ValueRecorder& values_;
    bool sound_ = true;
    bool complete_ = true;
    bool rack_ = true;
    std::optional<Expr<unit::None>> cpus_, disks_, supplies_;
    std::optional<Expr<unit::Area>> cpu_die_;
    std::optional<Expr<unit::Mass>> supply_mass_;
    Store memory_, ssd_;
    KeyedValues processors_;  // constants of model `processor`, which `server` uses, too
    std::vector<Expr<unit::Impact>> terms_;
};

Footprint record_server(const ManufactureInputs& inputs) {
    return ServerFromParts(inputs).record();
}

}  // namespace

const ManufactureModel& server_model() {
    static const ManufactureModel model{"server", server_type, record_server};
    return model;
}

}  // namespace lca
