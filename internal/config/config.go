// Package config knows what a user prefers: variables of the environment before
// the folder's .embudo.yaml, that before the user's own file, that before what
// is built in. Flags come before all of these: a command takes the preferences
// as its flags' defaults. It is the only importer of viper.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/viper"
)

// Preferences are what a user can set once for every command.
type Preferences struct {
	Lang   string `mapstructure:"lang"`   // empty: the locale decides
	Output string `mapstructure:"output"` // a format
	Color  string `mapstructure:"color"`  // auto, always or never
}

// Source is where preferences are read from.
type Source struct {
	Getenv   func(string) string
	ReadFile func(string) ([]byte, error)
	Files    []string // the weakest first; one that is missing is passed over
}

// FileError is a file of preferences that cannot be used.
type FileError struct {
	File string
	Err  error
}

func (e *FileError) Error() string { return e.File + ": " + e.Err.Error() }

// Unwrap gives the reason.
func (e *FileError) Unwrap() error { return e.Err }

// Variable is the name of the variable of a preference: EMBUDO_LANG.
func Variable(key string) string { return "EMBUDO_" + strings.ToUpper(key) }

// Load reads the preferences. An error is a [*FileError].
func Load(source Source) (Preferences, error) {
	v := viper.New()
	v.SetConfigType("yaml")
	p := Preferences{Output: "table", Color: "auto"}
	for _, file := range source.Files {
		data, err := source.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = merge(v, data)
		}
		if err != nil {
			return Preferences{}, &FileError{File: file, Err: err}
		}
	}
	for _, key := range []string{"lang", "output", "color"} {
		if value := source.Getenv(Variable(key)); value != "" {
			v.Set(key, value)
		}
	}
	if len(v.AllKeys()) == 0 {
		return p, nil
	}
	if err := v.UnmarshalExact(&p); err != nil {
		return Preferences{}, err
	}
	return p, nil
}

// merge reads one file by itself first, so that an unknown key is told of the
// file that has it.
func merge(v *viper.Viper, data []byte) error {
	alone := viper.New()
	alone.SetConfigType("yaml")
	if err := alone.ReadConfig(bytes.NewReader(data)); err != nil {
		return errors.New("is not valid YAML")
	}
	for _, key := range alone.AllKeys() {
		if key != "lang" && key != "output" && key != "color" {
			return fmt.Errorf("unknown key %q", key)
		}
	}
	return v.MergeConfigMap(alone.AllSettings())
}
