import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { countAgences, countCourriels, countJobs, oldestDueSeconds } from "./administration-store";
import { presentUtilisateur } from "./present-utilisateur";
import { countByRole, listLastSeen } from "./utilisateur-store";

const SHOWN = 8;

/** The installation at a glance: accounts by role, who signed in last, the outbox and the queue of jobs. */
export const readAdministration = query({
  name: "administration.read",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const [roles, lastSeen, agences, courriels, jobs, oldest] = await Promise.all([
      countByRole(db),
      listLastSeen(db, SHOWN),
      countAgences(db),
      countCourriels(db),
      countJobs(db),
      oldestDueSeconds(db, ctx.now),
    ]);
    const sum = (rows: { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
    const jobsIn = (...states: string[]) => sum(jobs.filter(({ etat }) => states.includes(etat)));
    return {
      utilisateurs: {
        actifs: sum(roles.filter(({ actif }) => actif)),
        inactifs: sum(roles.filter(({ actif }) => !actif)),
        par_role: Object.fromEntries(roles.filter(({ actif }) => actif).map(({ role, n }) => [role, n])),
      },
      agences: {
        actives: sum(agences.filter(({ actif }) => actif)),
        fermees: sum(agences.filter((a) => !a.actif)),
      },
      courriels: Object.fromEntries(courriels.map(({ statut, n }) => [statut, n])),
      taches: {
        en_attente: jobsIn("created", "retry"),
        en_cours: jobsIn("active"),
        echouees: jobsIn("failed"),
        retard_secondes: oldest,
      },
      dernieres_connexions: lastSeen.map(presentUtilisateur),
    };
  },
});
