// Package commandline reads the command lines of the examples.
package commandline

import (
	"errors"
	"flag"
	"fmt"
)

// Parse reads the flags. On -h it prints the choices and returns [flag.ErrHelp]. Any error is
// printed on one line, followed by one line that points to -h, so that the error stays in view.
func Parse(flags *flag.FlagSet, args []string) error {
	flags.Usage = func() {} // the flag package would print all choices after every mistake
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(flags.Output(), "Usage of %s:\n", flags.Name())
		flags.PrintDefaults()
	case err != nil:
		fmt.Fprintf(flags.Output(), "run %s with -h for the choices\n", flags.Name())
	}
	return err
}

// Status returns the exit status for an error of [Parse]: 0 when help was requested, else 2.
func Status(err error) int {
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	return 2
}
