package i18n

import "strings"

// MeantCommand is the command that a Spanish word stands for, empty where there is
// none: commands have the same names in every language.
func MeantCommand(word string) string { return spanishCommandWords()[strings.ToLower(word)] }

// MeantChoice is the word of a flag that a Spanish one stands for, empty where there
// is none.
func MeantChoice(word string) string { return spanishChoiceWords()[strings.ToLower(word)] }

func spanishCommandWords() map[string]string {
	return map[string]string{
		"iniciar": "init", "inicio": "init", "crear": "init", "nuevo": "init",
		"validar": "validate", "planificar": "plan", "meta": "plan", "metas": "plan",
		"proyectar": "project", "proyeccion": "project", "proyección": "project",
		"comparar": "compare", "comparacion": "compare", "comparación": "compare", "escenarios": "compare",
		"palanca": "levers", "palancas": "levers", "sensibilidad": "levers",
		"resolver": "solve", "despejar": "solve", "repartir": "allocate", "reparto": "allocate", "asignar": "allocate",
		"cronograma": "schedule", "agenda": "calendar", "calendario": "calendar", "actividades": "calendar",
		"acuerdo": "sla", "calificar": "qualify", "calificacion": "qualify", "calificación": "qualify",
		"revisar": "check", "revision": "check", "revisión": "check", "control": "check", "controlar": "check", "avance": "check",
		"aprender": "learn", "aprendizaje": "learn", "pronostico": "forecast", "pronóstico": "forecast", "pronosticar": "forecast",
		"cartera": "portfolio", "portafolio": "portfolio", "reales": "actuals", "datos": "actuals",
		"informe": "report", "reporte": "report", "informar": "report",
		"planilla": "workbook", "libro": "workbook", "excel": "workbook", "hoja": "workbook",
		"esquema": "schema", "autocompletar": "completion", "completar": "completion", "ayuda": "help",
	}
}

func spanishChoiceWords() map[string]string {
	return map[string]string{
		"nombre": "name", "inicio": "start", "presupuesto": "budget", "utilidad": "profit", "retorno": "return",
		"clientes": "clients", "probabilidad": "chance", "dado": "given",
		"tabla": "table", "excel": "xlsx", "planilla": "xlsx", "calendario": "ics",
		"siempre": "always", "nunca": "never", "español": "es", "espanol": "es", "ingles": "en", "inglés": "en",
	}
}
