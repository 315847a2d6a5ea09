import { type Case, self, unknownJob } from "./policy-matrix-case.testing";

type Names = "plugin.list" | "plugin.enable" | "plugin.disable" | "plugin.call" | "plugin.tell";

export const pluginCases: Record<Names, Case> = {
  "plugin.list": self(),
  "plugin.enable": self({ nom: "inconnu" }),
  "plugin.disable": self({ nom: "inconnu" }),
  "plugin.call": self({ nom: "inconnu", methode: "dire" }),
  "plugin.tell": self({
    nom: "inconnu",
    evenement_id: unknownJob,
    type: "facture.emise",
    objet_id: 2_000_000_000,
    survenu_le: "2026-03-10T08:00:00.000Z",
  }),
};
