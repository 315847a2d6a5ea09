"use client";

import { Play } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { htmlLang, isLocale } from "@/lib/i18n/locales";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import { TextField } from "../ui/text-field";
import { AnswerView, type Received, receive } from "./answer-view";
import { Fold } from "./fold";
import type { Parameter, Reference } from "./reference";
import { commandOf, type Prepared, prepare, textOf } from "./request";
import { useToken } from "./token";

type Tried = Pick<Reference, "verb" | "path" | "parameters"> & { types: string[]; body?: string };
type Outcome = { prepared: Prepared; received?: Received };

/** A form for one endpoint that sends the real request and shows what comes back. */
export function TryIt(tried: Tried) {
  const t = useTranslations("reference.try");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        icon={<Play aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "close" : "open")}
        <span className="sr-only"> {`${tried.verb} ${tried.path}`}</span>
      </Button>
      <div id={id}>{isOpen ? <Form {...tried} /> : null}</div>
    </div>
  );
}

function Form(tried: Tried) {
  const t = useTranslations("reference.try");
  const locale = useLocale();
  const { token } = useToken();
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const prepared = prepare({
      ...tried,
      values: Object.fromEntries(
        tried.parameters.map(({ name }) => [name, textOf(form, `p.${name}`).trim()]),
      ),
      accept: textOf(form, "accept"),
      language: isLocale(locale) ? htmlLang(locale) : locale,
      body: tried.body === undefined ? undefined : textOf(form, "body"),
      token,
    });
    setPending(true);
    setOutcome({ prepared, received: await receive(prepared) });
    setPending(false);
  };

  return (
    <form onSubmit={send} className="mt-4 space-y-4 rounded-card border border-line bg-surface p-4">
      {tried.verb === "GET" ? null : <Notice tone="warning">{t("real")}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        {tried.parameters.map((parameter) => (
          <ParameterField key={parameter.name} {...parameter} />
        ))}
        {tried.types.length > 1 ? (
          <Select
            name="accept"
            label={t("accept")}
            options={tried.types.map((type) => ({ value: type, label: type }))}
          />
        ) : (
          <input type="hidden" name="accept" value={tried.types[0] ?? ""} />
        )}
      </div>
      {tried.body === undefined ? null : (
        <div dir="ltr" className="[&_textarea]:font-mono [&_textarea]:text-sm">
          <TextArea name="body" label={t("body")} rows={10} defaultValue={tried.body} />
        </div>
      )}
      <Button type="submit" variant="primary" isPending={isPending}>
        {t("send")}
      </Button>
      <div aria-live="polite">{outcome ? <Result {...outcome} /> : null}</div>
    </form>
  );
}

function ParameterField({ name, isRequired, values }: Parameter) {
  const options = values.length > 0 && values.length <= 12 ? values : [];
  if (options.length === 0)
    return (
      <TextField name={`p.${name}`} label={name} isRequired={isRequired || undefined} spellCheck={false} />
    );
  return (
    <Select
      name={`p.${name}`}
      label={name}
      isRequired={isRequired || undefined}
      placeholder="—"
      options={options.map((value) => ({ value, label: value }))}
    />
  );
}

function Result({ prepared, received }: Outcome) {
  const t = useTranslations("reference.try");
  return (
    <div className="space-y-4">
      {received ? <AnswerView {...received} /> : <Notice tone="danger">{t("failed")}</Notice>}
      <Fold title={t("command")} titleClass="text-ink-muted">
        <pre dir="ltr" className="whitespace-pre-wrap break-all rounded-card bg-sunken p-4 text-sm">
          {commandOf(prepared, location.origin)}
        </pre>
      </Fold>
    </div>
  );
}
