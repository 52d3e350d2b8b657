// Package commandline parses the command lines of the examples, and writes their messages.
package commandline

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// Parse parses the flags. On -h, it prints the usage and returns [flag.ErrHelp]. Any error is
// printed on one line, followed by a line that mentions -h, so that the error stays visible.
func Parse(flags *flag.FlagSet, args []string) error {
	flags.Usage = func() {} // the flag package would print the usage after every error
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

// Language adds the flag -lang, which sets the words of a program.
func Language(flags *flag.FlagSet, words **terms.Terms) {
	flags.Func("lang", "the `language`: "+strings.Join(terms.Languages(), ", "), func(name string) error {
		found, ok := terms.Lookup(name)
		if !ok {
			return fmt.Errorf("no language %q: one of %s", name, strings.Join(terms.Languages(), ", "))
		}
		*words = found
		return nil
	})
}

// Main runs a program and exits with its status. The context ends when the user stops the program.
// The program calls [HasRead] after it has read its input.
func Main(run func(ctx context.Context, args []string, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	collect(whileReading)
	os.Exit(run(ctx, os.Args[1:], Printable(os.Stdout), Printable(os.Stderr)))
}

// Status returns the exit status for an error of [Parse]: 0 if help was requested, else 2.
func Status(err error) int {
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	return 2
}

// Printable returns a writer of messages for a terminal. It escapes control characters other than
// line breaks and tabs, since a file name may contain a terminal control sequence.
func Printable(w io.Writer) io.Writer { return printable{w} }

type printable struct{ w io.Writer }

func (p printable) Write(message []byte) (int, error) {
	var b strings.Builder
	for rest := message; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if invalid := r == utf8.RuneError && size == 1; r == '\n' || r == '\t' || unicode.IsGraphic(r) && !invalid {
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
