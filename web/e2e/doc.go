// Package e2e proves the portal in a real browser: journeys of people, and
// every kind of page in every language, light and dark, narrow and wide.
//
// The tests build the program, start it on a fresh database with the demo data
// and look at it with Chromium, as a reader does: by role and visible text.
// Without Chromium they are skipped, but not in CI.
//
//	TORI_SCREENSHOTS=folder   also keep a picture of every page
//	TORI_CHROMIUM=path        the browser to use
package e2e
