"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { ImportModel } from "@/lib/interop/schemas-import";
import { FileChoice } from "./file-choice";
import { ImportMapping } from "./import-mapping";
import { ImportOutcome } from "./import-outcome";
import { ImportProgress } from "./import-progress";
import { type Acts, type Kind, useImport } from "./use-import";

type Option = { value: string; label: string };
type Props = { acts: Acts; agencies: Option[]; agence: string; models: ImportModel[] };

/** Choose a kind and a file, say what its columns are, check it, import it. */
export function ImportPanel({ acts, agencies, agence, models }: Props) {
  const state = useImport(acts, agence);
  const { preview, tache, running, result, problem, mapping, map } = state;
  const model = models.find(({ type }) => type === state.kind);
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Choices state={state} agencies={agencies} models={models} />
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
      {preview && model && !running && !state.imported ? (
        <ImportMapping preview={preview} model={model} mapping={mapping} onChange={map} />
      ) : null}
      {running && tache ? (
        <ImportProgress tache={tache} onChange={state.follow} onCancel={state.stop} />
      ) : null}
      {tache && !running ? <ImportOutcome tache={tache} result={result} kind={state.kind} /> : null}
      {preview && !running && !state.imported ? <Send state={state} /> : null}
    </div>
  );
}

type State = ReturnType<typeof useImport>;

function Choices({ state, agencies, models }: { state: State } & Pick<Props, "agencies" | "models">) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { kind, file, running } = state;
  return (
    <Card className="flex flex-col gap-5">
      <RadioGroup
        name="type"
        label={t("stepKind")}
        columns={3}
        options={models.map(({ type }) => ({ value: type, label: t(`kinds.${type}`) }))}
        value={kind}
        onChange={(value) => state.choose(value as Kind)}
        isDisabled={running}
      />
      <div>
        <AnchorButton href={`/${locale}/gestion/imports/modeles/${kind}`}>{t("template")}</AnchorButton>
        <p className="mt-1 text-sm text-ink-muted">{t("templateHelp")}</p>
      </div>
      {kind !== "prestation" && agencies.length > 1 ? (
        <Select
          name="agence_id"
          label={t("agency")}
          options={agencies}
          value={state.agence}
          onChange={state.setAgence}
        />
      ) : null}
      <FileChoice key={kind} file={file} onChoose={state.restart} isDisabled={running} />
      {file && !state.preview ? (
        <Button variant="primary" onPress={state.read} isPending={state.busy} className="self-start">
          {t("read")}
        </Button>
      ) : null}
    </Card>
  );
}

function Send({ state: { send, busy } }: { state: State }) {
  const t = useTranslations("imports");
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="secondary" onPress={() => send(true)} isPending={busy}>
        {t("trial")}
      </Button>
      <Button variant="primary" onPress={() => send(false)} isPending={busy}>
        {t("run")}
      </Button>
    </div>
  );
}
