import {
  Ban,
  CalendarCheck,
  CalendarClock,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePlay,
  CircleX,
  Clock,
  FileCheck,
  FilePen,
  FileX,
  HandCoins,
  Hourglass,
  type LucideIcon,
  Receipt,
  Send,
  TimerOff,
  Undo2,
} from "lucide-react";
import { Badge, type Tone } from "./badge";

const states: Record<string, { tone: Tone; icon: LucideIcon }> = {
  // prestation
  planifiee: { tone: "info", icon: CalendarClock },
  confirmee: { tone: "accent", icon: CalendarCheck },
  en_cours: { tone: "warm", icon: CirclePlay },
  realisee: { tone: "warning", icon: Hourglass },
  validee: { tone: "success", icon: CircleCheck },
  facturee: { tone: "neutral", icon: Receipt },
  annulee: { tone: "danger", icon: Ban },
  // reservation
  demandee: { tone: "warning", icon: Clock },
  acceptee: { tone: "success", icon: CircleCheck },
  recue: { tone: "warning", icon: Clock },
  close: { tone: "success", icon: CircleCheck },
  refusee: { tone: "danger", icon: CircleX },
  expiree: { tone: "neutral", icon: TimerOff },
  // facture
  brouillon: { tone: "neutral", icon: FilePen },
  emise: { tone: "info", icon: FileCheck },
  partiellement_payee: { tone: "warning", icon: HandCoins },
  payee: { tone: "success", icon: CircleCheck },
  avoir: { tone: "accent", icon: Undo2 },
  annulee_par_avoir: { tone: "danger", icon: FileX },
  // devis, absence, avis, tache, courriel, livraison, compte
  envoye: { tone: "info", icon: Send },
  retiree: { tone: "neutral", icon: Undo2 },
  approuvee: { tone: "success", icon: CircleCheck },
  terminee: { tone: "success", icon: CircleCheck },
  echouee: { tone: "danger", icon: CircleX },
  echoue: { tone: "danger", icon: CircleX },
  en_retard: { tone: "danger", icon: Clock },
  en_attente: { tone: "warning", icon: Clock },
  livree: { tone: "success", icon: CircleCheck },
  abandonnee: { tone: "danger", icon: CircleX },
  actif: { tone: "success", icon: CircleDot },
  active: { tone: "success", icon: CircleDot },
  revoquee: { tone: "danger", icon: Ban },
  inactif: { tone: "neutral", icon: CircleDashed },
  modifie: { tone: "warning", icon: Clock },
  invalide: { tone: "danger", icon: CircleX },
  absent: { tone: "neutral", icon: CircleDashed },
  publie: { tone: "success", icon: CircleCheck },
  rejete: { tone: "danger", icon: CircleX },
  accepte: { tone: "success", icon: CircleCheck },
  refuse: { tone: "danger", icon: CircleX },
  expire: { tone: "neutral", icon: TimerOff },
};

/** A state of the domain as word, colour and icon. `statut` is the API's value, `label` its translated word. */
export function StatusBadge({ statut, label }: { statut: string; label: string }) {
  const state = states[statut] ?? { tone: "neutral" as const, icon: CircleDashed };
  const Icon = state.icon;
  return (
    <Badge tone={state.tone} icon={<Icon aria-hidden />}>
      {label}
    </Badge>
  );
}
