import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { FormState } from "@/components/ui/form-state";
import { pageContext } from "@/lib/delivery/page";
import { Refused } from "@/lib/foundation/errors";
import { formatRelativeRange } from "@/lib/i18n/format";
import { type Alternative, alternativeShape } from "@/lib/prestations/schemas";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { clientArea } from "../area";

const refused = z.object({ alternatives: z.array(alternativeShape) });

/** What the slot was asked for; empty fields are left out. */
type Asked = Partial<Record<"type" | "duree" | "adresse_id" | "prestation_id", unknown>>;

/** A `slotTaken` refusal with its alternatives as buttons: `value` to send, `label` in words. */
export async function withNames(state: FormState, asked: Asked): Promise<FormState> {
  if (!state || state.ok) return state;
  const found = refused.safeParse(state.extra);
  if (!found.success) return state;
  const [area, t] = await Promise.all([clientArea("/espace"), getTranslations("reservations.send")]);
  const others = await Promise.all(
    found.data.alternatives.map(async (one) => {
      const when = formatRelativeRange(new Date(one.date), new Date(one.fin), area.words);
      const name = await firstName(one, asked);
      return {
        value: `${one.date}|${one.intervenant_id}`,
        label: name ? t("otherWith", { when, name }) : t("other", { when }),
      };
    }),
  );
  return { ...state, extra: { others } };
}

/** A client may not look people up; the day's free slots say the name. Refused them, the button goes without it. */
async function firstName(one: Alternative, asked: Asked): Promise<string | undefined> {
  const { type, duree, adresse_id, prestation_id } = asked;
  const chosen = Object.entries({ type, duree, adresse_id, prestation_id }).filter(([, value]) => value);
  const day = one.date.slice(0, 10);
  const found = await listCreneaux(await pageContext(), {
    ...Object.fromEntries(chosen),
    intervenant_id: one.intervenant_id,
    du: day,
    au: day,
  }).catch(withoutSlots);
  return found.results.flatMap(({ creneaux }) => creneaux)[0]?.intervenant.prenom;
}

function withoutSlots(error: unknown): { results: [] } {
  if (error instanceof Refused) return { results: [] };
  throw error;
}
