// Package commandline reads the command lines of the examples, and writes their messages.
package commandline

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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

// Printable returns a writer of messages for a terminal. It writes control characters other than
// line ends as escapes: a file name may hold a sequence that the terminal acts on.
func Printable(w io.Writer) io.Writer { return printable{w} }

type printable struct{ w io.Writer }

func (p printable) Write(message []byte) (int, error) {
	var b strings.Builder
	for rest := message; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if invalid := r == utf8.RuneError && size == 1; r == '\n' || unicode.IsGraphic(r) && !invalid {
			b.Write(rest[:size])
		} else {
			quoted := strconv.Quote(string(rest[:size]))
			b.WriteString(quoted[1 : len(quoted)-1])
		}
		rest = rest[size:]
	}
	if _, err := io.WriteString(p.w, b.String()); err != nil {
		return 0, err
	}
	return len(message), nil
}
