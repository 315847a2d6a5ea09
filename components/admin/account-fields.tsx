import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { UtilisateurShape } from "@/lib/organisation/schemas-utilisateur";

type Role = UtilisateurShape["role"];
type Props = {
  roles: readonly Role[];
  langues: readonly UtilisateurShape["langue"][];
  agences: readonly { id: number; nom: string }[];
  user?: UtilisateurShape;
};

/** Name, language, role with what it may do, and agencies of an account. */
export function AccountFields({ roles, langues, agences, user }: Props) {
  const t = useTranslations("admin.user");
  const tUsers = useTranslations("admin.users");
  const common = useTranslations("common");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="prenom" label={t("firstName")} isRequired defaultValue={user?.prenom} />
        <TextField name="nom" label={t("lastName")} isRequired defaultValue={user?.nom} />
      </div>
      <RadioGroup
        name="role"
        label={tUsers("role")}
        isRequired
        columns={2}
        defaultValue={user?.role ?? "gestionnaire"}
        options={roles.map((role) => ({
          value: role,
          label: common(`roles.${role}`),
          description: t(`roleHelp.${role}`),
        }))}
      />
      <fieldset data-field="agence_ids">
        <legend className="font-medium">{tUsers("agencies")}</legend>
        <p className="text-sm text-ink-muted">{t("agenciesHelp")}</p>
        <input type="hidden" name="agence_ids" value="" />
        <div className="grid gap-x-5 sm:grid-cols-2">
          {agences.map(({ id, nom }, index) => (
            <Checkbox
              key={id}
              name="agence_ids"
              value={String(id)}
              label={nom}
              defaultSelected={user?.agence_ids.includes(id)}
              // One refusal for the whole group, said once.
              error={index === 0 ? undefined : ""}
            />
          ))}
        </div>
      </fieldset>
      <Select
        name="langue"
        label={t("language")}
        className="max-w-xs"
        defaultValue={user?.langue ?? "fr"}
        options={langues.map((value) => ({ value, label: common(`langues.${value}`) }))}
      />
    </>
  );
}
