package printer_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/paper"
)

func ExampleHTML() {
	d := &document.Document{
		Title: "Grupo Meridiano",
		Tones: []document.Tone{{Name: "overdue", Fill: "#F9D9D5", Ink: "#7A1F17"}},
		Blocks: []document.Block{
			&document.Section{Title: "Open asks", Blocks: []document.Block{
				&document.List{Items: []document.Text{{
					document.Plain("Referral asked of Jörg <Müller> "),
					document.Chip{Text: "overdue", Tone: "overdue"},
				}}},
			}},
		},
	}
	var page strings.Builder
	if err := printer.HTML(context.Background(), &page, d, nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	_, main, _ := strings.Cut(page.String(), "<main>\n")
	main, _, _ = strings.Cut(main, "</main>")
	fmt.Print(main)
	// Output:
	// <section id="s.1" aria-labelledby="s.1.h">
	// <h2 id="s.1.h"><bdi>Open asks</bdi></h2>
	// <ul>
	// <li><bdi>Referral asked of Jörg &lt;Müller&gt; </bdi> <span class="chip t1" dir="auto">overdue</span></li>
	// </ul>
	// </section>
}

func ExampleMarkdown() {
	d := &document.Document{
		Title: "Grupo Meridiano",
		Blocks: []document.Block{
			&document.Section{Title: "People", ID: "people", Blocks: []document.Block{
				&document.Table{
					Head: []document.Row{{{Lines: document.Lines("Name")}, {Lines: document.Lines("Power"), Number: true}}},
					Groups: []document.Group{{Rows: []document.Row{
						{{Lines: document.Lines("Jörg <Müller>"), Header: true}, {Lines: document.Lines("4"), Number: true}},
					}}},
				},
			}},
		},
	}
	if err := printer.Markdown(os.Stdout, d, nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	// Output:
	// # Grupo Meridiano
	//
	// ## <a id="people"></a>People
	//
	// | Name | Power |
	// | --- | ---: |
	// | **Jörg \<Müller\>** | 4 |
}

func ExamplePDF() {
	d := &document.Document{
		Title:    "Grupo Meridiano",
		Contents: "Contents",
		Blocks: []document.Block{
			&document.Section{Title: "Summary", Blocks: []document.Block{
				&document.Facts{Items: []document.Fact{{Label: "Penetration", Value: "26%", Share: .26}}},
			}},
			&document.Section{Title: "People"},
		},
	}
	letter := &printer.Options{Paper: paper.Letter()}
	var file bytes.Buffer
	if err := printer.PDF(context.Background(), &file, d, letter); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	fmt.Printf("%s, %d pages\n", file.Bytes()[:8], bytes.Count(file.Bytes(), []byte("/Type /Page\n")))
	// Output: %PDF-1.3, 1 pages
}

// A presentation has a slide for each top-level section.
func ExamplePPTX() {
	d := &document.Document{Title: "Grupo Meridiano", Blocks: []document.Block{
		&document.Section{Title: "Where we stand", Blocks: []document.Block{
			&document.Facts{Items: []document.Fact{{Label: "Units that buy", Value: "7", Note: "of 9 units", Share: 7.0 / 9}}},
		}},
		&document.Section{Title: "Next moves", Blocks: []document.Block{&document.List{Items: document.Lines("Call Jörg Müller")}}},
	}}
	var file bytes.Buffer
	if err := printer.PPTX(&file, d); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	for _, part := range archive.File {
		if strings.HasPrefix(part.Name, "ppt/slides/slide") {
			fmt.Println(part.Name)
		}
	}
	// Output:
	// ppt/slides/slide1.xml
	// ppt/slides/slide2.xml
}
