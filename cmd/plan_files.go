package cmd

import (
	"cmp"
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// planFiles are the plans that the arguments of a command name: files, patterns
// such as "plans/*.yaml", which not every shell expands, and folders, of which all
// .yaml and .yml files are meant. A file that is named twice is there once. What
// names nothing is a failure.
func (a *app) planFiles(arguments []string) (files []string, failures []error) {
	seen := map[string]bool{}
	for _, argument := range arguments {
		found := a.matching(argument)
		if len(found) == 0 {
			failures = append(failures, a.noPlans(argument))
		}
		for _, file := range found {
			if where := cmp.Or(a.whereabouts(file), file); !seen[where] {
				seen[where] = true
				files = append(files, file)
			}
		}
	}
	return files, failures
}

// matching are the files that one argument names. What is there by that very name
// is no pattern.
func (a *app) matching(argument string) []string {
	if files, isFolder := a.filesIn(argument); isFolder {
		return slices.DeleteFunc(files, func(file string) bool { return !looksLikePlan(file) })
	}
	if argument == "-" || a.exists(argument) || !strings.ContainsAny(argument, "*?[") {
		return []string{argument}
	}
	return a.filesLike(argument)
}

// looksLikePlan reports whether a file in a folder may be a plan: hidden ones are
// preferences.
func looksLikePlan(file string) bool {
	ending := strings.ToLower(filepath.Ext(file))
	return (ending == ".yaml" || ending == ".yml") && !strings.HasPrefix(filepath.Base(file), ".")
}

// forEachFile works on the numbers below n, as many at a time as there are
// processors, until that is interrupted. What work writes down must be the
// number's own.
func forEachFile(ctx context.Context, n int, told func(done, total int), work func(i int)) {
	var workers sync.WaitGroup
	var mutex sync.Mutex
	next, done := 0, 0
	take := func() (i int, more bool) {
		mutex.Lock()
		defer mutex.Unlock()
		next++
		return next - 1, next <= n && ctx.Err() == nil
	}
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i, more := take(); more; i, more = take() {
				work(i)
				mutex.Lock()
				done++
				told(done, n)
				mutex.Unlock()
			}
		})
	}
	workers.Wait()
}
