package sheet

// Visibility says whether a sheet's tab is shown.
type Visibility uint8

// The visibilities. At least one sheet of a workbook must be visible.
const (
	Visible    Visibility = iota
	Hidden                // a reader can show it
	VeryHidden            // only a program can show it
)
