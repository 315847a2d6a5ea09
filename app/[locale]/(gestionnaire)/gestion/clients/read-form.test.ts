import { expect, test } from "vitest";
import { readClientForm } from "./read-form";

const place = JSON.stringify({
  voie: "1 rue A",
  code_postal: "69003",
  commune: "Lyon",
  latitude: 45.7,
  longitude: 4.8,
});

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test("coordinates stay with their place and leave with it", () => {
  const address = {
    "adresses.0.voie": "1 rue A",
    "adresses.0.code_postal": "69003",
    "adresses.0.commune": "Lyon",
    "adresses.0.lieu": place,
  };
  expect(readClientForm(form(address)).adresses).toMatchObject([{ latitude: 45.7, longitude: 4.8 }]);
  const moved = readClientForm(form({ ...address, "adresses.0.voie": "2 rue A" })).adresses;
  expect(moved).toEqual([{ voie: "2 rue A", code_postal: "69003", commune: "Lyon" }]);
});

test("an address left blank at the end is no address; one in the middle keeps the numbers", () => {
  const fields = form({
    "adresses.0.voie": "",
    "adresses.1.voie": "1 rue A",
    "adresses.2.voie": " ",
    "adresses.2.pays": "FR",
  });
  expect(readClientForm(fields).adresses).toEqual([{ voie: "" }, { voie: "1 rue A" }]);
});

test("a box that is not ticked is a no, an empty birth date is none", () => {
  const fields = form({
    naissance: "",
    "contacts.0.nom": "Ali",
    "contacts.1.nom": "Lea",
    "contacts.1.urgence": "on",
  });
  expect(readClientForm(fields)).toMatchObject({
    naissance: null,
    contacts: [
      { nom: "Ali", urgence: false },
      { nom: "Lea", urgence: true },
    ],
  });
});

test("the version is sent unless the person chose to save over it", () => {
  expect(readClientForm(form({ version: "3" })).version).toBe("3");
  expect(readClientForm(form({ version: "3", forcer: "1" }))).not.toHaveProperty("version");
});
