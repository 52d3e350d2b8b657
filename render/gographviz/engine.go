// Package gographviz lays out with github.com/goccy/go-graphviz, for programs that already use that
// module. Its pictures are equal, byte for byte, to the pictures of render.Sandbox, which contains
// the same Graphviz 12.1.2.
//
// It differs from render.Sandbox in its limits. go-graphviz has one instance of Graphviz for the
// whole process, so graphs are laid out one at a time. It compiles Graphviz when it is imported,
// and panics there if the compiled copy in the shared temporary folder is damaged. Its memory is
// never released: 57 MB grew to 79 MB in 400 drawings. It returns no warnings. It returns no error
// if Graphviz reports one and continues, such as for text after the graph. The error for a text
// without a graph may repeat the message of an earlier graph. After a syntax error, the line
// numbers of the next error continue the line numbers of the invalid graph.
package gographviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/goccy/go-graphviz"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
)

// Engine is a render.Engine. The zero Engine is ready to use and safe for concurrent use.
type Engine struct{}

// turn contains a value while a graph is laid out: go-graphviz has one instance for the process.
var turn = make(chan struct{}, 1)

// Run implements render.Engine. It returns no warnings. It checks ctx before the layout, not during
// it. The error comes from ctx or reports a fault in the graph.
func (Engine) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	if err := request.Check(dot, layout, format); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, fmt.Errorf("graphviz: %w", err)
	}
	select {
	case <-ctx.Done():
		return nil, nil, fmt.Errorf("graphviz: %w", ctx.Err())
	case turn <- struct{}{}:
		defer func() { <-turn }()
	}
	out, err := run(context.WithoutCancel(ctx), dot, layout, format)
	if err != nil {
		return nil, nil, fmt.Errorf("graphviz: dot -K%s -T%s: %w", layout, format, err)
	}
	return out, nil, nil
}

func run(ctx context.Context, dot []byte, layout, format string) (out []byte, err error) {
	engine, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close() // its error counts the failures of all graphs so far
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, request.ErrNoGraph
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	var b bytes.Buffer
	if err := engine.SetLayout(graphviz.Layout(layout)).Render(ctx, graph, graphviz.Format(format), &b); err != nil {
		return nil, err
	}
	return b.Bytes(), request.CheckOutput(b.Bytes(), format)
}
