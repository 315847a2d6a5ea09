"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";
import { AnchorButton } from "../ui/link-button";
import { Fold } from "./fold";
import type { Prepared } from "./request";

export type Received = {
  status: number;
  statusText: string;
  ms: number;
  headers: [string, string][];
  /** The content where it is text; otherwise where the browser keeps it. */
  text?: string;
  file?: string;
};

const LONGEST = 200_000;

/** Sends the request, as the token alone and not as the browser's session; undefined when nothing came back. */
export async function receive({ url, ...init }: Prepared): Promise<Received | undefined> {
  const start = performance.now();
  try {
    const answer = await fetch(url, { ...init, credentials: "omit", cache: "no-store" });
    const type = answer.headers.get("content-type") ?? "";
    const isText = /json|text|yaml|xml/.test(type);
    const content = isText ? { text: readable(await answer.text(), type) } : await fileOf(answer);
    return {
      status: answer.status,
      statusText: answer.statusText,
      ms: Math.round(performance.now() - start),
      headers: [...answer.headers],
      ...content,
    };
  } catch {
    return undefined;
  }
}

async function fileOf(answer: Response) {
  const blob = await answer.blob();
  return blob.size > 0 ? { file: URL.createObjectURL(blob) } : { text: "" };
}

function readable(text: string, type: string): string {
  if (!type.includes("json") || type.includes("ndjson") || text.length > LONGEST)
    return text.slice(0, LONGEST);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Status, headers and content of an answer. */
export function AnswerView({ status, statusText, ms, headers, text, file }: Received) {
  const t = useTranslations("reference.try");
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-3">
        <span className="font-semibold">{t("status")}</span>
        <Badge tone={status < 300 ? "success" : status < 400 ? "info" : "danger"}>
          <bdi dir="ltr">{`${status} ${statusText}`.trim()}</bdi>
        </Badge>
        <span className="text-ink-muted tabular-nums">{t("duration", { ms })}</span>
      </p>
      <Fold title={t("headers")} titleClass="text-ink-muted">
        <pre dir="ltr" className="whitespace-pre-wrap break-all rounded-card bg-sunken p-4 text-sm">
          {headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
        </pre>
      </Fold>
      {file ? (
        <AnchorButton href={file} download icon={<Download aria-hidden />}>
          {t("download")}
        </AnchorButton>
      ) : text ? (
        <textarea
          dir="ltr"
          readOnly
          aria-label={t("content")}
          rows={Math.min(24, text.split("\n").length + 1)}
          value={text}
          className="block w-full rounded-card bg-sunken p-4 font-mono text-sm"
        />
      ) : (
        <p className="text-ink-muted">{t("noContent")}</p>
      )}
    </div>
  );
}
