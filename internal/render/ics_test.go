package render

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
	"embudo/internal/report"
)

// awkward are events with whatever a plan may hold: marks that the format needs
// itself, long lines, several lines, letters of two to four bytes, and what must
// not reach a program.
func awkward() report.Events {
	day := funnel.NewDate(2027, time.February, 28)
	return report.Events{
		Name: "Q1; clients, \\x\\", Stamp: time.Date(2027, 1, 2, 3, 4, 5, 0, time.UTC),
		List: []report.Event{
			{
				UID: "one@embudo", Summary: "Boletín, quincenal; \"el mejor\"", Start: day, End: day, Category: "like",
				Description: []string{"The client gets: a checklist, 10 points; C:\\docs", "How: 客户 📅 " + strings.Repeat("señal ", 40), "END:VEVENT"},
			},
			{UID: "two@embudo", Summary: "Fair\r\nEND:VEVENT\x1b[31m", Start: day, End: day + 3},
		},
	}
}

func drawICS(t *testing.T, events report.Events) string {
	t.Helper()
	var drawn bytes.Buffer
	if err := ICS(&drawn, &report.Document{Events: func() report.Events { return events }}, Page{}); err != nil {
		t.Fatal(err)
	}
	return drawn.String()
}

func TestICS(t *testing.T) {
	drawn := drawICS(t, awkward())
	if again := drawICS(t, awkward()); again != drawn {
		t.Errorf("another time it is\n%s", again)
	}
	for _, line := range strings.Split(strings.TrimSuffix(drawn, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x1b") {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(drawn, "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "X-WR-CALNAME:Q1\\; clients\\, \\\\x\\\\\r\n",
		"UID:one@embudo\r\nDTSTAMP:20270102T030405Z\r\nSEQUENCE:29980984\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n",
		"DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270304\r\n", "SUMMARY:Fair  END:VEVENT·[31m\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("%q is missing in\n%s", want, unfolded)
		}
	}
	if n := strings.Count(drawn, "\r\nEND:VEVENT\r\n"); n != 2 {
		t.Errorf("%d events end", n)
	}
}

// python3-icalendar of Debian reads what is written as it was meant.
func TestAnotherProgramReadsICS(t *testing.T) {
	const python = "/usr/bin/python3" // Debian's own, which has Debian's packages
	if err := exec.Command(python, "-c", "import icalendar").Run(); err != nil {
		t.Skip("no python3-icalendar here: ", err)
	}
	const program = `
import sys, icalendar
c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(c["VERSION"], c["X-WR-CALNAME"])
for e in c.walk("VEVENT"):
    print(e.errors, e["UID"], e["SUMMARY"], e.decoded("DTSTART"), e.decoded("DTEND"), e.decoded("DTSTAMP"), e["SEQUENCE"], e["TRANSP"])
    if "DESCRIPTION" in e:
        print(e["DESCRIPTION"], [str(x) for x in e["CATEGORIES"].cats])
`
	command := exec.Command(python, "-c", program)
	command.Stdin = strings.NewReader(drawICS(t, awkward()))
	command.Env = append(command.Environ(), "PYTHONIOENCODING=utf-8")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := `2.0 Q1; clients, \x\
[] one@embudo Boletín, quincenal; "el mejor" 2027-02-28 2027-03-01 2027-01-02 03:04:05+00:00 29980984 TRANSPARENT
The client gets: a checklist, 10 points; C:\docs
How: 客户 📅 ` + strings.Repeat("señal ", 40) + `
END:VEVENT ['like']
[] two@embudo Fair  END:VEVENT·[31m 2027-02-28 2027-03-04 2027-01-02 03:04:05+00:00 29980984 TRANSPARENT
`
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Error(diff)
	}
}
