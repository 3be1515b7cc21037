package database

import (
	"strings"
	"testing"
)

// FuzzPasswordInURL puts a password where people put it, unescaped and before
// anything at all: it is refused, and nothing that is shown has it.
func FuzzPasswordInURL(f *testing.F) {
	for _, password := range []string{"hunter2", "a/b@c", "12/hunter2", "1?hunter2", "1#hunter2", "%zz", "a:b", "[::1]", "p&password=x", ""} {
		f.Add("me", password, "host:5432/db?sslmode=require")
		f.Add("", password, "/db")
	}
	f.Fuzz(func(t *testing.T, user, password, rest string) {
		_, shown, p := parseAddress("postgres://"+user+":"+password+"@"+rest, only(map[string]string{"USER": "u"}))
		if p == nil {
			t.Fatalf("%q with the password %q is taken, as %q", user, password, shown)
		}
		if len(password) < 3 || strings.Contains("postgres://…@/%"+user+rest+p.Name, password) {
			return // it is in what may be shown by chance
		}
		if strings.Contains(shown, password) || strings.Contains(p.Source, password) || strings.Contains(describe(p), password) {
			t.Errorf("%q shows the password %q: %s", shown, password, describe(p))
		}
	})
}

// FuzzSingle has a statement be the beginning of its text, and stay one: no
// semicolon is left that would end it.
func FuzzSingle(f *testing.F) {
	for _, text := range []string{"SELECT 1;", "a;b", "';'", `";"`, "--;\n;", "/*;*/;", "$$;$$", "$a$;$a$", "E'\\';'", "[;]", "`;`", ";;"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range []lexicon{postgresDialect{}.lexicon(), sqliteDialect{}.lexicon()} {
			one, ok := single(text, l)
			if !ok {
				continue
			}
			if !strings.HasPrefix(text, one) {
				t.Fatalf("%q is made %q", text, one)
			}
			if again, ok := single(one, l); !ok || again != one {
				t.Errorf("%q is one statement, and %q is not", text, one)
			}
		}
	})
}
