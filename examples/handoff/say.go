package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// say prints a sentence of the program in the language of the pack.
func (c *choices) say(w io.Writer, sentence string) {
	fmt.Fprintln(w, "handoff:", c.Terms.Sentence(accountmap.Sentence(sentence)))
}

// sayWhy prints an error. The problems of an account have their own lines.
func (c *choices) sayWhy(w io.Writer, err error) {
	if problems, ok := err.(accountmap.Problems); ok {
		fmt.Fprint(w, c.Terms.Report(problems))
		return
	}
	c.say(w, sentence(err))
}

// sentence returns the text of an error with the translations that it has.
func sentence(err error) string {
	switch e := err.(type) {
	case accountmap.Sentence:
		return string(e)
	case interface{ Unwrap() []error }:
		var lines []string
		for _, part := range e.Unwrap() {
			lines = append(lines, sentence(part))
		}
		return strings.Join(lines, "\n")
	}
	if missing, ok := errors.AsType[*fs.PathError](err); ok && errors.Is(err, fs.ErrNotExist) {
		return message.Of("there is no file %s", missing.Path)
	}
	return err.Error()
}
