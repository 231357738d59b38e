package embedpg

import (
	"os/exec"
	"syscall"
)

// needsGuard: the system itself stops the server, see dieWithParent.
const needsGuard = false

// dieWithParent makes the system stop the server cleanly when this process
// ends, even by kill -9. The signal comes at the end of the thread that
// started the server, so that thread must stay.
func dieWithParent(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGINT }
