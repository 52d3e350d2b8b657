package graphviz

// memoryLimit is the most memory that one graph may use, in bytes. A page of cards needs 2 MiB, a
// chart of 10,000 people in one piece 32 MiB, and a chain of 100,000 people 300 MiB. The few graphs
// that are drawn at once still fit on a small server.
const memoryLimit = 512 << 20

// spares keeps the memory of finished instances, cleared, for later instances. Without it, half of
// the memory allocated by a drawing is of this kind, and garbage collection takes the second core
// from the second goroutine.
type spares chan []byte

// maxSpare is the largest memory that is kept. Most maps need less; the memory of the few larger
// ones is freed.
const maxSpare = 8 << 20

func (s spares) take() []byte {
	select {
	case bytes := <-s:
		return bytes[:0]
	default:
		return nil
	}
}

func (s spares) keep(bytes []byte) {
	if cap(bytes) == 0 || cap(bytes) > maxSpare {
		return
	}
	clear(bytes)
	select {
	case s <- bytes:
	default:
	}
}

// memory is the linear memory of one instance. It uses wazero's allocator hook rather than its
// limit, because a refusal must be known afterwards: Graphviz does not check every allocation.
type memory struct {
	bytes   []byte
	limit   uint64
	spares  spares
	refused bool
}

// Reallocate makes the memory size bytes long, or returns nil above the limit. New bytes are zero.
func (m *memory) Reallocate(size uint64) []byte {
	if size > m.limit {
		m.refused = true
		return nil
	}
	switch {
	case int(size) <= cap(m.bytes): // beyond the length there are zeros: new or wiped memory
		m.bytes = m.bytes[:size]
	default:
		m.bytes = append(m.bytes, make([]byte, int(size)-len(m.bytes))...)
	}
	return m.bytes
}

func (m *memory) Free() {
	m.spares.keep(m.bytes)
	m.bytes = nil
}
