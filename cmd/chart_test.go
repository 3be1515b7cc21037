package cmd

import "testing"

// Pictures take block elements where the environment does not speak against them.
func TestPlainLetters(t *testing.T) {
	for _, test := range []struct {
		environment map[string]string
		want        bool
	}{
		{nil, false},
		{map[string]string{"LANG": "en_US.UTF-8", "TERM": "xterm-256color"}, false},
		{map[string]string{"LANG": "es_CL.utf8"}, false},
		{map[string]string{"LANG": "C"}, true},
		{map[string]string{"LANG": "C.UTF-8"}, false},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "es_ES.ISO-8859-1"}, true},
		{map[string]string{"LANG": "POSIX", "LC_CTYPE": "en_US.UTF-8"}, false},
		{map[string]string{"LANG": "en_US.UTF-8", "TERM": "linux"}, true},
		{map[string]string{"TERM": "dumb"}, true},
	} {
		if got := plainLetters(func(name string) string { return test.environment[name] }); got != test.want {
			t.Errorf("%v: %t", test.environment, got)
		}
	}
}
