package document_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
)

func ExamplePrinter_HTML() {
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
	var p document.Printer
	if err := p.HTML(&page, d); err != nil {
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
