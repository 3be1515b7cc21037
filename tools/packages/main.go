// Packages builds what is handed to people: the program for each platform as an
// archive, as deb and rpm for Linux, and the checksums of all. Run it from the root:
// make dist.
//
// The same source gives the same bytes: files bear the time of the last commit, or
// that of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/).
package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"embudo/cmd"
)

func main() {
	r := release{}
	flag.StringVar(&r.version, "version", "dev", "what embudo --version says")
	flag.StringVar(&r.folder, "output", "dist", "the folder to write")
	platforms := flag.String("platforms", strings.Join(allPlatforms(), ","), "for which systems and processors")
	flag.Parse()
	r.platforms = strings.Split(*platforms, ",")
	if err := r.make(); err != nil {
		fmt.Fprintln(os.Stderr, "packages:", err)
		os.Exit(1)
	}
}

func allPlatforms() []string {
	return []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}
}

// release is what is made of one state of the source.
type release struct {
	version   string
	folder    string
	platforms []string
	time      time.Time // that all files bear
	number    string    // the version as packages may be called
	beside    []file    // what is in every archive beside the program
}

// file is one of an archive or a package.
type file struct {
	name       string
	data       []byte
	executable bool
}

func (r *release) make() error {
	var err error
	if r.time, err = sourceTime(); err != nil {
		return err
	}
	r.number = packageVersion(r.version, r.time)
	if r.beside, err = beside(); err != nil {
		return err
	}
	if err := emptied(r.folder); err != nil {
		return err
	}
	for _, platform := range r.platforms {
		began := time.Now()
		if err := r.platform(platform); err != nil {
			return fmt.Errorf("%s: %w", platform, err)
		}
		fmt.Printf("%s: %.0f s\n", platform, time.Since(began).Seconds())
	}
	return r.checksums()
}

// emptied makes an empty folder, of none or of one with packages: nothing else is ever
// removed.
func emptied(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if name := entry.Name(); name != sums && !strings.HasPrefix(name, "embudo") || entry.IsDir() {
			return fmt.Errorf("%s has something else than packages in it: %s", folder, name)
		}
	}
	for _, entry := range entries {
		if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

// sourceTime is the time of the source.
func sourceTime() (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		out, err := exec.Command("git", "log", "-1", "--format=%ct").Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("time of the last commit (else set SOURCE_DATE_EPOCH): %w", err)
		}
		seconds = strings.TrimSpace(string(out))
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// packageVersion is a version of git describe as deb and rpm take it: it begins with
// a digit, has no hyphen, and what comes later sorts later.
func packageVersion(described string, at time.Time) string {
	version := strings.TrimPrefix(described, "v")
	if version == "" || version[0] < '0' || version[0] > '9' || !strings.Contains(version, ".") {
		version = "0.0.0+" + at.Format("20060102.150405") + "." + version // no tag yet: only a commit
	}
	tag, commits, further := strings.Cut(version, "-")
	if further {
		version = tag + "+" + commits
	}
	return strings.ReplaceAll(version, "-", ".")
}

// beside is what lies beside the program: licence, READMEs, manual pages in both
// languages, and completions.
func beside() ([]file, error) {
	files := []file{}
	names := []string{"LICENSE", "README.md", "README.es.md", "CHANGELOG.md"}
	pages, err := filepath.Glob("man/man?/*.?")
	if err != nil {
		return nil, err
	}
	spanish, err := filepath.Glob("man/es/man?/*.?")
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Concat(names, pages, spanish) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: filepath.ToSlash(name), data: data})
	}
	for shell, name := range map[string]string{
		"bash": "completions/embudo.bash", "zsh": "completions/_embudo", "fish": "completions/embudo.fish", "powershell": "completions/embudo.ps1",
	} {
		var script, failure bytes.Buffer
		if code := cmd.Main([]string{"completion", shell, "--lang", "en"}, strings.NewReader(""), &script, &failure); code != 0 {
			return nil, fmt.Errorf("completion %s: %s", shell, failure.String())
		}
		files = append(files, file{name: name, data: script.Bytes()})
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return files, nil
}

// platform makes all that is for one system and processor.
func (r *release) platform(platform string) error {
	system, processor, ok := strings.Cut(platform, "/")
	if !ok {
		return errors.New("a platform is system/processor: linux/amd64")
	}
	program, err := r.build(system, processor)
	if err != nil {
		return err
	}
	if err := r.archive(system, processor, program); err != nil {
		return err
	}
	if system != "linux" {
		return nil
	}
	return r.linuxPackages(processor, program)
}

// build is the program: static, without paths of this machine.
func (r *release) build(system, processor string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "embudo-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	out := filepath.Join(folder, "embudo")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false",
		"-ldflags", "-s -w -buildid= -X embudo/cmd.version="+r.version, "-o", out, "./cmd/embudo")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor, "GOAMD64=v1", "GOARM64=v8.0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("go build: %w", err)
	}
	return os.ReadFile(out)
}

// sums is the file of the checksums.
const sums = "SHA256SUMS"

// checksums writes them as sha256sum -c reads them.
func (r *release) checksums() error {
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(r.folder, entry.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(data), entry.Name())
	}
	return os.WriteFile(filepath.Join(r.folder, sums), list.Bytes(), 0o644)
}
