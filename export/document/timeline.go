package document

// A Timeline shows moments on a line between two days. Formats without drawings list the moments. A
// timeline without moments prints nothing.
type Timeline struct {
	// Ticks are the labelled days under the line.
	Ticks []Tick

	// Moments are the events, in ascending order of At.
	Moments []Moment
}

// A Tick is a labelled day under the line of a [Timeline]. At is its position, from 0 at the start
// of the line to 1 at its end.
type Tick struct {
	At    float64
	Label string
}

// A Moment is a diamond on the line of a [Timeline], with the day and some words above it. At is
// its position, from 0 to 1. Tone is the name of a [Tone] for the diamond; empty means plain. The
// drawing cuts words that are too long, so a few words are best.
type Moment struct {
	At   float64
	Day  string
	Text string
	Tone string
}
