package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A draft has no name before it is kept, takes nobody's place unless it may, and
// leaves nothing behind when it is not kept.
func TestDraft(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "scored.csv")
	w := &world{}
	write := func(d *draft, text string) {
		t.Helper()
		if _, err := d.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	content := func() string {
		data, err := os.ReadFile(name)
		if err != nil {
			return err.Error()
		}
		return string(data)
	}

	first, err := w.draft(name)
	if err != nil {
		t.Fatal(err)
	}
	late, err := w.draft(name)
	if err != nil {
		t.Fatal(err)
	}
	write(first, "first")
	if w.exists(name) {
		t.Error("is there before it is whole")
	}
	if err := first.keep(); err != nil || content() != "first" {
		t.Fatalf("%v, %s", err, content())
	}
	if err := late.keep(); !errors.Is(err, fs.ErrExist) || content() != "first" {
		t.Errorf("kept over another: %v, %s", err, content())
	}
	if _, err := w.draft(name); !errors.Is(err, fs.ErrExist) {
		t.Errorf("begun over another: %v", err)
	}

	over, err := w.redraft(name)
	if err != nil {
		t.Fatal(err)
	}
	write(over, "second")
	if content() != "first" {
		t.Errorf("changed before it is whole: %s", content())
	}
	if err := over.keep(); err != nil || content() != "second" {
		t.Errorf("%v, %s", err, content())
	}
	if _, err := w.redraft(folder); !errors.Is(err, errDirectory) {
		t.Errorf("over a folder: %v", err)
	}

	w.forget()
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("%d files are left: %v, %v", len(left), left, err)
	}
}
