package crm_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// TestUnknownSystemGivesTheMapping reads exports of unknown systems with the mapping that the error
// suggests.
func TestUnknownSystemGivesTheMapping(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"Pipedrive": {
			"organizations.csv": "Organization - ID,Organization - Name\n1,Mole End\n",
			"people.csv":        "Person - ID,Person - Name,Person - Organization,Person - Email - Work\n7,Ana Ruiz,Mole End,ana@x.example\n8,Bo Li,Mole End,\n",
			"deals.csv":         "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Won time,Deal - Product\n1,A,Mole End,1250.50,EUR,Won,2025-12-31 10:00:00,Winch\n2,B,Mole End,9,EUR,Lost,,Rope\n",
		},
		"Pipedrive, with short headings": {
			"organizations-1.csv": "ID,Name,Address\n1,Mole End,Wood\n",
			"people-1.csv":        "ID,Name,Organization,Email\n7,Ana Ruiz,Mole End,ana@x.example\n8,Bo Li,Mole End,\n",
			"deals-1.csv":         "ID,Title,Organization,Value,Currency,Status,Won time,Product name\n1,A,Mole End,1250.50,EUR,Won,2025-12-31 10:00:00,Winch\n2,B,Mole End,9,EUR,Lost,,Rope\n",
		},
		"Zoho, as it was": {
			"Accounts_001.csv":   "Record Id,Account Owner,Account Name,Parent Account\nz1,Kim,Mole End,\n",
			"Contacts_001.csv":   "Record Id,First Name,Last Name,Account Name,Reporting To\nz2,Ana,Ruiz,Mole End,\nz3,Bo,Li,Mole End,Ana Ruiz\n",
			"Potentials_001.csv": "Record Id,Potential Name,Account Name,Stage,Amount,Closing Date,Product\nz4,A,Mole End,Closed Won,1250.5,2025-12-31,Winch\nz5,B,Mole End,Closed Lost,9,2025-12-30,Rope\n",
		},
		"Zoho, whose accounts are as those of Salesforce": {
			"Accounts.csv": "Record Id,Account Owner,Account Name,Billing City\nz1,Kim,Mole End,Oslo\n",
			"Contacts.csv": "Record Id,First Name,Last Name,Account Name,Reporting To\nz2,Ana,Ruiz,Mole End,\nz3,Bo,Li,Mole End,Ana Ruiz\n",
			"Deals.csv":    "Record Id,Deal Name,Account Name,Stage,Amount,Closing Date,Product\nz4,A,Mole End,Closed Won,1250.5,2025-12-31,Winch\nz5,B,Mole End,Closed Lost,9,2025-12-30,Rope\n",
		},
		"Spanish": {
			"Cuentas.csv":       "Id. de cuenta,Nombre de la cuenta,Cuenta principal\n001A,Mole End,\n",
			"Contactos.csv":     "Id. de contacto,Nombre,Apellidos,Nombre de la cuenta,Cargo,Depende de\n003A,Ana,Ruiz,Mole End,CFO,\n003B,Bo,Li,Mole End,,Ana Ruiz\n",
			"Oportunidades.csv": "Nombre de la oportunidad,Nombre de la cuenta,Etapa,Importe,Fecha de cierre,Producto\nA,Mole End,Cerrada ganada,\"1.250,50 €\",31/12/2025,Winch\nB,Mole End,Cerrada perdida,\"9,00 €\",30/12/2025,Rope\n",
		},
		"Greek": {
			"Λογαριασμοί.csv": "Αναγνωριστικό λογαριασμού,Όνομα λογαριασμού,Πόλη\n001A,Mole End,Oslo\n",
			"Επαφές.csv":      "Όνομα,Επώνυμο,Όνομα λογαριασμού,Τίτλος,Αναφέρεται σε\nAna,Ruiz,Mole End,CFO,\nBo,Li,Mole End,,Ana Ruiz\n",
			"Ευκαιρίες.csv":   "Όνομα ευκαιρίας,Όνομα λογαριασμού,Στάδιο,Ποσό,Ημερομηνία κλεισίματος,Προϊόν\nA,Mole End,Κερδήθηκε,\"1.250,50 €\",31/12/2025,Winch\nB,Mole End,Χάθηκε,\"9,00 €\",30/12/2025,Rope\n",
		},
		"vTiger": {
			"Organizations.csv": "Organization Name,Organization Number,Member Of,Billing City,Assigned To\nMole End,ACC1,,Oslo,kim\n",
			"Contacts.csv":      "First Name,Last Name,Organization Name,Reports To,Primary Email,Title\nAna,Ruiz,Mole End,,ana@m.example,CFO\nBo,Li,Mole End,Ana Ruiz,,\n",
			"Opportunities.csv": "Opportunity Name,Organization Name,Sales Stage,Amount,Expected Close Date,Product\nA,Mole End,Closed Won,1250.50,2025-12-31,Winch\nB,Mole End,Closed Lost,9,2025-12-30,Rope\n",
		},
		"German": {
			"Firmen.csv":          "Firmenname;Muttergesellschaft;Stadt\nMole End;;Oslo\n",
			"Kontakte.csv":        "Vorname;Nachname;Firma;Position;Vorgesetzter;E-Mail\nAna;Ruiz;Mole End;CFO;;ana@m.example\nBo;Li;Mole End;;Ana Ruiz;\n",
			"Verkaufschancen.csv": "Thema;Firma;Phase;Betrag;Abschlussdatum;Produkt\nA;Mole End;Gewonnen;1.250,50 €;31. Dezember 2025;Winch\nB;Mole End;Verloren;9,00 €;30.12.2025;Rope\n",
		},
		"French": {
			"entreprises.csv": "Nom de l'entreprise,Société mère,Ville\nMole End,,Oslo\n",
			"contacts.csv":    "Prénom,Nom,Entreprise,Fonction,Supérieur,E-mail\nAna,Ruiz,Mole End,CFO,,ana@m.example\nBo,Li,Mole End,,Ana Ruiz,\n",
			"affaires.csv":    "Nom de l'affaire,Entreprise,Étape,Montant,Date de clôture,Produit\nA,Mole End,Gagnée,\"1 250,50 €\",31/12/2025,Winch\nB,Mole End,Perdue,9,30/12/2025,Rope\n",
		},
	} {
		folder := fstest.MapFS{}
		for file, text := range files {
			folder[file] = &fstest.MapFile{Data: []byte(text)}
		}
		_, refused := crm.Check(folder, nil)
		require.True(t, refused.HasErrors(), "%s: %s", name, refused)
		_, pasted, found := strings.Cut(refused[0].Hint, "correct these words: ")
		require.True(t, found, "%s: %s", name, refused)
		mapping, err := crm.ReadMapping(strings.NewReader(pasted))
		require.NoError(t, err, name)
		a, problems := crm.Check(folder, &crm.Options{Mapping: mapping})
		require.False(t, problems.HasErrors(), "%s: %s", name, problems.Report())
		assert.Len(t, a.Units, 1, name)
		assert.Equal(t, []string{"Ana Ruiz", "Bo Li"}, []string{a.Contacts[0].Name, a.Contacts[1].Name}, name)
		if !strings.HasPrefix(name, "Pipedrive") {
			assert.Equal(t, a.Contacts[0].ID, a.Contacts[1].ReportsTo, "%s: %s", name, problems.Report())
		}
		if assert.Len(t, a.Orders, 1, "%s: %s", name, problems.Report()) {
			assert.Equal(t, int64(125050), a.Orders[0].Amount.Minor, name)
			assert.Equal(t, "2025-12-31", a.Orders[0].Date.String(), name)
		}
		assert.Len(t, a.Coverage, 2, name)
	}
}
