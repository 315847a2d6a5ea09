"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { BatchLine } from "@/components/factures/batch";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { callForEach } from "@/lib/delivery/call-for-each";
import { createAvoir } from "@/lib/factures/create-avoir";
import { createPaiement } from "@/lib/factures/create-paiement";
import { deleteFacture } from "@/lib/factures/delete-facture";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { id } from "@/lib/foundation/shapes";
import { westernDigits } from "@/lib/i18n/text";
import { gestionArea } from "../area";

/** Anybody can call an action with anything: what is no list of ids chooses nothing. At most 200 at a time. */
const idsOf = (sent: unknown): number[] => z.array(id).safeParse(sent).data?.slice(0, 200) ?? [];

/** The month's drafts of several clients; each succeeds or fails alone. */
export async function prepareDrafts(periode: string, clientIds: number[]): Promise<BatchLine[]> {
  const [area, t] = await Promise.all([gestionArea("/gestion/factures"), getTranslations("factures.batch")]);
  const chosen = idsOf(clientIds);
  const results = await callForEach(
    prepareFacture,
    chosen.map((client_id) => ({ client_id, periode })),
  );
  return results.map((one, index) => {
    const key = chosen[index] ?? 0;
    if (!one.ok) return { id: key, ok: false, message: one.message };
    const { id: factureId, lignes, total_ttc, devise } = one.result;
    const message = t("prepared", { count: lignes.length, amount: area.money(total_ttc, devise) });
    return { id: key, ok: true, message, href: `/gestion/factures/${factureId}` };
  });
}

/** Numbers several drafts, one after the other; each succeeds or fails alone. */
export async function issueDrafts(factureIds: number[]): Promise<BatchLine[]> {
  const t = await getTranslations("factures.batch");
  const chosen = idsOf(factureIds);
  const results = await callForEach(
    issueFacture,
    chosen.map((one) => ({ id: one })),
  );
  return results.map((one, index) => {
    const key = chosen[index] ?? 0;
    return one.ok
      ? {
          id: key,
          ok: true,
          message: t("issued", { number: one.result.numero ?? "" }),
          href: `/gestion/factures/${key}`,
        }
      : { id: key, ok: false, message: one.message };
  });
}

export async function issueInvoice(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("factures.file");
  return callFromForm(issueFacture, form, {
    message: ({ numero }) => t("issuedAs", { number: numero ?? "" }),
    done: refresh,
  });
}

/** Makes the draft anew: visits validated since then come in. */
export async function renewDraft(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("factures.file");
  return callFromForm(prepareFacture, form, { message: () => t("renewed"), done: refresh });
}

export async function deleteDraft(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(deleteFacture, form, {
    done: async () => {
      await refresh();
      redirect(`/${locale}/gestion/factures?etat=brouillon&fait=supprimee`);
    },
  });
}

export async function recordPayment(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createPaiement, form, {
    read: (sent) => {
      const fields = fieldsOf(sent);
      // Digits and spaces as people type them: the operation wants plain ones.
      return {
        ...fields,
        montant: westernDigits(String(fields.montant ?? "")).replace(/[\s\u202f\u00a0]/g, ""),
      };
    },
    done: async ({ facture_id }) => {
      await refresh();
      redirect(`/${locale}/gestion/factures/${facture_id}?fait=paiement`);
    },
  });
}

/** The form sends an amount for each line: those left empty are not credited. */
export async function creditInvoice(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createAvoir, form, {
    read: (sent) => ({
      id: sent.get("id"),
      motif: sent.get("motif"),
      lignes: z.array(z.unknown()).safeParse(jsonOf(sent.get("lignes"))).data ?? [],
    }),
    done: async ({ id: avoirId }) => {
      await refresh();
      redirect(`/${locale}/gestion/factures/${avoirId}?fait=avoir`);
    },
  });
}

function jsonOf(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
