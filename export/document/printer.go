package document

// A Printer prints documents, with one method for each format. The zero Printer
// and a nil *Printer are ready to use. It keeps nothing between documents: any
// number of goroutines may use it at once.
//
// Every method first checks the whole document and returns all that is wrong
// with it as one error that names the places. It then prints into memory and
// writes the result in one piece, so that nothing is written after an error in
// the document. Equal documents give equal bytes.
type Printer struct {
	// Paper is the paper for printed HTML and for PDF. The zero value is A4.
	Paper Paper

	// FigureLink returns the address at which readers of the Markdown find the
	// picture of a figure, such as "map.svg" beside it; "" means none, and so
	// does a nil FigureLink for all figures. It is called once for each figure,
	// by Markdown only: the other formats contain their pictures.
	FigureLink func(*Figure) string
}

// A Paper is a paper size.
type Paper int

// The paper sizes.
const (
	A4     Paper = iota // 210 by 297 mm
	Letter              // 8.5 by 11 inches
)
