package render

import (
	"crypto/sha256"
	"encoding/base64"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"embudo/internal/report"
)

// styleOf is what stands between the tags of the page's style.
func styleOf(t *testing.T, page string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no style")
	}
	return m[1]
}

// The policy forbids everything but the page's own style, by its digest, and
// nothing in the page would need more.
func TestHTMLPolicy(t *testing.T) {
	page := draw(t, "html", everything(), Page{})
	digest := sha256.Sum256([]byte(styleOf(t, page)))
	policy := "default-src &#39;none&#39;; style-src &#39;sha256-" +
		strings.ReplaceAll(base64.StdEncoding.EncodeToString(digest[:]), "+", "&#43;") + "&#39;; base-uri"
	if !strings.Contains(page, `<meta http-equiv="Content-Security-Policy" content="`+policy) {
		t.Errorf("the policy is not %s in\n%s", policy, page[:600])
	}
	for _, forbidden := range []string{"<script", "<link", "<iframe", "<img", " style=", "url(", "@import", "src="} {
		if place := strings.Index(page, forbidden); place >= 0 {
			t.Errorf("the page has %q: …%s", forbidden, page[place:min(place+80, len(page))])
		}
	}
	if m := regexp.MustCompile(`<[^>]* on[a-z]+=`).FindString(page); m != "" {
		t.Errorf("a tag runs something: %s", m)
	}
}

// Text from files is text, whatever it holds.
func TestHTMLEscapes(t *testing.T) {
	const evil = "<script>alert(1)</script>\" onload=\"x\x1b\u202e&amp;"
	d := everything()
	table := report.Table{
		Title:   evil,
		Columns: []report.Column{{Title: evil}, {Title: evil, Number: true}},
		Rows:    [][]report.Cell{{{Value: report.Text(evil), Marks: []int{1}}, {Value: report.Text(evil), Tone: report.Bad}}},
	}
	d.Title, d.Summary = evil, evil
	d.Blocks = []report.Block{
		table,
		report.Lines{Title: evil, Lines: []string{evil}},
		report.Steps{Title: evil, Steps: []report.WorkingStep{{What: evil, Formula: evil, Numbers: evil}}},
		report.Signatures{Title: evil, Day: evil, Lines: []report.Signature{{For: evil, Name: evil}}},
		report.Notes{Title: evil, Notes: []report.Note{{Mark: 1, Text: evil}}},
	}
	page := draw(t, "html", d, Page{})
	if strings.Contains(page, "<script") || strings.Contains(page, `" onload`) || strings.ContainsAny(page, "\x1b\u202e") {
		t.Errorf("markup or a control character came through:\n%s", page)
	}
	if n := strings.Count(page, "&lt;script&gt;alert(1)&lt;/script&gt;"); n < 16 {
		t.Errorf("the text stands %d times in the page, want at least 16", n)
	}
}

// A table says what its columns and rows are about, and a mark leads to its note.
func TestHTMLStructure(t *testing.T) {
	page := draw(t, "html", everything(), Page{})
	for _, want := range []string{
		`<html lang="es">`, `<h1 dir="auto">Plan `, `<caption id="table-2" dir="auto">Para cuándo</caption>`,
		`<th scope="col" dir="auto">Etapa</th>`, `<th scope="col" class="number" dir="auto">Tasa</th>`,
		`<th scope="row" dir="auto">Reunión calificada<wbr><sup><a href="#note-1-1">1</a></sup><sup><a href="#note-1-12">12</a></sup></th>`,
		`<td class="number"><span class="tone good">1.234.567</span></td>`, `<li id="note-1-12">`,
		`<div class="scroll" role="region" aria-labelledby="table-1" tabindex="0">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two elements are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` (?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for _, id := range strings.Fields(m[1]) {
			if !ids[id] {
				t.Errorf("nothing is called %s", id)
			}
		}
	}
}

// rowsOf is a table of so many rows, made one by one.
func rowsOf(rows int) report.Table {
	return report.Table{
		Columns: []report.Column{{Title: "Stage"}, {Title: "Source"}},
		Stream: func(yield func([]report.Cell) bool) {
			for i := range rows {
				if !yield([]report.Cell{{Value: report.Text("row " + strconv.Itoa(i))}, {Value: report.Text(strings.Repeat("<", 30))}}) {
					return
				}
			}
		},
	}
}

// However many rows there are, the page stays small, and says how many it has
// not; small tables keep all of theirs.
func TestHTMLStaysSmall(t *testing.T) {
	d := blank()
	d.Blocks = []report.Block{rowsOf(5), rowsOf(100_000), rowsOf(7), rowsOf(50_000)}
	page := draw(t, "html", d, Page{})
	if len(page) > 400_000 || len(page) < 150_000 {
		t.Errorf("the page has %d bytes", len(page))
	}
	tables := strings.Split(page, "</table>")
	for i, rows := range []int{5, 100_000, 7, 50_000} {
		shown := strings.Count(tables[i], `<th scope="row"`)
		left := 0
		if m := regexp.MustCompile(`<p class="more">([0-9,]+) more rows are left out`).FindStringSubmatch(tables[i+1]); m != nil {
			left, _ = strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
		}
		if shown+left != rows || rows < 10 && left > 0 {
			t.Errorf("of %d rows %d are shown and %d said to be left out", rows, shown, left)
		}
	}
}

// A row that takes all the room there is stands there all the same.
func TestHTMLShowsTheFirstRow(t *testing.T) {
	d := blank()
	d.Blocks = []report.Block{report.Table{
		Columns: []report.Column{{Title: "Stage"}},
		Rows:    [][]report.Cell{{{Value: report.Text(strings.Repeat("x", roomForRows+1))}}},
	}}
	if page := draw(t, "html", d, Page{}); strings.Contains(page, `class="more"`) {
		t.Error("the only row is left out")
	}
}

// palettes are the colours of the style, by name: in the light, and in the dark,
// where those that are not said again stay.
func palettes() (light, dark map[string]string) {
	light, dark = map[string]string{}, map[string]string{}
	onScreen, _, _ := strings.Cut(pageStyle, "@page")
	inLight, inDark, _ := strings.Cut(onScreen, "prefers-color-scheme: dark")
	color := regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)
	for _, m := range color.FindAllStringSubmatch(inLight, -1) {
		light[m[1]], dark[m[1]] = m[2], m[2]
	}
	for _, m := range color.FindAllStringSubmatch(inDark, -1) {
		dark[m[1]] = m[2]
	}
	return light, dark
}

// luminance of a colour, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
func luminance(color string) float64 {
	channel := func(from int) float64 {
		n, _ := strconv.ParseUint(color[from:from+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(1) + 0.7152*channel(3) + 0.0722*channel(5)
}

// contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func contrast(a, b string) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// Known pairs: black on white, and #767676, the lightest grey that is AA on white.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#767676", "#ffffff", 4.54}, {"#ff0000", "#ffffff", 4.00}} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// WCAG 2.2 AA: text 4.5 to 1, what a picture is made of 3 to 1.
func TestColoursCanBeRead(t *testing.T) {
	const text, shape = 4.5, 3
	pairs := []struct {
		front, back string
		least       float64
	}{
		{"ink", "paper", text},
		{"ink", "wash", text},
		{"soft", "paper", text},
		{"soft", "wash", text},
		{"link", "paper", text},
		{"link", "wash", text},
		{"link", "caution-wash", text},
		{"ink", "good-wash", text},
		{"ink", "caution-wash", text},
		{"ink", "bad-wash", text},
		{"good", "good-wash", text},
		{"caution", "caution-wash", text},
		{"bad", "bad-wash", text},
		{"caution", "paper", text},
		{"ink", "planned", text},
		{"on-actual", "actual", text},
		{"on-third", "third", text},
		{"on-change", "better", text},
		{"on-change", "worse", text},
		{"today", "paper", text},
		{"ink", "band", text},
		{"planned-edge", "paper", shape},
		{"band-edge", "paper", shape},
		{"actual", "paper", shape},
		{"third", "paper", shape},
		{"better", "paper", shape},
		{"worse", "paper", shape},
		{"actual", "band", shape},
		{"today", "band", shape},
	}
	light, dark := palettes()
	for name, palette := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, p := range pairs {
			front, back := palette[p.front], palette[p.back]
			if front == "" || back == "" {
				t.Fatalf("%s: there is no %s or no %s", name, p.front, p.back)
			}
			if got := contrast(front, back); got < p.least {
				t.Errorf("%s: %s %s on %s %s has %.2f to 1, want %g", name, p.front, front, p.back, back, got, p.least)
			}
		}
	}
	if len(light) < 15 || len(dark) != len(light) {
		t.Errorf("%d colours in the light and %d in the dark", len(light), len(dark))
	}
}
