package cmd

import (
	"github.com/spf13/cobra"

	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type schemaOptions struct {
	descriptions string
	list         bool
}

func newSchemaCmd(a *app) *cobra.Command {
	o := schemaOptions{descriptions: "en"}
	c := &cobra.Command{
		Use:  "schema",
		Args: a.arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			o.list = a.general.chosen && a.general.format != "json"
			return a.schema(o)
		},
	}
	c.Flags().Var(newChoice(&o.descriptions, i18n.Codes()), "descriptions", "")
	complete(c, "descriptions", i18n.Codes())
	return c
}

// schema hands out the schema as it is, or lists the keys where a format for
// people or spreadsheets was asked for. Descriptions are English unless asked
// for otherwise: what machines read does not change with the user's language.
func (a *app) schema(o schemaOptions) error {
	if o.list {
		return a.show(report.Keys(plan.Keys(), a.language))
	}
	return a.deliver(plan.Schema(o.descriptions))
}
