package gographviz_test

import (
	"testing"

	"github.com/accountatlas/accountatlas/render/gographviz"
	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
)

func TestFormats(t *testing.T)         { enginetest.Formats(t, gographviz.Engine{}) }
func TestLayouts(t *testing.T)         { enginetest.Layouts(t, gographviz.Engine{}) }
func TestBadGraphs(t *testing.T)       { enginetest.BadGraphs(t, gographviz.Engine{}) }
func TestNoGraph(t *testing.T)         { enginetest.NoGraph(t, gographviz.Engine{}) }
func TestHostileText(t *testing.T)     { enginetest.HostileText(t, gographviz.Engine{}) }
func TestCancelledBefore(t *testing.T) { enginetest.CancelledBefore(t, gographviz.Engine{}) }
