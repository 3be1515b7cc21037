package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// linuxPackages makes a deb and an rpm with nfpm. What goes into them is laid out in a
// folder first, with the places that each kind of system has for it.
func (r *release) linuxPackages(processor string, program []byte) error {
	for _, kind := range []string{"deb", "rpm"} {
		files, err := r.installed(kind, program)
		if err != nil {
			return err
		}
		if err := r.nfpm(kind, processor, files); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return nil
}

// installed are the files of a package by the places they are installed in.
func (r *release) installed(kind string, program []byte) ([]file, error) {
	places := map[string]string{
		"LICENSE":                 "/usr/share/doc/embudo/copyright",
		"README.md":               "/usr/share/doc/embudo/README.md",
		"README.es.md":            "/usr/share/doc/embudo/README.es.md",
		"CHANGELOG.md":            "/usr/share/doc/embudo/CHANGELOG.md",
		"completions/embudo.bash": "/usr/share/bash-completion/completions/embudo",
		"completions/_embudo":     "/usr/share/zsh/vendor-completions/_embudo",
		"completions/embudo.fish": "/usr/share/fish/vendor_completions.d/embudo.fish",
	}
	if kind == "rpm" {
		places["LICENSE"] = "/usr/share/licenses/embudo/LICENSE"
		places["completions/_embudo"] = "/usr/share/zsh/site-functions/_embudo"
	}
	files := []file{{name: "/usr/bin/embudo", data: program, executable: true}}
	for _, f := range r.beside {
		place, known := places[f.name]
		if page, manual := strings.CutPrefix(f.name, "man/"); manual {
			packed, err := gzipped(f.data)
			if err != nil {
				return nil, err
			}
			f.data, place, known = packed, "/usr/share/man/"+page+".gz", true
		}
		if known {
			f.name = place
			files = append(files, f)
		}
	}
	return files, nil
}

// packageConfig is what nfpm is told, https://nfpm.goreleaser.com/configuration/. YAML
// takes JSON as it is.
type packageConfig struct {
	Name          string           `json:"name"`
	Arch          string           `json:"arch"`
	Platform      string           `json:"platform"`
	Version       string           `json:"version"`
	VersionSchema string           `json:"version_schema"`
	Release       string           `json:"release"`
	Section       string           `json:"section"`
	Maintainer    string           `json:"maintainer"`
	Description   string           `json:"description"`
	License       string           `json:"license"`
	ModTime       time.Time        `json:"mtime"`
	Contents      []packageContent `json:"contents"`
	RPM           packageRPM       `json:"rpm"`
}

type packageContent struct {
	Source      string   `json:"src"`
	Destination string   `json:"dst"`
	FileInfo    fileInfo `json:"file_info"`
}

type fileInfo struct {
	Mode    int64     `json:"mode"`
	ModTime time.Time `json:"mtime"`
}

type packageRPM struct {
	BuildHost string `json:"buildhost"`
}

// nfpm writes one package.
func (r *release) nfpm(kind, processor string, files []file) error {
	folder, err := os.MkdirTemp("", "embudo-package-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	config := packageConfig{
		Name: "embudo", Arch: processor, Platform: "linux", Version: r.number, VersionSchema: "none", Release: "1",
		Section: "utils", Maintainer: "The embudo authors <embudo@localhost>", License: "Apache-2.0", ModTime: r.time,
		Description: "Pipeline calculator for marketing and sales\nWorks backwards from the money to leads, meetings and opportunities,\nsays how sure that is, and holds what really happened against it.",
		RPM:         packageRPM{BuildHost: "localhost"},
	}
	for _, f := range files {
		source := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(source), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(source, f.data, 0o644); err != nil {
			return err
		}
		config.Contents = append(config.Contents, packageContent{Source: source, Destination: f.name, FileInfo: fileInfo{f.mode(), r.time}})
	}
	told, err := json.Marshal(config)
	if err != nil {
		return err
	}
	settings := filepath.Join(folder, "nfpm.yaml")
	if err := os.WriteFile(settings, told, 0o644); err != nil {
		return err
	}
	run := exec.Command("go", "tool", "-modfile=tools/dist/go.mod", "nfpm", "package",
		"--config", settings, "--packager", kind, "--target", path.Join(r.folder, r.packageName(kind, processor)))
	run.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+fmt.Sprint(r.time.Unix()))
	if out, err := run.CombinedOutput(); err != nil {
		return fmt.Errorf("nfpm: %w\n%s", err, out)
	}
	return nil
}

// packageName is as each kind of system has it.
func (r *release) packageName(kind, processor string) string {
	if kind == "deb" {
		return fmt.Sprintf("embudo_%s_%s.deb", r.number, processor)
	}
	machine := map[string]string{"amd64": "x86_64", "arm64": "aarch64"}[processor]
	return fmt.Sprintf("embudo-%s-1.%s.rpm", r.number, machine)
}
