package render

import (
	"context"

	"github.com/accountatlas/accountatlas/render/internal/graphviz"
)

// Engine is a Graphviz that does the layout: it takes a graph in DOT and answers as "dot -Klayout -Tformat" would; warnings are the lines that
// Graphviz writes to standard error. It must be safe for any number of goroutines and give the same output for the same input.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// ErrNoEngine says that the built-in Graphviz cannot be started. The way out is [Exec] with a Graphviz that is installed.
var ErrNoEngine = graphviz.ErrNoEngine

// Sandbox is the built-in Graphviz: WebAssembly without access to files, network, clock or environment. The zero Sandbox is ready to use. The
// compiled module is shared, and each run has an instance of its own, so nothing leaks from one drawing to the next.
type Sandbox struct{}

// Run implements [Engine]. The error is [ErrNoEngine], that of ctx, or what Graphviz says is wrong with the graph.
func (Sandbox) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Sandbox{}.Run(ctx, dot, layout, format)
}

// Exec is a Graphviz that is installed on this machine.
type Exec struct {
	// Path is the path of the dot program. Empty means the dot found on the PATH.
	Path string
}

// Run implements [Engine]. The process gets no shell and no environment but PATH, and is killed when ctx ends. The error says that there is
// no such program, or what it says is wrong with the graph.
func (e Exec) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Exec{Path: e.Path}.Run(ctx, dot, layout, format)
}
