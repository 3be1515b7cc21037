package plan

import (
	"strings"

	"embudo/funnel"
)

// People are the persons whom an owner names: "Ana Pérez and Luis" are two. Sides
// and teams, such as marketing or "the sales team", are none: everybody there may
// be meant.
func People(owner string) []funnel.Person {
	var people []funnel.Person
	seen := map[string]bool{}
	for _, name := range namesOf(owner) {
		person := funnel.Person{Name: name, Key: fold(name)}
		if isTeam(person.Key) || seen[person.Key] {
			continue
		}
		seen[person.Key] = true
		people = append(people, person)
	}
	return people
}

// staff are the people of each side whom the agreement between both names.
func (p *Plan) staff() map[string][]funnel.Person {
	var staff map[string][]funnel.Person
	for _, person := range p.SLA.People {
		if staff == nil {
			staff = map[string][]funnel.Person{}
		}
		staff[person.Role] = append(staff[person.Role], funnel.Person{Name: person.Name, Key: fold(person.Name)})
	}
	return staff
}

// namesOf are the parts of an owner between commas, slashes and words for and.
func namesOf(owner string) []string {
	var list []string
	var name []string
	end := func() {
		if len(name) > 0 {
			list = append(list, strings.Join(name, " "))
		}
		name = nil
	}
	marks := strings.NewReplacer(",", " , ", ";", " , ", "/", " , ", "&", " , ", "+", " , ", "(", " , ", ")", " , ", "·", " , ")
	for _, word := range strings.Fields(marks.Replace(owner)) {
		switch strings.ToLower(word) {
		case ",", "and", "y", "e", "with", "con":
			end()
		default:
			name = append(name, word)
		}
	}
	end()
	return list
}

// isTeam reports whether all words of a name, folded, are those for sides and
// teams.
func isTeam(key string) bool {
	for _, word := range strings.Split(key, "_") {
		switch word {
		case "marketing", "mkt", "sales", "ventas", "venta", "comercial", "comerciales", "team", "equipo", "equipos", "de", "del", "the", "of",
			"la", "el", "los", "las", "area", "departamento", "department", "dept", "agencia", "agency", "todos", "todo", "all", "everyone", "everybody",
			"both", "ambos", "us", "we", "nosotros", "sdr", "sdrs", "bdr", "bdrs", "vendedor", "vendedores", "sellers", "people", "staff", "-", "tbd", "por", "definir":
		default:
			return false
		}
	}
	return true
}
