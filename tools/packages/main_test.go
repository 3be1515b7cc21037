package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestPackageVersion(t *testing.T) {
	at := time.Date(2027, 3, 31, 12, 0, 5, 0, time.UTC)
	for described, want := range map[string]string{
		"v1.2.0":                  "1.2.0",
		"1.2.0":                   "1.2.0",
		"v1.2.0-3-gabc1234":       "1.2.0+3.gabc1234",
		"v1.2.0-3-gabc1234-dirty": "1.2.0+3.gabc1234.dirty",
		"abc1234":                 "0.0.0+20270331.120005.abc1234",
		"1234567":                 "0.0.0+20270331.120005.1234567",
		"abc1234-dirty":           "0.0.0+20270331.120005.abc1234+dirty",
		"dev":                     "0.0.0+20270331.120005.dev",
	} {
		if got := packageVersion(described, at); got != want {
			t.Errorf("%s becomes %s, want %s", described, got, want)
		}
	}
}

// The same files give the same bytes, whenever they are packed, and come out as they
// went in.
func TestArchives(t *testing.T) {
	files := []file{{name: "embudo/embudo", data: []byte("program"), executable: true}, {name: "embudo/README.md", data: []byte("¿Cuántos?\n")}}
	at := time.Date(2027, 3, 31, 12, 0, 4, 0, time.UTC)
	for name, pack := range map[string]func(io.Writer, []file, time.Time) error{"tar.gz": tarGz, "zip": zipped} {
		var one, two bytes.Buffer
		for _, w := range []io.Writer{&one, &two} {
			if err := pack(w, files, at); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s: not the same bytes twice", name)
		}
		unpack := map[string]func(*testing.T, []byte) []string{"tar.gz": untar, "zip": unzip}[name]
		want := []string{"embudo/embudo 755 2027-03-31 12:00:04 program", "embudo/README.md 644 2027-03-31 12:00:04 ¿Cuántos?\n"}
		if got := unpack(t, one.Bytes()); !slices.Equal(got, want) {
			t.Errorf("%s holds %q, want %q", name, got, want)
		}
	}
}

func untar(t *testing.T, data []byte) (list []string) {
	unzipper, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	reader := tar.NewReader(unzipper)
	for {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%s %o %s %s", header.Name, header.Mode, header.ModTime.UTC().Format(time.DateTime), content))
	}
}

func unzip(t *testing.T, data []byte) (list []string) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range reader.File {
		opened, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(opened)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%s %o %s %s", f.Name, f.Mode().Perm(), f.Modified.UTC().Format(time.DateTime), content))
	}
	return list
}

// A folder with anything else in it is left alone.
func TestOnlyPackagesAreRemoved(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"embudo_1.0.0_amd64.deb", sums} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := emptied(folder); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	mine := filepath.Join(folder, "mine.txt")
	if err := os.WriteFile(mine, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := emptied(folder); err == nil {
		t.Error("a folder with other files was emptied")
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

// TestPackages looks into the packages of this platform that make dist has written to
// EMBUDO_PACKAGES: it unpacks the archive, installs the deb in a folder of its own, and
// runs the program of both; and reads the rpm.
func TestPackages(t *testing.T) {
	folder := os.Getenv("EMBUDO_PACKAGES")
	if folder == "" {
		t.Skip("EMBUDO_PACKAGES does not name a folder that make dist has written")
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("checksums", func(t *testing.T) { run(t, folder, "sha256sum", "-c", "--quiet", sums) })
	t.Run("archive", func(t *testing.T) { testArchive(t, only(t, folder, "embudo_*_linux_"+runtime.GOARCH+".tar.gz")) })
	t.Run("deb", func(t *testing.T) { testDeb(t, only(t, folder, "embudo_*_"+runtime.GOARCH+".deb")) })
	t.Run("rpm", func(t *testing.T) { testRPM(t, only(t, folder, "embudo-*.rpm")) })
}

// only is the one file of a folder whose name fits a pattern.
func only(t *testing.T, folder, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %v, %v", pattern, found, err)
	}
	return found[0]
}

// run gives what a command prints.
func run(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir = folder
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

const smallPlan = `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000,
 stages: [{id: mql, rate: 30%}, {id: sql, rate: 50%}, {id: meeting, rate: 60%}, {id: opportunity, rate: 25%}, {id: client}]}`

// works reports whether a program works a plan out.
func works(t *testing.T, program string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "plan.yaml"), []byte(smallPlan), 0o644); err != nil {
		t.Fatal(err)
	}
	if version := run(t, folder, program, "--version"); !strings.HasPrefix(version, "embudo ") || version == "embudo dev\n" {
		t.Errorf("its version is %q", version)
	}
	if needed := run(t, folder, program, "plan", "plan.yaml", "-o", "csv"); !strings.Contains(needed, "mql") || !strings.Contains(needed, ",447,") {
		t.Errorf("it does not need 447 MQLs:\n%s", needed)
	}
}

func testArchive(t *testing.T, archive string) {
	folder := t.TempDir()
	run(t, folder, "tar", "-xzf", archive)
	top := filepath.Join(folder, strings.TrimSuffix(filepath.Base(archive), ".tar.gz"))
	works(t, filepath.Join(top, "embudo"))
	for _, name := range []string{"LICENSE", "README.md", "README.es.md", "man/man1/embudo-plan.1", "man/es/man7/embudo-plan-file.7", "completions/_embudo"} {
		if info, err := os.Stat(filepath.Join(top, filepath.FromSlash(name))); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// installedPlaces are in a deb and in an rpm.
func installedPlaces() []string {
	return []string{
		"/usr/bin/embudo", "/usr/share/man/man1/embudo.1.gz", "/usr/share/man/man1/embudo-check.1.gz", "/usr/share/man/es/man1/embudo-check.1.gz",
		"/usr/share/man/es/man7/embudo-plan-file.7.gz", "/usr/share/bash-completion/completions/embudo",
		"/usr/share/fish/vendor_completions.d/embudo.fish", "/usr/share/doc/embudo/README.es.md",
	}
}

func testDeb(t *testing.T, deb string) {
	if _, err := exec.LookPath("dpkg"); err != nil {
		t.Skip("no dpkg here to install a deb with")
	}
	root := t.TempDir()
	for _, name := range []string{"info", "updates", "triggers"} {
		if err := os.MkdirAll(filepath.Join(root, "var", "lib", "dpkg", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"status", "available"} {
		if err := os.WriteFile(filepath.Join(root, "var", "lib", "dpkg", name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(t, root, "dpkg", "--root="+root, "--force-not-root", "--install", deb)
	if status := run(t, root, "dpkg", "--root="+root, "--status", "embudo"); !strings.Contains(status, "Status: install ok installed") {
		t.Errorf("dpkg says\n%s", status)
	}
	works(t, filepath.Join(root, "usr", "bin", "embudo"))
	for _, place := range installedPlaces() {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(place)))
		if err != nil {
			t.Error(err)
			continue
		}
		if strings.Contains(place, "/man/") && !strings.Contains(string(unpacked(t, data)), ".TH ") {
			t.Errorf("%s is no manual page", place)
		}
	}
	completes(t, root)
	run(t, root, "dpkg", "--root="+root, "--force-not-root", "--purge", "embudo")
	if _, err := os.Stat(filepath.Join(root, "usr", "bin", "embudo")); !os.IsNotExist(err) {
		t.Errorf("it is not gone: %v", err)
	}
}

// completes lets bash complete a command with what is installed.
func completes(t *testing.T, root string) {
	t.Helper()
	script := `compopt() { :; }; PATH=` + root + `/usr/bin:$PATH; source ` + root + `/usr/share/bash-completion/completions/embudo
complete -p embudo >/dev/null || exit
COMP_WORDS=(embudo fore) COMP_CWORD=1 COMP_LINE="embudo fore" COMP_POINT=11 COMP_TYPE=9
__start_embudo; printf '%s\n' "${COMPREPLY[@]}"`
	if offered := run(t, root, "bash", "--norc", "-c", script); strings.TrimSpace(offered) != "forecast" {
		t.Errorf("for embudo fore bash offers %q", offered)
	}
}

func unpacked(t *testing.T, data []byte) []byte {
	t.Helper()
	reader, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// An rpm is a lead of 96 bytes, a signature, a header and a cpio archive, gzipped:
// https://rpm-software-management.github.io/rpm/manual/format_v4.html.
func testRPM(t *testing.T, rpm string) {
	data, err := os.ReadFile(rpm)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte{0xed, 0xab, 0xee, 0xdb}) {
		t.Fatalf("it begins with %x", data[:4])
	}
	rest := data[96:]
	signature := headerLength(t, rest)
	rest = rest[(signature+7)/8*8:]
	files := cpio(t, unpacked(t, rest[headerLength(t, rest):]))
	for _, place := range append(installedPlaces(), "/usr/share/zsh/site-functions/_embudo", "/usr/share/licenses/embudo/LICENSE") {
		if len(files[place]) == 0 {
			t.Errorf("it has no %s", place)
		}
	}
	program := filepath.Join(t.TempDir(), "embudo")
	if err := os.WriteFile(program, files["/usr/bin/embudo"], 0o755); err != nil {
		t.Fatal(err)
	}
	works(t, program)
}

// headerLength is how long a header of an rpm is: 16 bytes, 16 for each of its tags, and
// what they say.
func headerLength(t *testing.T, data []byte) int {
	t.Helper()
	if !bytes.HasPrefix(data, []byte{0x8e, 0xad, 0xe8}) {
		t.Fatalf("a header begins with %x", data[:3])
	}
	return 16 + 16*int(binary.BigEndian.Uint32(data[8:])) + int(binary.BigEndian.Uint32(data[12:]))
}

// cpio reads the files of an archive of the form newc: a header of numbers in
// hexadecimal, the name and the content, each filled up to four bytes.
func cpio(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	aligned := func(n int) int { return (n + 3) / 4 * 4 }
	for at := 0; ; {
		if string(data[at:at+6]) != "070701" {
			t.Fatalf("a file begins with %q", data[at:at+6])
		}
		number := func(field int) int {
			n, err := strconv.ParseInt(string(data[at+6+8*field:at+14+8*field]), 16, 64)
			if err != nil {
				t.Fatal(err)
			}
			return int(n)
		}
		size, nameLength := number(6), number(11)
		name := string(data[at+110 : at+110+nameLength-1])
		if name == "TRAILER!!!" {
			return files
		}
		from := aligned(at + 110 + nameLength)
		files["/"+strings.TrimPrefix(strings.TrimPrefix(name, "."), "/")] = data[from : from+size]
		at = aligned(from + size)
	}
}
