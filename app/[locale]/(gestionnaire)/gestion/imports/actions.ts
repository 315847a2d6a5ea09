"use server";

import { revalidatePath } from "next/cache";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { formFields } from "@/lib/delivery/upload";
import { createImport } from "@/lib/interop/create-import";
import { previewImport } from "@/lib/interop/preview-import";
import type { ImportPreview } from "@/lib/interop/schemas-import";
import { cancelTache } from "@/lib/organisation/cancel-tache";
import type { Tache } from "@/lib/organisation/schemas-tache";

export async function readImportFile(form: FormData): Promise<ActionState<ImportPreview>> {
  return callFromForm(previewImport, form, { read: await fileFields(form) });
}

export async function sendImport(form: FormData): Promise<ActionState<Tache>> {
  return callFromForm(createImport, form, { read: await fileFields(form) });
}

export async function stopImport(form: FormData): Promise<ActionState<Tache>> {
  return callFromForm(cancelTache, form, { done: () => revalidatePath("/[locale]/gestion/imports", "page") });
}

/** Reading a file takes time; a refusal of it is told like any other. */
async function fileFields(form: FormData): Promise<() => Record<string, unknown>> {
  try {
    const fields = await formFields(form);
    return () => fields;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
