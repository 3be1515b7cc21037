package sheet

import (
	"io"

	"embudo/plan"
)

// openYAML gives the list of a YAML file. It says what some JSON says, so it is
// read as that.
func openYAML(f File, content Content, t text) ([]*Sheet, error) {
	s := source(f.Name)
	data, err := io.ReadAll(io.LimitReader(t.reader(fromStart(content)), plan.MaxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > plan.MaxSize:
		return nil, s.problem("yaml-too-large", "max", "5 MB")
	}
	file, _ := Split(f.Name)
	said, problems := plan.JSON(plan.File{Name: file, Data: data})
	if len(problems) > 0 {
		p := s.problem("bad-yaml", "line", problems[0].Line, "column", problems[0].Column)
		p.Cause = problems
		return nil, p
	}
	as := InMemory(f.Name, said)
	inMemory, err := as.Open()
	if err != nil {
		return nil, err
	}
	sheets, err := openJSON(as, inMemory, text{charset: charset{name: t.charset.name}})
	for _, sheet := range sheets {
		sheet.Kind = kindYAML
	}
	return sheets, err
}
