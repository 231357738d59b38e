package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tekojentori.fi/tori/internal/account"
)

// An openAccounts opens the accounts for one command, and closes them.
type openAccounts func(ctx context.Context) (accounts *account.Service, done func(), err error)

// accountCommand is what an operator does to accounts at the command line:
// the first administrator cannot be made in any other way.
func accountCommand(open openAccounts) *cobra.Command {
	parent := &cobra.Command{Use: "account", Short: "Create accounts, give passwords and roles"}
	parent.AddCommand(accountCreate(open), accountPassword(open), accountRoles(open), accountFactor(open))
	return parent
}

func accountCreate(open openAccounts) *cobra.Command {
	var name, language string
	var roles []string
	cmd := &cobra.Command{
		Use:     "create EMAIL",
		Short:   "Add an account",
		Example: "  tori account create aino@kunta.fi --name \"Aino Aalto\" --roles moderator,admin",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withAccounts(cmd, open, func(accounts *account.Service) error {
				given, err := parseRoles(roles)
				if err != nil {
					return err
				}
				a, err := accounts.Create(cmd.Context(), account.Account{Email: args[0], Name: name, Language: language})
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				if err := accounts.GrantRoles(cmd.Context(), a.ID, given); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s has an account.\n", a.Email)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "name of the person")
	cmd.Flags().StringVar(&language, "language", "fi", "language of the mails: fi, sv or en")
	cmd.Flags().StringSliceVar(&roles, "roles", nil, "roles, with commas between: "+roleList())
	return cmd
}

func accountPassword(open openAccounts) *cobra.Command {
	return &cobra.Command{
		Use:   "password EMAIL",
		Short: "Give an account a password",
		Long: "Give an account a password, asked for on the terminal or read from the first line of the input.\n" +
			"It signs the account out everywhere.",
		Example: "  tori account password aino@kunta.fi\n  tori account password aino@kunta.fi < password.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withAccounts(cmd, open, func(accounts *account.Service) error {
				a, err := accounts.FindByEmail(cmd.Context(), args[0])
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				password, err := askPassword(cmd)
				if err != nil {
					return err
				}
				if err := accounts.SetPassword(cmd.Context(), a.ID, password); err != nil {
					return fmt.Errorf("%d to %d characters, and not the e-mail address: %w", account.MinPassword, account.MaxPassword, err)
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s has a new password, and is signed out everywhere.\n", a.Email)
				return nil
			})
		},
	}
}

func accountRoles(open openAccounts) *cobra.Command {
	return &cobra.Command{
		Use:     "roles EMAIL [ROLE…]",
		Short:   "Give an account exactly these roles, or none",
		Long:    "Give an account exactly these roles, or none. The roles are " + roleList() + ".",
		Example: "  tori account roles aino@kunta.fi moderator editor\n  tori account roles aino@kunta.fi",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withAccounts(cmd, open, func(accounts *account.Service) error {
				roles, err := parseRoles(args[1:])
				if err != nil {
					return err
				}
				a, err := accounts.FindByEmail(cmd.Context(), args[0])
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				if err := accounts.GrantRoles(cmd.Context(), a.ID, roles); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s has the roles: %s\n", a.Email, strings.Join(args[1:], ", "))
				return nil
			})
		},
	}
}

func accountFactor(open openAccounts) *cobra.Command {
	return &cobra.Command{
		Use:   "reset-second-factor EMAIL",
		Short: "Take the second factor off whoever has lost it",
		Long: "Take the second factor off an account whose owner has lost the phone and the recovery codes.\n" +
			"It signs the account out everywhere. Be sure of who asks.",
		Example: "  tori account reset-second-factor aino@kunta.fi",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withAccounts(cmd, open, func(accounts *account.Service) error {
				a, err := accounts.FindByEmail(cmd.Context(), args[0])
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				if err := accounts.ResetFactor(cmd.Context(), account.Account{}, a.ID); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s has no second factor, and is signed out everywhere.\n", a.Email)
				return nil
			})
		},
	}
}

func withAccounts(cmd *cobra.Command, open openAccounts, do func(*account.Service) error) error {
	accounts, done, err := open(cmd.Context())
	if err != nil {
		return err
	}
	defer done()
	return do(accounts)
}

func roleList() string {
	var names []string
	for _, r := range account.Roles() {
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}

func parseRoles(names []string) ([]account.Role, error) {
	var roles []account.Role
	for _, name := range names {
		role := account.Role(strings.TrimSpace(name))
		if !slices.Contains(account.Roles(), role) {
			return nil, fmt.Errorf("role %q is unknown; allowed: %s", name, roleList())
		}
		roles = append(roles, role)
	}
	return roles, nil
}

// askPassword asks without showing what is typed, or reads a line of the input.
func askPassword(cmd *cobra.Command) (string, error) {
	if f, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(cmd.ErrOrStderr(), "New password: ")
		typed, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(cmd.ErrOrStderr())
		return string(typed), err
	}
	line, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}
