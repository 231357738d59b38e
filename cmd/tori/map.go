package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/postgres"
)

func mapCommand() *cobra.Command {
	parent := &cobra.Command{Use: "map", Short: "Boundaries for the map"}
	parent.AddCommand(&cobra.Command{
		Use:   "import FILE",
		Short: "Add the boundaries of municipalities to the map",
		Long: "Read the boundaries of municipalities from a GeoJSON or TopoJSON file in EPSG:3067 or WGS84, in place of\n" +
			"those that are there. Each area needs the code of its municipality (three digits) as its id or a property.\n" +
			"The program comes without boundaries: see to it that you may use the file, and name its source.",
		Example: "  tori map import kunnat.geojson",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return importMap(cmd, args[0]) },
	})
	return parent
}

func importMap(cmd *cobra.Command, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer p.close()
	n, err := p.boundaries.Import(cmd.Context(), file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: the map has the boundaries of %d municipalities\n", name, n)
	return nil
}
