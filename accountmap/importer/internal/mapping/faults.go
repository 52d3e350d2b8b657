package mapping

import (
	"errors"
	"fmt"
)

// mostFaults is how many faults of a file are listed.
const mostFaults = 20

// Faults collects the faults of a mapping: the first ones, and the number of the others. The zero
// Faults is empty.
type Faults struct {
	listed []error
	more   int
}

// Add adds a fault. Its text is computed only when it is listed.
func (f *Faults) Add(fault func() error) {
	if len(f.listed) == mostFaults {
		f.more++
		return
	}
	f.listed = append(f.listed, fault())
}

// Err returns the faults, a line each, and nil for none.
func (f *Faults) Err() error {
	if f.more == 0 {
		return errors.Join(f.listed...)
	}
	return errors.Join(append(f.listed[:len(f.listed):len(f.listed)], fmt.Errorf("and %d more", f.more))...)
}
