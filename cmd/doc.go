// Package cmd is the command line: one file a command, each in the same three
// steps, read → compute → show. A command holds no arithmetic (that is package
// funnel's) and no layout (that is internal/report's and internal/render's).
//
// It is the only place that knows cobra, and main.go the only one that knows
// the world outside: streams, files, environment, clock and signals are handed
// from there to everything else.
package cmd
