package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
)

// contents reads a folder: what is in each file, by name.
func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[entry.Name()] = string(data)
	}
	return all
}

// Of many that want one name at once, one gets it, and the others are told.
func TestCreateIsWonByOne(t *testing.T) {
	for range 50 {
		folder := t.TempDir()
		name := filepath.Join(folder, "plan.yaml")
		const writers = 8
		errs := make([]error, writers)
		var start, done sync.WaitGroup
		start.Add(1)
		for i := range writers {
			done.Go(func() {
				start.Wait()
				errs[i] = (&world{}).create(name, []byte(strconv.Itoa(i)))
			})
		}
		start.Done()
		done.Wait()

		winner := ""
		for i, err := range errs {
			switch {
			case err == nil && winner != "":
				t.Fatalf("both %s and %d got the name", winner, i)
			case err == nil:
				winner = strconv.Itoa(i)
			case !errors.Is(err, fs.ErrExist):
				t.Fatal(err)
			}
		}
		if got := contents(t, folder); len(got) != 1 || got["plan.yaml"] != winner {
			t.Fatalf("%s won, and there is %v", winner, got)
		}
	}
}

// Where a file cannot have two names, a name is taken all the same, once.
func TestClaimWithoutLinks(t *testing.T) {
	folder := t.TempDir()
	file, name := filepath.Join(folder, "file"), filepath.Join(folder, "name")
	noLinks := func(string, string) error { return &os.LinkError{Op: "link", Err: errors.ErrUnsupported} }
	for _, data := range []string{"first", "second"} {
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		err := claim(file, name, noLinks)
		if data == "first" && err != nil || data == "second" && !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", data, err)
		}
	}
	if got := contents(t, folder)["name"]; got != "first" {
		t.Errorf("it holds %q", got)
	}
}

// A name that nothing can take is left free.
func TestClaimThatFailsLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	err := claim(filepath.Join(folder, "nosuch"), filepath.Join(folder, "name"), os.Link)
	if err == nil {
		t.Error("there was nothing to claim it for")
	}
	if got := contents(t, folder); len(got) != 0 {
		t.Errorf("there is %v", got)
	}
}

// A folder that is not there is said to be missing, and nothing is made.
func TestCreateInNoFolder(t *testing.T) {
	folder := t.TempDir()
	err := (&world{}).create(filepath.Join(folder, "nosuch", "plan.yaml"), nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if got := contents(t, folder); len(got) != 0 {
		t.Errorf("there is %v", got)
	}
}
