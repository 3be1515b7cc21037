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
	m := newMeter(&out, 80, func() time.Time { return clock }, inBytes())
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

func TestProgressNeedsTerminal(t *testing.T) {
	a := &app{world: &world{stderr: &bytes.Buffer{}, now: time.Now}}
	told, clearBar := a.progress(inBytes())
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
