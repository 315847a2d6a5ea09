import { contrat, leave } from "@/lib/oversight/policy-matrix-travail.testing";
import type { MatrixWorld } from "@/lib/oversight/policy-matrix-world.testing";

const hours = { convention: "idcc_2941", heures_semaine: 24 };
const on = (world: MatrixWorld) => contrat(world, world.objects.own);

/** Contracts, working time and absences. */
export const travailPosts = {
  "absence.withdraw": {
    make: async (world: MatrixWorld) => ({
      path: { id: (await leave(world, world.objects.own)).id },
      body: {} as Record<string, unknown>,
    }),
  },
  "remplacement.accept": {
    make: async (world: MatrixWorld) => {
      const { id, prestation } = await leave(world, world.objects.own);
      const { id: prestation_id, version } = prestation;
      return {
        path: { id },
        body: { prestation_id, version, intervenant_id: null } as Record<string, unknown>,
      };
    },
  },
  "contrat.create": {
    make: (world: MatrixWorld, n: number) => ({
      body: {
        intervenant_id: world.objects.own.intervenantId,
        nature: "cdd",
        debut: `${3000 + n}-01-01`,
        fin: `${3000 + n}-06-30`,
        ...hours,
      } as Record<string, unknown>,
    }),
  },
  "contrat.amend": {
    make: async (world: MatrixWorld) => {
      const { id, debut } = await on(world);
      return { path: { id }, body: { du: debut, ...hours } as Record<string, unknown> };
    },
  },
  "contrat.end": {
    make: async (world: MatrixWorld) => {
      const { id, debut } = await on(world);
      return { path: { id }, body: { fin: debut } as Record<string, unknown> };
    },
  },
  "regle.update": {
    make: (world: MatrixWorld, n: number) => ({
      path: { agence_id: world.objects.own.agenceId },
      body: {
        convention: "idcc_3127",
        code: "sundayWork",
        du: `${2200 + n}-01-01`,
        valeur: 1,
        motif: "essai",
      } as Record<string, unknown>,
    }),
  },
};
