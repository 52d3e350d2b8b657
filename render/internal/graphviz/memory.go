package graphviz

// memoryLimit is the most memory that one graph may use, in bytes. A page of cards needs 2 MiB, a chart of ten thousand people in one piece
// 32 MiB and a chain of a hundred thousand 300 MiB, so what reaches this is no map that anyone can read; and the few graphs
// that are worked on at once still fit a small server.
const memoryLimit = 512 << 20

// spares keeps the memory of instances that are gone for those to come, wiped to zero. Without it half of all that a drawing allocates is
// such memory, and the collector that runs for it takes the second core from the second goroutine.
type spares chan []byte

// mostSpare is the largest memory that is kept. Most maps need less; the few that need more give it back.
const mostSpare = 8 << 20

func (s spares) take() []byte {
	select {
	case bytes := <-s:
		return bytes[:0]
	default:
		return nil
	}
}

func (s spares) keep(bytes []byte) {
	if cap(bytes) == 0 || cap(bytes) > mostSpare {
		return
	}
	clear(bytes)
	select {
	case s <- bytes:
	default:
	}
}

// memory is the linear memory of one instance. It is for wazero's allocator hook rather than its own limit because a refusal must
// be known afterwards: Graphviz does not look at every allocation that fails.
type memory struct {
	bytes   []byte
	limit   uint64
	spares  spares
	refused bool
}

// Reallocate makes the memory size bytes long, or returns nil beyond the limit. New bytes are zero.
func (m *memory) Reallocate(size uint64) []byte {
	if size > m.limit {
		m.refused = true
		return nil
	}
	switch {
	case int(size) <= cap(m.bytes): // what is beyond the length is zero: it is new, or was wiped
		m.bytes = m.bytes[:size]
	default:
		m.bytes = append(m.bytes, make([]byte, int(size)-len(m.bytes))...)
	}
	return m.bytes
}

// Free gives the memory back.
func (m *memory) Free() {
	m.spares.keep(m.bytes)
	m.bytes = nil
}
