#pragma once
// exp, log and powers that give the same bits on every x86-64 machine (glibc's pick an FMA variant by CPU).

namespace lca {

/// Within 1 unit in the last place; overflow gives infinity, underflow 0.
double exponential(double x);
/// Natural and binary logarithm, within 1 unit in the last place; of 0 minus infinity, of a negative number
/// NaN.
double natural_log(double x);
double binary_log(double x);
/// x^y: whole y up to 1024 by repeated squaring, 0.5 by sqrt, else exp(y log x) with the logarithm carried in
/// two parts.
double power(double x, double y);

}  // namespace lca
