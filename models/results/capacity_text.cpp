// Messages about more hardware being used than exists.

#include <string_view>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "models/results/capacity.hpp"

namespace lca {
namespace {

using ExcessKind = CapacityExcess::Kind;

constexpr double hour = 3600, day = 24 * hour, year = 365 * day;
constexpr int digits = 6;

std::string number(double value) {
    return readable(value, digits);
}

/// A number with its unit: "16 GPU"; "1 node", "2.5 nodes".
std::string accelerators(double count) {
    return number(count) + " GPU";
}
std::string nodes(double count) {
    return number(count) + (count == 1 ? " node" : " nodes");
}

/// A time in words, in the unit that suits `beside`, the time it is compared with.
std::string in_time(double seconds, double beside) {
    if (beside >= year) return number(seconds / year) + " yr";
    if (beside >= 3 * day) return number(seconds / day) + " d";
    return number(seconds / hour) + " h";
}

std::string percent(double share) {
    return number(share * 100) + " %";
}

class Words {
public:
    Words(const CapacityExcess& excess, const Capacity& capacity, const ValueOf& value,
          const std::function<std::string(std::uint32_t)>& id_of)
        : excess_(excess),
          capacity_(capacity),
          system_(capacity.systems[excess.system]),
          value_(value),
          id_of_(id_of),
          of_system_("`" + system_.id + "`") {}

    CapacityText text() const {
        switch (excess_.kind) {
            case ExcessKind::devices:
                return {activity(0) + " uses " + accelerators(excess_.taken) + " at a time, but " +
                            of_system_ + " has " + all_accelerators(),
                        "at most " + accelerators(excess_.there_is)};
            case ExcessKind::device_time:
                return {too_long(number(excess_.taken / hour) + " GPU*h", all_accelerators(),
                                 number(excess_.there_is / hour) + " GPU*h"),
                        "at most " + number(excess_.there_is / hour) + " GPU*h, or a longer `duration`"};
            case ExcessKind::node_time:
                return {too_long(number(excess_.taken / hour) + " node*h", nodes(value_(system_.nodes)),
                                 number(excess_.there_is / hour) + " node*h"),
                        "at most " + number(excess_.there_is / hour) + " node*h, or a longer `duration`"};
            case ExcessKind::overlap:
                return overlap();
            case ExcessKind::period:
                return {who() + of_system_ + " for " + taken() + ", longer than its period of " + there_is(),
                        with_side_by_side("a period that covers all activities")};
            case ExcessKind::lifetime:
                return {activity(0) + " takes " + of_system_ + " for " + taken() +
                            ", longer than its lifetime of " + there_is(),
                        with_side_by_side("at most the lifetime")};
            case ExcessKind::lifetimes:
                return lifetimes();
        }
        return {};
    }

private:
    std::string activity(std::size_t k) const {
        return "`" + id_of_(capacity_.uses[excess_.uses[k]].activity) + "`";
    }
    std::string taken() const { return in_time(excess_.taken, excess_.there_is); }
    std::string there_is() const { return in_time(excess_.there_is, excess_.there_is); }

    /// Subject and verb of the sentence: the only activity, or all of them.
    std::string who() const {
        return excess_.uses.size() == 1 && excess_.more == 0 ? activity(0) + " takes "
                                                             : "the activities take ";
    }

    /// All accelerators of the system: "8 GPU (2 nodes × 4)".
    std::string all_accelerators() const {
        const double count = value_(system_.nodes), each = value_(system_.accelerators);
        return accelerators(count * each) + " (" + nodes(count) + " × " + number(each) + ")";
    }

    std::string too_long(const std::string& what, const std::string& has, const std::string& at_most) const {
        const double duration = value_(capacity_.uses[excess_.uses[0]].duration);
        return activity(0) + " takes " + what + " in " + number(duration / hour) + " h, but " + of_system_ +
               " has " + has + ": " + at_most + " in that time";
    }

    CapacityText overlap() const {
        std::vector<std::string> others;
        for (std::size_t k = 1; k < excess_.uses.size(); ++k) others.push_back(activity(k));
        if (excess_.more > 0) others.push_back(std::to_string(excess_.more) + " more");
        const bool by_devices = system_.accelerators != no_step;
        const auto share = [&](double of_all) {
            const double count = value_(system_.nodes) * of_all;
            return by_devices ? accelerators(count * value_(system_.accelerators)) : nodes(count);
        };
        const std::string later = excess_.max_taken > excess_.taken
                                      ? " (up to " + share(excess_.max_taken) + " as others start)"
                                      : "";
        const bool one = others.size() == 1 && excess_.more == 0;
        return {activity(0) + " starts while " + listed(others) + (one ? " runs" : " run") +
                    ": together they take " + share(excess_.taken) + " at a time, each at its mean" + later +
                    ", but " + of_system_ + " has " +
                    (by_devices ? all_accelerators() : nodes(value_(system_.nodes))),
                with_side_by_side("at most what the system has, at any time")};
    }

    CapacityText lifetimes() const {
        const double life = value_(system_.lifetime);
        const bool whole_life = system_.utilisation == no_step || value_(system_.utilisation) == 1;
        std::string message = who() + of_system_ + " for ";
        if (excess_.by_calendar == excess_.taken) {
            const double used = whole_life ? 1 : value_(system_.utilisation);
            message +=
                in_time(excess_.taken / used, life) + ", longer than its lifetime of " + in_time(life, life);
        } else if (whole_life) {
            message += in_time(excess_.taken, life) + ", longer than its lifetime of " + in_time(life, life);
        } else if (excess_.by_calendar == 0) {
            message += in_time(excess_.taken, life) +
                       ", longer than its lifetime in use: " + percent(value_(system_.utilisation)) + " of " +
                       in_time(life, life) + ", which is " + in_time(excess_.there_is, life);
        } else {
            message = "the activities are allocated " + percent(excess_.taken / excess_.there_is) +
                      " of the embodied impact of " + of_system_ + ": by used time " +
                      in_time(excess_.taken - excess_.by_calendar, life) + " of " +
                      in_time(excess_.there_is, life) + " in use, by calendar " +
                      in_time(excess_.by_calendar / value_(system_.utilisation), life) +
                      " of its lifetime of " + in_time(life, life);
        }
        return {std::move(message),
                with_side_by_side("a lifetime and a utilisation that cover all activities")};
    }

    /// Adds what else would be valid if activities run at the same time.
    std::string with_side_by_side(std::string expected) const {
        if (excess_.states_duration_alone)
            expected +=
                "; a `duration` alone takes the whole system: give `devices` or `node_time` for activities "
                "that run at the same time";
        return expected;
    }

    const CapacityExcess& excess_;
    const Capacity& capacity_;
    const SystemCapacity& system_;
    const ValueOf& value_;
    const std::function<std::string(std::uint32_t)>& id_of_;
    std::string of_system_;
};

}  // namespace

CapacityText text_of(const CapacityExcess& excess, const Capacity& capacity, const ValueOf& value,
                     const std::function<std::string(std::uint32_t activity)>& id_of) {
    return Words(excess, capacity, value, id_of).text();
}

}  // namespace lca
