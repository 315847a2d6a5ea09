const staff = { admin: "all", gestionnaire: "agence" } as const;
const admin = { admin: "all" } as const;

/** The part of the table of rights about persons' rights, retention and incidents; read by `policy.ts` alone. */
export const rightsPolicy = {
  "rgpd.list": { ...staff, auditeur: "all", client: "own", intervenant: "own" },
  "rgpd.read": { ...staff, auditeur: "all", client: "own", intervenant: "own" },
  "rgpd.export": { ...staff, auditeur: "all" },
  "rgpd.create": { ...staff, client: "own", intervenant: "own" },
  "rgpd.exportClient": { ...staff, client: "own" },
  "rgpd.exportIntervenant": { ...staff, intervenant: "own" },
  "rgpd.previewErasure": { ...staff, client: "own" },
  "rgpd.eraseClient": staff,
  "rgpd.decide": staff,
  "rgpd.prolong": staff,
  "conservation.read": { ...staff, auditeur: "all" },
  "conservation.start": admin,
  "conservation.apply": { admin: "all", system: "all" },
  "conservation.plan": { system: "all" },
  "effacement.list": { admin: "all", auditeur: "all" },
  "effacement.write": { system: "all" },
  "rgpd.replayErasures": { system: "all" },
  "traitement.list": { admin: "all", auditeur: "all" },
  "incident.list": { admin: "all", auditeur: "all" },
  "incident.read": { admin: "all", auditeur: "all" },
  "incident.report": { admin: "all", auditeur: "all" },
  "incident.create": admin,
  "incident.update": admin,
  "incident.note": admin,
  "incident.close": admin,
  "incident.reopen": admin,
  "incident.remind": { system: "all" },
} as const;
