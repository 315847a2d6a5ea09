import { getTranslations } from "next-intl/server";
import type { ClientFormProps } from "@/components/clients/client-form";
import { civilites, langues, pays } from "@/db/states";
import { agencyOptions } from "../agencies";
import type { GestionArea } from "../area";

/** The choices of the form of a client's file, in the language of the page. */
export async function clientFormOptions(area: GestionArea): Promise<ClientFormProps["options"]> {
  const [t, agences] = await Promise.all([getTranslations("common"), agencyOptions(area)]);
  return {
    civilites: civilites.map((value) => ({ value, label: t(`civilites.${value}`) })),
    langues: langues.map((value) => ({ value, label: t(`langues.${value}`) })),
    pays: pays.map((value) => ({ value, label: t(`pays.${value}`) })),
    agences,
  };
}
