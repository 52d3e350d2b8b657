package codec_test

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// A check before a commit prints every problem of a file, including warnings.
func ExampleDecode_problems() {
	file := `
format: 1
account: {name: Northwind Traders, currency: EUR}
products: []
units:
  - {id: hq, name: Head office}
contacts:
  - {id: elena, name: Elena Ríos, unit: hq, e-mail: elena@example.com}
`
	account, problems := codec.Decode(strings.NewReader(file), codec.YAML)
	fmt.Print(problems.Report())
	fmt.Println(account.Contacts[0].Name, "was read all the same")
	// Output:
	// 8:45: error unknown-key: unknown key "e-mail" (did you mean "email"?)
	// Elena Ríos was read all the same
}

// A rule of one's own is checked with the others, and its problems have the place in the file.
func ExampleOpen() {
	folder, err := os.MkdirTemp("", "accounts")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "northwind.yaml")
	file := `format: 1
account: {name: Northwind Traders}
products: []
units: [{id: hq, name: Head office}]
contacts:
  - {id: elena, name: Elena Ríos, unit: hq, power: 5}
  - {id: hugo, name: Hugo Paz, unit: hq, power: 1}
`
	if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
		log.Fatal(err)
	}
	reachable := accountmap.Rule{Code: "key-person-email", Level: accountmap.LevelWarning, Check: func(a *accountmap.Account, report accountmap.Report) {
		for i, c := range a.Contacts {
			if c.Power >= 4 && c.Email == "" {
				report(fmt.Sprintf("contacts[%d]", i), c.Name+" has no e-mail address", "ask for it")
			}
		}
	}}
	m, problems := codec.Open(name, reachable)
	for _, p := range problems {
		fmt.Printf("line %d, %s: %s: %s\n", p.Pos.Line, p.Level, p.Code, p.Detail)
	}
	fmt.Println(m.Profile().Name, "was read all the same")
	// Output:
	// line 6, warning: key-person-email: Elena Ríos has no e-mail address
	// Northwind Traders was read all the same
}

// WriteFile replaces a file in one step: after an error, the earlier file is unchanged.
func ExampleWriteFile() {
	folder, err := os.MkdirTemp("", "accounts")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "northwind.json")
	account := &accountmap.Account{Profile: accountmap.Profile{Name: "Northwind Traders", Currency: "EUR"}}
	if err := codec.WriteFile(name, account); err != nil {
		log.Fatal(err)
	}
	again, problems := codec.ReadFile(name)
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Profile.Name)
	// Output: Northwind Traders
}

// An editor with the schema completes and checks an account file.
func ExampleSchema() {
	var schema struct {
		Dialect  string   `json:"$schema"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(codec.Schema(), &schema); err != nil {
		log.Fatal(err)
	}
	fmt.Println(schema.Dialect, schema.Required)
	// Output: https://json-schema.org/draft/2020-12/schema [format account units products]
}

// A table of people in a spreadsheet becomes an account.
func ExampleReadForeign() {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "people.csv")
	people := "Name;Position;Company;Boss;LinkedIn\nVidal, Nora;Managing director;Prado;;in/nora\nRui Sousa;Plant manager;Prado;Nora Vidal;\n"
	if err := os.WriteFile(file, []byte(people), 0o600); err != nil {
		log.Fatal(err)
	}

	account, understood, problems := codec.ReadForeign(file, nil)
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	for _, c := range account.Contacts {
		fmt.Printf("%s: %s, reports to %q\n", c.ID, c.Title, c.ReportsTo)
	}
	spanish, _ := terms.Lookup("es")
	fmt.Println(understood[2])
	fmt.Println(spanish.Sentence(understood[2]))
	fmt.Println(problems[0].Detail)
	// Output:
	// nora-vidal: Managing director, reports to ""
	// rui-sousa: Plant manager, reports to "nora-vidal"
	// the account is called Prado, the company of its people
	// la cuenta se llama Prado, como la empresa de sus personas
	// the column "LinkedIn" is not read: the contacts have no such column
}
