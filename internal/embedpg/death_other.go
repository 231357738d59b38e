//go:build !linux

package embedpg

import "os/exec"

// dieWithParent does nothing here: after a kill -9 of its leader the server
// goes on, and the next portal on the folder takes it over.
func dieWithParent(*exec.Cmd) {}
