package document

// A Printer prints documents, with one method for each format. The zero
// Printer is ready to use, and so is a nil one. It keeps nothing between
// documents: any number of goroutines may use it at once.
//
// Every method first checks the whole document and returns all that is wrong
// with it at once, as one error naming the places. It then prints into memory
// and hands the result to the writer in one piece: on an error in the
// document nothing is written. The same document gives the same bytes.
type Printer struct{}
