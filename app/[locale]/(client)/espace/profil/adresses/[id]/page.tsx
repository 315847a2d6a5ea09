import { Trash2 } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/client/address-form";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { PageHeader } from "@/components/ui/page-header";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import { clientArea } from "../../../area";
import { deleteAddress, editAddress } from "../../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.address"))("edit") };
}

export default async function EditAddress({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await clientArea(`/espace/profil/adresses/${id}`);
  const [t, client] = await Promise.all([
    getTranslations("espace.address"),
    load(readClient, { id: area.clientId }),
  ]);
  const address = client.adresses.find((one) => String(one.id) === id);
  if (!address) notFound();
  return (
    <>
      <PageHeader
        title={t("edit")}
        description={address.libelle || address.voie}
        back={{ href: "/espace/profil", label: t("back") }}
      />
      <AddressForm
        action={editAddress.bind(null, address.id)}
        submit={t("save")}
        country={area.agence.pays}
        address={address}
        version={client.version}
      />
      {client.adresses.length > 1 ? (
        <div className="mt-8 border-t border-line pt-6">
          <ConfirmAction
            label={t("remove")}
            variant="danger"
            look="secondary"
            icon={<Trash2 aria-hidden />}
            action={deleteAddress}
            fields={{ adresse: address.id, version: client.version }}
            title={t("removeTitle")}
            consequence={t("removeConsequence")}
            confirmLabel={t("remove")}
          />
        </div>
      ) : null}
    </>
  );
}
