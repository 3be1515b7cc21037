// Package gotenv refuses to read .env files. See README.md: it stands in for a
// package of the same name.
package gotenv

import (
	"errors"
	"io"
)

// Env are variables and their values.
type Env map[string]string

// StrictParse always fails: embudo's preferences are YAML.
func StrictParse(io.Reader) (Env, error) {
	return nil, errors.New(".env files are not read")
}
