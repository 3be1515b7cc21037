package plan_test

import (
	"fmt"

	"embudo/plan"
)

func ExampleRead() {
	file := plan.File{Name: "plan.yaml", Data: []byte(`
budget: 40000
target_return: 150%
average_revenue_per_client: 10000
stages:
  - {id: mql, rate: 30%}
  - {id: sql, rate: 20%..40%}
  - {id: client}
`)}
	p, _ := plan.Read(file, plan.Setting{Path: "stages.mql.rate", Value: "27/90"})
	fmt.Println(p.TargetReturn, p.Stages[0].Rate, p.Stages[1].Rate)

	model := p.Model()
	stages := model.Funnels[0].Stages
	fmt.Println(stages[0].Rate.Value, stages[1].Rate.Value, stages[1].Rate.Uncertain())
	// Output:
	// 150% 27/90 20%..40%
	// 3/10 1479/5000 true
}

func ExampleRead_problems() {
	file := plan.File{Name: "plan.yaml", Data: []byte(`
budget: 40.000
target_return: 150
average_revenue_per_client: 10000
stages:
  - {id: demo, rate: 15}
  - {id: client}
`)}
	_, problems := plan.Read(file)
	for _, p := range problems {
		fmt.Println(p.Position(), p.Name, p.Arg("got"), "->", p.Arg("want"))
	}
	// Output:
	// plan.yaml:2:9 ambiguous-number 40.000 -> 40000
	// plan.yaml:3:16 percent-sign-missing 150 -> 150%
	// plan.yaml:6:22 rate-above-one 15 -> 15%
}

func ExampleStages() {
	unfinished := []byte("stages:\n  - id: mql\n    rate: 30%\n  - id: client\n    na")
	fmt.Println(plan.Stages(unfinished))
	// Output: [mql client]
}
