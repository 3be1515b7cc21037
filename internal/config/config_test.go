package config

import (
	"errors"
	"io/fs"
	"testing"
)

// source is a world with these files and variables.
func source(files, variables map[string]string) Source {
	return Source{
		Getenv: func(name string) string { return variables[name] },
		ReadFile: func(name string) ([]byte, error) {
			data, there := files[name]
			if !there {
				return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
			}
			return []byte(data), nil
		},
		Files: []string{"user", "folder"},
	}
}

// values are preferences without where they were set.
type values struct{ Lang, Output, Color string }

// A value knows where it was set, so that one that does not fit can be told.
func TestWhereItWasSet(t *testing.T) {
	got, err := Load(source(map[string]string{"user": "lang: fr\n", "folder": "output: csv\n"}, map[string]string{"EMBUDO_COLOR": "never"}))
	if err != nil {
		t.Fatal(err)
	}
	want := Preferences{
		Lang:   Preference{Key: "lang", Value: "fr", From: "user"},
		Output: Preference{Key: "output", Value: "csv", From: "folder"},
		Color:  Preference{Key: "color", Value: "never", From: "EMBUDO_COLOR"},
	}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// What is nearer to the command comes first: variables, the folder's file, the
// user's own, what is built in. Flags come before them all, which is why the
// preferences are the defaults of flags; see cmd/testdata/script/preferences.txtar.
func TestPrecedence(t *testing.T) {
	builtIn := values{Output: "table", Color: "auto"}
	for _, test := range []struct {
		name             string
		files, variables map[string]string
		want             values
	}{
		{"built in", nil, nil, builtIn},
		{"empty files", map[string]string{"user": "", "folder": "# nothing\n"}, nil, builtIn},
		{
			"the user's file",
			map[string]string{"user": "lang: es\noutput: csv\ncolor: never\n"},
			nil,
			values{Lang: "es", Output: "csv", Color: "never"},
		},
		{
			"the folder's before the user's",
			map[string]string{"user": "lang: es\noutput: csv\n", "folder": "output: json\n"},
			nil,
			values{Lang: "es", Output: "json", Color: "auto"},
		},
		{
			"variables before files",
			map[string]string{"user": "lang: es\noutput: csv\ncolor: never\n", "folder": "lang: en\noutput: json\n"},
			map[string]string{"EMBUDO_OUTPUT": "markdown"},
			values{Lang: "en", Output: "markdown", Color: "never"},
		},
		{
			"all variables", nil,
			map[string]string{"EMBUDO_LANG": "es", "EMBUDO_OUTPUT": "json", "EMBUDO_COLOR": "always"},
			values{Lang: "es", Output: "json", Color: "always"},
		},
		{
			"an empty variable is none",
			map[string]string{"folder": "output: json\n"},
			map[string]string{"EMBUDO_OUTPUT": ""},
			values{Output: "json", Color: "auto"},
		},
		{"other variables", nil, map[string]string{"OUTPUT": "json", "EMBUDO_AUTHOR": "me", "EMBUDO_ACCESSIBLE": "1"}, builtIn},
		{
			"keys in capitals",
			map[string]string{"user": "Lang: es\nOUTPUT: csv\n"},
			nil,
			values{Lang: "es", Output: "csv", Color: "auto"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Load(source(test.files, test.variables))
			if err != nil {
				t.Fatal(err)
			}
			if got := (values{got.Lang.Value, got.Output.Value, got.Color.Value}); got != test.want {
				t.Errorf("%+v, want %+v", got, test.want)
			}
		})
	}
}

// A file that cannot be used is named, with the reason.
func TestFilesThatCannotBeUsed(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no YAML", map[string]string{"folder": "lang: [\n"}, "folder: is not valid YAML"},
		{"no mapping", map[string]string{"user": "- lang\n"}, "user: is not valid YAML"},
		{"unknown key", map[string]string{"user": "lang: es\n", "folder": "colour: never\n"}, `folder: unknown key "colour"`},
		{"unknown key of the weaker", map[string]string{"user": "theme: dark\n", "folder": "lang: es\n"}, `user: unknown key "theme"`},
		{"key within a key", map[string]string{"user": "output: {format: csv}\n"}, `user: unknown key "output.format"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(source(test.files, nil))
			var inFile *FileError
			if !errors.As(err, &inFile) || err.Error() != test.want {
				t.Errorf("%v, want %s", err, test.want)
			}
		})
	}
}

func TestFileThatCannotBeRead(t *testing.T) {
	from := source(nil, nil)
	from.ReadFile = func(string) ([]byte, error) { return nil, fs.ErrPermission }
	_, err := Load(from)
	var inFile *FileError
	if !errors.As(err, &inFile) || inFile.File != "user" || !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

func TestVariable(t *testing.T) {
	if got := Variable("lang"); got != "EMBUDO_LANG" {
		t.Error(got)
	}
}
