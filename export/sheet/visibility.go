package sheet

// Visibility is whether a sheet's tab is shown.
type Visibility uint8

// Kinds of visibility. At least one sheet of a workbook is visible.
const (
	Visible    Visibility = iota
	Hidden                // a reader can show it
	VeryHidden            // only a program can show it
)
