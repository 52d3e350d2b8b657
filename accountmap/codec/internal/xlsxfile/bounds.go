package xlsxfile

import (
	"archive/zip"
	"github.com/accountatlas/accountatlas/internal/message"
	"io"
	"math"
)

// Limits of a file.
const (
	maxEntries = 10_000    // parts, and references of one part
	maxSheets  = 1000      // sheets
	maxFormats = 10_000    // formats of numbers
	maxPart    = 256 << 20 // bytes of one part, unpacked
	maxTotal   = 512 << 20 // bytes of all parts, unpacked
	maxNames   = 64 << 20  // bytes of a part with references, and of the styles, unpacked
	maxTexts   = 128 << 20 // bytes of the shared texts, unpacked
	maxText    = 1 << 20   // bytes of one text
	maxTag     = 1 << 16   // bytes of one tag
	maxDepth   = 64        // nested elements
	maxMerges  = 1 << 16

	// A small part may have any compression ratio; a large part with a high ratio is an attack.
	smallPart = 16 << 20
	maxRatio  = 100
	// Libraries and spreadsheets compress a whole file ten- to fifteenfold.
	maxTotalRatio = 50
	// Shared texts are kept in memory, each once; only the tags around them compress well.
	maxTextRatio  = 40
	maxTextGrowth = 8
	maxTextCount  = 1 << 19 // two for each entry of the largest account; they are counted while reading

	// maxDirectory bounds the bytes of the list of parts: 46 and the name for each.
	maxDirectory = 4 << 20

	// MaxRow and MaxColumn are the numbers of the last row and column that a sheet can have.
	MaxRow    = 1 << 20
	MaxColumn = 1 << 14
)

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
	return tooLarge("", message.Of("the file has more than %d parts, or a list of them of more than %d MiB", maxEntries, maxDirectory>>20))
}

// unzip lists the parts of a file. It refuses a list that is too long, since an entry takes several
// times its size in memory.
func unzip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	file := &bounded{r, maxDirectory}
	z, err := zip.NewReader(file, size)
	if err == nil && len(z.File) > maxEntries {
		err = tooManyParts()
	}
	file.left = math.MaxInt64
	return z, err
}

// unpacked returns the maximum size of all parts, and of all texts of cells. No part is unpacked
// beyond its size in the list of parts.
func unpacked(size int64) int64 { return min(maxTotal, smallPart+maxTotalRatio*size) }

// checkSizes refuses a file that is too large before any part is unpacked.
func checkSizes(z *zip.Reader, size int64) error {
	left := uint64(unpacked(size))
	for _, f := range z.File {
		if f.UncompressedSize64 > left {
			return tooLarge("", message.Of("the parts of the file take more than %d MiB, or are compressed more than %d-fold", maxTotal>>20, maxTotalRatio))
		}
		left -= f.UncompressedSize64
	}
	return nil
}

// Fault is an invalid part of a file.
type Fault struct {
	// Part is the part of the file, such as "xl/worksheets/sheet1.xml"; empty for the file as a
	// whole.
	Part string
	// Detail is the problem, and Hint the correction, which may be empty. Both are messages.
	Detail, Hint string
	// TooLarge is true if the file, or its content, exceeds a limit.
	TooLarge bool
}

// Error returns the sentence in English.
func (f *Fault) Error() string { return message.English(f.Sentence()) }

// Sentence returns the detail after the name of the part, as a message.
func (f *Fault) Sentence() string {
	if f.Part == "" {
		return f.Detail
	}
	return f.Part + ": " + f.Detail
}

var (
	longText     = message.Of("a text is longer than %d MiB, which no cell can be", maxText>>20)
	longTag      = message.Of("a tag is longer than %d KiB", maxTag>>10)
	deepElements = message.Of("the elements are nested more than %d deep", maxDepth)
)

func fault(part, detail string) error {
	return &Fault{Part: part, Detail: detail, Hint: message.Of("the file is damaged: take another copy, or open it in a spreadsheet and save it again")}
}

func tooLarge(part, detail string) error {
	return &Fault{Part: part, Detail: detail, Hint: message.Of("delete the sheets, rows and pictures that are not part of the account, or divide the account"), TooLarge: true}
}
