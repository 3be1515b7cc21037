package sheet

import "strings"

// Split cuts the name of a sheet off the name of a file: crm.xlsx#Deals is the
// sheet Deals of crm.xlsx. sheet is empty where none is named.
//
// A # belongs to the file's own name unless what stands before it is "-" or ends
// like a file of rows: a#b.csv is one file, and so is a.csv#b.csv. Only behind
// the ending of a workbook does any name follow, since sheets can be called
// anything.
func Split(name string) (file, sheet string) {
	for i := range len(name) {
		if name[i] != '#' {
			continue
		}
		before, after := name[:i], name[i+1:]
		switch {
		case after == "" || strings.ContainsAny(after, `/\`):
		case endsIn(before, workbookEndings()):
			return before, after
		case before == "-", endsIn(before, textEndings()):
			if !endsIn(after, workbookEndings()) && !endsIn(after, textEndings()) {
				return before, after
			}
		}
	}
	return name, ""
}

// workbookEndings are of files with several tables, be they sheets or those of a
// database.
func workbookEndings() []string {
	return []string{".db", ".sqlite", ".sqlite3", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods"}
}

// textEndings are of files that may hold several tables, or a workbook in
// disguise.
func textEndings() []string {
	return []string{".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".csv", ".tsv", ".txt"}
}

func endsIn(name string, endings []string) bool {
	name = strings.ToLower(name)
	for _, ending := range endings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}
