package document

// A Timeline is moments on a line between two days. Formats without drawings list
// the moments. Without moments nothing is printed.
type Timeline struct {
	// Ticks are the days named under the line.
	Ticks []Tick

	// Moments are what happens, in the order of At.
	Moments []Moment
}

// A Tick is a day named under the line of a [Timeline]. At is its place, from 0 at
// the start of the line to 1 at its end.
type Tick struct {
	At    float64
	Label string
}

// A Moment is a diamond on the line of a [Timeline], with the day and some words
// above it. At is its place, from 0 to 1. Tone is the name of a [Tone] for the
// diamond; "" is plain. Words too long for the drawing are cut there, so that a
// few words are best.
type Moment struct {
	At   float64
	Day  string
	Text string
	Tone string
}
