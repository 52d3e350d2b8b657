package csvtext

import (
	"errors"
	"io"
)

// maxRow is how long a row may be in bytes. A quotation mark that is never closed would otherwise take the rest of the file into memory.
const maxRow = 8 << 20

var errLongRow = errors.New("csvtext: the row is too long")

// recorder keeps what was read of the present row, in which places are counted.
type recorder struct {
	r io.Reader
	// kept begins with the byte at the offset begin; the row before it took the first done bytes of it.
	kept  []byte
	begin int64
	done  int
}

func (r *recorder) Read(p []byte) (int, error) {
	if len(r.kept)-r.done > maxRow {
		return 0, errLongRow
	}
	if r.done > len(r.kept)/2 {
		r.kept = r.kept[:copy(r.kept, r.kept[r.done:])]
		r.begin += int64(r.done)
		r.done = 0
	}
	n, err := r.r.Read(p)
	r.kept = append(r.kept, p[:n]...)
	return n, err
}

// until returns the bytes from the end of the row before to the offset. They are valid until the next call of Read.
func (r *recorder) until(offset int64) []byte {
	end := int(offset - r.begin)
	row := r.kept[r.done:end]
	r.done = end
	return row
}
