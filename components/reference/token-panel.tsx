"use client";

import { KeyRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { htmlLang, isLocale } from "@/lib/i18n/locales";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { TextField } from "../ui/text-field";
import { Fold } from "./fold";
import { textOf } from "./request";
import { useToken } from "./token";

/** Where the reader gets a token for the requests of these pages, or gives one. */
export function TokenPanel() {
  const t = useTranslations("reference.token");
  const { token, setToken } = useToken();
  return (
    <Fold
      className="mb-8 rounded-card border border-line bg-raised px-4"
      title={
        <>
          <KeyRound aria-hidden className="size-5 text-accent-text" />
          {t("title")}
          <span className="font-normal text-ink-muted" aria-live="polite">
            {t(token ? "ready" : "none")}
          </span>
        </>
      }
    >
      <div className="space-y-5 border-t border-line py-4">
        {token ? (
          <Button onPress={() => setToken("")}>{t("forget")}</Button>
        ) : (
          <div className="grid gap-6 lg:grid-cols-2">
            <SignIn />
            <Paste />
          </div>
        )}
        <p className="text-sm text-ink-muted">{t("kept")}</p>
      </div>
    </Fold>
  );
}

function SignIn() {
  const t = useTranslations("reference.token");
  const locale = useLocale();
  const { setToken } = useToken();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState("");

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem("");
    try {
      const answer = await fetch("/api/services_personne/auth/token/", {
        method: "POST",
        credentials: "omit",
        headers: {
          "content-type": "application/json",
          "accept-language": isLocale(locale) ? htmlLang(locale) : locale,
        },
        body: JSON.stringify({ email: textOf(form, "email"), password: textOf(form, "password") }),
      });
      const body = (await answer.json()) as { access_token?: string; detail?: string };
      if (body.access_token) setToken(body.access_token);
      else setProblem(body.detail ?? t("failed"));
    } catch {
      setProblem(t("failed"));
    } finally {
      setPending(false);
    }
  };

  return (
    <form onSubmit={ask} className="space-y-4">
      <TextField name="email" type="email" label={t("email")} autoComplete="username" isRequired />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        isRequired
      />
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
      <Button type="submit" variant="primary" isPending={isPending}>
        {t("get")}
      </Button>
    </form>
  );
}

function Paste() {
  const t = useTranslations("reference.token");
  const { setToken } = useToken();
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setToken(textOf(new FormData(event.currentTarget), "token").trim());
  };
  return (
    <form onSubmit={take} className="space-y-4">
      <TextField name="token" type="password" label={t("paste")} autoComplete="off" isRequired />
      <Button type="submit">{t("use")}</Button>
    </form>
  );
}
