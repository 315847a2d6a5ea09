import { env } from "@/lib/foundation/env";
import { query } from "@/lib/foundation/operation";
import { htmlLang, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import { findOpenData, LICENCE, type OpenData } from "./find-open-data";
import { type Catalogue, type Jeu, jeuWords, jeux, openDataRead } from "./schemas-open-data";

const BASE = "/api/services_personne/open-data/";
const MEDIA = "https://www.iana.org/assignments/media-types/";

/** The catalogue of open data (DCAT, JSON-LD), in four languages; empty as long as no agency publishes. */
export const readCatalogue = query({
  name: "openData.read",
  input: openDataRead,
  run: async ({ db, ctx }): Promise<Catalogue> => {
    const data = await findOpenData(db, ctx.now);
    const { href } = new URL(BASE, env().NEXTAUTH_URL);
    return {
      "@context": {
        dcat: "http://www.w3.org/ns/dcat#",
        dct: "http://purl.org/dc/terms/",
        foaf: "http://xmlns.com/foaf/0.1/",
        xsd: "http://www.w3.org/2001/XMLSchema#",
      },
      "@id": href,
      "@type": "dcat:Catalog",
      "dct:title": inEachLanguage((t) => t("catalogue")),
      "dct:description": inEachLanguage((t) => t("lead")),
      "dct:license": { "@id": LICENCE },
      "dct:modified": day(data.modifie),
      "dct:publisher": publishers(data),
      "dcat:dataset": data.publishers.length === 0 ? [] : jeux.map((jeu) => dataset(jeu, href, data)),
    };
  },
});

type Words = ReturnType<typeof translator<"donneesOuvertes">>;

const inEachLanguage = (say: (t: Words) => string) =>
  locales.map((locale) => ({
    "@language": htmlLang(locale),
    "@value": say(translator(locale, "donneesOuvertes")),
  }));

const day = (text: string) => ({ "@type": "xsd:date" as const, "@value": text });

const publishers = (data: OpenData) =>
  data.publishers.map((nom) => ({ "@type": "foaf:Organization" as const, "foaf:name": nom }));

function dataset(jeu: Jeu, base: string, data: OpenData): Catalogue["dcat:dataset"][number] {
  const url = `${base}${jeu}/`;
  const form = (address: string, type: string) => ({
    "@id": address,
    "@type": "dcat:Distribution",
    "dcat:accessURL": { "@id": url },
    "dcat:downloadURL": { "@id": address },
    "dcat:mediaType": { "@id": `${MEDIA}${type}` },
    "dct:license": { "@id": LICENCE },
  });
  return {
    "@id": url,
    "@type": "dcat:Dataset",
    "dct:identifier": jeu,
    "dct:title": inEachLanguage((t) => t(`jeux.${jeuWords[jeu]}.title`)),
    "dct:description": inEachLanguage((t) => t(`jeux.${jeuWords[jeu]}.text`)),
    "dct:license": { "@id": LICENCE },
    "dct:publisher": publishers(data),
    "dct:modified": day(data.modifie),
    "dct:accrualPeriodicity": { "@id": "http://publications.europa.eu/resource/authority/frequency/MONTHLY" },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": day(data.du),
      "dcat:endDate": day(data.au),
    },
    "dcat:distribution": [form(`${url}csv/`, "text/csv"), form(url, "application/json")],
  };
}
