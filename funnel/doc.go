// Package funnel is the arithmetic of a pipeline plan: from the money down to
// the clients, and from the clients up the funnel to the leads, meetings and
// opportunities that they take; how likely that is; in which days it must
// happen; and who can hold that many.
//
// It is pure. Nothing here reads a file, a clock, a flag, a language or a
// global: a [Plan] goes in, a [Result] comes out, and warnings are part of the
// result. It imports the standard library and gonum only.
//
// # Words
//
// A stage is a step that people pass; a count is of those who entered it in the
// period. needed is what the plan asks to enter anew from the stage above;
// total is everybody, those in progress and those who come in directly
// included. The effective rate of a stage is the share of its entries that go
// on, those whom follow-up recovers included.
//
// # Numbers
//
// What a plan says is exact: rates, money and counts are rationals
// (math/big), so that 21 / 0.70 is 30 and not 31. Floating point begins where a
// distribution does: with fixed rates a chance is off by at most 1e-9, with
// uncertain ones by at most 1e-4.
package funnel
