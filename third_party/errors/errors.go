// Package errors makes errors for tablewriter. See README.md: it stands in for a
// package of the same name.
package errors

import "fmt"

// Error is a text, with the error that it was made of, if any.
type Error struct {
	text  string
	cause error
}

// New makes an error with a text.
func New(text string) *Error { return &Error{text: text} }

// Newf makes an error with a formatted text.
func Newf(format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{text: err.Error(), cause: unwrapped(err)}
}

// Wrap adds the error that this one was made of.
func (e *Error) Wrap(cause error) *Error {
	return &Error{text: e.text + ": " + cause.Error(), cause: cause}
}

func (e *Error) Error() string { return e.text }

// Unwrap gives the error that this one was made of.
func (e *Error) Unwrap() error { return e.cause }

// unwrapped is what %w wrapped.
func unwrapped(err error) error {
	if wrapper, ok := err.(interface{ Unwrap() error }); ok {
		return wrapper.Unwrap()
	}
	return nil
}
