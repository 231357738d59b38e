//go:build !linux

package embedpg

import "os/exec"

// needsGuard: a guard stops the server, since the system does not.
const needsGuard = true

func dieWithParent(*exec.Cmd) {}
