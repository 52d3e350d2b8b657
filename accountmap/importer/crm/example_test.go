package crm_test

import (
	"fmt"
	"log"
	"strings"
	"testing/fstest"

	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// export is a small export of HubSpot. For a folder, use os.DirFS("folder").
var export = fstest.MapFS{
	"companies.csv":  {Data: []byte("Record ID,Company name,Parent Company IDs\n11,Acme,\n12,Acme Iberia,11\n")},
	"contacts.csv":   {Data: []byte("Record ID,First Name,Last Name,Associated Company IDs,Buying Role\n101,Ana,Núñez,12,CHAMPION;DECISION_MAKER\n")},
	"deals.csv":      {Data: []byte("Record ID,Deal Name,Deal Stage,Close Date,Currency,Associated Company IDs\n31,Spring,Signed,2026-03-01,EUR,12\n")},
	"line-items.csv": {Data: []byte("Record ID,Name,Quantity,Net price,Associated Deal IDs\n41,Tea,2,1250.00,31\n")},
}

func ExampleCheck() {
	account, problems := crm.Check(export, nil)
	fmt.Print(problems.Report())
	ana := account.Contacts[0]
	fmt.Println(ana.Name, ana.Stance, ana.Roles, ana.Evidence.Source)
	fmt.Println(len(account.Coverage))
	// Output:
	// deals.csv:2:11: warning invalid-value: Deal Stage: the word "Signed" is unknown and is ignored (say in the mapping what it means, among the words of "stage")
	// Ana Núñez champion [decision-maker] HubSpot: Buying Role = CHAMPION;DECISION_MAKER
	// 0
}

func ExampleImport() {
	mapping, err := crm.ReadMapping(strings.NewReader(`{"words": {"stage": {"Signed": "sold"}}}`))
	if err != nil {
		log.Fatal(err)
	}
	account, err := crm.Import(export, &crm.Options{Mapping: mapping})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range account.Coverage {
		fmt.Println(c.Unit, c.Product, c.Status, c.Value, account.Currency)
	}
	// Output: 12 Tea sold 1250.00 EUR
}

func ExampleReadMapping() {
	_, err := crm.ReadMapping(strings.NewReader(`{"words": {"stage": {"Signed": "solt"}}}`))
	fmt.Println(err)
	// Output:
	// crm: mapping: words: stage: "Signed": unknown value "solt" (did you mean "sold"? One of sold, opportunity, proposed, gap, competitor, in-house, lapsed, not-relevant, blocked)
}
