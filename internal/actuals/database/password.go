package database

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jackc/pgpassfile"

	"embudo/internal/actuals/sheet"
)

// password finds the password of an address: in the file that was given for it,
// in PGPASSWORD, in the password file that PGPASSFILE names, in the user's own
// one. Empty where there is none, which some servers are content with.
func (a *address) password(s Settings, name string) (string, *sheet.Problem) {
	if s.PasswordFile != "" {
		return fromFile(s, name)
	}
	if p := s.Getenv("PGPASSWORD"); p != "" {
		return p, nil
	}
	named := s.Getenv("PGPASSFILE")
	file := first(named, ownPasswordFile(s.Getenv))
	if file == "" {
		return "", nil
	}
	data, err := s.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && named == "" {
		return "", nil
	}
	if err != nil {
		return "", problem(name, "database-password-file", "file", file, "why", reason(err))
	}
	entries, err := pgpassfile.ParsePassfile(bytes.NewReader(data))
	if err != nil {
		return "", problem(name, "database-password-file", "file", file, "why", err.Error())
	}
	host := a.host
	if a.socket() {
		host = "localhost" // as the format has it
	}
	return entries.FindPassword(host, strconv.Itoa(int(a.port)), a.database, a.user), nil
}

// fromFile reads a file that holds nothing but the password, with or without the
// end of a line.
func fromFile(s Settings, name string) (string, *sheet.Problem) {
	data, err := s.ReadFile(s.PasswordFile)
	if err != nil {
		return "", problem(name, "database-password-file", "file", s.PasswordFile, "why", reason(err))
	}
	text := strings.TrimRight(string(data), "\r\n")
	if text == "" || strings.ContainsAny(text, "\r\n\x00") {
		return "", problem(name, "database-password-line", "file", s.PasswordFile)
	}
	return text, nil
}

// ownPasswordFile is where PostgreSQL's programs look for a user's passwords.
func ownPasswordFile(getenv func(string) string) string {
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".pgpass")
	}
	if folder := getenv("APPDATA"); folder != "" {
		return filepath.Join(folder, "postgresql", "pgpass.conf")
	}
	return ""
}

// reason is an error of the system without the name of the file, which the
// sentence around it gives.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
