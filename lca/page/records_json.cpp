// Writes rows as a JSON array.

#include "lca/base/number.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/page/report.hpp"

namespace lca {

std::string write_json_records(const Records& records) {
    JsonWriter json(1);
    json.begin_array();
    for (const std::vector<Records::Cell>& row : records.rows) {
        json.begin_object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            json.key(records.columns.at(i));
            if (const auto* number = std::get_if<double>(&row[i])) {
                json.value(*number);
            } else if (const auto* text = std::get_if<std::string>(&row[i])) {
                json.value(*text);
            } else if (const auto* numeral = std::get_if<Numeral>(&row[i])) {
                json.value(std::get<double>(parse_number(numeral->text)));
            } else {
                json.null();
            }
        }
        json.end_object();
    }
    return std::move(json.end_array()).take();
}

}  // namespace lca
