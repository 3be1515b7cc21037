package i18n

// Init is what the writing of a first plan says.
type Init struct {
	Title, Wrote, Next Text
	File, Template     Text
}

func englishInit() Init {
	return Init{
		Title:    "New plan",
		Wrote:    "{file} is written, from the template {template}.",
		Next:     "Next: embudo plan {file}",
		File:     "File",
		Template: "Template",
	}
}

func spanishInit() Init {
	return Init{
		Title:    "Plan nuevo",
		Wrote:    "{file} está escrito, con la plantilla {template}.",
		Next:     "Siguiente paso: embudo plan {file}",
		File:     "Archivo",
		Template: "Plantilla",
	}
}
