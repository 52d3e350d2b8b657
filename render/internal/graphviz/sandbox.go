package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
)

// Sandbox runs the embedded Graphviz (version 12.1.2). The zero value is ready to use and safe for
// concurrent use; all values are alike.
//
// The first call in a process compiles Graphviz, which takes less than a second. It takes 20 ms if
// an earlier process left the compiled code in the user's cache folder. The folder is account-atlas
// under [os.UserCacheDir]; it is used only if no other user can write there, and not by tests.
type Sandbox struct{}

// Run lays out one graph in DOT and returns it in a format, like dot -Klayout -Tformat. It is
// deterministic.
//
// The layout is dot, neato, nop, nop2, fdp, sfdp, circo, twopi, osage or patchwork. sfdp always
// fails, because the embedded Graphviz lacks triangulation; it is for [Exec]. The format is dot,
// xdot, json, json0, svg or plain. The text contains one graph in UTF-8. The warnings are
// Graphviz's messages, one per line and in order, at most 16 KiB. They are also returned with an
// error. Every error that Graphviz reports is an error here, without output.
//
// When ctx ends, Run returns its error at once, but work that has begun cannot be stopped and
// continues to its end. At most twice as many graphs as processors are drawn at once, abandoned
// ones included; further calls wait.
func (Sandbox) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	if err := request.Check(dot, layout, format); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, fmt.Errorf("graphviz: %w", err)
	}
	ready := make(chan struct{})
	go func() {
		defer close(ready)
		_, _ = shared() // the first call compiles, and the others wait for it
	}()
	select {
	case <-ctx.Done():
		return nil, nil, fmt.Errorf("graphviz: %w", ctx.Err())
	case <-ready:
	}
	e, err := shared()
	if err != nil {
		return nil, nil, err
	}
	return e.run(ctx, dot, layout, format)
}

type answer struct {
	out      []byte
	warnings []string
	err      error
}

// run executes a checked request in its own goroutine, so that the caller can return early.
func (e *engine) run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	select {
	case <-ctx.Done():
		return nil, nil, fmt.Errorf("graphviz: %w", ctx.Err())
	case e.slots <- struct{}{}:
	}
	dot = bytes.Clone(dot) // the caller may change its own after leaving
	done := make(chan answer, 1)
	go func() {
		defer func() { <-e.slots }()
		done <- e.answer(context.WithoutCancel(ctx), dot, layout, format)
	}()
	select {
	case <-ctx.Done():
		return nil, nil, fmt.Errorf("graphviz: %w", ctx.Err())
	case a := <-done:
		return a.out, a.warnings, a.err
	}
}

func (e *engine) answer(ctx context.Context, dot []byte, layout, format string) answer {
	in, err := e.start(ctx)
	if err != nil {
		return answer{err: fmt.Errorf("graphviz: %w", err)}
	}
	defer in.module.Close(ctx)
	out, err := in.render(ctx, dot, layout, format)
	if e := in.exhausted(); e != nil {
		err = e // it causes all other errors
	}
	a := answer{warnings: in.messages.lines()}
	switch message := firstError(a.warnings); {
	case err == nil:
		a.out = out
	case errors.Is(err, errReported) && message != "":
		a.err = fmt.Errorf("graphviz: dot -K%s -T%s: %s", layout, format, message)
	default:
		a.err = fmt.Errorf("graphviz: dot -K%s -T%s: %w", layout, format, err)
	}
	return a
}
