package funnel

import (
	"runtime"
	"sync"
)

// Progress is told how many of a plan's funnels are worked out, each time that
// one more is: in order, and never twice at once.
type Progress func(done, total int)

// quietly is the progress of which nobody is told.
func quietly(int, int) {}

// forEach works on the numbers below n, as many at a time as there are
// processors. What work writes down must be the number's own.
func forEach(n int, progress Progress, work func(i int)) {
	if n == 1 {
		work(0)
		progress(1, 1)
		return
	}
	numbers := make(chan int)
	var workers sync.WaitGroup
	var telling sync.Mutex
	done := 0
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range numbers {
				work(i)
				telling.Lock()
				done++
				progress(done, n)
				telling.Unlock()
			}
		})
	}
	for i := range n {
		numbers <- i
	}
	close(numbers)
	workers.Wait()
}
