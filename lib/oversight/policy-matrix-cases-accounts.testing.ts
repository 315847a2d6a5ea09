import { aimed, type Case, self } from "./policy-matrix-case.testing";

/** Second factors: everyone has their own, an admin takes one away. */
export const accountCases = {
  "session.verifyCode": self({ defi: "inconnu", code: "000000" }),
  "session.confirm": self({ mot_de_passe: "x" }),
  "session.list": self(),
  "session.end": self({ id: "inconnue" }),
  "session.endOthers": self(),
  "session.listOf": aimed("id", "utilisateurId"),
  "session.endOf": aimed("id", "utilisateurId"),
  "secondFacteur.read": self(),
  "secondFacteur.prepare": self(),
  "secondFacteur.activate": self({ code: "000000" }),
  "secondFacteur.renewCodes": self({ code: "000000" }),
  "secondFacteur.remove": self({ code: "000000" }),
  "secondFacteur.reset": aimed("id", "utilisateurId"),
} satisfies Record<string, Case>;
