package embedpg

import (
	"os"
	"os/exec"
	"strconv"
)

// guard stops the server cleanly when this process ends, even by kill -9, on
// systems that send no signal then: a shell waits for the end of a pipe whose
// other end only this process holds. The server's own end lifts the guard.
func (p *process) guard(a account) error {
	end, hold, err := os.Pipe()
	if err != nil {
		return err
	}
	cmd := exec.Command("/bin/sh", "-c", "read _; kill -INT "+strconv.Itoa(p.pid))
	a.become(cmd)
	cmd.Dir, cmd.Stdin = "/", end
	err = cmd.Start()
	_ = end.Close() // the shell has its own
	if err != nil {
		_ = hold.Close() // the first error tells more
		return err
	}
	go func() {
		<-p.done
		_ = cmd.Process.Kill() // before the pipe, so that it signals nobody
		_ = cmd.Wait()
		_ = hold.Close()
	}()
	return nil
}
