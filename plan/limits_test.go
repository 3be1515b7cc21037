package plan_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"embudo/plan"
)

// Bounds within which any bytes are read. What is allocated is the work that is
// done; the time, of a machine that does much besides, tells a hang alone.
const (
	mostMemory = 200 << 20
	mostTime   = 5 * time.Minute
)

// hostile are files that are made to cost more than they are worth, with the
// problem that they must end in.
func hostile() map[string]struct {
	data    []byte
	problem string
} {
	deep := func(open string, n int) []byte { return []byte("check: " + strings.Repeat(open, n)) }
	many := func(s string) []byte { return bytes.Repeat([]byte(s), plan.MaxSize/len(s)) }
	return map[string]struct {
		data    []byte
		problem string
	}{
		"50 MB":                 {make([]byte, 50<<20), "file-too-large"},
		"5 MB of zeros":         {make([]byte, plan.MaxSize), "binary-file"},
		"5 MB of one word":      {many("a"), "plan-not-mapping"},
		"5 MB of digits":        {append([]byte("budget: "), many("9")[8:]...), ""},
		"5 MB of list items":    {many("- \n"), "too-many-values"},
		"5 MB of flow items":    {append([]byte("check: ["), many("a,")[8:]...), "too-many-values"},
		"5 MB of keys":          {many("a: b\n"), "too-many-values"},
		"5 MB of line breaks":   {many("\n"), "empty-file"},
		"5 MB of CR":            {many("\r"), "empty-file"},
		"5 MB of comment":       {many("# a comment of some length\n"), ""},
		"5 MB of quotes":        {many(`"`), ""},
		"5 MB of escapes":       {append([]byte(`name: "`), many(`\n`)[7:]...), "unclosed-quote"},
		"5 MB of anchors":       {many("&a "), ""},
		"5 MB of tags":          {many("!a "), ""},
		"5 MB of question":      {many("?"), ""},
		"5 MB of dashes":        {many("---\n"), ""},
		"5 MB of tabs":          {many("\t"), "empty-file"},
		"5 MB of spaces":        {append(many(" ")[1:], 'a'), "plan-not-mapping"},
		"5 MB of ever deeper":   {deeper(plan.MaxSize), ""},
		"5 MB of block text":    {append([]byte("name: |\n"), many("  words and more words\n")[8:]...), ""},
		"5 MB of folded text":   {append([]byte("name: >\n"), many("  words and more words\n")[8:]...), ""},
		"5 MB of percent":       {many("%YAML 1.2\n"), ""},
		"brackets, 20,000":      {deep("[", 20_000), "too-deep"},
		"braces, 20,000":        {deep("{a: ", 20_000), "too-deep"},
		"dashes, 20,000":        {deep("- ", 20_000), ""},
		"alias bomb":            {bomb(9, 10), "too-many-aliases"},
		"alias bomb, wide":      {bomb(2, 3000), "too-many-aliases"},
		"alias bomb, long":      {bomb(90, 2), "too-many-aliases"},
		"ten thousand aliases":  {[]byte("check: [&a {b: c}" + strings.Repeat(", *a", 10_000) + "]"), "too-many-aliases"},
		"400,000 other keys":    {numbered("key%d: b\n", 190_000), "too-many-problems"},
		"200 bad funnels":       {[]byte("funnels:\n" + strings.Repeat("- stages:\n"+strings.Repeat("  - {rate: 300, lag: x, owner: y, z: z}\n", 50), 200)), "too-many-problems"},
		"comments all over":     {many("- # one\n# two\n"), "too-many-values"},
		"columns of no meaning": {strangers("actuals:\n  columns:\n", "    %060d-column: x\n"), "too-many-problems"},
		"values of no stage":    {strangers("actuals:\n  values:\n", "    %060d-value: stage-%[1]d\n"), "too-many-problems"},
		"conditions of no use":  {strangers("check:\n  thresholds:\n", "    - rate.stage-%060d >= 250\n"), "list-too-long"},
		"thousands of sources":  {strangers("actuals:\n  sources:\n", "    - source-%060d\n"), "list-too-long"},
		"a thousand activities": {append([]byte("activities:\n"), numbered("- {name: a%d, every: day}\n", 1001)...), "too-many-activities"},
		"ten thousand keys":     {many("alphabetagamma: b\n")[:400_000], ""},
	}
}

// numbered repeats a line with a number in it.
func numbered(line string, n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.Bytes()
}

// strangers is a plan with as many stages as there can be, and below them a
// block with as many names that are none of these.
func strangers(block, line string) []byte {
	var b bytes.Buffer
	b.WriteString("budget: 40000\ntarget_return: 150%\naverage_revenue_per_client: 10000\nfunnels:\n")
	for f := range 200 {
		fmt.Fprintf(&b, "  - name: f%d\n    share: 1/200\n    stages:\n", f)
		for s := range 49 {
			fmt.Fprintf(&b, "      - {id: a-stage-with-a-name-as-long-as-they-can-be-%d-%d, rate: 30%%}\n", f, s)
		}
		b.WriteString("      - id: client\n")
	}
	b.WriteString(block)
	b.Write(numbered(line, (plan.MaxSize-b.Len())/90))
	return b.Bytes()
}

// bomb is a file whose aliases stand for breadth to the power of levels values.
func bomb(levels, breadth int) []byte {
	var b bytes.Buffer
	b.WriteString("check:\n  a0: &a0 x\n")
	for i := 1; i <= levels; i++ {
		fmt.Fprintf(&b, "  a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), breadth))
	}
	return b.Bytes()
}

// deeper is a file in which each line is indented further than the one before.
func deeper(size int) []byte {
	var b bytes.Buffer
	for indent := 0; b.Len() < size-3000; indent++ {
		b.WriteString(strings.Repeat(" ", indent) + "a:\n")
	}
	return b.Bytes()
}

func TestHostileFilesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some large files")
	}
	for name, file := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: file.data})
			took := time.Since(start)
			runtime.ReadMemStats(&after)

			if p != nil || len(problems) == 0 {
				t.Fatal("was read without a problem")
			}
			if file.problem != "" && !names(problems)[file.problem] {
				t.Errorf("ended in %d problems, the first %v, and not in %s", len(problems), problems[0], file.problem)
			}
			if took > mostTime {
				t.Errorf("took %v", took)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > mostMemory {
				t.Errorf("took %d MB in all", used>>20)
			}
			t.Logf("%v, %d MB allocated in all, %d problems: %s", took.Round(time.Millisecond),
				(after.TotalAlloc-before.TotalAlloc)>>20, len(problems), problems[0].Name)
		})
	}
}

// The largest plan there can be is read, with every key in each of its stages.
func TestLargestPlan(t *testing.T) {
	const stage = `      - id: s%d
        name: Stage
        definition: fits the ideal client
        owner: sales
        system: conversion
        phase: trust
        rate: %d%%..%d%%
        recovers: 10%%
        source: CRM
        lag: 5d..30d
        unit_cost: 35
        in_progress: 1
        direct: 2
        respond_within: 4h
        capacity: {people: 3, per_week: 6}
`
	var b bytes.Buffer
	b.WriteString("budget: 40000\ntarget_return: 150%\naverage_revenue_per_client: 10000\nfunnels:\n")
	for f := range 200 {
		fmt.Fprintf(&b, "  - name: f%d\n    share: 1/200\n    stages:\n", f)
		for s := range 49 {
			fmt.Fprintf(&b, stage, s, 20+f%20, 41+s)
		}
		b.WriteString("      - id: client\n")
	}
	start := time.Now()
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: b.Bytes()})
	if p == nil {
		t.Fatal(problems[0])
	}
	t.Logf("%d MB in %v", b.Len()>>20, time.Since(start))
	if took := time.Since(start); took > mostTime {
		t.Errorf("took %v", took)
	}
}

// Nor do characters that only look right, words beside numbers, and keys that
// come again keep anybody waiting.
func TestLookalikesAreBounded(t *testing.T) {
	const head = "budget: x\ntarget_return: 150%\naverage_revenue_per_client: 10000\nstages:\n"
	times := func(n int, s string) string { return strings.Repeat(s, n) }
	var keys strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&keys, "    k%d: 1\n", i)
	}
	for name, text := range map[string]string{
		"one line":     head + "  - id:" + times(2_000_000, "\u00a0") + "\n",
		"dashes":       head + "  - id:" + times(1_000_000, "\u00a0-") + "\n",
		"short lines":  head + times(200_000, "rate:\u00a0-\u00a0-\u00a0-\n"),
		"many dashes":  head + times(300_000, "  – id: a\n"),
		"words":        "budget: 4 " + times(1_000_000, "mil ") + "\n" + head,
		"many keys":    head + "  - id: a\n" + keys.String(),
		"many items":   head + times(20_000, "    id: a\n    rate: 3%\n"),
		"no dashes":    head + "  - id: a\n" + times(20_000, "    id: a\n    rate: 3%\n"),
		"open quotes":  head + times(100_000, "  - id: \"a\n"),
		"long quote":   head + "  - name: \"" + times(4_000_000, "a") + "\n",
		"many commas":  "budget: " + times(2_000_000, "1,") + "\n" + head,
		"curly quotes": head + times(100_000, "  “id”: a\n"),
	} {
		start := time.Now()
		_, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)})
		if took := time.Since(start); took > mostTime {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: %v, %d problems", name, took, len(problems))
		}
		if len(problems) == 0 || len(problems) > 2100 {
			t.Errorf("%s: %d problems", name, len(problems))
		}
	}
}
