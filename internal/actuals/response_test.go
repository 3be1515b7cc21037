package actuals

import "testing"

func TestClockIn(t *testing.T) {
	for text, want := range map[string]int32{
		"2027-01-04": -1, "2027-01-04 09:30": 570, "2027-01-04T09:30:15.123Z": 570, "04/01/2027 21:05:00": 1265,
		"4/1/2027 1:05 p. m.": 785, "4/1/2027 12:10 AM": 10, "1/4/2027, 12:10 PM": 730, "Jan 4, 2027 9:05 pm": 1265,
		"46112": -1, "46112.4375": 630, "46112.0": 0, "": -1, "x:y": -1, "2027-01-04 24:00": 0,
	} {
		if got := clockIn([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
