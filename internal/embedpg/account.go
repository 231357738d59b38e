package embedpg

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// An account is the operating system's user that PostgreSQL runs as.
type account struct {
	name     string
	uid, gid int
	other    bool // not the user of this process
}

// serverAccount is the user that runs PostgreSQL on the data: this one, or,
// since PostgreSQL refuses root, the owner of the data, postgres or nobody.
func serverAccount(data string) (account, error) {
	if os.Geteuid() != 0 {
		return ownAccount(data)
	}
	info, err := os.Stat(data)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return account{}, err
	default:
		a := ownerOf(info)
		if a.uid == 0 {
			return account{}, fmt.Errorf("%s belongs to root, and PostgreSQL refuses to run as root: run chown -R postgres %s", data, data)
		}
		return a, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			return accountOf(u)
		}
	}
	return account{}, errors.New("PostgreSQL refuses to run as root, and there is no user postgres or nobody: run this as an ordinary user")
}

// ownAccount is the user of this process, unless the data belong to another.
func ownAccount(data string) (account, error) {
	self := account{name: "this user", uid: os.Geteuid(), gid: os.Getegid()}
	info, err := os.Stat(data)
	if err == nil && ownerOf(info).uid != self.uid {
		return account{}, fmt.Errorf("%s belongs to the user %s: run this as that user or as root, or choose another folder", data, ownerOf(info).name)
	}
	if errors.Is(err, fs.ErrPermission) {
		return account{}, fmt.Errorf("%s is closed to this user: run this as its owner or as root, or choose another folder: %w", data, err)
	}
	return self, nil
}

func ownerOf(info fs.FileInfo) account {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return account{}
	}
	a := account{name: strconv.Itoa(int(stat.Uid)), uid: int(stat.Uid), gid: int(stat.Gid), other: true}
	if u, err := user.LookupId(a.name); err == nil {
		a.name = u.Username
	}
	return a
}

func accountOf(u *user.User) (account, error) {
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return account{}, fmt.Errorf("user %s: %w", u.Username, err)
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return account{}, fmt.Errorf("user %s: %w", u.Username, err)
	}
	return account{name: u.Username, uid: uid, gid: gid, other: true}, nil
}

// become makes the command run as the account, in a process group of its own,
// so that Ctrl-C in the terminal reaches the portal and not its database.
func (a account) become(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if a.other {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	// A clean environment: PGPORT, PGDATA or a language of the caller would
	// change what PostgreSQL does.
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "HOME=/"}
	if tz := os.Getenv("TZ"); tz != "" {
		cmd.Env = append(cmd.Env, "TZ="+tz)
	}
}

// mayEnter reports whether the account can work in the folder. It tries, since
// every folder above counts too.
func (a account) mayEnter(dir string) bool {
	cmd := exec.Command("/bin/sh", "-c", ":") // constant, and over at once
	a.become(cmd)
	cmd.Dir = dir
	return cmd.Run() == nil
}
