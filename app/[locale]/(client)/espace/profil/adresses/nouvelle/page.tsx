import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/client/address-form";
import { PageHeader } from "@/components/ui/page-header";
import { clientArea } from "../../../area";
import { editAddress } from "../../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.address"))("new") };
}

export default async function NewAddress() {
  const area = await clientArea("/espace/profil/adresses/nouvelle");
  const t = await getTranslations("espace.address");
  return (
    <>
      <PageHeader title={t("new")} back={{ href: "/espace/profil", label: t("back") }} />
      <AddressForm action={editAddress.bind(null, null)} submit={t("save")} country={area.agence.pays} />
    </>
  );
}
