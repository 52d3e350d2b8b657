package graphviz

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// held is a context that holds up work which has begun, so that a test can leave it while it
// certainly goes on, however fast or slow the machine is. The work asks its context for values when
// it makes an instance; whoever waits for the work only asks whether the context has ended.
type held struct {
	context.Context
	begun   chan struct{}
	begin   func()
	end     chan struct{}
	release func()
}

// hold returns a context whose work stands still from its beginning until it is released.
func hold(ctx context.Context) *held {
	h := &held{Context: ctx, begun: make(chan struct{}), end: make(chan struct{})}
	h.begin = sync.OnceFunc(func() { close(h.begun) })
	h.release = sync.OnceFunc(func() { close(h.end) })
	return h
}

// Value is called by the work, and returns once it is released.
func (h *held) Value(key any) any {
	h.begin()
	<-h.end
	return h.Context.Value(key)
}

// leaving runs a function in a goroutine and returns where its error will be.
func leaving(run func() error) <-chan error {
	left := make(chan error, 1)
	go func() { left <- run() }()
	return left
}

// await returns what the channel gives. What it waits for is sure to come; the minutes only turn a
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
