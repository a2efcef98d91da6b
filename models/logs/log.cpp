#include "models/logs/log.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"

namespace lca {
namespace {

using namespace std::chrono_literals;
constexpr LocalTime first_logged = std::chrono::local_days{1970y / 1 / 1};
constexpr LocalTime last_logged = std::chrono::local_days{2200y / 1 / 1};

std::string zone_fault(std::string_view text, const TimeZone& zone, std::string_view why) {
    return fmt::format("{} {} in the zone {}", in_quotes(text), why, in_quotes(zone.name()));
}

}  // namespace

bool LogHead::is_json() const {
    const std::size_t at = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return at != std::string_view::npos && (text[at] == '{' || text[at] == '[');
}

bool LogHead::has_column(std::string_view name, char separator) const {
    std::string_view rest = first;
    while (true) {
        const std::size_t end = std::min(rest.find(separator), rest.size());
        std::string_view cell = rest.substr(0, end);
        while (cell.starts_with(' ') || cell.starts_with('"')) cell.remove_prefix(1);
        while (cell.ends_with(' ') || cell.ends_with('"')) cell.remove_suffix(1);
        if (lower_case(split_heading(cell).name) == name) return true;
        if (end == rest.size()) return false;
        rest.remove_prefix(end + 1);
    }
}

std::string rows_text(const std::vector<std::uint32_t>& lines) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t last = i;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
        if (last >= i + 2) {
            parts.push_back(fmt::format("{} to {}", lines[i], lines[last]));
        } else {
            for (std::size_t each = i; each <= last; ++each) parts.push_back(fmt::format("{}", lines[each]));
        }
        i = last + 1;
    }
    return (lines.size() == 1 ? "row " : "rows ") + listed(parts);
}

std::string RowList::text() const {
    const std::string shown = rows_text(lines);
    return count > lines.size() ? fmt::format("{}, and {} more", shown, count - lines.size()) : shown;
}

std::string read_moment(std::string_view text, const TimeZone* zone, LocalClock* clock,
                        std::optional<Instant> previous, Moment& moment) {
    WrittenTime time;
    if (const std::string_view fault = read_time(text, TimeForms::logs, time); !fault.empty())
        return fmt::format("{} is not a date and time: {}", in_quotes(text), fault);
    if (time.clock < first_logged || time.clock >= last_logged)
        return fmt::format("{} is not a plausible time of a log", in_quotes(text));
    if (const std::optional<Instant> instant = time.instant()) {
        moment = {*instant, true};
        return {};
    }
    if (zone == nullptr) {
        moment = {Instant(time.clock.time_since_epoch()), false};
        return {};
    }
    const TimeZone::Found found = clock != nullptr ? clock->find(time.clock) : zone->find(time.clock);
    using Kind = TimeZone::Found::Kind;
    if (found.kind == Kind::skipped)
        return zone_fault(text, *zone, "does not exist: it is skipped when clocks go forward");
    if (found.kind == Kind::repeated && !previous)
        return zone_fault(text, *zone, "is ambiguous: it occurs twice when clocks go back");
    moment = {found.kind == Kind::repeated && *previous > found.first ? found.second : found.first, true};
    return {};
}

}  // namespace lca
