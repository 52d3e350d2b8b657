package document

// A Printer prints documents, with one method for each format. The zero
// Printer is ready to use, and so is a nil one. It keeps nothing between
// documents: any number of goroutines may use it at once.
//
// Every method first checks the whole document and returns all that is wrong
// with it at once, as one error naming the places. It then prints into memory
// and hands the result to the writer in one piece: on an error in the
// document nothing is written. The same document gives the same bytes.
type Printer struct {
	// Paper is the sheet that HTML is printed on and that PDF is laid out
	// for. The zero value is A4.
	Paper Paper

	// FigureLink returns the address at which the reader of the Markdown
	// finds the picture of a figure, as "map.svg" beside it; "" is
	// nowhere. Nil means nowhere for all. It is called once a figure, and
	// the other formats, which hold their pictures, do not ask.
	FigureLink func(*Figure) string
}

// A Paper is a size of sheet.
type Paper int

const (
	A4     Paper = iota // 210 by 297 mm
	Letter              // 8.5 by 11 inches
)
