import type { APIRequestContext } from "@playwright/test";
import { demo } from "./accounts.ts";
import { type Api, apiOf } from "./api.ts";
import { database } from "./database.ts";

let counter = 0;

/** Letters that no other test of this or an earlier run has; for names, e-mails and references. */
export function unique(): string {
  counter += 1;
  const number = Date.now() * 1000 + (process.pid % 40) * 25 + (counter % 25);
  return [...number.toString(20)].map((digit) => "bcdfghjklmnpqrstvwxz"[Number.parseInt(digit, 20)]).join("");
}

export type Person = { id: number; email: string; prenom: string; nom: string; telephone: string };
type Place = { latitude: number; longitude: number };

/** A point of its own: whoever lives there is the nearest to that home and far from any other. */
export const somewhere = (): Place => ({
  latitude: 45 + Math.random() * 3,
  longitude: Math.random() * 4,
});

/** People made for one test in the demonstration's first agency; they leave its lists when the test is over. */
export function peopleOf(request: APIRequestContext) {
  const api = apiOf(request);
  const gone: (() => Promise<unknown>)[] = [];
  const leaves = (path: string) => gone.push(() => api.patch(path, { actif: false }));
  return {
    /** A client with one address and an account to sign in with. */
    async client(place: Place = somewhere()): Promise<Person> {
      const person = nameOf("Lina", "Haddad");
      const adresse = { voie: "12 rue des Lilas", code_postal: "75011", commune: "Paris", ...place };
      const { id } = await api.post<{ id: number }>("/clients/", { ...person, adresses: [adresse] });
      leaves(`/clients/${id}/`);
      gone.push(() => cancelVisits(api, id));
      const account = await openAccount(request, "client", person);
      await database()`update clients set utilisateur_id = ${account} where id = ${id}`;
      return { ...person, id };
    },
    /** Someone who cleans, every day from 6:00 to 22:00, with an account. */
    async intervenant(place: Place = somewhere()): Promise<Person> {
      const person = nameOf("Samir", "Kaci");
      const utilisateur_id = await openAccount(request, "intervenant", person);
      const file = { ...person, ...place, utilisateur_id, competences: ["menage"] };
      const { id } = await api.post<{ id: number }>("/intervenants/", file);
      leaves(`/intervenants/${id}/`);
      const disponibilites = [1, 2, 3, 4, 5, 6, 7].map((jour) => ({
        jour,
        heure_debut: "06:00",
        heure_fin: "22:00",
      }));
      await api.put(`/intervenants/${id}/disponibilites/`, { disponibilites });
      return { ...person, id };
    },
    leave: async () => {
      for (const leaveNow of gone.reverse()) await leaveNow();
    },
  };
}

/** What the test left planned or asked would stay in the agency's lists. */
async function cancelVisits(api: Api, client: number): Promise<void> {
  const path = `/prestations/?client_id=${client}&statut=planifiee,confirmee`;
  const { results } = await api.get<{ results: { id: number }[] }>(path);
  for (const { id } of results) await api.post(`/prestations/${id}/annulation/`, { motif: "Fin du test" });
}

function nameOf(prenom: string, nom: string): Omit<Person, "id"> {
  const mark = unique();
  const telephone = `+336${String(Date.now() * 10 + (counter % 10)).slice(-8)}`;
  return { prenom, nom: `${nom} ${mark}`, email: `${prenom.toLowerCase()}.${mark}@dihya.test`, telephone };
}

/**
 * An account with the demonstration's password, as if its owner had accepted the invitation: the way through e-mail is
 * the main journey's business, and only the database's owner can go round it.
 */
async function openAccount(
  request: APIRequestContext,
  role: "client" | "intervenant",
  { email, prenom, nom }: Omit<Person, "id">,
): Promise<number> {
  const admin = apiOf(request, demo.admin);
  const { id } = await admin.post<{ id: number }>("/utilisateurs/", { email, prenom, nom, role });
  const known =
    await database()`update utilisateurs u set mot_de_passe = d.mot_de_passe, email_verifie_le = now()
    from (select mot_de_passe from utilisateurs where role = 'client' and mot_de_passe is not null order by id limit 1) d
    where u.id = ${id} returning u.id`;
  if (known.length === 0) throw new Error("the demonstration's accounts are missing");
  return id;
}
