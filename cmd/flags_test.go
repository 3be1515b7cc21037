package cmd

import (
	"strings"
	"testing"
)

// A confidence is written on the command line as it is in a plan.
func TestConfidences(t *testing.T) {
	for _, test := range []struct{ typed, want string }{
		{"90%", "9/10"},
		{"90 %", "9/10"},
		{"90\u00a0%", "9/10"},
		{"0.9", "9/10"},
		{"9/10", "9/10"},
		{"99.9%", "999/1000"},
		{"80%, 90%,0.95", "4/5,9/10,19/20"},
		{"1/3", "1/3"},
		{"0.875", "7/8"},
		{"", ""},
		{"90", ""},
		{"1", ""},
		{"0", ""},
		{"100%", ""},
		{"0%", ""},
		{"-5%", ""},
		{"9e-1", ""},
		{"0x1", ""},
		{"90%,", ""},
		{"nine", ""},
		{"10/9", ""},
		{"9/0", ""},
		{"0,9", ""},
	} {
		var c confidences
		err := c.Set(test.typed)
		if (err == nil) != (test.want != "") || err == nil && c.String() != test.want {
			t.Errorf("%q gives %s (%v), want %s", test.typed, c.String(), err, test.want)
		}
	}
}

// So is a number of people.
func TestVolumes(t *testing.T) {
	for _, test := range []struct{ typed, want string }{
		{"mql=300", "mql=300"},
		{" mql = 300 , inbound/sql=0 ", "mql=300,inbound/sql=0"},
		{"mql=300.0", "mql=300"},
		{"mql=1000000000000", "mql=1000000000000"},
		{"mql=1000000000001", ""},
		{"mql=-1", ""},
		{"mql=1.5", ""},
		{"mql=1,000", ""},
		{"mql=1.000", ""},
		{"mql=1e3", ""},
		{"mql=010", ""},
		{"mql=", ""},
		{"mql", ""},
		{"=3", ""},
		{"/mql=3", ""},
		{"inbound/=3", ""},
		{"", ""},
	} {
		v := volumes{flag: "from"}
		err := v.Set(test.typed)
		if (err == nil) != (test.want != "") || err == nil && v.String() != test.want {
			t.Errorf("%q gives %s (%v), want %s", test.typed, v.String(), err, test.want)
		}
	}
}

// What a hint says to write is right when it is typed.
func TestHintsOfConfidences(t *testing.T) {
	for typed, want := range map[string]string{
		"0,9":       "a comma separates levels here: write --confidence 0.9",
		"97,5":      "a comma separates levels here: write --confidence 97%,5% for two levels, or 97.5% for one",
		"80,90%":    "a comma separates levels here: write --confidence 80%,90% for two levels, or 80.90% for one",
		"95":        "write --confidence 95%",
		"80%,95":    "write --confidence 80%,95%",
		"80% aprox": "write --confidence 80%",
		"80% 90%":   "write for example --confidence 80%,90%",
		"surely":    "write for example --confidence 80%,90%",
		"0":         "write for example --confidence 80%,90%",
	} {
		got := runMain("plan", "none.yaml", "--confidence", typed)
		if got.code != exitUsage || !strings.HasSuffix(got.err, "hint: "+want+"\n") {
			t.Errorf("%s: %d %s, want %s", typed, got.code, got.err, want)
		}
	}
}

func TestHintsOfVolumes(t *testing.T) {
	for typed, want := range map[string]string{
		"300":           "write for example --from mql=300, several separated by commas",
		"sql":           "write for example --from sql=300, several separated by commas",
		"sql=1,5":       "write whole numbers for people, for example --from sql=300; a comma separates volumes",
		"mql=3,sql=1,5": "write whole numbers for people, for example --from sql=300; a comma separates volumes",
		"sql=1,500":     "write digits without separators, --from sql=1500; a comma separates volumes",
	} {
		got := runMain("project", "none.yaml", "--from", typed)
		if got.code != exitUsage || !strings.HasSuffix(got.err, "hint: "+want+"\n") {
			t.Errorf("%s: %d %s, want %s", typed, got.code, got.err, want)
		}
	}
}
