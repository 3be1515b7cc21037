// Package yaml hands on to gopkg.in/yaml.v3. See README.md: it stands in for its
// twin.
package yaml

import "gopkg.in/yaml.v3"

// Marshal writes a value as YAML.
func Marshal(in any) ([]byte, error) { return yaml.Marshal(in) }

// Unmarshal reads YAML into a value.
func Unmarshal(in []byte, out any) error { return yaml.Unmarshal(in, out) }
