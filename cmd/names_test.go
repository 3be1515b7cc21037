package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Scripts tell failures apart by their names, so the reference of the JSON lists
// every one that the code gives.
func TestNamesOfFailuresAreListed(t *testing.T) {
	data, err := os.ReadFile("../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(data), "\n## errors: ")
	if !found {
		t.Fatal("docs/json.md has no section of errors")
	}
	names := failureNames(t)
	if len(names) < 40 {
		t.Fatalf("only %d names were found: %q", len(names), names)
	}
	for _, name := range names {
		if !strings.Contains(section, "`"+name+"`") {
			t.Errorf("docs/json.md: %s is not in the list of errors", name)
		}
	}
}

// failureNames reads from the source what is given as a name: to a function whose
// first parameter is one, and in or to a failure.
func failureNames(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var parsed []*ast.File
	naming := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		one, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, one)
		for _, d := range one.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || len(f.Type.Params.List) == 0 || f.Type.Results == nil || f.Recv != nil {
				continue
			}
			first, result := f.Type.Params.List[0], f.Type.Results.List[0]
			if fails := isNamed(result.Type, "error") || isNamed(result.Type, "failure"); fails && first.Names[0].Name == "name" {
				naming[f.Name.Name] = true
			}
		}
	}
	var names []string
	take := func(e ast.Expr) {
		if text, ok := e.(*ast.BasicLit); ok && text.Kind == token.STRING {
			if name, err := strconv.Unquote(text.Value); err == nil && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	for _, one := range parsed {
		ast.Inspect(one, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && naming[f.Name] {
					take(n.Args[0])
				}
			case *ast.CompositeLit:
				if isNamed(n.Type, "failure") {
					takeField(n, take)
				}
			case *ast.AssignStmt:
				takeAssigned(n, take)
			}
			return true
		})
	}
	return names
}

func isNamed(e ast.Expr, name string) bool {
	if pointer, ok := e.(*ast.StarExpr); ok {
		e = pointer.X
	}
	ident, ok := e.(*ast.Ident)
	return ok && ident.Name == name
}

func takeField(n *ast.CompositeLit, take func(ast.Expr)) {
	for _, element := range n.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok && isNamed(pair.Key, "name") {
			take(pair.Value)
		}
	}
}

// takeAssigned takes what is assigned to f.name.
func takeAssigned(n *ast.AssignStmt, take func(ast.Expr)) {
	for i, to := range n.Lhs {
		field, isField := to.(*ast.SelectorExpr)
		if i < len(n.Rhs) && len(n.Lhs) == len(n.Rhs) && isField && field.Sel.Name == "name" {
			take(n.Rhs[i])
		}
	}
}
