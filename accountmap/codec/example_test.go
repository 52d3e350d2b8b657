package codec_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func ExampleDecode() {
	file := `
format: 1
account:
  name: Northwind Traders
  currency: EUR
units:
  - {id: hq, name: Head office}
products:
  - {id: tea, name: Tea, price: 12.50}
contacts:
  - id: elena
    name: Elena Ríos
    unit: hq
    stance: champoin
    reportsTo: jose
`
	account, problems := codec.Decode(strings.NewReader(file), codec.YAML)
	fmt.Print(problems.Report())
	fmt.Println(errors.Is(problems, accountmap.ErrUnknownReference), account.Contacts[0].Name)
	// Output:
	// 14:13: error invalid-value: unknown value "champoin" (did you mean "champion"? One of champion, supporter, neutral, sceptic, blocker)
	// 15:16: error unknown-reference: no contact has the id "jose" (add it to "contacts", or correct the id)
	// true Elena Ríos
}

func ExampleEncode() {
	account := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Northwind Traders", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "hq", Name: "Head office"}},
		Products: []accountmap.Product{{ID: "tea", Name: "Tea", Price: accountmap.Money{Minor: 1250}}},
		Contacts: []accountmap.Contact{{ID: "elena", Name: "Elena Ríos", Unit: "hq", Roles: []accountmap.Role{accountmap.RoleUser}}},
	}
	if err := codec.Encode(os.Stdout, account, codec.YAML); err != nil {
		fmt.Println(err)
	}
	// Output:
	// format: 1
	//
	// account:
	//   name: Northwind Traders
	//   currency: EUR
	//
	// units:
	//   - {id: hq, name: Head office}
	//
	// products:
	//   - {id: tea, name: Tea, price: 12.50}
	//
	// contacts:
	//   - {id: elena, name: Elena Ríos, unit: hq, roles: [user]}
}

func ExampleReadFile() {
	_, problems := codec.ReadFile("testdata/account.yaml")
	fmt.Println(problems)
	// Output: testdata/account.yaml: error unreadable: there is no such file (check the name and the folder)
}

func ExampleReadCSV() {
	a, problems := codec.ReadCSV(os.DirFS("testdata/csv"))
	if err := problems.Err(); err != nil { // without errors, accountmap.New accepts the account
		fmt.Println(err)
		fmt.Println("read so far:", a.Contacts[0].Name, a.Contacts[0].Stance)
	}
	// Output:
	// contacts.csv:3:18: error unknown-reference: reportsTo: nothing in "contacts" has the id or the name "Helena" (did you mean "elena"?)
	// read so far: Elena Ríos champion
}

func ExampleWriteCSV() {
	folder, err := os.MkdirTemp("", "account")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Northwind Traders", Currency: "EUR"},
		Products: []accountmap.Product{{ID: "tea", Name: "=Tea()", Price: accountmap.Money{Minor: 12_50}}},
	}
	if err := codec.WriteCSV(folder, a, &codec.CSVOptions{DecimalComma: true}); err != nil {
		log.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(folder, "products.csv"))
	fmt.Printf("%s%v\n", strings.NewReplacer("\ufeff", "", "\r", "").Replace(string(file)), err)
	// Output:
	// id;name;line;price;description
	// tea;"'=Tea()";;12,50;
	// <nil>
}

func ExampleEncodeCSV() {
	files, err := codec.EncodeCSV(&accountmap.Account{Units: []accountmap.Unit{{ID: "hq", Name: "Head office"}}}, nil)
	fmt.Printf("%q, %v\n", files["units.csv"], err)
	// Output:
	// "\ufeffid,name,kind,parent,country,region,city,address,segment\r\nhq,Head office,,,,,,,\r\n", <nil>
}

// ExampleUpdate changes a file that a person maintains: comments and layout stay.
func ExampleUpdate() {
	file := `format: 1
account: {name: Acme}
units:
  - {id: hq, name: Head office}   # moves in May
products: []
contacts:
  # Call her before noon.
  - id: elena
    name: Elena Ríos
    stance: neutral
`
	account, problems := codec.Decode(strings.NewReader(file), codec.YAML)
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	account.Contacts[0].Stance = accountmap.StanceSupporter
	updated, err := codec.Update([]byte(file), account)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(updated))
	// Output:
	// format: 1
	// account: {name: Acme}
	// units:
	//   - {id: hq, name: Head office}   # moves in May
	// products: []
	// contacts:
	//   # Call her before noon.
	//   - id: elena
	//     name: Elena Ríos
	//     stance: supporter
}
