package graphviz

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// heldContext is a context that blocks work once it has begun, so that a test can abandon it at a
// known point on any machine. The work asks its context for values when it makes an instance. The
// waiting caller only asks whether the context has ended.
type heldContext struct {
	context.Context
	begun   chan struct{}
	begin   func()
	end     chan struct{}
	release func()
}

// holdWork returns a context that blocks work from its beginning until it is released.
func holdWork(ctx context.Context) *heldContext {
	h := &heldContext{Context: ctx, begun: make(chan struct{}), end: make(chan struct{})}
	h.begin = sync.OnceFunc(func() { close(h.begun) })
	h.release = sync.OnceFunc(func() { close(h.end) })
	return h
}

// Value blocks the work until it is released.
func (h *heldContext) Value(key any) any {
	h.begin()
	<-h.end
	return h.Context.Value(key)
}

// leaving runs a function in a goroutine and returns the channel of its error.
func leaving(run func() error) <-chan error {
	left := make(chan error, 1)
	go func() { left <- run() }()
	return left
}

// await receives from the channel. The value always arrives; the timeout of minutes only turns a
// hang into a failure.
func await[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(2 * time.Minute):
		require.FailNow(t, "nothing has come for minutes")
		panic("not reached")
	}
}
