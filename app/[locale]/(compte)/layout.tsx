import type { Metadata } from "next";
import type { ReactNode } from "react";
import { pageAccount } from "@/lib/delivery/page";
import type { Role } from "@/lib/foundation/context";
import AdminLayout from "../(admin)/admin/layout";
import AuditLayout from "../(auditeur)/audit/layout";
import ClientLayout from "../(client)/espace/layout";
import GestionLayout from "../(gestionnaire)/gestion/layout";
import FieldLayout from "../(intervenant)/terrain/layout";

export const metadata: Metadata = { robots: { index: false } };

const frames = {
  client: ClientLayout,
  intervenant: FieldLayout,
  gestionnaire: GestionLayout,
  auditeur: AuditLayout,
  admin: AdminLayout,
} as const;

/** Pages that every signed-in person has, in the frame of their own area. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const account = await pageAccount();
  // A guest is sent to sign in by the page, which knows its own address to come back to.
  if (!account) return children;
  const Frame = frames[account.actor.role as Role];
  return <Frame>{children}</Frame>;
}
