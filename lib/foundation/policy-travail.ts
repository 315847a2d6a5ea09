const staff = { admin: "all", gestionnaire: "agence" } as const;

/** The part of the table of rights about contracts and working time; read by `policy.ts` alone. */
export const travailPolicy = {
  "contrat.list": { ...staff, auditeur: "all", intervenant: "own" },
  "contrat.create": staff,
  "contrat.amend": staff,
  "contrat.end": staff,
  "contrat.export": staff,
  "compteur.list": { ...staff, auditeur: "all", intervenant: "own" },
  "compteur.export": { ...staff, intervenant: "own" },
  "regle.list": { ...staff, auditeur: "all" },
  "regle.export": staff,
  "regle.update": staff,
  "regle.choose": staff,
} as const;
