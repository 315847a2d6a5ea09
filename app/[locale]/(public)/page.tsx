import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listAvis } from "@/lib/avis/list-avis";
import { load, searchInput } from "@/lib/delivery/page";
import { catalogueOf } from "./catalogue";
import { Agencies } from "./home/agencies";
import { CallToAction } from "./home/call-to-action";
import { Hero } from "./home/hero";
import { Popular } from "./home/popular";
import { Promises } from "./home/promises";
import { Reviews } from "./home/reviews";
import { Steps } from "./home/steps";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.home");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

/** The first page: what we do, how it works, what it costs, who says so, and where we are. */
export default async function HomePage({ searchParams }: Props) {
  const { agence } = searchInput(await searchParams);
  const [catalogue, avis] = await Promise.all([catalogueOf(agence), load(listAvis, { limit: 30 })]);
  return (
    <>
      <Hero catalogue={catalogue} />
      <Steps />
      {catalogue ? <Popular catalogue={catalogue} /> : null}
      <Promises />
      <Reviews avis={avis} />
      {catalogue ? <Agencies catalogue={catalogue} /> : null}
      <CallToAction />
    </>
  );
}
