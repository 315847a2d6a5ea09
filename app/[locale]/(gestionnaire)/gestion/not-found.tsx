import { NotFoundMessage } from "@/components/shell/not-found-message";

/** A file that is absent or out of reach: the frame stays, so that the next search is one key away. */
export default function GestionNotFound() {
  return <NotFoundMessage home="/gestion" />;
}
