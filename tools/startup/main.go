// Startup measures how long a whole run of embudo takes, side by side with an
// empty Go program that is built with the same flags. The ratio says what our
// own start costs on any machine; the milliseconds belong to this one.
//
//	go run ./tools/startup [-n runs] [-max ratio] [program argument...]
//
// Without a program it measures the worked plan: bin/embudo plan
// examples/quarter/plan.yaml. With -max it exits 1 when the ratio of the medians
// is above that; a shared machine is too noisy to let that fail a build.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// empty is the least that a Go program which prints can do.
const empty = `package main

import "fmt"

func main() { fmt.Println("hello") }
`

func main() {
	runs := flag.Int("n", 200, "how often each program runs")
	limit := flag.Float64("max", 0, "exit 1 when the ratio of the medians is above this; 0: never")
	flag.Parse()

	command := flag.Args()
	if len(command) == 0 {
		command = []string{"bin/embudo", "plan", "examples/quarter/plan.yaml"}
	}
	ratio, err := compare(command, *runs)
	if err != nil {
		fmt.Fprintln(os.Stderr, "startup:", err)
		os.Exit(1)
	}
	if *limit > 0 && ratio > *limit {
		fmt.Fprintf(os.Stderr, "startup: ratio %.2f is above %.2f\n", ratio, *limit)
		os.Exit(1)
	}
}

// compare prints the times of the command and of the empty program, and returns
// the ratio of their medians.
func compare(command []string, runs int) (float64, error) {
	if runs < 1 {
		return 0, fmt.Errorf("-n is %d, must be at least 1", runs)
	}
	dir, err := os.MkdirTemp("", "startup")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	baseline, err := buildEmpty(dir)
	if err != nil {
		return 0, err
	}

	ours, theirs, err := interleave(command, []string{baseline}, runs)
	if err != nil {
		return 0, err
	}
	ratio := float64(median(ours)) / float64(median(theirs))
	fmt.Printf("%d runs each, interleaved   median       min\n", runs)
	fmt.Printf("%-24s %9.2f ms %6.2f ms\n", filepath.Base(command[0]), ms(median(ours)), ms(slices.Min(ours)))
	fmt.Printf("%-24s %9.2f ms %6.2f ms\n", "empty Go program", ms(median(theirs)), ms(slices.Min(theirs)))
	fmt.Printf("%-24s %9.2f    %6.2f\n", "ratio", ratio, float64(slices.Min(ours))/float64(slices.Min(theirs)))
	return ratio, nil
}

// buildEmpty builds the empty program in dir as `make build` builds ours: with the
// same flags, and copied.
func buildEmpty(dir string) (string, error) {
	source, linked, program := filepath.Join(dir, "main.go"), filepath.Join(dir, "linked"), filepath.Join(dir, "empty")
	if err := os.WriteFile(source, []byte(empty), 0o600); err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", linked, source)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the empty program: %w\n%s", err, out)
	}
	if out, err := exec.Command("install", "-m", "755", linked, program).CombinedOutput(); err != nil {
		return "", fmt.Errorf("copy the empty program: %w\n%s", err, out)
	}
	return program, nil
}

// interleave runs a and b in turns, so that a busy moment of the machine falls on
// both, and changes who goes first, so that neither always finds the caches of
// the other. The first rounds only warm up.
func interleave(a, b []string, runs int) (timesA, timesB []time.Duration, err error) {
	const warmUp = 5
	for round := range warmUp + runs {
		first, second := a, b
		if round%2 == 1 {
			first, second = b, a
		}
		t1, err := timed(first)
		if err != nil {
			return nil, nil, err
		}
		t2, err := timed(second)
		if err != nil {
			return nil, nil, err
		}
		if round < warmUp {
			continue
		}
		if round%2 == 1 {
			t1, t2 = t2, t1
		}
		timesA, timesB = append(timesA, t1), append(timesB, t2)
	}
	return timesA, timesB, nil
}

// timed is the time from the start of a process to its end, its output thrown
// away. A run that fails measures nothing: its error is returned.
func timed(command []string) (time.Duration, error) {
	run := exec.Command(command[0], command[1:]...)
	var complaint bytes.Buffer
	run.Stderr = &complaint
	start := time.Now()
	err := run.Run()
	elapsed := time.Since(start)
	if err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", command[0], err, complaint.Bytes())
	}
	return elapsed, nil
}

// median sorts the times in place. Of an even number it is the upper of the two
// in the middle.
func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
