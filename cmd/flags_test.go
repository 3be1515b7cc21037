package cmd

import "testing"

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
		var v volumes
		err := v.Set(test.typed)
		if (err == nil) != (test.want != "") || err == nil && v.String() != test.want {
			t.Errorf("%q gives %s (%v), want %s", test.typed, v.String(), err, test.want)
		}
	}
}
