package xlsxfile

// Fault is what is wrong with a file.
type Fault struct {
	// Part is the part of the file, such as "xl/worksheets/sheet1.xml"; empty for the file as a whole.
	Part string
	// Detail says what is wrong, and Hint, which may be empty, the way out.
	Detail, Hint string
	// TooLarge says that the file, or what would come of it, goes beyond a limit.
	TooLarge bool
}

// Error returns the detail, with the part before it.
func (f *Fault) Error() string {
	if f.Part == "" {
		return f.Detail
	}
	return f.Part + ": " + f.Detail
}

const damaged = "the file is damaged: take another copy, or open it in a spreadsheet and save it anew"

func fault(part, detail string) error { return &Fault{Part: part, Detail: detail, Hint: damaged} }

func tooLarge(part, detail string) error {
	return &Fault{Part: part, Detail: detail, Hint: "no workbook of an account is this large", TooLarge: true}
}
