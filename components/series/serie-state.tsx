import { CircleCheck, CircleStop, Repeat } from "lucide-react";
import type { Serie } from "@/lib/plannings/series/schemas";
import { Badge } from "../ui/badge";

const looks = {
  active: { tone: "success", Icon: Repeat },
  terminee: { tone: "neutral", Icon: CircleCheck },
  arretee: { tone: "warning", Icon: CircleStop },
} as const;

/** Whether a series runs, has come to its end, or was stopped. */
export function SerieState({ statut, label }: { statut: Serie["statut"]; label: string }) {
  const { tone, Icon } = looks[statut];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Badge>
  );
}
