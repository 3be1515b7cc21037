// Package noprobe keeps embudo from asking the terminal for its colours at every
// start.
//
// Whatever links bubbletea v1, as the questions of embudo init do, asks the
// terminal for its background in an init function of bubbletea: escape sequences
// on standard output and up to five seconds of waiting for the answer, for every
// command. Nothing is asked where the background is known. Go initialises
// packages that are ready in the order of their import paths, so this one, under
// embudo/, comes before that one, under github.com/; a test in package cmd holds
// it to that. bubbletea v2 does not ask, and then this package can go.
package noprobe

import "github.com/charmbracelet/lipgloss"

// Dark or light is all the same: the questions use the terminal's own colours.
func init() { //nolint:gochecknoinits // it must run before an init function
	lipgloss.SetHasDarkBackground(true)
}
