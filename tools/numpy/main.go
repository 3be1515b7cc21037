// Command numpy compares embudo forecast with the same model in NumPy, side by
// side in one run: draws per second of one processor, and the time that it takes
// to know the chance equally well.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"

	"embudo/funnel"
)

// step is what a step of the model is, for both.
type step struct {
	Alpha float64 `json:"alpha"`
	Beta  float64 `json:"beta"`
	Low   int64   `json:"low"`  // days
	High  int64   `json:"high"` // days
}

// model is what the Python side reads.
type model struct {
	Days     int64   `json:"days"`
	Arrivals []int64 `json:"arrivals"` // by day
	Steps    []step  `json:"steps"`
	Target   int64   `json:"target"`
	Draws    int     `json:"draws"`
	Batch    int     `json:"batch"`
	Alone    bool    `json:"alone"` // only the last stage
}

// outcome is what a side did in how many seconds of processor time.
type outcome struct {
	Draws   int     `json:"draws"`
	Seconds float64 `json:"seconds"`
	Chance  float64 `json:"chance"`
	Error   float64 `json:"error"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "numpy:", err)
		os.Exit(1)
	}
}

func run() error {
	python := "python3"
	if len(os.Args) > 1 {
		python = os.Args[1]
	}
	runtime.GOMAXPROCS(1)
	for _, r := range []rival{
		{what: "all six stages"},
		{what: "the last stage alone (embudo still works out all)", alone: true},
	} {
		if err := r.compare(python); err != nil {
			return err
		}
	}
	return nil
}

// rival is what NumPy works out.
type rival struct {
	what  string
	alone bool
}

// compare runs both in turn, so that what else the machine does hits both.
func (r rival) compare(python string) error {
	const rounds = 5
	fmt.Printf("NumPy works out %s\n", r.what)
	fmt.Println("round   draws/s: NumPy    embudo   ratio   time for ±0.1 points: NumPy     embudo   ratio   chance: NumPy  embudo")
	var perSecond, forError []float64
	for round := range rounds {
		numpy, err := inNumPy(python, quarter(), r.alone)
		if err != nil {
			return err
		}
		ours := inEmbudo(quarter())
		speed := [2]float64{float64(numpy.Draws) / numpy.Seconds, float64(ours.Draws) / ours.Seconds}
		wait := [2]float64{numpy.forError(0.001), ours.forError(0.001)}
		perSecond = append(perSecond, speed[1]/speed[0])
		forError = append(forError, wait[0]/wait[1])
		fmt.Printf("%5d %16.0f %9.0f %7.1f %26.2f s %8.5f s %7.0f %15.4f %7.4f\n",
			round+1, speed[0], speed[1], speed[1]/speed[0], wait[0], wait[1], wait[0]/wait[1], numpy.Chance, ours.Chance)
	}
	fmt.Printf("in the middle: %.1f times as many draws a second; the same standard error in 1/%.0f of the time\n\n",
		median(perSecond), median(forError))
	return nil
}

// forError is how long it takes until the chance has a standard error.
func (o outcome) forError(standard float64) float64 {
	return o.Seconds * o.Error * o.Error / (standard * standard)
}

// quarter is a plan of six stages over thirteen weeks.
func quarter() *funnel.Plan {
	whole := big.NewRat(1, 1)
	p := &funnel.Plan{
		Period: &funnel.Span{Start: funnel.NewDate(2027, 1, 4), End: funnel.NewDate(2027, 4, 4)},
		Budget: big.NewRat(40000, 1), Target: funnel.Target{Kind: funnel.TargetClients, Value: big.NewRat(10, 1)},
		ExistingRevenue: new(big.Rat), GrossMargin: whole, RepeatPurchases: new(big.Rat), Referrals: new(big.Rat),
	}
	stage := func(id string, percent, low, high int64) funnel.Stage {
		return funnel.Stage{ID: id, Rate: funnel.Rate{Value: big.NewRat(percent, 100)}, Lag: funnel.Lag{Low: 24 * low, High: 24 * high}}
	}
	p.Funnels = []funnel.Funnel{{
		ID: "main", Share: whole, Budget: p.Budget, AverageRevenue: big.NewRat(10000, 1), GrossMargin: whole, Success: 5,
		Stages: []funnel.Stage{
			stage("lead", 50, 1, 7), stage("mql", 40, 1, 14), stage("sql", 50, 2, 10),
			stage("meeting", 60, 3, 15), stage("opportunity", 30, 5, 30),
			{ID: "client"},
		},
	}}
	return p
}

// inNumPy runs the model in Python.
func inNumPy(python string, p *funnel.Plan, alone bool) (outcome, error) {
	const draws, batch = 20_000, 1000
	r := funnel.Targets(p)
	m := model{Days: p.Period.Days(), Draws: draws, Batch: batch, Alone: alone, Target: r.Clients.Int64()}
	schedule := r.Schedule(0, 0)
	var before int64
	for day := p.Period.Start; day <= p.Period.End; day++ {
		now := schedule.Target(day).Int64()
		m.Arrivals = append(m.Arrivals, now-before)
		before = now
	}
	stages := p.Funnels[0].Stages
	for _, s := range stages[:len(stages)-1] {
		rate, _ := s.Rate.Value.Float64()
		m.Steps = append(m.Steps, step{
			funnel.DefaultPrior * rate, funnel.DefaultPrior * (1 - rate), s.Lag.Low / 24, s.Lag.High / 24,
		})
	}
	input, err := json.Marshal(m)
	if err != nil {
		return outcome{}, err
	}
	c := exec.Command(python, "tools/numpy/quarter.py")
	c.Env = append(os.Environ(), "OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1")
	c.Stdin, c.Stderr = bytes.NewReader(input), os.Stderr
	output, err := c.Output()
	if err != nil {
		return outcome{}, err
	}
	var o outcome
	err = json.Unmarshal(output, &o)
	return o, err
}

// inEmbudo runs the whole forecast, with everything else that it works out. Its
// standard error is that of many forecasts with different seeds.
func inEmbudo(p *funnel.Plan) outcome {
	const forecasts = 12
	r := funnel.Targets(p)
	nothing := &funnel.Actuals{Funnels: []funnel.FunnelActuals{{Stages: make([]funnel.StageActuals, len(p.Funnels[0].Stages))}}}
	for i := range nothing.Funnels[0].Stages {
		nothing.Funnels[0].Stages[i].Known = true
	}
	var o outcome
	var sum, squares float64
	began := processorTime()
	for seed := range forecasts {
		f := funnel.Forecast(r, nothing, funnel.ForecastRules{AsOf: p.Period.Start - 1, Pace: funnel.PacePlan, Seed: uint64(seed)})
		o.Draws += f.Draws
		chance := f.Funnels[0].Stages[5].Distribution.AtLeast(r.Clients.Int64())
		sum += chance
		squares += chance * chance
	}
	o.Seconds = processorTime() - began
	o.Chance = sum / forecasts
	// The standard error of the mean of all of them.
	o.Error = math.Sqrt((squares - sum*sum/forecasts) / (forecasts - 1) / forecasts)
	return o
}

// processorTime is that of this process so far, in seconds.
func processorTime() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
}

func median(list []float64) float64 {
	sorted := append([]float64(nil), list...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	return sorted[len(sorted)/2]
}
