package plan

import (
	"slices"
	"strings"

	"embudo/funnel"
)

// warnings are the notices as results hand them on: by their names, each with
// the stage that it is about.
func (p *Plan) warnings() []funnel.Warning {
	if len(p.Notices) == 0 {
		return nil
	}
	paths := map[place][]string{}
	for path, at := range p.places {
		paths[at] = append(paths[at], path)
	}
	list := make([]funnel.Warning, len(p.Notices))
	for i, notice := range p.Notices {
		w := funnel.Warning{Code: notice.Name, Values: map[string]any{}}
		w.Funnel, w.Stage = about(notice, paths[place{notice.File, notice.Line, notice.Column}])
		for _, arg := range notice.Args {
			w.Values[arg.Key] = arg.Value
		}
		list[i] = w
	}
	return list
}

// about gives the ids of the funnel and the stage that a notice is about, given
// the paths of the keys at its place; both are empty where it is about none.
func about(notice Problem, paths []string) (funnelID, stageID string) {
	slices.Sort(paths) // a setting puts several keys at one place
	for _, path := range paths {
		names := strings.Split(path, ".")
		switch {
		case len(names) > 2 && names[0] == "stages" && names[1] == notice.Arg("stage"):
			return mainFunnel, names[1]
		case len(names) > 4 && names[0] == "funnels" && names[2] == "stages" && names[3] == notice.Arg("stage"):
			return names[1], names[3]
		}
	}
	return "", ""
}
