"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { abandonEchec } from "@/lib/organisation/abandon-echec";
import { cancelTache } from "@/lib/organisation/cancel-tache";
import { replayEchec } from "@/lib/organisation/replay-echec";
import { replayFile } from "@/lib/organisation/replay-file";

type State = ActionState<unknown>;

const refresh = () => revalidatePath("/[locale]/admin/taches", "page");

export async function replayOne(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("taches");
  return callFromForm(replayEchec, form, {
    message: ({ rejoues }) => t("replayed", { count: rejoues }),
    done: refresh,
  });
}

export async function replayAll(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("taches");
  return callFromForm(replayFile, form, {
    message: ({ rejoues }) => t("replayed", { count: rejoues }),
    done: refresh,
  });
}

export async function giveUp(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("taches");
  return callFromForm(abandonEchec, form, { message: () => t("givenUp"), done: refresh });
}

export async function stopWork(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("taches");
  return callFromForm(cancelTache, form, { message: () => t("work.stopped"), done: refresh });
}
