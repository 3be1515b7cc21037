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
	Lang   Preference // a language; empty: the locale decides
	Output Preference // a format
	Color  Preference // auto, always or never
}

// Preference is a value with where it was set: the name of a file or variable,
// empty for what is built in. It may be no value that there is.
type Preference struct {
	Key, Value string
	From       string
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
	Err  error // [ErrNotYAML], an [UnknownKeyError], or why it was not read
}

func (e *FileError) Error() string { return e.File + ": " + e.Err.Error() }

// Unwrap gives the reason.
func (e *FileError) Unwrap() error { return e.Err }

// ErrNotYAML is the reason for not using a file that is not YAML.
var ErrNotYAML = errors.New("is not valid YAML")

// UnknownKeyError is a key of a file that is no preference.
type UnknownKeyError struct{ Key string }

func (e *UnknownKeyError) Error() string { return fmt.Sprintf("unknown key %q", e.Key) }

// Variable is the name of the variable of a preference: EMBUDO_LANG.
func Variable(key string) string { return "EMBUDO_" + strings.ToUpper(key) }

// Load reads the preferences. The error is a [*FileError]; what the other
// sources say is there all the same.
func Load(source Source) (Preferences, error) {
	p := Preferences{
		Lang:   Preference{Key: "lang"},
		Output: Preference{Key: "output", Value: "table"},
		Color:  Preference{Key: "color", Value: "auto"},
	}
	var unusable error
	for _, file := range source.Files {
		if err := p.readFile(source, file); err != nil && unusable == nil {
			unusable = &FileError{File: file, Err: err}
		}
	}
	for _, preference := range p.all() {
		if value := source.Getenv(Variable(preference.Key)); value != "" {
			preference.Value, preference.From = value, Variable(preference.Key)
		}
	}
	return p, unusable
}

func (p *Preferences) all() []*Preference { return []*Preference{&p.Lang, &p.Output, &p.Color} }

// readFile takes what a file says, unless something is wrong with it.
func (p *Preferences) readFile(source Source, file string) error {
	data, err := source.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	v := viper.New()
	v.SetConfigType("yaml")
	if err := v.ReadConfig(bytes.NewReader(data)); err != nil {
		return ErrNotYAML
	}
	known := map[string]*Preference{}
	for _, preference := range p.all() {
		known[preference.Key] = preference
	}
	for _, key := range v.AllKeys() {
		if known[key] == nil {
			return &UnknownKeyError{Key: key}
		}
	}
	for _, key := range v.AllKeys() {
		known[key].Value, known[key].From = fmt.Sprint(v.Get(key)), file
	}
	return nil
}
