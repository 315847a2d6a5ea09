import { getTranslations } from "next-intl/server";
import { ImportPanel } from "@/components/interop/import-panel";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readImportModel } from "@/lib/interop/read-import-model";
import { agencyOptions } from "../agencies";
import { gestionArea } from "../area";
import { readImportFile, sendImport, stopImport } from "./actions";
import { History } from "./history";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("title") };
}

const kinds = ["client", "intervenant", "prestation"] as const;

/** Bringing in people and visits from a spreadsheet: choose, read, check, import. */
export default async function Imports() {
  const area = await gestionArea("/gestion/imports");
  const [t, agencies, ...models] = await Promise.all([
    getTranslations("imports"),
    agencyOptions(area),
    ...kinds.map((type) => load(readImportModel, { type })),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <MessagesProvider names={["imports", "states", "common"]}>
        <ImportPanel
          acts={{ read: readImportFile, send: sendImport, stop: stopImport }}
          agencies={agencies}
          agence={String(area.agence.id)}
          models={models}
        />
      </MessagesProvider>
      <History words={area.words} />
    </>
  );
}
