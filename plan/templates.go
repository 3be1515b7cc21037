package plan

import (
	"embed"
	"strings"
)

//go:embed templates/en/*.yaml templates/es/*.yaml
var templateFiles embed.FS

// Templates lists the names of the plans to start from, the usual one first.
func Templates() []string {
	return []string{"quarter", "trade-mission", "fair", "two-funnels", "online", "hourglass", "product-launch", "ideal-client"}
}

// Template is a commented plan file, valid as it stands, in a language, "en" or
// "es". It is nil for an unknown name or language.
func Template(name, language string) []byte {
	data, err := templateFiles.ReadFile("templates/" + language + "/" + name + ".yaml")
	if err != nil {
		return nil
	}
	return data
}

// MeantTemplate is the name of the template that somebody meant by a Spanish one;
// ok is false where there is none.
func MeantTemplate(word string) (name string, ok bool) {
	names := map[string]string{
		"trimestre": "quarter", "trimestral": "quarter",
		"gira": "trade-mission", "gira_comercial": "trade-mission", "mision_comercial": "trade-mission",
		"mision": "trade-mission", "feria": "fair",
		"dos_embudos": "two-funnels", "embudos": "two-funnels", "varios_embudos": "two-funnels",
		"en_linea": "online", "digital": "online", "tienda_en_linea": "online",
		"reloj_de_arena": "hourglass", "reloj": "hourglass",
		"lanzamiento": "product-launch", "lanzamiento_de_producto": "product-launch", "producto": "product-launch",
		"cliente_ideal": "ideal-client", "ideal": "ideal-client", "icp": "ideal-client",
	}
	name, ok = names[fold(strings.TrimSpace(word))]
	return name, ok
}
