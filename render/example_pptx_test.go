package render_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// The map becomes editable slides, one for each page, in shapes whose lines follow the cards.
func ExampleSet_Write_slides() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme"},
		Units:    []accountmap.Unit{{ID: "hq", Name: "Head office"}},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana Núñez", Unit: "hq"}, {ID: "jm", Name: "Jörg Müller", Unit: "hq", ReportsTo: "ana"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	set, err := render.Pages(context.Background(), m, render.Stakeholders{}, &render.Options{Paper: paper.Slide()})
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := set.Write(&file, render.PPTX); err != nil {
		log.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		log.Fatal(err)
	}
	for _, part := range archive.File {
		if strings.HasPrefix(part.Name, "ppt/slides/slide") {
			fmt.Println(part.Name)
		}
	}
	// Output: ppt/slides/slide1.xml
}
