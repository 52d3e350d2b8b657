package graphviz

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// pageSize is the unit of WebAssembly memory, in bytes.
const pageSize = 64 << 10

// stackPages is the size of the C stack of the module. The module's own stack is one page, directly
// above its variables: a deep recursion overwrites them silently, and the output may be wrong
// rather than missing. A common map needs 7 KiB, orthogonal edges among 2,600 cards 120 KiB,
// clusters 3,000 deep 770 KiB. The lowest page is a guard, which must still be zero when the work
// is done.
const stackPages = 16

// stack is the position of the widened C stack in an instance's memory. It grows down from high to
// low.
type stack struct{ low, high uint32 }

// errForeignModule reports a module whose memory layout differs from the layout of clang's linker.
var errForeignModule = errors.New("the module's memory or stack pointer is not where it was expected")

// widenStack returns a copy of module with a C stack of stackPages pages above the initial memory.
// The allocator is not affected: it takes its first block from addresses fixed at link time, and
// every further block by growing the memory.
func widenStack(module []byte) ([]byte, stack, error) {
	const memorySection, globalSection = 5, 6
	var st stack
	moved := false
	wide := append(make([]byte, 0, len(module)+16), wasmHeader...)
	for rest := module[len(wasmHeader):]; len(rest) > 0; {
		id := rest[0]
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, stack{}, fmt.Errorf("%w: section %d is cut short", errForeignModule, id)
		}
		body := rest[1+n:][:size]
		rest = rest[1+n:][size:]

		var err error
		switch id {
		case memorySection:
			body, st, err = growMemory(body)
		case globalSection:
			body, err = moveStackPointer(body, st)
			moved = true
		}
		if err != nil {
			return nil, stack{}, err
		}
		wide = append(wide, id)
		wide = binary.AppendUvarint(wide, uint64(len(body)))
		wide = append(wide, body...)
	}
	if !moved {
		return nil, stack{}, fmt.Errorf("%w: no stack pointer", errForeignModule)
	}
	return wide, st, nil
}

// growMemory adds stackPages to the initial size of the only memory in a memory section, and
// returns their position.
func growMemory(section []byte) ([]byte, stack, error) {
	const unlimited = "\x01\x00" // one memory, no maximum
	limits, ok := bytes.CutPrefix(section, []byte(unlimited))
	if !ok {
		return nil, stack{}, fmt.Errorf("%w: memory section", errForeignModule)
	}
	pages, n := binary.Uvarint(limits)
	if n != len(limits) || pages > 1<<10 {
		return nil, stack{}, fmt.Errorf("%w: memory size", errForeignModule)
	}
	st := stack{low: uint32(pages) * pageSize, high: uint32(pages+stackPages) * pageSize}
	return binary.AppendUvarint([]byte(unlimited), pages+stackPages), st, nil
}

// moveStackPointer sets the first global of a global section, the C stack pointer, to the top of
// st.
func moveStackPointer(section []byte, st stack) ([]byte, error) {
	const end = 0x0b
	if st.high == 0 {
		return nil, fmt.Errorf("%w: no memory before the globals", errForeignModule)
	}
	count, n := binary.Uvarint(section)
	if n <= 0 || count == 0 {
		return nil, fmt.Errorf("%w: global section", errForeignModule)
	}
	const variableI32 = "\x7f\x01\x41" // type i32, mutable, starting at a constant
	value, ok := bytes.CutPrefix(section[n:], []byte(variableI32))
	if !ok {
		return nil, fmt.Errorf("%w: stack pointer", errForeignModule)
	}
	i := slices.IndexFunc(value, func(b byte) bool { return b < 0x80 }) // the value's last byte
	if i < 0 || i+1 >= len(value) || value[i+1] != end {
		return nil, fmt.Errorf("%w: stack pointer's value", errForeignModule)
	}
	moved := bytes.Clone(section[:n])
	moved = append(moved, variableI32...)
	moved = appendVarint(moved, int64(st.high))
	return append(moved, value[i+1:]...), nil
}

// appendVarint appends v in WebAssembly's signed LEB128 form, which encoding/binary does not have.
func appendVarint(b []byte, v int64) []byte {
	for v < -64 || v > 63 {
		b = append(b, byte(v&0x7f)|0x80)
		v >>= 7
	}
	return append(b, byte(v&0x7f))
}
