import { getTranslations } from "next-intl/server";
import { queueLabel } from "@/components/admin/queue-words";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { File } from "@/lib/organisation/schemas-echec";
import { replayAll } from "./actions";

/** Sends all failures of a queue back to it, after asking; nothing where there are none. */
export async function ReplayAll({ file, count }: Pick<File, "file"> & { count: number }) {
  if (count === 0) return null;
  const t = await getTranslations("taches");
  const name = queueLabel(t, file);
  return (
    <ConfirmAction
      size="sm"
      label={
        <>
          {t("all.act")}
          <span className="sr-only"> {name}</span>
        </>
      }
      action={replayAll}
      fields={{ file }}
      title={t("all.title", { name })}
      consequence={t("all.consequence", { count })}
      confirmLabel={t("all.act")}
    />
  );
}
