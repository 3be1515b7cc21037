package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// chromium is Debian's, or one that is called alike.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium here: apt-get install chromium")
	return ""
}

// browse runs the browser without a window, and gives what it wrote: its output
// and what pages told the console.
func browse(t *testing.T, arguments ...string) (output string, console []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, chromium(t), append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
		"--disable-background-networking", "--no-first-run", "--user-data-dir=" + t.TempDir(),
	}, arguments...)...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", arguments, err, stderr.String())
	}
	for _, line := range strings.Split(stderr.String(), "\n") {
		if strings.Contains(line, ":CONSOLE") {
			console = append(console, line)
		}
	}
	return stdout.String(), console
}

// looked is what the driver saw in a page at a width.
type looked struct {
	Page            string
	Width           int
	Scrolls         int      // how wide the page is
	Outside         []string // texts of pictures that leave the page, or lie over one another
	Scripts, Loaded int      // scripts in it, and what it loaded
	Background      string
	Text            string
}

// driver is a page that looks at others. It may look into them since both are
// files, and the browser is told to allow that.
const driver = `<!DOCTYPE html><meta charset="utf-8"><body><script>
const pages = %s, seen = [];
const look = (name, width) => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.style = "border:0;height:900px;width:" + width + "px";
  frame.onload = () => {
    const d = frame.contentDocument, w = frame.contentWindow, outside = [];
    for (const svg of d.querySelectorAll("svg[role=img]")) {
      const texts = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
      texts.forEach(([text, box], i) => {
        if (box.left < -1 || box.right > width + 1) outside.push(text);
        for (const [other, its] of texts.slice(0, i))
          if (box.left + 1 < its.right && its.left + 1 < box.right && box.top + 4 < its.bottom && its.top + 4 < box.bottom)
            outside.push(text + " over " + other);
      });
    }
    seen.push({
      Page: name, Width: width, Scrolls: d.documentElement.scrollWidth, Outside: outside,
      Scripts: d.scripts.length, Loaded: w.performance.getEntriesByType("resource").length,
      Background: w.getComputedStyle(d.body).backgroundColor, Text: d.body.innerText,
    });
    frame.remove();
    done();
  };
  frame.src = name;
  document.body.append(frame);
});
(async () => {
  for (const name of pages) for (const width of [360, 1440]) await look(name, width);
  const out = document.createElement("pre");
  out.id = "seen";
  out.textContent = JSON.stringify(seen);
  document.body.append(out);
})();
</script>`

// lookAt opens files of a folder at both widths.
func lookAt(t *testing.T, folder string, names []string, arguments ...string) (seen []looked, console []string) {
	t.Helper()
	list, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "driver.html")
	if err := os.WriteFile(file, fmt.Appendf(nil, driver, list), 0o600); err != nil {
		t.Fatal(err)
	}
	dom, console := browse(t, append(arguments, "--allow-file-access-from-files", "--virtual-time-budget=60000", "--dump-dom", "file://"+file)...)
	m := regexp.MustCompile(`(?s)<pre id="seen">(.*)</pre>`).FindStringSubmatch(dom)
	if m == nil {
		t.Fatalf("the driver saw nothing:\n%s\n%s", dom, strings.Join(console, "\n"))
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(m[1])), &seen); err != nil {
		t.Fatal(err)
	}
	return seen, console
}

// pagesOf writes the pages of commands in both languages into a folder: all, or
// those that are named.
func pagesOf(t *testing.T, folder string, only ...string) []string {
	t.Helper()
	crm := []string{"../examples/crm-export/plan.yaml", "../examples/crm-export/deals.csv", "--as-of", "2024-02-29"}
	commands := map[string][]string{
		"plan":      {"plan", "../examples/quarter/plan.yaml", "--confidence", "80%,90%", "--explain"},
		"schedule":  {"schedule", "../examples/two-funnels/plan.yaml"},
		"calendar":  {"calendar", "../examples/hourglass/plan.yaml"},
		"check":     append([]string{"check", "--exit-zero"}, crm...),
		"forecast":  append([]string{"forecast"}, crm...),
		"report":    append([]string{"report"}, crm...),
		"hourglass": {"report", "../examples/hourglass/plan.yaml", "../examples/hourglass/semanas.csv", "--as-of", "2027-05-15"},
		"levers":    {"levers", "../examples/quarter/plan.yaml"},
		"sla":       {"sla", "../examples/quarter/plan.yaml"},
		"agreement": {"sla", "../examples/acuerdo/plan.yaml"},
		"portfolio": {"portfolio", "../examples/portfolio/planes/", "--as-of", "2026-08-31", "--exit-zero"},
		"qualify":   {"qualify", "../examples/ideal-client/plan.yaml", "../examples/ideal-client/leads.csv", "--as-of", "2026-12-31"},
		"allocate":  {"allocate", "../examples/reparto/plan.yaml"},
		"solve":     {"solve", "../examples/quarter/plan.yaml", "--for", "target_return"},
		"compare":   {"compare", "../examples/quarter/plan.yaml", "../examples/two-funnels/plan.yaml"},
		"learn":     {"learn", "../examples/crm-export/deals.csv", "--as-of", "2024-03-31"},
		"hostile":   {"report", "testdata/pages/hostile.yaml"},
		"one-stage": {"report", "testdata/pages/one-stage.yaml"},
		"twelve":    {"report", "testdata/pages/twelve-stages.yaml", "testdata/pages/nothing.csv", "--as-of", "2027-03-01"},
		"years":     {"report", "testdata/pages/years.yaml"},
	}
	var names []string
	for name, arguments := range commands {
		if len(only) > 0 && !slices.Contains(only, name) {
			continue
		}
		for _, lang := range []string{"en", "es"} {
			var stdout, stderr bytes.Buffer
			if exit := Main(append(arguments, "-o", "html", "--lang", lang), strings.NewReader(""), &stdout, &stderr); exit != 0 {
				t.Fatalf("%s exits with %d: %s", name, exit, stderr.String())
			}
			if stdout.Len() > 400_000 {
				t.Errorf("%s in %s has %d bytes", name, lang, stdout.Len())
			}
			file := name + "." + lang + ".html"
			if err := os.WriteFile(filepath.Join(folder, file), stdout.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			names = append(names, file)
		}
	}
	return names
}

// Pages open without a complaint, load nothing, are no wider than a phone, and
// nothing in their pictures lies outside or over something else.
func TestPagesInBrowser(t *testing.T) {
	chromium(t)
	folder := t.TempDir()
	seen, console := lookAt(t, folder, pagesOf(t, folder))
	for _, line := range console {
		t.Errorf("a page complains: %s", line)
	}
	for _, page := range seen {
		if page.Scrolls > page.Width {
			t.Errorf("%s is %d wide on a page of %d", page.Page, page.Scrolls, page.Width)
		}
		if page.Scripts > 0 || page.Loaded > 0 {
			t.Errorf("%s has %d scripts and loads %d files", page.Page, page.Scripts, page.Loaded)
		}
		for _, text := range page.Outside {
			t.Errorf("%s at %d: outside of its picture: %s", page.Page, page.Width, text)
		}
		if strings.HasPrefix(page.Page, "hostile") && !strings.Contains(page.Text, "<script>alert(1)</script>") {
			t.Errorf("%s does not show the name:\n%s", page.Page, page.Text)
		}
	}
	if want := 2 * 2 * 20; len(seen) != want {
		t.Errorf("%d pages were looked at, want %d", len(seen), want)
	}
}

// The driver sees what it must see.
func TestBrowserSeesFaults(t *testing.T) {
	chromium(t)
	folder := t.TempDir()
	const bad = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">` +
		`</head><body><table width="900"><tr><td>wide</td></tr></table><p style="color:red">x</p><script>1</script>` +
		`<svg role="img" width="100%"><text x="350">far too long</text><text x="350">for this</text></svg></body></html>`
	if err := os.WriteFile(filepath.Join(folder, "bad.html"), []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	seen, console := lookAt(t, folder, []string{"bad.html"})
	if p := seen[0]; p.Scrolls <= 360 || p.Scripts != 1 || len(p.Outside) < 3 || len(console) < 2 {
		t.Errorf("it saw %+v and %q", p, console)
	}
}

// A page is as dark as its reader has it.
func TestPagesInTheDark(t *testing.T) {
	chromium(t)
	folder := t.TempDir()
	names := pagesOf(t, folder, "plan")[:1]
	for setting, want := range map[string]string{"0": "rgb(20, 24, 27)", "1": "rgb(255, 255, 255)"} {
		seen, _ := lookAt(t, folder, names, "--blink-settings=preferredColorScheme="+setting)
		if seen[0].Background != want {
			t.Errorf("with %s it is %s, want %s", setting, seen[0].Background, want)
		}
	}
}

// On paper a page is A4, and none of its sheets is empty.
func TestPagesOnPaper(t *testing.T) {
	chromium(t)
	folder := t.TempDir()
	for _, name := range pagesOf(t, folder, "report", "twelve") {
		sheets := sheetsOf(t, filepath.Join(folder, name))
		if len(sheets) < 2 {
			t.Errorf("%s has %d sheets", name, len(sheets))
		}
		for _, sheet := range sheets {
			if !bytes.HasPrefix(sheet[1], []byte("59")) || !bytes.HasPrefix(sheet[2], []byte("84")) {
				t.Errorf("%s has a sheet of %s by %s points", name, sheet[1], sheet[2])
			}
		}
	}
}

// An agreement is signed on one sheet.
func TestAgreementOnPaper(t *testing.T) {
	chromium(t)
	folder := t.TempDir()
	for _, name := range pagesOf(t, folder, "agreement") {
		if sheets := sheetsOf(t, filepath.Join(folder, name)); len(sheets) != 1 {
			t.Errorf("%s has %d sheets", name, len(sheets))
		}
	}
}

// sheetsOf prints a page, and gives width and height of its sheets.
func sheetsOf(t *testing.T, page string) [][][]byte {
	t.Helper()
	pdf := page + ".pdf"
	_, console := browse(t, "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+page)
	for _, line := range console {
		t.Errorf("%s complains: %s", page, line)
	}
	data, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`).FindAllSubmatch(data, -1)
}
