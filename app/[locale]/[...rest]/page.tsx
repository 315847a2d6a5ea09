import { notFound } from "next/navigation";

/** An address that leads nowhere gets the translated "not found" page. */
export default function UnknownPage() {
  notFound();
}
