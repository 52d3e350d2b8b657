// Package commandline reads the command lines of the examples.
package commandline

import (
	"errors"
	"flag"
	"fmt"
)

// Parse reads the flags, and on -h prints what there is to choose from and returns
// [flag.ErrHelp]. Whatever is wrong is printed as one line, and one more that says where the
// choices are told, so that the mistake is the last that the reader sees.
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

// Status is the exit status of a program whose command line [Parse] has returned an error of: 0
// when help was asked for, else 2.
func Status(err error) int {
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	return 2
}
