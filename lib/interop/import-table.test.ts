import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readTable } from "./import-table";

const refused = { code: "validation", details: { errors: [{ pointer: "/contenu", code: "invalidFormat" }] } };
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

describe("readTable", () => {
  test.each([
    ["a PDF", Buffer.from("%PDF-1.7\nnom;prenom\nA;B\n")],
    ["an RTF", Buffer.from("{\\rtf1 nom;prenom\nA;B}")],
    ["a page", Buffer.from("<!DOCTYPE html>\n<script>alert(1)</script>")],
    [
      "XML with an entity",
      Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    ["a drawing", Buffer.from("<svg onload=alert(1)>\n</svg>")],
    ["a script", Buffer.from("#!/bin/sh\nrm -rf /")],
    ["a picture", Buffer.concat([png, Buffer.from("nom\nA")])],
    ["a workbook", Buffer.concat([Buffer.from("PK\x03\x04\x14", "latin1"), deflateRawSync("nom\nA")])],
    ["an archive", gzipSync("nom;prenom\nA;B")],
    ["a program", Buffer.from("MZ\x90\x00\x03nom\nA", "latin1")],
    ["a table with U+0000", Buffer.from("nom;prenom\nA\0;B")],
  ])("takes %s for no table, whatever it is called", (_, bytes) => {
    expect(() => readTable(bytes)).toThrow(expect.objectContaining(refused));
  });

  test.each([
    ["UTF-8", Buffer.from("nom;prenom\nLévêque;Zoé\n"), "utf-8"],
    ["Windows-1252", Buffer.from("nom;prenom\nL\xe9v\xeaque\x85;Zo\xe9\n", "latin1"), "windows-1252"],
    ["Arabic", Buffer.from("nom;prenom\nليلى;بن علي\n"), "utf-8"],
  ])("still reads %s", (_, bytes, encodage) => {
    expect(readTable(bytes)).toMatchObject({ encodage, entetes: ["nom", "prenom"], lignes: [{ ligne: 2 }] });
  });
});
