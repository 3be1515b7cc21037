package cmd

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"time"

	"golang.org/x/term"

	tables "embudo/internal/actuals/sheet"
)

// Exit codes. They never change.
const (
	exitDone        = 0
	exitFailed      = 1 // unreadable or invalid input
	exitUsage       = 2
	exitNo          = 3 // done, and the answer is no
	exitInterrupted = 130
)

// version is set by the build.
var version = "dev"

// Main runs embudo and gives the code to exit with. Results go to stdout, all
// else to stderr.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	signals := make(chan os.Signal, 1)
	defer signal.Stop(signals)
	w := &world{stdin: stdin, stdout: stdout, stderr: stderr, getenv: os.Getenv, now: time.Now}
	w.heed = sync.OnceFunc(func() {
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		go func() {
			select {
			case <-signals:
				interrupt()
			case <-ctx.Done():
			}
		}()
	})
	defer time.AfterFunc(brief, w.heed).Stop()
	defer w.forget()
	code := make(chan int, 1)
	go func() { code <- run(ctx, w, args) }()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
	}
	select {
	case <-code: // a database is told to stop its query
	case <-time.After(patience):
	}
	w.writing.Lock() // a file that is being written is finished first
	return exitInterrupted
}

// brief is how long a run takes that nobody can interrupt by hand: looking out for
// signals takes threads, and such a run as long as all of its arithmetic. Until
// then, and until it writes a file, a signal just ends it.
const brief = 20 * time.Millisecond

// patience is how long an interrupted run has to end by itself.
const patience = 300 * time.Millisecond

// world is what lies outside: streams, environment and files.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	heed           func() // from now on an interrupted run must end in order; nil: it need not
	writing        sync.Mutex
	spooled        []*os.File // what can be read only once, kept for this run
	noting         sync.Mutex
	noted          []fs.FileInfo // the files that this run reads
}

// errDirectory is the reason for not reading a folder.
var errDirectory = errors.New("is a directory")

// errDevice is the reason for not reading a device, which need not end.
var errDevice = errors.New("is a device")

// read gives the first limit bytes of a file, and of standard input for "-".
func (w *world) read(name string, limit int64) ([]byte, error) {
	if name == "-" {
		w.noteStdin()
		return io.ReadAll(io.LimitReader(w.stdin, limit))
	}
	file, err := os.Open(name) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	w.note(info, err)
	if err == nil && info.IsDir() {
		return nil, errDirectory
	}
	return io.ReadAll(io.LimitReader(file, limit))
}

// open gives a file of data that can be read several times, and for "-" what
// standard input holds.
func (w *world) open(name string) tables.File {
	if name == "-" {
		w.noteStdin()
		return tables.File{Name: shown(name), Open: w.spool(w.stdin)}
	}
	w.note(os.Stat(name))
	var piped func() (tables.Content, error)
	return tables.File{Name: name, Open: func() (tables.Content, error) {
		if piped != nil {
			return piped()
		}
		file, err := os.Open(name) //nolint:gosec // the user names the file
		if err != nil {
			return nil, err
		}
		info, err := file.Stat()
		switch {
		case err == nil && info.Mode().IsRegular():
			return content{io.NewSectionReader(file, 0, info.Size()), file.Close}, nil
		case err == nil && info.IsDir():
			err = errDirectory
		case err == nil && info.Mode()&fs.ModeDevice != 0:
			err = errDevice
		case err == nil:
			piped = w.spool(file)
			return piped()
		}
		_ = file.Close()
		return nil, err
	}}
}

// note remembers a file that this run reads, so that no result takes its place.
func (w *world) note(info fs.FileInfo, err error) {
	if err != nil {
		return
	}
	w.noting.Lock()
	defer w.noting.Unlock()
	w.noted = append(w.noted, info)
}

// noteStdin remembers the file that a shell gives as standard input.
func (w *world) noteStdin() {
	if file, ok := w.stdin.(interface{ Stat() (fs.FileInfo, error) }); ok {
		w.note(file.Stat())
	}
}

// reads reports whether a name leads to one of the regular files that this run
// reads, be it by another path or a link. A device may well be read and written.
func (w *world) reads(name string) bool {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	w.noting.Lock()
	defer w.noting.Unlock()
	return slices.ContainsFunc(w.noted, func(one fs.FileInfo) bool { return os.SameFile(one, info) })
}

// content is an open file.
type content struct {
	*io.SectionReader
	close func() error
}

// Close implements [io.Closer].
func (c content) Close() error { return c.close() }

// spool keeps what can be read only once, a pipe, in a file of its own.
func (w *world) spool(stream io.Reader) func() (tables.Content, error) {
	kept := sync.OnceValues(func() (*os.File, error) {
		w.beginWriting()
		file, err := os.CreateTemp("", "embudo-")
		if err != nil {
			w.writing.Unlock()
			return nil, err
		}
		w.spooled = append(w.spooled, file)
		w.writing.Unlock()
		n, err := io.Copy(file, io.LimitReader(stream, spoolLimit+1))
		if n > spoolLimit {
			err = errTooLong
		}
		return file, err
	})
	return func() (tables.Content, error) {
		file, err := kept()
		if err != nil {
			return nil, err
		}
		info, err := file.Stat()
		if err != nil {
			return nil, err
		}
		return content{io.NewSectionReader(file, 0, info.Size()), func() error { return nil }}, nil
	}
}

// spoolLimit bounds what a pipe may bring: more than any export has.
const spoolLimit = 16 << 30

// errTooLong is the reason for not reading a pipe that does not end.
var errTooLong = errors.New("more than 16 GB")

// forget removes what was kept for this run.
func (w *world) forget() {
	for _, file := range w.spooled {
		_ = file.Close()
		_ = os.Remove(file.Name())
	}
}

// whereabouts is where a file really lies, links followed; empty for what is no
// file that is there.
func (w *world) whereabouts(name string) string {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return ""
	}
	if target, err = filepath.Abs(target); err != nil {
		return ""
	}
	return target
}

// beginWriting is before whatever would leave something behind if it were cut off;
// who calls it unlocks writing afterwards.
func (w *world) beginWriting() {
	if w.heed != nil {
		w.heed()
	}
	w.writing.Lock()
}

// exists reports whether something has that name.
func (w *world) exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// filesIn lists the files of a folder, by name; false for what is no folder.
func (w *world) filesIn(folder string) (files []string, ok bool) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, false
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			files = append(files, filepath.Join(folder, entry.Name()))
		}
	}
	return files, true
}

// filesLike lists the files whose names fit a pattern such as "plans/*.yaml", by
// name; none for what is no pattern.
func (w *world) filesLike(pattern string) []string {
	found, _ := filepath.Glob(pattern)
	return slices.DeleteFunc(found, func(name string) bool {
		info, err := os.Stat(name)
		return err == nil && info.IsDir()
	})
}

// create writes a file that is not there yet, whole or not at all; a name that is
// taken, be it in the meantime, is [fs.ErrExist].
func (w *world) create(name string, data []byte) error {
	w.beginWriting()
	defer w.writing.Unlock()
	if w.exists(name) {
		return fs.ErrExist
	}
	beside, err := writeBeside(name, data, 0o666)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(beside) }()
	return claim(beside, name, os.Link)
}

// claim gives a file a name that no other has. A link does that at once; where
// there are none an empty file holds the name, which nobody else then takes.
func claim(file, name string, link func(from, to string) error) error {
	err := link(file, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := writeNew(name, nil, 0o666); err != nil {
		return err
	}
	if err := os.Rename(file, name); err != nil {
		_ = os.Remove(name)
		return err
	}
	return nil
}

// replace writes a file, whole or not at all, over one that may be there, whose
// permissions it keeps.
func (w *world) replace(name string, data []byte) error {
	w.beginWriting()
	defer w.writing.Unlock()
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // what a link leads to is replaced, not the link
	}
	mode, there := fs.FileMode(0o666), false
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(name, data, 0o666) // a device or pipe cannot be replaced
		}
		mode, there = info.Mode().Perm(), true
	}
	beside, err := writeBeside(name, data, mode)
	if err != nil {
		return err
	}
	if there {
		_ = os.Chmod(beside, mode) // the umask took some; without them the file is but safer
	}
	if err := os.Rename(beside, name); err != nil {
		_ = os.Remove(beside)
		return err
	}
	return nil
}

// writeBeside writes a new file into the folder of another, and gives its name.
func writeBeside(name string, data []byte, mode fs.FileMode) (beside string, err error) {
	beside = filepath.Join(filepath.Dir(name), ".embudo-"+strconv.FormatUint(rand.Uint64(), 36))
	if err := writeNew(beside, data, mode); err != nil {
		_ = os.Remove(beside)
		return "", err
	}
	return beside, nil
}

func writeNew(name string, data []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

// draft is a file that is written bit by bit, beside the one that it is to become.
// Nobody sees it under that name before it is whole; what is never kept is removed
// at the end of the run, however that comes about.
type draft struct {
	world  *world
	file   *os.File
	name   string // of what it is to become
	become func(*draft) error
}

// draft begins a file that is not there yet; a name that is taken, be it in the
// meantime, is [fs.ErrExist].
func (w *world) draft(name string) (*draft, error) {
	if w.exists(name) {
		return nil, fs.ErrExist
	}
	return w.beginDraft(&draft{world: w, name: name, become: (*draft).claim})
}

// redraft begins a file that may take the place of one, whose permissions it then
// has.
func (w *world) redraft(name string) (*draft, error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // what a link leads to is replaced, not the link
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, errDirectory
	}
	return w.beginDraft(&draft{world: w, name: name, become: (*draft).replace})
}

func (w *world) beginDraft(d *draft) (*draft, error) {
	w.beginWriting()
	defer w.writing.Unlock()
	beside := filepath.Join(filepath.Dir(d.name), ".embudo-"+strconv.FormatUint(rand.Uint64(), 36))
	file, err := os.OpenFile(beside, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	d.file = file
	w.spooled = append(w.spooled, file)
	return d, nil
}

// Write adds to the draft.
func (d *draft) Write(p []byte) (int, error) { return d.file.Write(p) }

// keep makes the draft the file.
func (d *draft) keep() error {
	d.world.beginWriting()
	defer d.world.writing.Unlock()
	return d.become(d)
}

func (d *draft) claim() error {
	if err := d.file.Close(); err != nil {
		return err
	}
	return claim(d.file.Name(), d.name, os.Link)
}

func (d *draft) replace() error {
	if info, err := os.Stat(d.name); err == nil {
		if !info.Mode().IsRegular() {
			return d.copyTo(d.name) // a device or pipe cannot be replaced
		}
		_ = d.file.Chmod(info.Mode().Perm())
	}
	if err := d.file.Close(); err != nil {
		return err
	}
	return os.Rename(d.file.Name(), d.name)
}

func (d *draft) copyTo(name string) error {
	to, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err = io.Copy(to, io.NewSectionReader(d.file, 0, 1<<62)); err != nil {
		_ = to.Close()
		return err
	}
	return to.Close()
}

// terminal reports whether a stream is a terminal, and how wide.
func (w *world) terminal(stream any) (width int, ok bool) {
	file, hasDescriptor := stream.(interface{ Fd() uintptr })
	if !hasDescriptor || !term.IsTerminal(int(file.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width <= 0 {
		width = defaultWidth
	}
	return width, true
}

// preferenceFiles are the user's own file and the folder's, the weaker first.
func (w *world) preferenceFiles() []string {
	files := []string{}
	if folder := w.userFolder(); folder != "" {
		files = append(files, filepath.Join(folder, "embudo", "config.yaml"))
	}
	return append(files, ".embudo.yaml")
}

// userFolder is where a user's programs keep their preferences: on every system
// XDG_CONFIG_HOME where it is set, which [os.UserConfigDir] knows only on some.
func (w *world) userFolder() string {
	if folder := w.getenv("XDG_CONFIG_HOME"); filepath.IsAbs(folder) {
		return folder
	}
	if runtime.GOOS == "windows" {
		return w.getenv("AppData")
	}
	if home := w.getenv("HOME"); home != "" {
		return filepath.Join(home, ".config")
	}
	return ""
}
