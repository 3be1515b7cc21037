package plan

import "embed"

//go:embed templates/en/*.yaml templates/es/*.yaml
var templateFiles embed.FS

// Templates lists the names of the plans to start from, the usual one first.
func Templates() []string {
	return []string{"quarter", "trade-mission", "fair", "two-funnels", "online", "hourglass", "product-launch"}
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
