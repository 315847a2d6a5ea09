import { LogOut } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { signOut } from "./actions";

/** The sign-out form of every area's user menu; works without client code. */
export async function SignOut() {
  const t = await getTranslations("common.actions");
  return (
    <form action={signOut}>
      <button
        type="submit"
        className="tap flex w-full items-center gap-3 rounded-control px-3 py-2 text-start hover:bg-sunken"
      >
        <LogOut aria-hidden className="mirror size-5" />
        {t("signOut")}
      </button>
    </form>
  );
}
