package structure

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/export/document"
)

// TestLabelsDoNotOverlap checks timelines of up to twelve moments with texts of any length. No text
// overlaps another, all are within the width, and each begins or ends at its moment.
func TestLabelsDoNotOverlap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	measure := func(day, text string) float64 { return float64(len(day) + len(text)) }
	for range 500 {
		line := &document.Timeline{}
		at := 0.
		for range 1 + random.IntN(12) {
			at = min(1, at+random.Float64()/4)
			line.Moments = append(line.Moments, document.Moment{At: at, Day: "10 Nov", Text: "word and word and a word"[:random.IntN(24)]})
		}
		const width = 100
		labels, rows := Labels(line, width, measure)
		for i, l := range labels {
			assert.Less(t, l.Row, rows)
			assert.True(t, -.1 <= l.Left && l.Right <= width+.1, "%+v", l)
			assert.LessOrEqual(t, measure(l.Day, l.Text), .45*width)
			for _, o := range labels[i+1:] {
				assert.False(t, l.overlaps(o), "%+v lies on %+v", l, o)
			}
		}
	}
}

// TestLabelsTurnFromStems checks two moments whose texts avoid a crossing only if the first text
// ends at its moment.
func TestLabelsTurnFromStems(t *testing.T) {
	line := &document.Timeline{Moments: []document.Moment{{At: .6, Day: "30 Nov", Text: "A unit renews"}, {At: .85, Day: "9 Dec", Text: "A longer renewal"}}}
	labels, _ := Labels(line, 500, func(day, text string) float64 { return 8 * float64(len(day)+len(text)) })
	assert.Zero(t, crossings(labels), "%+v", labels)
	assert.Equal(t, []bool{true, true}, []bool{labels[0].Ends(), labels[1].Ends()})
}

// TestStemsMissTexts checks five moments in a row. No stem may cross a text, whether the text is to
// the left of its moment or to the right.
func TestStemsMissTexts(t *testing.T) {
	line := &document.Timeline{Moments: []document.Moment{{At: .2, Day: "10 Nov", Text: "Talk"}, {At: .43, Day: "20 Nov", Text: "Renewal: Integration hub 2, K"},
		{At: .455, Day: "21 Nov", Text: "Renewal: Telematics, K"}, {At: .68, Day: "1 Dec", Text: "Step 2"}, {At: .77, Day: "5 Dec", Text: "Renewal: Integration hub 2, Plant"}}}
	labels, rows := Labels(line, 560, func(day, text string) float64 { return 4.8 * float64(len(day)+len(text)+1) })
	assert.Zero(t, crossings(labels), "%+v", labels)
	assert.LessOrEqual(t, rows, 4)
}

func TestLabelsAreCutAtWords(t *testing.T) {
	line := &document.Timeline{Moments: []document.Moment{{Day: "1", Text: "one two three four"}, {At: .5, Day: "1", Text: "uninterrupted"}, {At: 1, Day: "1"}}}
	labels, _ := Labels(line, 24, func(day, text string) float64 { return float64(len(day) + len([]rune(text))) })
	assert.Equal(t, []string{"one two …", "uninterr…", ""}, []string{labels[0].Text, labels[1].Text, labels[2].Text})
}
