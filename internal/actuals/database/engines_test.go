package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"embudo/internal/actuals/sheet"
)

// server is the URL of the PostgreSQL server that the tests run against.
func server(t testing.TB) string {
	t.Helper()
	name := os.Getenv("EMBUDO_TEST_POSTGRES")
	if name == "" {
		t.Skip("no PostgreSQL server here: tools/postgres.sh go test ./internal/actuals/database")
	}
	return name
}

// world is the settings that a test opens a database with: the password comes
// from the environment of the test.
func world() Settings {
	return Settings{
		Getenv: func(key string) string {
			if key == "PGPASSWORD" {
				return os.Getenv(key)
			}
			return ""
		},
		ReadFile: os.ReadFile,
	}
}

// testEngine is an engine with a database of the test's own.
type testEngine struct {
	name string
	// run runs statements that write.
	run func(t testing.TB, statements string)
	// open opens the database as the program does.
	open func(t testing.TB) *Database
}

func open(t testing.TB, name string, s Settings) *Database {
	t.Helper()
	d, err := Open(t.Context(), name, s)
	if err != nil {
		t.Fatalf("open: %v", describe(err))
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// describe shows a problem with what it speaks of.
func describe(err error) string {
	var p *sheet.Problem
	if errors.As(err, &p) {
		return fmt.Sprint(p.Error(), " ", p.Args)
	}
	return fmt.Sprint(err)
}

// onEach runs a test on a SQLite file and on a schema of the PostgreSQL server.
func onEach(t *testing.T, test func(t *testing.T, e testEngine)) {
	t.Run("sqlite", func(t *testing.T) { test(t, onSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, onPostgres(t)) })
}

func onSQLite(t testing.TB) testEngine {
	path := filepath.Join(t.TempDir(), "a b?c#.db")
	writer, err := sql.Open("sqlite", strings.Replace(uri(path), "mode=ro", "mode=rwc", 1))
	if err != nil {
		t.Fatal(err)
	}
	writer.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = writer.Close() })
	run := func(t testing.TB, statements string) {
		t.Helper()
		if _, err := writer.ExecContext(t.Context(), statements); err != nil {
			t.Fatalf("%v in %.2000s", err, statements)
		}
	}
	run(t, "PRAGMA query_only = 0; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; CREATE TABLE made (x); DROP TABLE made")
	return testEngine{"sqlite", run, func(t testing.TB) *Database { return open(t, path, world()) }}
}

// made counts the databases that tests made.
var made atomic.Int64

// onPostgres makes a database of the test's own, so that its tables are all there
// are.
func onPostgres(t testing.TB) testEngine {
	name := server(t)
	database := fmt.Sprintf("test_%d_%d", os.Getpid(), made.Add(1))
	admin := connect(t, name)
	execute(t, admin, "DROP DATABASE IF EXISTS "+database)
	execute(t, admin, "CREATE DATABASE "+database+" TEMPLATE template0")
	own := strings.TrimSuffix(name, "/postgres") + "/" + database
	t.Cleanup(func() { execute(t, admin, "DROP DATABASE "+database+" WITH (FORCE)") })
	writer := connect(t, own)
	run := func(t testing.TB, statements string) {
		t.Helper()
		execute(t, writer, statements)
	}
	return testEngine{"postgres", run, func(t testing.TB) *Database { return open(t, own, world()) }}
}

func connect(t testing.TB, name string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func execute(t testing.TB, conn *pgx.Conn, statements string) {
	t.Helper()
	// A cleanup runs after the test's own context has ended.
	if _, err := conn.PgConn().Exec(context.WithoutCancel(t.Context()), statements).ReadAll(); err != nil {
		t.Fatalf("%v in %.2000s", err, statements)
	}
}

// told is what a problem tells.
type told struct {
	source string
	row    int
	args   map[string]string
}

// wantProblem is the problem that an error must be.
func wantProblem(t testing.TB, err error, name string) told {
	t.Helper()
	var p *sheet.Problem
	if !errors.As(err, &p) {
		t.Fatalf("got %v, want the problem %s", err, name)
	}
	if p.Name != name {
		t.Fatalf("got %s, want %s", describe(err), name)
	}
	args, keys := map[string]string{}, []string{}
	for i := 0; i+1 < len(p.Args); i += 2 {
		key := fmt.Sprint(p.Args[i])
		keys = append(keys, key)
		args[key] = fmt.Sprint(p.Args[i+1])
	}
	if !slices.Equal(keys, ProblemArgs(name)) {
		t.Errorf("%s speaks of %v, its sentence of %v", name, keys, ProblemArgs(name))
	}
	return told{p.Source, p.Row, args}
}

// files is a world whose files are these.
func files(contents map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if text, ok := contents[name]; ok {
			return []byte(text), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}
