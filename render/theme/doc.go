// Package theme gives classes their looks. A theme is data, one JSON file with a style for each
// class. An element's classes are applied in their order, so that a later one overrides an earlier
// one.
//
// Four themes are built in: light, dark, print (black on white, without meaning in colours) and
// contrast (for weak eyes and dim projectors). A caller's own theme only has what differs from one
// of them:
//
//	{"base": "light", "adds": ["vip"], "page": {"fill": "#FFFDF7"}, "vip": {"stroke": "#8A6100", "width": 2}}
//
// [Parse] reads it. A class that is neither one of [Classes] nor among "adds" is an error, so that
// misspelt ones do not go unnoticed.
package theme
