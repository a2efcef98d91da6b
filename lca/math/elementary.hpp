#pragma once
// exp, log and powers with the same bits on every x86-64 machine (glibc chooses FMA variants by the CPU).

namespace lca {

/// e^x, within 1 unit in the last place; overflow gives infinity, underflow 0.
double exponential(double x);
/// Natural and binary logarithm, within 1 unit in the last place; minus infinity for 0, NaN for negative
/// numbers.
double natural_log(double x);
double binary_log(double x);
/// x^y: by repeated squaring for whole y up to 1024, by sqrt for 0.5, else exp(y log x) with the logarithm
/// as a sum of two doubles.
double power(double x, double y);

}  // namespace lca
