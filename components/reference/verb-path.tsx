import { Badge, type Tone } from "../ui/badge";

const tones: Record<string, Tone> = {
  GET: "info",
  POST: "success",
  PATCH: "warning",
  PUT: "warning",
  DELETE: "danger",
};

/** `GET /clients/{id}/`: the method and the address below the base, left to right in every language. */
export function VerbPath({ verb, path, inColumn }: { verb: string; path: string; inColumn?: boolean }) {
  return (
    <bdi dir="ltr" className="inline-flex min-w-0 flex-wrap items-center gap-2 font-mono text-sm">
      <span className={inColumn ? "inline-flex w-20" : undefined}>
        <Badge tone={tones[verb] ?? "neutral"}>{verb}</Badge>
      </span>
      <span className="min-w-0 break-all">{path.replace("/api/services_personne", "")}</span>
    </bdi>
  );
}
