package actuals

import (
	"cmp"
	"path"
	"strings"

	"embudo/internal/actuals/database"
	"embudo/internal/actuals/sheet"
)

// named are the sources so far: the sheets that were taken, in lower case, by
// file. A file with a single sheet has the sheet without a name.
type named map[string]map[string]bool

// add takes a sheet of a file, false for one that was taken before.
func (n named) add(file, sheet string) bool {
	sheet = strings.ToLower(sheet)
	if taken := n[file]; taken[sheet] || taken[""] || sheet == "" && len(taken) > 0 {
		return false
	}
	if n[file] == nil {
		n[file] = map[string]bool{}
	}
	n[file][sheet] = true
	return true
}

// identity is what two names of the same file, or of the same table of a
// database, have in common.
func (s Source) identity() string {
	name := s.File.Name
	if !database.IsPostgres(name) {
		file, _ := sheet.Split(name)
		name = path.Clean(cmp.Or(s.Path, file))
	}
	return strings.Join([]string{name, s.Database.Table, s.Database.Query}, "\x00")
}

func sheetOf(name string) string {
	_, of := sheet.Split(name)
	return of
}
