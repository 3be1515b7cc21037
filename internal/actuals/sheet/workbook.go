package sheet

import (
	"encoding/xml"
	"path"
	"strings"
)

// workbook is an XLSX file without its cells.
type workbook struct {
	file    File
	sheets  []workbookSheet
	strings string // name of the part with the shared strings; empty without
	shared  *sharedStrings
	styles  []style // of cells, by number
	epoch   epoch
}

// workbookSheet is a sheet by the name on its tab.
type workbookSheet struct {
	name   string
	part   string
	hidden bool
}

// openWorkbook gives the sheets of an XLSX file.
func openWorkbook(f File, content Content) ([]*Sheet, error) {
	s := source(f.Name)
	z, err := s.openArchive(content)
	if err != nil {
		return nil, err
	}
	a := s.partsOf(z)
	main, err := a.mainPart()
	switch {
	case err != nil:
		return nil, err
	case !a.has(main):
		return nil, s.refusedArchive(z)
	}
	w, err := a.workbook(f, main)
	if err != nil {
		return nil, err
	}
	chosen, err := w.chosen()
	if err != nil {
		return nil, err
	}
	sheets := make([]*Sheet, len(chosen))
	for i, c := range chosen {
		sheets[i] = &Sheet{Name: w.nameOf(c), Kind: kindXLSX, share: unshared(w.each(c))}
	}
	return sheets, nil
}

// nameOf is the name by which a user can ask for a sheet.
func (w *workbook) nameOf(s workbookSheet) string {
	file, part := Split(w.file.Name)
	if part == "" && len(w.sheets) == 1 {
		return file
	}
	return file + "#" + s.name
}

// chosen is the sheet that the file's name asks for, else all that are visible.
func (w *workbook) chosen() ([]workbookSheet, error) {
	_, asked := Split(w.file.Name)
	var visible []workbookSheet
	var names []string
	for _, s := range w.sheets {
		if asked != "" && strings.EqualFold(strings.TrimSpace(s.name), strings.TrimSpace(asked)) {
			return []workbookSheet{s}, nil
		}
		if !s.hidden {
			visible = append(visible, s)
		}
		names = append(names, s.name)
	}
	switch {
	case asked != "":
		return nil, source(w.file.Name).problem("unknown-sheet", "got", shown(asked), "known", list(names))
	case len(visible) == 0:
		return nil, source(w.file.Name).problem("no-visible-sheet", "known", list(names))
	}
	return visible, nil
}

// relationships are what a part refers to.
type relationships struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

// relation is a part that another one refers to. The kind is the last word of
// its type, which has one address in Excel's own files and another in strict
// ones.
type relation struct{ id, kind, part string }

// related lists what a part refers to.
func (a *archive) related(name string) ([]relation, error) {
	folder, base := path.Split(name)
	described := folder + "_rels/" + base + ".rels"
	if !a.has(described) {
		return nil, nil
	}
	var r relationships
	if err := a.decode(described, &r); err != nil {
		return nil, err
	}
	var related []relation
	for _, one := range r.List {
		target := path.Join(folder, one.Target)
		if strings.HasPrefix(one.Target, "/") {
			target = one.Target[1:]
		}
		if one.Mode != "External" {
			related = append(related, relation{one.ID, path.Base(one.Type), target})
		}
	}
	return related, nil
}

// mainPart is the name of the part that describes the workbook.
func (a *archive) mainPart() (string, error) {
	related, err := a.related("")
	if err != nil {
		return "", err
	}
	for _, r := range related {
		if r.kind == "officeDocument" && strings.HasSuffix(r.part, ".xml") && !isDocument(r.part) {
			return r.part, nil
		}
	}
	return "xl/workbook.xml", nil
}

// isDocument reports whether a main part is of Word or PowerPoint, whose files
// are built alike.
func isDocument(part string) bool {
	return strings.HasPrefix(part, "word/") || strings.HasPrefix(part, "ppt/")
}

// workbookXML is the part that describes a workbook.
type workbookXML struct {
	XMLName    xml.Name `xml:"workbook"`
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		ID    string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

// workbook reads what comes before the cells.
func (a *archive) workbook(f File, main string) (*workbook, error) {
	var described workbookXML
	if err := a.decode(main, &described); err != nil {
		return nil, err
	}
	related, err := a.related(main)
	if err != nil {
		return nil, err
	}
	w := &workbook{file: f, epoch: epochOf(described.Properties.Date1904)}
	for _, s := range described.Sheets {
		for _, r := range related {
			if r.id == s.ID && r.kind == "worksheet" {
				w.sheets = append(w.sheets, workbookSheet{s.Name, r.part, s.State == "hidden" || s.State == "veryHidden"})
			}
		}
	}
	if len(w.sheets) == 0 {
		return nil, a.source.brokenPart(main, nil)
	}
	for _, r := range related {
		switch {
		case r.kind == "sharedStrings" && a.has(r.part):
			w.strings = r.part
		case r.kind == "styles" && a.has(r.part):
			if w.styles, err = a.styles(r.part); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}
