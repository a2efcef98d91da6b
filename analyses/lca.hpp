#pragma once
// All that a program needs: read or make a scenario, ask every question about it, write the answers.
// Installed as lca/lca.hpp.

// Scenarios, and sessions, which compile them.
#include "models/catalog/listed.hpp"
#include "models/compile/session.hpp"
#include "models/scenario/scenario.hpp"
// Questions about a scenario.
#include "analyses/break_even/break_even.hpp"
#include "analyses/breakdown/breakdown.hpp"
#include "analyses/budget/budget.hpp"
#include "analyses/card/card.hpp"
#include "analyses/comparison/comparison.hpp"
#include "analyses/equivalents/equivalents.hpp"
#include "analyses/evaluation/evaluation.hpp"
#include "analyses/explanation/explanation.hpp"
#include "analyses/export/export.hpp"
#include "analyses/fleet/fleet.hpp"
#include "analyses/gallery/gallery.hpp"
#include "analyses/import/import.hpp"
#include "analyses/leaderboard/leaderboard.hpp"
#include "analyses/rating/rating.hpp"
#include "analyses/replication/replication.hpp"
#include "analyses/report/report.hpp"
#include "analyses/schedule/schedule.hpp"
#include "analyses/sensitivity/sensitivity.hpp"
#include "analyses/sweep/sweep.hpp"
#include "analyses/uncertainty/uncertainty.hpp"
#include "analyses/validation/validation.hpp"
// Questions about the catalogue, the units and the language.
#include "analyses/catalogue/catalogue.hpp"
#include "analyses/language/language.hpp"
#include "analyses/units/units.hpp"
// The calculation engine, to record formulas of one's own.
#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"
