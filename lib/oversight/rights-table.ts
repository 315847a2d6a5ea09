import type { ActorRole } from "@/lib/foundation/context";
import { type OperationName, policy, type Reach } from "@/lib/foundation/policy";

export type EndpointRight = { verb: string; path: string; operation: OperationName };

const columns = ["guest", "client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;
const BASE = "/api/services_personne";

const head = `# Who may do what

Written by \`npm run openapi\` from the table of rights and the endpoints; the matrix test calls every operation as every
role and finds the same.

\`all\` everything · \`agence\` the caller's agencies · \`own\` the caller's own file · \`assigned\` what is assigned to the
intervenant · \`public\` published data only · – refused (401 for a guest, 403 otherwise). What is out of reach answers 404.
`;

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const reachOf = (operation: OperationName, role: ActorRole) =>
  (policy[operation] as Partial<Record<ActorRole, Reach>>)[role] ?? "–";

/** The table of `docs/droits.md`: every endpoint with the reach of each role. */
export function rightsTable(endpoints: readonly EndpointRight[]): string {
  const lines = endpoints.map(({ verb, path, operation }) =>
    row([
      `${verb.toUpperCase()} \`${path.replace(BASE, "")}\``,
      operation,
      ...columns.map((role) => reachOf(operation, role)),
    ]),
  );
  const titles = ["Endpoint", "Operation", ...columns];
  return `${[head, row(titles), row(titles.map(() => "---")), ...lines].join("\n")}\n`;
}

/** The reach of each role for each operation, read back from the document. */
export function readRightsTable(text: string): Map<string, Record<string, string>> {
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && line.includes("`"));
  return new Map(
    rows.map((line) => {
      const [, , operation = "", ...cells] = line.split("|").map((cell) => cell.trim());
      return [operation, Object.fromEntries(columns.map((role, index) => [role, cells[index] ?? ""]))];
    }),
  );
}
