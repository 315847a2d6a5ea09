"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportModel, ImportPreview, ImportResult } from "@/lib/interop/schemas-import";
import type { Tache } from "@/lib/organisation/schemas-tache";

type Answer<R> =
  | { ok: true; data?: R }
  | { ok: false; message: string; errors: { pointer: string; message: string }[] }
  | null;
export type Acts = {
  read: (form: FormData) => Promise<Answer<ImportPreview>>;
  send: (form: FormData) => Promise<Answer<Tache>>;
  stop: (form: FormData) => Promise<Answer<Tache>>;
};
export type Kind = ImportModel["type"];

/** The steps of one import; the file stays in the browser between them. */
export function useImport(acts: Acts, first: string) {
  const [kind, setKind] = useState<Kind>("client");
  const [agence, setAgence] = useState(first);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [tache, setTache] = useState<Tache | null>(null);
  const { call, busy, problem, forget } = useActs();

  const restart = (chosen: File | null) => {
    setFile(chosen);
    setPreview(null);
    setTache(null);
    forget();
  };
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    data.set("type", kind);
    if (file) data.set("fichier", file);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const read = async () => {
    const found = await call(acts.read, form({}));
    if (!found) return;
    setPreview(found);
    setMapping(found.correspondance);
  };
  const send = async (essai: boolean) => {
    const fields = { essai: String(essai), correspondance: JSON.stringify(mapping) };
    const made = await call(
      acts.send,
      form(kind === "prestation" ? fields : { ...fields, agence_id: agence }),
    );
    if (made) setTache(made);
  };
  const stop = async () => {
    const data = new FormData();
    data.set("id", String(tache?.id));
    const ended = await call(acts.stop, data);
    if (ended) setTache(ended);
  };
  const choose = (next: Kind) => {
    setKind(next);
    restart(null);
  };
  // A mapping that changes makes what was said of the former one void.
  const map = (next: Record<string, string>) => {
    setMapping(next);
    setTache(null);
  };
  const state = { kind, agence, file, preview, mapping, tache, busy, problem };
  return { ...state, ...stageOf(tache), choose, setAgence, restart, read, send, stop, map, follow: setTache };
}

function stageOf(tache: Tache | null) {
  const running = tache !== null && (tache.etat === "en_attente" || tache.etat === "en_cours");
  const result = running ? null : ((tache?.resultat ?? null) as ImportResult | null);
  const imported = tache?.etat === "terminee" && result !== null && !result.essai;
  return { running, result, imported };
}

/** Calls a server action; what it refuses is kept as a sentence. */
function useActs() {
  const t = useTranslations("imports");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function call<R>(
    act: (form: FormData) => Promise<Answer<R>>,
    form: FormData,
  ): Promise<R | undefined> {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await act(form);
      if (answer?.ok) return answer.data;
      setProblem([answer?.message, ...(answer?.errors ?? []).map((one) => one.message)].join(" "));
    } catch {
      setProblem(t("failed"));
    } finally {
      setBusy(false);
    }
  }
  return { call, busy, problem, forget: () => setProblem(null) };
}
