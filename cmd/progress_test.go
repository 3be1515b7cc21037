package cmd

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestMeter(t *testing.T) {
	var out bytes.Buffer
	clock := time.Date(2027, time.March, 1, 10, 0, 0, 0, time.UTC)
	m := newMeter(&out, 80, func() time.Time { return clock }, inBytes)
	clock = clock.Add(400 * time.Millisecond)
	m.draw(10, 100)
	m.clear()
	if out.Len() > 0 {
		t.Errorf("drawn after 0.4 s: %q", out.String())
	}
	clock = clock.Add(200 * time.Millisecond)
	m.draw(1_000_000, 2_000_000)
	if !strings.Contains(out.String(), "50%") || !strings.Contains(out.String(), "B/s") {
		t.Errorf("half is drawn as %q", out.String())
	}
	m.draw(3_000_000, 3_000_000)
	m.clear()
	if last := out.String()[strings.LastIndex(strings.TrimRight(out.String(), "\r"), "\r")+1:]; strings.TrimSpace(last) != "" {
		t.Errorf("%q stays behind", last)
	}
}

func TestMeterLine(t *testing.T) {
	clock := time.Date(2027, time.March, 1, 10, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		done, total int64
		after       time.Duration
		want        string
	}{
		{0, 400, time.Second, "  0% ░░░░░░░░░░ (0 B/400 B, 0 B/s) [1s:?]"},
		{1_000_000, 4_000_000, 2 * time.Second, " 25% ██░░░░░░░░ (1.0 MB/4.0 MB, 500 kB/s) [2s:6s]"},
		{95_500_000, 95_500_000, 3 * time.Second, "100% ██████████ (96 MB/96 MB, 32 MB/s) [3s:0s]"},
		{3_000_000_000, 12_000_000_000, 30 * time.Second, " 25% ██░░░░░░░░ (3.0 GB/12 GB, 100 MB/s) [30s:1m30s]"},
	} {
		var out bytes.Buffer
		now := clock
		m := newMeter(&out, 60, func() time.Time { return now }, inBytes)
		now = clock.Add(test.after)
		m.draw(test.done, test.total)
		if got := strings.TrimPrefix(out.String(), "\r"); got != test.want {
			t.Errorf("%d of %d after %v is %q, want %q", test.done, test.total, test.after, got, test.want)
		}
	}
}

func TestProgressNeedsTerminal(t *testing.T) {
	a := &app{world: &world{stderr: &bytes.Buffer{}, now: time.Now}}
	told, clearBar := a.progress(inBytes)
	if clearBar(); told != nil {
		t.Error("progress is drawn into what is no terminal")
	}
}

func TestPlanningWithoutTerminal(t *testing.T) {
	a := &app{world: &world{stderr: &bytes.Buffer{}, now: time.Now}}
	told, clearBar := a.planning()
	told(1, 2) // it is told all the same
	clearBar()
}
