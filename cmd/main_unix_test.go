//go:build unix

package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/term"
)

// A run that lasts heeds signals, though it does not from its first moment.
func TestInterrupted(t *testing.T) {
	survive := make(chan os.Signal, 1) // until then a signal would end the test
	signal.Notify(survive, os.Interrupt)
	defer signal.Stop(survive)
	stdin, typing := io.Pipe()
	defer func() { _ = typing.Close() }()
	code := make(chan int, 1)
	go func() { code <- Main([]string{"plan", "-"}, stdin, io.Discard, io.Discard) }()
	for again := time.NewTicker(10 * time.Millisecond); ; {
		select {
		case got := <-code:
			if got != exitInterrupted {
				t.Errorf("it ends with %d, want %d", got, exitInterrupted)
			}
			return
		case <-again.C:
			if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
			<-survive // one that came after the test would end all tests
		case <-time.After(10 * time.Second):
			t.Fatal("it does not end")
		}
	}
}

// Whatever would leave something behind is begun with signals heeded.
func TestHeedsSignalsWhileWriting(t *testing.T) {
	folder := t.TempDir()
	for what, write := range map[string]func(w *world) error{
		"create":  func(w *world) error { return w.create(filepath.Join(folder, "created"), nil) },
		"replace": func(w *world) error { return w.replace(filepath.Join(folder, "replaced"), nil) },
		"spool": func(w *world) error {
			content, err := w.spool(strings.NewReader("a,b"))()
			if err != nil {
				return err
			}
			defer w.forget()
			return content.Close()
		},
	} {
		heeded := false
		if err := write(&world{heed: func() { heeded = true }}); err != nil || !heeded {
			t.Errorf("%s: signals are heeded %v, error %v", what, heeded, err)
		}
	}
}

// A file that is replaced keeps its permissions, whatever those of new files
// are; a new one has what the umask leaves.
func TestModeOfFiles(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	for _, mode := range []fs.FileMode{0o664, 0o666, 0o600, 0o755} {
		t.Run(fmt.Sprintf("%o", mode), func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "plan.json")
			if err := os.WriteFile(name, []byte("before"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(name, mode); err != nil {
				t.Fatal(err)
			}
			if err := (&world{}).replace(name, []byte("after")); err != nil {
				t.Fatal(err)
			}
			if got := modeOf(t, name); got != mode {
				t.Errorf("%o becomes %o", mode, got)
			}
			if got := contents(t, filepath.Dir(name)); len(got) != 1 || got["plan.json"] != "after" {
				t.Errorf("there is %v", got)
			}
		})
	}
	for what, write := range map[string]func(string, []byte) error{"create": (&world{}).create, "replace": (&world{}).replace} {
		name := filepath.Join(t.TempDir(), "new")
		if err := write(name, nil); err != nil {
			t.Fatal(err)
		}
		if got := modeOf(t, name); got != 0o644 {
			t.Errorf("%s makes a new file of mode %o, want 644", what, got)
		}
	}
}

func modeOf(t *testing.T, name string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

// A link that leads nowhere is a name that is taken.
func TestCreateAtADeadLink(t *testing.T) {
	name := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("nowhere", name); err != nil {
		t.Fatal(err)
	}
	if err := (&world{}).create(name, nil); err == nil {
		t.Error("it was written over")
	}
}

// What need not end is not read to its end; a pipe is.
func TestDevicesAreNotRead(t *testing.T) {
	if _, err := (&world{}).open("/dev/zero").Open(); !errors.Is(err, errDevice) {
		t.Errorf("/dev/zero: %v, want %v", err, errDevice)
	}
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	go func() { _ = os.WriteFile(pipe, []byte("a,b\n"), 0o600) }()
	w := &world{}
	defer w.forget()
	content, err := w.open(pipe).Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = content.Close() }()
	if data, err := io.ReadAll(io.NewSectionReader(content, 0, 100)); err != nil || string(data) != "a,b\n" {
		t.Errorf("the pipe gives %q, %v", data, err)
	}
}

// A terminal is not shown a workbook, whose bytes it would take for orders.
func TestWorkbookIsNotShown(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there is no pseudo-terminal here: ", err)
	}
	defer func() { _ = terminal.Close() }()
	if !term.IsTerminal(int(terminal.Fd())) {
		t.Skip("this end of a pseudo-terminal is no terminal here")
	}
	var told strings.Builder
	if code := Main([]string{"plan", "nosuch.yaml", "-o", "xlsx"}, strings.NewReader(""), terminal, &told); code != exitUsage {
		t.Errorf("it ends with %d, want %d", code, exitUsage)
	}
	if want := "hint: write --output-file plan.xlsx"; !strings.Contains(told.String(), want) {
		t.Errorf("it says %q, not %q", told.String(), want)
	}
}
