package graphviz

// memoryLimit is the most memory that one graph may use, in bytes. A page of cards needs 2 MiB, a chart of ten thousand people in one piece
// 32 MiB and a chain of a hundred thousand 300 MiB, so what reaches this is no map that anyone can read; and the few graphs
// that are worked on at once still fit a small server.
const memoryLimit = 512 << 20

// memory is the linear memory of one instance. It is for wazero's allocator hook rather than its own limit because a refusal must
// be known afterwards: Graphviz does not look at every allocation that fails.
type memory struct {
	bytes   []byte
	limit   uint64
	refused bool
}

// Reallocate makes the memory size bytes long, or returns nil beyond the limit. New bytes are zero.
func (m *memory) Reallocate(size uint64) []byte {
	if size > m.limit {
		m.refused = true
		return nil
	}
	if grown := int(size) - len(m.bytes); grown > 0 {
		m.bytes = append(m.bytes, make([]byte, grown)...)
	}
	return m.bytes
}

// Free lets go of the memory.
func (m *memory) Free() { m.bytes = nil }
