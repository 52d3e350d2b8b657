package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/commandline"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/theme"
)

// sample is a fictional group with fictional people, and a template for account files.
//
//go:embed sample.yaml
var sample []byte

type choices struct {
	pack.Options
	in, out, since string
	meeting        string // the contacts of a meeting
	units          string // the units of the pack
	begin          string // the folder for a new account
	base, save     string
	mappingFile    string // the file of -mapping
	mapping        *codec.Mapping
	understood     []accountmap.Sentence // the interpretation of tables with foreign columns
	remove         bool
	audience       accountmap.Audience
	internal       bool // whether the view is internal
	strict         bool
	before         *accountmap.Account
	words          []ownWord           // of the brand
	brandFile      string              // the file of -brand
	wordsFile      string              // the file of -words
	unedited       *accountmap.Account // the account of -base, before the edits of the workbook
	replaced       *accountmap.Account // the account in the file of -save
}

// parse reads the command line. It prints any error that it returns.
func parse(args []string, stderr io.Writer) (*choices, error) {
	c := &choices{}
	flags := c.flags(stderr)
	if err := commandline.Parse(flags, args); err != nil {
		return nil, err
	}
	var err error
	if flags.NArg() > 0 {
		err = accountmap.Sentence(message.Of("unexpected %q: name the account file with -in", flags.Arg(0)))
	}
	if err = cmp.Or(err, c.brand(), c.ownWords(), c.readMapping(), c.check()); err != nil {
		c.sayWhy(stderr, err)
		return nil, err
	}
	return c, nil
}

// flags returns the flags of the command line, which set the choices.
func (c *choices) flags(stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet("handoff", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&c.in, "in", "", "the account `file`, .yaml, .yml, .json or .xlsx, or a folder of CSV files, or a spreadsheet of your own; without it, the sample account")
	flags.StringVar(&c.mappingFile, "mapping", "", "a JSON `file` that says what the headings and words of a spreadsheet of your own mean")
	flags.StringVar(&c.begin, "new", "", "the `folder` for a new account: a text file, a workbook to fill in (in the language of -lang) and the schema; nothing else is made")
	flags.StringVar(&c.base, "base", "", "the account `file` as it is now: the edits of the workbook of -in are merged into it, and what is gone from the workbook stays")
	flags.StringVar(&c.save, "save", "", "the `file`, .yaml or .json, to write the account into as it was read: with the changes that a workbook brings")
	flags.BoolVar(&c.remove, "delete", false, "with -base: rows that are gone from the workbook are deleted from the account")
	flags.StringVar(&c.out, "out", "handoff-out", "the `folder` to write into")
	flags.StringVar(&c.since, "since", "", "the account `file` as it was when the reader last looked")
	flags.StringVar(&c.meeting, "meeting", "", "prepare one meeting: its `contacts`, ids or names separated by commas; only the briefing sheet for it is written")
	flags.StringVar(&c.units, "units", "", "the `units` that the pack is about, ids or names separated by commas, with all units below them; without it, all")
	flags.TextVar(&c.AsOf, "as-of", c.AsOf, "the `date` that the pack is true for, year-month-day; without it, the account's own")
	flags.Func("for", "the id of one of our `members`: the calendar then has only what that member takes part in or should do next", func(id string) error {
		c.For = accountmap.MemberID(id)
		return nil
	})
	flags.BoolVar(&c.strict, "strict", false, "end with status 1 when there is a warning or the handoff lacks anything")
	flags.Func("audience", "the `reader`: internal or client", func(name string) (err error) {
		c.audience, err = oneOf(name, accountmap.Audiences())
		return err
	})
	commandline.Language(flags, &c.Terms)
	flags.Func("theme", "the map's `theme`: "+strings.Join(theme.Names(), ", ")+", or a JSON file with what differs from one of them", func(name string) (err error) {
		c.Theme, err = themeOf(name)
		return err
	})
	flags.StringVar(&c.brandFile, "brand", "", "the `file`, .yaml or .json, of a brand: logo, accent, font and words")
	flags.StringVar(&c.wordsFile, "words", "", "the `file`, .yaml or .json, of your own words by their keys, such as stance.champion")
	flags.Func("page", "the map's `page`: "+strings.Join(paper.Names(), ", ")+"; with -portrait after it, upright", func(name string) (err error) {
		c.Paper, err = paper.Parse(name)
		return err
	})
	flags.Func("font", "a TrueType font `file`, .ttf, for letters that the built-in fonts of map.png and the PDFs lack", func(name string) (err error) {
		c.Font, err = readFile(name, maxFont)
		return err
	})
	flags.Func("view", "what the `map` shows: "+viewNames(accountmap.AudienceInternal), func(name string) (err error) {
		c.View, c.internal, err = viewNamed(name)
		return err
	})
	return flags
}

// readMapping reads the file of -mapping.
func (c *choices) readMapping() error {
	if c.mappingFile == "" {
		return nil
	}
	f, err := os.Open(c.mappingFile)
	if err != nil {
		return err
	}
	defer f.Close()
	if c.mapping, err = codec.ReadMapping(f); err != nil {
		return accountmap.Sentence(message.Of("%s: %s", c.mappingFile, sentence(err)))
	}
	return nil
}

// check returns an error for flags that contradict each other, and for an invalid output folder.
func (c *choices) check() error {
	switch {
	case c.begin != "" && (c.in != "" || c.base != "" || c.save != "" || c.since != ""):
		return accountmap.Sentence(message.Of("-new begins an account: leave -in, -base, -save and -since out"))
	case c.meeting != "" && c.audience == accountmap.AudienceClient:
		return accountmap.Sentence(message.Of("-meeting is a sheet for our own people: leave -audience out"))
	case c.base != "" && !strings.EqualFold(filepath.Ext(c.in), ".xlsx"):
		return accountmap.Sentence(message.Of("-base goes with a workbook: name it with -in"))
	case c.remove && c.base == "":
		return accountmap.Sentence(message.Of("-delete goes with -base: name the account as it is now"))
	case c.save != "" && !slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(c.save))):
		return accountmap.Sentence(message.Of("-save writes an account file, .yaml, .yml or .json, which %q is not", c.save))
	case c.audience == accountmap.AudienceClient && c.internal:
		return accountmap.Sentence(message.Of("that view is for internal readers: for a client, -view is one of %s", viewNames(accountmap.AudienceClient)))
	case c.out == "":
		return accountmap.Sentence(message.Of("-out is empty: name a folder to write into"))
	}
	if there, err := os.Stat(c.out); err == nil && !there.IsDir() {
		return accountmap.Sentence(message.Of("%s is a file: name a folder with -out", c.out))
	}
	return nil
}

func oneOf[T ~string](name string, all []T) (T, error) {
	value := T(strings.ToLower(name))
	if !slices.Contains(all, value) {
		return "", fmt.Errorf("no %q: one of %s", name, listed(all))
	}
	return value, nil
}

func listed[T ~string](all []T) string {
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = string(a)
	}
	return strings.Join(names, ", ")
}

func read(name string) (*accountmap.Account, accountmap.Problems) {
	if name == "" {
		return codec.Decode(bytes.NewReader(sample), codec.YAML)
	}
	return codec.ReadFile(name)
}

func (c *choices) account() (*accountmap.Account, accountmap.Problems) {
	if c.base == "" && c.in == "" {
		return read("")
	}
	if c.base == "" {
		account, understood, problems := pack.Read(c.in, c.mapping)
		c.understood = understood
		return account, inFlags(problems)
	}
	base, problems := read(c.base)
	if problems.HasErrors() {
		return nil, problems
	}
	c.unedited = base
	account, _, problems := codec.MergeFile(base, c.in, &codec.MergeOptions{Delete: c.remove})
	return account, problems
}

// inFlags explains, in terms of the command line, how a workbook is applied to an account.
func inFlags(problems accountmap.Problems) accountmap.Problems {
	for i := range problems {
		problems[i].Hint = strings.ReplaceAll(problems[i].Hint, "read the workbook onto the account that it was made of,",
			"name the account that it was made from with -base,")
	}
	return problems
}

// checkReplaced finds the account that -save replaces without having read it, for its changes. The
// fictional account of -new is nobody's. The error reports a workbook that is not filled in yet.
func (c *choices) checkReplaced(account *accountmap.Account) error {
	text, err := os.ReadFile(c.save)
	if err != nil || c.base != "" || filepath.Clean(c.in) == filepath.Clean(c.save) {
		return nil
	}
	earlier, problems := codec.ReadFile(c.save)
	if problems.HasErrors() {
		return nil
	}
	filled := func(a *accountmap.Account) bool { return len(a.Units)+len(a.Products)+len(a.Contacts) > 0 }
	if filled(earlier) && !filled(account) {
		return accountmap.Sentence(message.Of("%s has no unit, product or contact, and -save would empty %s: fill it in and save it first, or give -save a new name", c.in, c.save))
	}
	for _, language := range terms.Languages() {
		if words, _ := terms.Lookup(language); bytes.Equal(text, codec.Template(words)) {
			return nil
		}
	}
	c.replaced = earlier
	return nil
}

// printChanges prints one sentence per line: the changes of the workbook against the account of
// -base, or the changes since the account of -since.
func (c *choices) printChanges(m *accountmap.Map, stdout io.Writer) error {
	earlier, title := c.unedited, c.Terms.Text(terms.NewsOfWorkbook)
	if earlier == nil {
		earlier, title = c.before, c.Terms.Text(terms.NewsSince)
	}
	if c.replaced != nil {
		earlier, title = c.replaced, c.Terms.Text(terms.NewsOfFile, c.save)
	}
	if earlier == nil {
		return nil
	}
	before, err := accountmap.New(earlier)
	if err != nil {
		return err
	}
	words := c.Terms
	sentences := words.Changes(before, m)
	if was, now := before.Profile().AsOf, m.Profile().AsOf; earlier != c.before && was != now {
		sentences = append(sentences, words.Text(terms.NewsOf, words.Field("account", "asOf"), words.Text(terms.NewsFromTo, words.Date(was), words.Date(now))))
	}
	if len(sentences) == 0 {
		_, err := fmt.Fprintln(stdout, title, words.Text(terms.NewsNothing))
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s\n  %s\n", title, strings.Join(sentences, "\n  "))
	return err
}

// explainFlags names the flags that solve a problem of an edited workbook, and the program for a
// CRM export. The library does not know them.
func (c *choices) explainFlags(problems accountmap.Problems, stderr io.Writer) {
	gone := func(p accountmap.Problem) bool { return p.Code == codec.ErrMissingCells }
	if root, err := os.OpenRoot(c.in); c.understood != nil && err == nil {
		defer root.Close()
		if system, ok := crm.Detect(root.FS()); ok {
			c.say(stderr, message.Of("the folder looks like an export of %s: \"go run ./examples/crm -in %s\" reads it with its deals, parents and owners", system, c.in))
		}
	}
	switch {
	case !slices.ContainsFunc(problems, gone):
	case c.base == "" && problems.HasErrors():
		c.say(stderr, message.Of("-base FILE names the account as it is now; rows that are gone then stay, or are deleted with -delete"))
	case c.base != "" && !c.remove:
		c.say(stderr, message.Of("rows that are gone from the workbook stay in the account; -delete deletes them"))
	}
}

// warnOfSince warns if the earlier account seems to be the wrong one: another client's, or one with
// a later day. It reports whether it warned.
func (c *choices) warnOfSince(account *accountmap.Account, stderr io.Writer) (doubtful bool) {
	if c.before == nil {
		return false
	}
	if c.before.Profile.Name != account.Profile.Name {
		c.say(stderr, message.Of("warning: the account of -since is that of %q, and this one is of %q: are they the same client?", c.before.Profile.Name, account.Profile.Name))
		doubtful = true
	}
	now := account.AsOf
	if !c.AsOf.IsZero() {
		now = c.AsOf
	}
	if !now.IsZero() && now.Before(c.before.AsOf) {
		c.say(stderr, message.Of("warning: the account of -since is of %s, after the %s that the pack is true for: are the two files the wrong way round?", c.before.AsOf, now))
		doubtful = true
	}
	return doubtful
}
