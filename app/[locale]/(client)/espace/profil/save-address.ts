import { notFound } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import { readClient } from "@/lib/clients/read-client";
import type { AdresseShape, ClientFile } from "@/lib/clients/schemas";
import { updateClient } from "@/lib/clients/update-client";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { load, requireRole } from "@/lib/delivery/page";

/**
 * Saves one address of the signed-in client: a new one, or the one with `id`. The file is kept as a whole, so the
 * other addresses go along, under the version that the form was shown with. `done` receives the address's id after the commit.
 */
export async function saveAddress(
  form: FormData,
  id: number | null,
  done: (id: number) => void,
): Promise<FormState> {
  const file = await ownFile();
  const kept = file.adresses.map(bodyOf);
  const index = id === null ? kept.length : kept.findIndex((one) => one.id === id);
  // Taken off elsewhere meanwhile: it must not be written over another one.
  if (index < 0) notFound();
  const state = await callFromForm(updateClient, form, {
    read: (sent) => {
      const { version: _version, principale, ...typed } = fieldsOf(sent);
      const before = kept[index];
      const moved = before && (before.voie !== typed.voie || before.commune !== typed.commune);
      const place = before && !moved ? { latitude: before.latitude, longitude: before.longitude } : {};
      const changed = { ...(before && { id: before.id }), ...place, ...typed };
      const others = kept.filter((_, at) => at !== index);
      const list = principale ? [changed, ...others] : placed<Record<string, unknown>>(kept, index, changed);
      return { id: file.id, version: versionShown(sent, file), adresses: list };
    },
    done: (saved) => done(savedId(file, saved, id)),
  });
  return withoutPrefix(state);
}

/** Takes one address off; visits already planned there keep it. */
export async function removeAddress(
  id: number,
  form: FormData,
  done: () => Promise<void>,
): Promise<FormState> {
  const file = await ownFile();
  return callFromForm(updateClient, form, {
    read: (sent) => ({
      id: file.id,
      version: versionShown(sent, file),
      adresses: file.adresses.filter((one) => one.id !== id).map(bodyOf),
    }),
    done,
  });
}

/** What the form was filled in from: a change made since must be refused, not written over. */
export const versionShown = (sent: FormData, file: ClientFile) => sent.get("version") ?? file.version;

export async function ownFile(): Promise<ClientFile> {
  const account = await requireRole(["client"], "/espace/profil");
  return load(readClient, { id: account.actor.clientId ?? 0 });
}

const placed = <T>(list: T[], index: number, one: T): T[] =>
  index < list.length ? list.with(index, one) : [...list, one];

function bodyOf({ principale: _principale, ...address }: AdresseShape) {
  return address;
}

function savedId(before: ClientFile, after: ClientFile, id: number | null): number {
  if (id !== null) return id;
  const known = new Set(before.adresses.map((one) => one.id));
  return after.adresses.find((one) => !known.has(one.id))?.id ?? 0;
}

/** `/adresses/2/voie` → `/voie`: the form shows one address only. */
function withoutPrefix(state: FormState): FormState {
  if (!state || state.ok) return state;
  const errors = state.errors.map((one) => ({
    ...one,
    pointer: one.pointer.replace(/^\/adresses\/\d+/, ""),
  }));
  return { ...state, errors };
}
