package xlsxfile

import (
	"archive/zip"
	"fmt"
	"io"
	"math"
)

// bounded is a file of which so many bytes more may be read.
type bounded struct {
	r    io.ReaderAt
	left int64
}

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, tooManyParts()
	}
	return b.r.ReadAt(p, at)
}

func tooManyParts() error {
	return tooLarge("", fmt.Sprintf("the file has more than %d parts, or names of parts beyond measure", maxEntries))
}

// unzip lists the parts of a file. A list that is too long is not read to its end: each entry of it takes several times as much memory.
func unzip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	file := &bounded{r, maxDirectory}
	z, err := zip.NewReader(file, size)
	if err == nil && len(z.File) > maxEntries {
		err = tooManyParts()
	}
	file.left = math.MaxInt64
	return z, err
}

// unpacked is how many bytes the parts of a file, and the texts of its cells, may be of together. No part is unpacked beyond what the list of
// parts says that it is.
func unpacked(size int64) int64 { return min(maxTotal, small+mostTotal*size) }

// checkSizes refuses a file of more than that before any of it is unpacked.
func checkSizes(z *zip.Reader, size int64) error {
	left := uint64(unpacked(size))
	for _, f := range z.File {
		if f.UncompressedSize64 > left {
			return tooLarge("", "the parts of the file are larger than is read, or packed beyond measure")
		}
		left -= f.UncompressedSize64
	}
	return nil
}
