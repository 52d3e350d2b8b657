package graphviz

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
)

// Exec runs a native dot. The zero value looks it up in PATH. It is safe for concurrent use.
type Exec struct {
	// Path is the program's file, or a name to look up in PATH. Empty means dot.
	Path string
}

// outputLimit is the largest accepted output of a native dot, in bytes. The largest measured map,
// 100,000 people in one piece, has 35 MB.
const outputLimit = 256 << 20

// killDelay is how long a killed dot may still hold its pipes, through a child process.
const killDelay = time.Second

// Run does the same as [Sandbox.Run] in a process; details of the output depend on the installed
// version. The process gets no shell and no environment except PATH, and does not open the files
// that a graph names. It is killed when ctx ends.
func (x Exec) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	if err := request.Check(dot, layout, format); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, fmt.Errorf("graphviz: %w", err)
	}
	path := cmp.Or(x.Path, "dot")
	if _, err := exec.LookPath(path); err != nil {
		return nil, nil, fmt.Errorf("graphviz: no native dot: %w; install Graphviz, give Exec its Path, or use Sandbox", err)
	}

	var said messages
	out := capped{limit: outputLimit}
	cmd := exec.CommandContext(ctx, path, "-K"+layout, "-T"+format)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(dot), &out, &said
	// With SERVER_NAME, as under a web server, Graphviz opens no files that a graph names.
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "SERVER_NAME=localhost"}
	cmd.WaitDelay = killDelay
	err := cmd.Run()

	warnings := said.lines()
	switch {
	case ctx.Err() != nil:
		return nil, warnings, fmt.Errorf("graphviz: %w", ctx.Err())
	case out.full:
		err = fmt.Errorf("more than %d MiB of output; draw the graph in smaller parts", outputLimit>>20)
	case err != nil:
		if message := firstError(warnings); message != "" {
			err = errors.New(message)
		}
	case out.text.Len() == 0:
		err = request.ErrNoGraph
	default:
		err = request.CheckOutput(out.text.Bytes(), format)
	}
	if err != nil {
		return nil, warnings, fmt.Errorf("graphviz: %s -K%s -T%s: %w", path, layout, format, err)
	}
	return out.text.Bytes(), warnings, nil
}

// capped is a buffer with a limit in bytes.
type capped struct {
	text  bytes.Buffer
	limit int
	full  bool
}

// Write fails above the limit, which ends the writing process.
func (c *capped) Write(p []byte) (int, error) {
	if c.text.Len()+len(p) > c.limit {
		c.full = true
		return 0, errors.New("too much output")
	}
	return c.text.Write(p)
}
