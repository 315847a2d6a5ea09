import { BadgeEuro, Lock, ShieldCheck, UserRoundCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Band, BandTitle } from "./band";

const promises = [
  { key: 1, Icon: BadgeEuro },
  { key: 2, Icon: UserRoundCheck },
  { key: 3, Icon: ShieldCheck },
  { key: 4, Icon: Lock },
] as const;

/** What the product really does for people, in plain words. */
export async function Promises() {
  const t = await getTranslations("public.home");
  return (
    <Band labelledBy="engagements">
      <BandTitle id="engagements" title={t("promiseTitle")} />
      <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        {promises.map(({ key, Icon }) => (
          <li key={key} className="flex gap-4">
            <Icon aria-hidden className="mt-1 size-7 shrink-0 text-clay" />
            <div>
              <h3 className="text-lg font-semibold">{t(`promise${key}Title`)}</h3>
              <p className="mt-1 text-ink-muted">{t(`promise${key}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Band>
  );
}
