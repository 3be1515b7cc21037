// Package plan is the plan file: what one may write in it, what is wrong with
// one that somebody wrote, and what the arithmetic takes from it.
//
// [Read] turns the bytes of a file into a [Plan] or into all of its [Problems]
// at once. Every problem has a stable name, a line and a column, and the values
// that its sentence speaks of; the sentences themselves are in internal/i18n.
// [Plan.Model] gives package funnel what it computes with.
//
// # Words
//
// A key is what stands before a colon, and its path is how --set spells it:
// "stages.mql.rate". A block is a mapping of keys. A setting is one --set of the
// command line; it changes the plan before it is read, so that everything said
// here holds for it too.
//
// # Numbers
//
// Numbers are read as they are written, digit by digit, into rationals; YAML's
// own idea of them is never used, because it takes 010 for 8 and 1_000 for
// 1000. A number that people read in two ways is a problem and not a guess.
//
// # Passwords
//
// A plan has none. Where somebody wrote one into the address of a database, no
// problem repeats it, whatever else is wrong with the file.
//
// # Bounds
//
// No bytes make it panic, hang or eat memory: the size of a file, its depth, the
// number of its values and of its aliases are bounded before it is decoded.
//
// The package prints nothing, opens no file and knows no clock.
package plan
